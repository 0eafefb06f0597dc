package member

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"rapporteur/corpus"
)

// Bounds of a members file: far above what a workspace needs, and small enough
// to be read at once.
const (
	maxFile    = 512 << 10 // bytes
	maxMembers = 2000
	maxAliases = 200 // of one entry
	maxLabel   = 300 // bytes of one name
	maxNesting = 12  // brackets and dashes open at once
)

// file is a workspace's members file.
type file struct {
	Members []item `yaml:"members"`
}

// item is one source of a members file.
type item struct {
	ID         string              `yaml:"id"`
	Kind       corpus.SourceKind   `yaml:"kind"`
	Region     string              `yaml:"region"`
	Codes      []string            `yaml:"codes"`
	Names      map[string]string   `yaml:"names"`
	Formal     map[string]string   `yaml:"formal"`
	Adjectives map[string][]string `yaml:"adjectives"`
	Aliases    []string            `yaml:"aliases"`

	line int
}

// UnmarshalYAML reads an item and remembers its line.
func (m *item) UnmarshalYAML(node ast.Node) error {
	type plain item
	var v plain
	if err := yaml.NodeToValue(node, &v, yaml.Strict()); err != nil {
		return err
	}
	*m = item(v)
	m.line = firstLine(node)
	return nil
}

func firstLine(node ast.Node) int {
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 {
		node = m.Values[0].Key
	}
	if t := node.GetToken(); t != nil {
		return t.Position.Line
	}
	return 0
}

// Extend gives a new registry that also knows the sources of a members file: a
// list "members" of entries with id, kind, region, codes, names, formal and
// adjectives by language, and aliases. It is strict: an unknown key, an ID or a
// name that is taken already, and anything beyond the bounds is an error with
// [corpus.CodeInvalid] that names the line. An empty file adds nothing.
func (r *Registry) Extend(data []byte) (*Registry, error) {
	if err := checkFile(data); err != nil {
		return nil, err
	}
	var f file
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil && !errors.Is(err, io.EOF) {
		return nil, yamlError(err)
	}
	if len(f.Members) > maxMembers {
		return nil, corpus.Errorf(corpus.CodeInvalid, "members: %d entries, at most %d are read", len(f.Members), maxMembers)
	}
	before := r.spelt()
	s := &spelt{forms: slices.Clone(before.forms), trie: before.trie.clone()}
	out := &Registry{entries: slices.Clone(r.entries), byID: maps.Clone(r.byID), fold: r.fold, words: r.words, spelt: func() *spelt { return s }}
	for _, m := range f.Members {
		if err := out.include(m); err != nil {
			return nil, corpus.Errorf(corpus.CodeInvalid, "members: line %d: %w", m.line, err)
		}
	}
	return out, nil
}

// include checks an item and adds it as an entry.
func (r *Registry) include(m item) error {
	if err := m.check(); err != nil {
		return err
	}
	e := Entry{ID: m.ID, Kind: m.Kind, Region: m.Region, Codes: m.Codes, Names: m.Names, Formal: m.Formal,
		adjectives: m.Adjectives, whole: map[string]bool{}}
	if e.Formal == nil {
		e.Formal = map[string]string{}
	}
	for _, a := range m.Aliases {
		e.Aliases = append(e.Aliases, e.mark(a))
	}
	for _, lang := range slices.Sorted(maps.Keys(e.Names)) {
		e.Names[lang] = e.mark(e.Names[lang])
	}
	r.entries = append(r.entries, e)
	last := len(r.entries) - 1
	if err := r.register(last); err != nil {
		return err
	}
	return r.spellOut(r.spelt(), last)
}

var (
	memberID = regexp.MustCompile(`^[A-Z]{3}$`)
	sourceID = regexp.MustCompile(`^[A-Z0-9][A-Z0-9_-]{0,63}$`)
)

