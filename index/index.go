package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	bolterrors "go.etcd.io/bbolt/errors"

	"rapporteur/corpus"
	"rapporteur/index/words"
)

// ErrRebuild says that an index cannot be used as it is: it is damaged, or a
// version of this program with other fields made it. [Rebuild] makes a new one.
var ErrRebuild = errors.New("the search index must be rebuilt")

// Version is that of the fields and their contents. An index of another
// version must be rebuilt.
const Version = "rapporteur index 2"

const (
	// batchSize is how many passages are written at once. Between 500 and
	// 2,000 the speed is the same; larger batches cost memory.
	batchSize = 1000
	// maxSegments is how many segments of about one size may lie side by side. Every
	// search looks into every segment: with fewer than Bleve's ten, indexing costs
	// about a seventh more, and there is a quarter as many to look into.
	maxSegments = 4
	// analysts is the number of Bleve's workers; the analysis is done before.
	analysts = 1
)

var versionKey = []byte("version")

// Phrase is words of one language; Language is "" where it is not known.
type Phrase struct{ Language, Text string }

// Expander knows other languages.
type Expander interface {
	// Expand gives phrases that mean what a text means, in any languages, and
	// none where it does not know the text as a whole.
	Expand(text string) []Phrase
	// Concepts gives the phrases of each concept that a passage in a language
	// speaks of, in all languages, the most telling first.
	Concepts(text, language string) [][]Phrase
	// Themes gives the themes that words name or that the concepts they name
	// belong to, and none where they name neither.
	Themes(text string) []Related
}

// Index is an open index. Its methods may be called from several goroutines.
type Index struct {
	dir      string
	readOnly bool
	core     bleveindex.Index
	queue    *bleveindex.AnalysisQueue
	expander Expander

	// writing lets one Put or Delete run at a time.
	writing  sync.Mutex
	stemmers sync.Pool
	columns  columnCache
	ready    ready
}

// Exists reports whether there is an index in a directory, usable or not.
func Exists(dir string) bool {
	for _, d := range []string{dir, dir + oldSuffix} {
		if files, err := os.ReadDir(d); err == nil && len(files) > 0 {
			return true
		}
	}
	return false
}

// Open opens the index in a directory, or makes an empty one. It fails with
// [corpus.CodeBusy] where another process has it open, and with [ErrRebuild]
// where it cannot be used.
func Open(dir string) (*Index, error) {
	if err := settle(dir); err != nil {
		return nil, err
	}
	return start(&Index{dir: dir})
}

// OpenReadOnly opens the index in a directory that cannot be written, beside
// others who only read. One that is missing gives [fs.ErrNotExist].
func OpenReadOnly(dir string) (*Index, error) {
	if _, err := os.Stat(filepath.Join(dir, "root.bolt")); err != nil {
		return nil, fmt.Errorf("open search index: %w", err)
	}
	return start(&Index{dir: dir, readOnly: true})
}

func start(x *Index) (*Index, error) {
	x.queue = bleveindex.NewAnalysisQueue(analysts)
	x.stemmers.New = func() any { return words.NewStemmer() }
	if err := x.open(); err != nil {
		x.queue.Close()
		return nil, err
	}
	return x, nil
}

// SetExpander sets what widens queries that ask for all languages. It must be
// called before the first search.
func (x *Index) SetExpander(e Expander) { x.expander = e }

func (x *Index) open() error {
	core, err := x.openCore()
	if errors.Is(err, bolterrors.ErrTimeout) {
		return &corpus.Error{Code: corpus.CodeBusy, Err: err,
			Message: fmt.Sprintf("search index %s is in use by another process: stop it, or ask through it", x.dir)}
	}
	if errors.Is(err, os.ErrPermission) {
		return fmt.Errorf("open search index %s: %w", x.dir, err)
	}
	if err != nil {
		return fmt.Errorf("open search index %s: %w (%w)", x.dir, ErrRebuild, err)
	}
	x.core = core
	if err := x.checkVersion(); err != nil {
		return errors.Join(err, core.Close())
	}
	return nil
}

