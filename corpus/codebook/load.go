package codebook

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook/word"
)

//go:embed book/*.yaml
var embedded embed.FS

// Bounds on what a workspace may lay over the book.
const (
	largestFile  = 2 << 20
	mostFiles    = 64
	mostPhrases  = 50_000
	longestEntry = 400 // bytes of one phrase
)

// defaultBook is read once: the embedded files cannot change.
var defaultBook = sync.OnceValues(func() (*Book, error) {
	files, err := fs.Sub(embedded, "book")
	if err != nil {
		return nil, err
	}
	if b, ok := compiled(compiledFile, files); ok {
		return b, nil
	}
	_, b, err := readEmbedded()
	return b, err
})

// readEmbedded reads the embedded YAML files themselves: slower, and every
// entry knows its place.
func readEmbedded() (fs.FS, *Book, error) {
	files, err := fs.Sub(embedded, "book")
	if err != nil {
		return nil, nil, err
	}
	var c Content
	if err := c.readAll(files); err != nil {
		return nil, nil, err
	}
	b, err := newBook(c)
	return files, b, err
}

// Default gives the embedded book.
func Default() *Book {
	b, err := defaultBook()
	if err != nil {
		panic("embedded codebook: " + err.Error()) // a fault of the build, caught by this package's tests
	}
	return b
}

// Load gives the embedded book with the *.yaml files of fsys laid over it: a
// theme, concept or mask that the book knows is replaced, a concept or mask
// with "remove: true" is taken out, and everything else is added. Errors have
// [corpus.CodeInvalid] and name file and line. A nil fsys lays nothing.
func Load(fsys fs.FS) (*Book, error) {
	if fsys == nil {
		return Default(), nil
	}
	_, base, err := readEmbedded()
	if err != nil {
		return nil, err
	}
	c := base.content.clone()
	if err := c.readAll(fsys); err != nil {
		return nil, err
	}
	return newBook(c)
}

func newBook(c Content) (*Book, error) {
	c.sort()
	if err := c.check(); err != nil {
		return nil, err
	}
	data, err := json.Marshal(c)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeInternal, "codebook: %w", err)
	}
	b := &Book{content: c, hash: corpus.HashOf(data), stemmer: &word.Stemmer{}}
	b.compile()
	return b, nil
}

func (c *Content) readAll(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return corpus.Errorf(corpus.CodeInvalid, "codebook: %w", err)
	}
	if len(names) > mostFiles {
		return corpus.Errorf(corpus.CodeInvalid, "codebook: %d files, at most %d are read; join some", len(names), mostFiles)
	}
	slices.Sort(names)
	for _, name := range names {
		if err := c.readFile(fsys, name); err != nil {
			return err
		}
	}
	return nil
}

func (c *Content) readFile(fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return corpus.Errorf(corpus.CodeInvalid, "codebook: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestFile+1))
	if err != nil {
		return corpus.Errorf(corpus.CodeInvalid, "codebook %s: %w", name, err)
	}
	if len(data) > largestFile {
		return corpus.Errorf(corpus.CodeInvalid, "codebook %s: larger than %d bytes; split it", name, largestFile)
	}
	var p page
	if err := yaml.UnmarshalWithOptions(data, &p, yaml.Strict()); err != nil && !errors.Is(err, io.EOF) {
		return yamlError(name, err)
	}
	p.name(path.Base(name))
	c.lay(p)
	return nil
}

// yamlError says file, line and what is wrong, without the source excerpt.
func yamlError(name string, err error) error {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		return corpus.Errorf(corpus.CodeInvalid, "codebook %s line %d: %s", name, y.GetToken().Position.Line, y.GetMessage())
	}
	return corpus.Errorf(corpus.CodeInvalid, "codebook %s: %s", name, strings.SplitN(err.Error(), "\n", 2)[0])
}

// place is where an entry stands, for messages.
type place struct {
	file string
	line int
}

func (p place) String() string {
	if p.line == 0 {
		return "codebook " + p.file
	}
	return fmt.Sprintf("codebook %s line %d", p.file, p.line)
}

// UnmarshalYAML reads a concept and remembers its line.
func (c *Concept) UnmarshalYAML(node ast.Node) error {
	type plain Concept
	var v plain
	if err := yaml.NodeToValue(node, &v, yaml.Strict()); err != nil {
		return err
	}
	*c = Concept(v)
	c.place.line = node.GetToken().Position.Line
	return nil
}

// UnmarshalYAML reads a mask and remembers its line.
func (m *Mask) UnmarshalYAML(node ast.Node) error {
	type plain Mask
	var v plain
	if err := yaml.NodeToValue(node, &v, yaml.Strict()); err != nil {
		return err
	}
	*m = Mask(v)
	m.place.line = node.GetToken().Position.Line
	return nil
}
