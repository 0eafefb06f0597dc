package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// reportsName is the folder of the workspace in which built reports lie.
const reportsName = "reports"

// ReportSpec is what a report is built of.
type ReportSpec struct {
	workspace.ReportOptions
	// ChosenBy is whose choice of passages it quotes, "" for nobody's.
	ChosenBy string
	Formats  []string
	// Template is a Word file to fill, "" for the built-in one.
	Template string
}

// Built is a file of a report, with the hash that a later download must have.
type Built struct {
	Name string      `json:"name"`
	Size int64       `json:"size"`
	Hash corpus.Hash `json:"hash"`
}

// Report keeps a task that builds a report.
func (m *Manager) Report(ctx context.Context, who string, spec ReportSpec) (int, error) {
	body, err := json.Marshal(spec)
	if err != nil {
		return 0, err
	}
	return m.add(ctx, store.Task{Kind: KindReport, Maker: who, Spec: body}, nil)
}

// ReportSpec reads what a report task is built of.
func (t Task) ReportSpec() (ReportSpec, error) {
	var spec ReportSpec
	err := json.Unmarshal(t.Task.Spec, &spec)
	return spec, err
}

// Built lists the files of a report that was built.
func (t Task) Built() ([]Built, error) {
	var files []Built
	if t.Kind != KindReport || len(t.Result) == 0 {
		return nil, nil
	}
	err := json.Unmarshal(t.Result, &files)
	return files, err
}

func (m *Manager) reportDir(id int) string {
	return m.within(filepath.Join(reportsName, fmt.Sprint(id)))
}

// report builds a report in a folder of its own, which appears whole.
func (m *Manager) report(ctx context.Context, t *store.Task) error {
	var spec ReportSpec
	if err := json.Unmarshal(t.Spec, &spec); err != nil {
		return err
	}
	dir := m.reportDir(t.ID)
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	making, err := os.MkdirTemp(filepath.Dir(dir), ".making-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(making) // gone already where all went well
	names, err := m.o.Build(ctx, spec, making)
	if err != nil {
		return err
	}
	built := make([]Built, len(names))
	for i, name := range names {
		data, err := os.ReadFile(filepath.Join(making, name))
		if err != nil {
			return err
		}
		built[i] = Built{Name: name, Size: int64(len(data)), Hash: corpus.HashOf(data)}
	}
	if t.Result, err = json.Marshal(built); err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(dir), os.Chmod(making, 0o755), os.Rename(making, dir))
}

// File gives the bytes of a file of a built report, checked against the hash
// that was kept.
func (m *Manager) File(ctx context.Context, id int, name string) ([]byte, error) {
	t, err := m.Task(ctx, id)
	if err != nil {
		return nil, err
	}
	built, err := t.Built()
	if err != nil {
		return nil, err
	}
	for _, b := range built {
		if b.Name != name {
			continue
		}
		data, err := os.ReadFile(filepath.Join(m.reportDir(id), b.Name))
		if err != nil {
			return nil, corpus.Errorf(corpus.CodeNotFound, "report %d has lost %s: build it again", id, name)
		}
		if corpus.HashOf(data) != b.Hash {
			return nil, corpus.Errorf(corpus.CodeInvalid, "%s of report %d is not what was built: build it again", name, id)
		}
		return data, nil
	}
	return nil, corpus.Errorf(corpus.CodeNotFound, "report %d has no file %s", id, name)
}
