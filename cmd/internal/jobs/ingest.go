package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline"
	"rapporteur/pipeline/segment"
)

// IngestSpec says where a task's files lie and what is known of them.
type IngestSpec struct {
	// Dir holds the files, relative to the workspace; one in the inbox is the
	// task's own.
	Dir   string `json:"dir"`
	Inbox bool   `json:"inbox"`
	// Sidecar is the CSV file's text, "" for none.
	Sidecar string `json:"sidecar,omitempty"`
	Meeting string `json:"meeting,omitempty"`
	Source  string `json:"source,omitempty"`
	Again   bool   `json:"again,omitempty"`
}

// Spec reads what an ingest task is to do.
func (t Task) Spec() (IngestSpec, error) {
	var spec IngestSpec
	err := json.Unmarshal(t.Task.Spec, &spec)
	return spec, err
}

// ingest reads the files of a task that have no ledger line yet. Folders that
// were named are read through [os.Root]: no link leads out of them.
func (m *Manager) ingest(ctx context.Context, t *store.Task) error {
	var spec IngestSpec
	if err := json.Unmarshal(t.Spec, &spec); err != nil {
		return err
	}
	root, err := os.OpenRoot(m.within(spec.Dir))
	if err != nil {
		return corpus.Errorf(corpus.CodeNotFound, "the folder of the files is gone: %w: send them again", err)
	}
	defer root.Close()
	files, job, err := m.job(ctx, t.ID, spec, root)
	if err != nil || len(files) == 0 {
		return err
	}
	k := &keeping{m: m, ctx: ctx, task: t, spec: spec, files: files}
	o := m.ingesting()
	o.Done, o.Stage = k.done, k.stage
	_, err = m.o.Workspace.Ingest(ctx, job, o)
	if err := errors.Join(err, k.err); err != nil {
		return err
	}
	return m.emptyInbox(*t)
}

// ingesting says how files are read.
func (m *Manager) ingesting() workspace.Ingesting {
	return workspace.Ingesting{Worker: m.o.Worker, Program: m.o.Program}
}

// keeping writes down what becomes of each file, as the job tells it.
type keeping struct {
	m     *Manager
	ctx   context.Context
	task  *store.Task
	spec  IngestSpec
	files []store.TaskFile
	n     int // files done
	err   error
}

// done takes the ledger line of the next file, in the order given.
func (k *keeping) done(line corpus.LedgerLine) {
	f := k.files[k.n]
	k.n++
	f.Line = line
	// The line is kept also while the server stops: the file is read.
	if err := k.m.store().SaveTask(context.WithoutCancel(k.ctx), *k.task, f); err != nil {
		k.err = errors.Join(k.err, err)
	}
	if k.spec.Inbox && (line.Status == corpus.FileRead || line.Status == corpus.FileKnown) {
		// It is in the originals; where it cannot be removed, forgetting the task does.
		_ = os.Remove(filepath.Join(k.m.within(k.spec.Dir), f.Path))
	}
	k.m.mu.Lock()
	if r := k.m.running; r != nil {
		r.doneBytes += max(f.Size, 0) + fileCost
		delete(r.stages, f.Seq)
	}
	k.m.mu.Unlock()
}

// stage is told how far the file with this number in the job has come.
func (k *keeping) stage(seq int, s pipeline.Stage) {
	k.m.mu.Lock()
	if r := k.m.running; r != nil {
		r.stages[k.files[seq-1].Seq] = s
	}
	k.m.mu.Unlock()
}

// job makes a job of the files to do.
func (m *Manager) job(ctx context.Context, id int, spec IngestSpec, root *os.Root) ([]store.TaskFile, pipeline.Job, error) {
	job := pipeline.Job{
		Flags: segment.Flags{Meeting: spec.Meeting, Source: spec.Source}, Again: spec.Again,
		Date: m.stamp()[:len("2006-01-02")],
	}
	if err := m.o.Workspace.Defaults(&job); err != nil {
		return nil, job, err
	}
	if spec.Sidecar != "" {
		side, err := segment.ParseSidecar("sidecar", []byte(spec.Sidecar))
		if err != nil {
			return nil, job, err
		}
		job.Sidecar = side
	}
	_, all, err := m.store().Task(ctx, id)
	if err != nil {
		return nil, job, err
	}
	var todo []store.TaskFile
	var bytes int64
	for _, f := range all {
		if f.Line.Status != "" {
			continue
		}
		todo = append(todo, f)
		bytes += max(f.Size, 0) + fileCost
		job.Inputs = append(job.Inputs, pipeline.Input{Name: f.Name, FS: root.FS(), Path: f.Path, Size: f.Size})
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.running.bytes = bytes
	return todo, job, nil
}
