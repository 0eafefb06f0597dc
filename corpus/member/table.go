package member

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"rapporteur/corpus"
)

//go:embed table
var tables embed.FS

// wholeOnly marks, in a table, a name that is looked for as a whole string
// and never in running text: it is a common word, or doubtful by itself.
const wholeOnly = "="

// buildDefault reads the embedded tables. They are part of the program and
// tested with it, so a fault in them is a programming error.
func buildDefault() *Registry {
	entries, err := readTables(tables)
	if err != nil {
		panic("member: " + err.Error())
	}
	words, err := readPhrases(tables)
	if err != nil {
		panic("member: " + err.Error())
	}
	r, err := build(entries, words)
	if err != nil {
		panic("member: " + err.Error())
	}
	r.spelt = sync.OnceValue(func() *spelt {
		s, err := r.spell()
		if err != nil {
			panic("member: " + err.Error())
		}
		return s
	})
	return r
}

// readTables joins table/sources.tsv with one file of names per language.
func readTables(fsys fs.FS) ([]Entry, error) {
	var entries []Entry
	at := map[string]int{}
	err := readRows(fsys, "table/sources.tsv", 4, func(c []string) error {
		at[c[0]] = len(entries)
		entries = append(entries, Entry{ID: c[0], Kind: corpus.SourceKind(c[1]), Region: c[2], Codes: strings.Fields(c[3]),
			Names: map[string]string{}, Formal: map[string]string{}, adjectives: map[string][]string{}, whole: map[string]bool{}})
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, lang := range corpus.Languages {
		err := readRows(fsys, "table/"+lang+".tsv", 5, func(c []string) error {
			i, ok := at[c[0]]
			if !ok {
				return fmt.Errorf("%s is not in table/sources.tsv", c[0])
			}
			entries[i].add(lang, c[1], c[2], c[3], c[4])
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return entries, readRows(fsys, "table/capitals.tsv", 2, func(c []string) error {
		i, ok := at[c[0]]
		if !ok {
			return fmt.Errorf("%s is not in table/sources.tsv", c[0])
		}
		entries[i].Capitals = strings.Split(c[1], "|")
		return nil
	})
}

// add sets the names of one language from a row of its table.
func (e *Entry) add(lang, short, formal, adjectives, aliases string) {
	short = e.mark(short)
	e.Names[lang] = short
	if formal != "" {
		e.Formal[lang] = strings.ReplaceAll(formal, "*", short)
	}
	if adjectives != "" {
		e.adjectives[lang] = strings.Split(adjectives, "|")
	}
	if aliases == "" {
		return
	}
	for a := range strings.SplitSeq(aliases, "|") {
		e.Aliases = append(e.Aliases, e.mark(a))
	}
}

// mark takes the sign off a name that counts as a whole string only.
func (e *Entry) mark(name string) string {
	bare, ok := strings.CutPrefix(name, wholeOnly)
	if ok {
		e.whole[bare] = true
	}
	return bare
}

// readRows calls row for each line of a table that is neither empty nor a
// comment; columns are separated by one tab each.
func readRows(fsys fs.FS, name string, columns int, row func([]string) error) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	n := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		n++
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != columns {
			return fmt.Errorf("%s:%d: %d columns, want %d", name, n, len(c), columns)
		}
		if err := row(c); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return nil
}