func (m *item) check() error {
	switch m.Kind {
	case corpus.SourceMember:
		if !memberID.MatchString(m.ID) {
			return fmt.Errorf("id %q: a Member State has three capital letters, an invented one X and two", m.ID)
		}
	case corpus.SourceGroup, corpus.SourceSecretariat, corpus.SourceSectorMember, corpus.SourceStakeholder, corpus.SourceOther:
		if !sourceID.MatchString(m.ID) {
			return fmt.Errorf("id %q: write it in capital letters and digits", m.ID)
		}
	default:
		return fmt.Errorf("kind %q of %s: write member, group, secretariat, sector_member, stakeholder or other", m.Kind, m.ID)
	}
	if m.Region != "" && (len(m.Region) != 1 || m.Region < "A" || m.Region > "E") {
		return fmt.Errorf("region %q of %s: write one letter, A to E", m.Region, m.ID)
	}
	if len(m.Names) == 0 {
		return fmt.Errorf("%s has no names: write one in at least one language", m.ID)
	}
	return m.checkNames()
}

func (m *item) checkNames() error {
	total := len(m.Aliases)
	all := slices.Concat(m.Codes, m.Aliases)
	for _, byLang := range []map[string]string{m.Names, m.Formal} {
		for _, lang := range slices.Sorted(maps.Keys(byLang)) {
			if corpus.LanguageLetter(lang) == "" {
				return fmt.Errorf("language %q of %s: write ar, en, es, fr, ru or zh", lang, m.ID)
			}
			all = append(all, byLang[lang])
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(m.Adjectives)) {
		if corpus.LanguageLetter(lang) == "" {
			return fmt.Errorf("language %q of %s: write ar, en, es, fr, ru or zh", lang, m.ID)
		}
		total += len(m.Adjectives[lang])
		all = append(all, m.Adjectives[lang]...)
	}
	if total > maxAliases {
		return fmt.Errorf("%s has %d aliases, at most %d are read", m.ID, total, maxAliases)
	}
	for _, s := range all {
		if strings.IndexFunc(s, unicode.IsLetter) < 0 || len(s) > maxLabel || !utf8.ValidString(s) {
			return fmt.Errorf("%q of %s: a name has letters and at most %d bytes", cutName(s), m.ID, maxLabel)
		}
	}
	return nil
}

func cutName(s string) string { return s[:min(len(s), 40)] }

// checkFile refuses what a members file has no use for and a reader of YAML
// could choke on: size, depth, anchors, tags and more than one document.
func checkFile(data []byte) error {
	if len(data) > maxFile {
		return corpus.Errorf(corpus.CodeInvalid, "members: larger than %d bytes", maxFile)
	}
	if !utf8.Valid(data) {
		return corpus.Errorf(corpus.CodeInvalid, "members: not UTF-8 text")
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		lead := line[:len(line)-len(bytes.TrimLeft(line, "- ?\t"))]
		if bytes.Count(lead, []byte("- "))+bytes.Count(lead, []byte("? ")) > maxNesting {
			return corpus.Errorf(corpus.CodeInvalid, "members: line %d: too deeply nested", n)
		}
	}
	return checkTokens(string(data))
}

func checkTokens(text string) error {
	depth := 0
	for i, t := range lexer.Tokenize(text) {
		fault := ""
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			if depth++; depth > maxNesting {
				fault = "too deeply nested"
			}
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.DocumentHeaderType:
			if i > 0 {
				fault = "a second document is not read"
			}
		case token.AnchorType, token.AliasType, token.MergeKeyType, token.TagType:
			fault = t.Type.String() + " is not read here"
		}
		if fault != "" {
			return corpus.Errorf(corpus.CodeInvalid, "members: line %d: %s", t.Position.Line, fault)
		}
	}
	return nil
}

// yamlError says the line and what is wrong, without an excerpt.
func yamlError(err error) error {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		return corpus.Errorf(corpus.CodeInvalid, "members: line %d: %s", y.GetToken().Position.Line, y.GetMessage())
	}
	return corpus.Errorf(corpus.CodeInvalid, "members: %s", strings.SplitN(err.Error(), "\n", 2)[0])
}
