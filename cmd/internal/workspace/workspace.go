package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/member"
	"rapporteur/corpus/store"
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
	// Log tells people what was mended, such as a rebuilt index.
	Log func(format string, args ...any)

	// tagger is read when it is first needed: only what tags needs it.
	tagger     func() (*tag.Tagger, error)
	shadow     shadow
	doubts     doubts
	submitters submitters
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
	s, err := store.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Workspace{Dir: dir, Store: s, Members: members, Book: book, Log: log,
		tagger: sync.OnceValues(func() (*tag.Tagger, error) { return openTagger(dir, book) })}, nil
}

// Tagger tags with the codebook, and with the workspace's own weights where it
// has some. Its errors say which file is wrong.
func (w *Workspace) Tagger() (*tag.Tagger, error) { return w.tagger() }

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
	return errors.Join(w.release(), w.Store.Close())
}
