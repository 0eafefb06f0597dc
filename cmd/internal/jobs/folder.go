package jobs

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// Folders are the names of the folders that a task may read: those of
// rapporteur.yaml. A browser can name no other.
func (m *Manager) Folders() ([]string, error) {
	s, err := workspace.ReadSettings(m.o.Workspace.Dir)
	return s.Folders, err
}

// folder makes a task of all files under a folder of the settings.
func (m *Manager) folder(ctx context.Context, who, name string, spec IngestSpec) (int, error) {
	known, err := m.Folders()
	if err != nil {
		return 0, err
	}
	if !slices.Contains(known, name) {
		return 0, corpus.Errorf(corpus.CodeUsage, "%q is not one of the folders of rapporteur.yaml", name)
	}
	spec.Dir, spec.Inbox = name, false
	root, err := os.OpenRoot(m.within(name))
	if err != nil {
		return 0, corpus.Errorf(corpus.CodeNotFound, "folder %s of rapporteur.yaml: %w", name, err)
	}
	defer root.Close()
	inputs, err := workspace.FolderInputs(root.FS(), filepath.Base(name), func(string) bool { return false })
	if err != nil {
		return 0, err
	}
	if len(inputs) == 0 {
		return 0, corpus.Errorf(corpus.CodeNotFound, "folder %s is empty", name)
	}
	files := make([]store.TaskFile, len(inputs))
	for i, in := range inputs {
		files[i] = store.TaskFile{Seq: i + 1, Name: in.Name, Path: in.Path, Size: in.Size}
	}
	return m.addIngest(ctx, who, spec, files)
}