// openCore opens Bleve's part. Damaged files can make it panic, which is an
// error like others here.
func (x *Index) openCore() (core bleveindex.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			core, err = nil, fmt.Errorf("damaged: %v", p)
		}
	}()
	names, err := lastFiles(x.dir)
	if err != nil {
		return nil, err
	}
	core, err = scorch.NewScorch(scorch.Name, map[string]any{
		"path": x.dir, "bolt_timeout": lockWait.String(), "read_only": x.readOnly,
		"scorchMergePlanOptions": map[string]any{"MaxSegmentsPerTier": maxSegments},
	}, x.queue)
	if err != nil {
		return nil, err
	}
	if err := core.Open(); err != nil {
		return nil, err
	}
	if err := checkFiles(core, names); err != nil {
		return nil, errors.Join(err, core.Close())
	}
	return core, nil
}

// checkVersion compares the version of an index with ours, and marks an empty
// one.
func (x *Index) checkVersion() error {
	r, err := x.core.Reader()
	if err != nil {
		return fmt.Errorf("read search index %s: %w", x.dir, err)
	}
	found, err := r.GetInternal(versionKey)
	n, countErr := r.DocCount()
	if err := errors.Join(err, countErr, r.Close()); err != nil {
		return fmt.Errorf("read search index %s: %w (%w)", x.dir, ErrRebuild, err)
	}
	switch {
	case string(found) == Version:
		return nil
	case found == nil && n == 0:
		return x.core.SetInternal(versionKey, []byte(Version))
	}
	return fmt.Errorf("search index %s has version %q and not %q: %w", x.dir, found, Version, ErrRebuild)
}

// settle puts a directory in order before it is opened: it finishes a rebuild
// that was interrupted and removes the files that some systems leave beside
// others, which Bleve cannot bear.
func settle(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		if _, err := os.Stat(dir + oldSuffix); err == nil {
			return os.Rename(dir+oldSuffix, dir)
		}
		return os.MkdirAll(dir, 0o700)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("read search index %s: %w", dir, err)
	}
	segments, root := 0, false
	for _, f := range files {
		switch {
		case strings.HasPrefix(f.Name(), "._"):
			if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
				return fmt.Errorf("remove stray file from search index: %w", err)
			}
		case filepath.Ext(f.Name()) == ".zap":
			segments++
		}
		root = root || f.Name() == "root.bolt"
	}
	if segments > 0 && !root {
		return fmt.Errorf("search index %s has lost root.bolt: %w", dir, ErrRebuild)
	}
	return nil
}

// Put indexes passages, replacing those with the same IDs. What it has
// returned from is on disk and is found.
func (x *Index) Put(ctx context.Context, entries []Entry) error {
	x.writing.Lock()
	defer x.writing.Unlock()
	defer x.written()
	s := x.stemmers.Get().(*words.Stemmer)
	defer x.stemmers.Put(s)
	for len(entries) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(batchSize, len(entries))
		b := bleveindex.NewBatch()
		for _, e := range entries[:n] {
			if e.Passage.ID == "" {
				return corpus.Errorf(corpus.CodeInvalid, "index: a passage of %s has no ID", e.Ref)
			}
			d, err := newDocument(e, s)
			if err != nil {
				return err
			}
			b.Update(d)
		}
		if err := x.core.Batch(b); err != nil {
			return fmt.Errorf("write %d passages to search index %s: %w", n, x.dir, err)
		}
		entries = entries[n:]
	}
	return nil
}

// Delete takes passages out. IDs that are not in the index are passed over.
func (x *Index) Delete(ctx context.Context, ids []string) error {
	x.writing.Lock()
	defer x.writing.Unlock()
	defer x.written()
	for len(ids) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(batchSize, len(ids))
		b := bleveindex.NewBatch()
		for _, id := range ids[:n] {
			b.Delete(id)
		}
		if err := x.core.Batch(b); err != nil {
			return fmt.Errorf("delete %d passages from search index %s: %w", n, x.dir, err)
		}
		ids = ids[n:]
	}
	return nil
}

// Close lets go of the index. The index must not be used afterwards.
func (x *Index) Close() error {
	x.writing.Lock()
	defer x.writing.Unlock()
	err := errors.Join(x.ready.close(), x.core.Close())
	x.queue.Close()
	if err != nil {
		return fmt.Errorf("close search index %s: %w", x.dir, err)
	}
	return nil
}
