package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/member"
	"rapporteur/corpus/store"
	"rapporteur/index"
	"rapporteur/pipeline/tag"
)

// membersFile declares sources that the built-in table does not know.
const membersFile = "members.yaml"

// modelFile holds weights that "rapporteur train" wrote.
const modelFile = "model.bin"

// Workspace is an open folder. The index is opened when it is first needed:
// most commands ask only the store.
type Workspace struct {
	Dir     string
	Store   *store.Store
	Members *member.Registry
	Book    *codebook.Book
	Tagger  *tag.Tagger
	// Log tells people what was mended, such as a rebuilt index.
	Log func(format string, args ...any)

	index *index.Index
}

// Init makes a workspace in dir.
func Init(dir string) error {
	if err := store.Init(dir); err != nil {
		return err
	}
	path := filepath.Join(dir, settingsFile)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(path, []byte(settingsTemplate), 0o644)
}

// Open opens the workspace in dir. Its errors say which file is wrong and
// where.
func Open(dir string, log func(string, ...any)) (*Workspace, error) {
	if _, err := ReadSettings(dir); err != nil {
		return nil, err
	}
	members, err := openMembers(dir)
	if err != nil {
		return nil, err
	}
	book, err := openCodebook(dir)
	if err != nil {
		return nil, err
	}
	tagger, err := openTagger(dir, book)
	if err != nil {
		return nil, err
	}
	s, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Workspace{Dir: dir, Store: s, Members: members, Book: book, Tagger: tagger, Log: log}, nil
}

// openTagger takes the workspace's own weights where it has some.
func openTagger(dir string, book *codebook.Book) (*tag.Tagger, error) {
	path := filepath.Join(dir, modelFile)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return tag.New(book), nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	model, err := tag.ReadModel(f)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w: make it again with \"rapporteur train\"", path, err)
	}
	return tag.NewWithModel(book, model), nil
}

func openMembers(dir string) (*member.Registry, error) {
	data, err := os.ReadFile(filepath.Join(dir, membersFile))
	if errors.Is(err, fs.ErrNotExist) {
		return member.Default(), nil
	}
	if err != nil {
		return nil, err
	}
	r, err := member.Default().Extend(data)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", filepath.Join(dir, membersFile), err)
	}
	return r, nil
}

func openCodebook(dir string) (*codebook.Book, error) {
	folder := filepath.Join(dir, "codebook")
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return codebook.Default(), nil
	}
	book, err := codebook.Load(os.DirFS(folder))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", folder, err)
	}
	return book, nil
}

// Close lets go of everything.
func (w *Workspace) Close() error {
	var err error
	if w.index != nil {
		err = w.index.Close()
	}
	return errors.Join(err, w.Store.Close())
}

// Search asks the index, brought level with the store first.
func (w *Workspace) Search(ctx context.Context, q corpus.Query) (corpus.Result, error) {
	if err := w.Refresh(ctx); err != nil {
		return corpus.Result{}, err
	}
	return w.index.Search(ctx, q)
}

// indexDir is where the index lies.
func (w *Workspace) indexDir() string { return filepath.Join(w.Dir, "index") }

// open opens the index, and builds it anew from the store where it is missing,
// damaged or of an older kind.
func (w *Workspace) open(ctx context.Context) error {
	if w.index != nil {
		return nil
	}
	_, statErr := os.Stat(w.indexDir())
	x, err := index.Open(w.indexDir())
	switch {
	case errors.Is(err, index.ErrRebuild):
		w.Log("the index cannot be used (%v): building it anew from the store", err)
		_, err := w.Reindex(ctx)
		return err
	case err != nil:
		return err
	}
	w.index = x
	x.SetExpander(expander{w.Book})
	if errors.Is(statErr, fs.ErrNotExist) {
		return w.putAll(ctx)
	}
	return nil
}

// Refresh brings the index level with the store: it takes in what was saved
// since, also by a process that was killed before it could.
func (w *Workspace) Refresh(ctx context.Context) error {
	if err := w.open(ctx); err != nil {
		return err
	}
	if err := w.dropStale(ctx); err != nil {
		return err
	}
	refs, err := w.Store.Unindexed(ctx)
	if err != nil {
		return err
	}
	return w.put(ctx, refs)
}

// dropStale takes out of the index what has been replaced in the store; what
// has come back under the same ID is put in again after it.
func (w *Workspace) dropStale(ctx context.Context) error {
	stale, err := w.Store.Stale(ctx)
	if err != nil || len(stale) == 0 {
		return err
	}
	if err := w.index.Delete(ctx, stale); err != nil {
		return err
	}
	return w.Store.ForgetStale(ctx, stale...)
}

// Reindex builds the index anew from the store and gives the number of its
// passages.
func (w *Workspace) Reindex(ctx context.Context) (int, error) {
	if w.index != nil {
		if err := w.index.Close(); err != nil {
			return 0, err
		}
		w.index = nil
	}
	if err := os.RemoveAll(w.indexDir()); err != nil {
		return 0, fmt.Errorf("reindex: %w", err)
	}
	if err := w.open(ctx); err != nil {
		return 0, err
	}
	return w.index.Count()
}
