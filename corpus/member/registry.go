package member

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"rapporteur/corpus"
)

// Entry is all that is known of one source.
type Entry struct {
	ID   string
	Kind corpus.SourceKind
	// Region is ITU's administrative region, A to E, of a Member State; "" for
	// others. It says nothing of the regional groups a State belongs to.
	Region string
	// Codes are aliases of the ID: ISO 3166 alpha-2, and ITU's own letters
	// where they differ ("F", "ARS").
	Codes []string
	// Names and Formal are by ISO 639-1 code; a missing formal name is the
	// same as the short one.
	Names  map[string]string
	Formal map[string]string
	// Aliases are other spellings in any language, in the order of the table.
	Aliases []string

	// Capitals are the names of the seat of government, in any language.
	Capitals []string

	adjectives map[string][]string
	whole      map[string]bool // names that are too common to be looked for in running text
}

func (e *Entry) source() corpus.Source {
	return corpus.Source{ID: e.ID, Name: e.name("en"), Kind: e.Kind}
}

func (e *Entry) name(lang string) string {
	if n := e.Names[lang]; n != "" {
		return n
	}
	if n := e.Names["en"]; n != "" {
		return n
	}
	for _, l := range corpus.Languages {
		if n := e.Names[l]; n != "" {
			return n
		}
	}
	return e.ID
}

// Registry knows who may submit, by every name they go by. It does not change
// after it is made and may be used from several goroutines.
type Registry struct {
	entries []Entry        // in the order of the table
	byID    map[string]int // IDs and codes
	fold    *folder
	words   phrases
	// spelt is made when a name is first looked for: most commands look for none.
	spelt func() *spelt
}

// spelt is every form of every name, to be found in texts.
type spelt struct {
	forms []form
	trie  *trie
}

var builtIn = sync.OnceValue(buildDefault)

// Default gives the registry of the embedded tables: the 194 Member States,
// groups, ITU's secretariat and the organisations that meet beside them.
func Default() *Registry { return builtIn() }

// Source gives the source with this ID or code ("RUS", "F", "ARS").
func (r *Registry) Source(id string) (corpus.Source, bool) {
	i, ok := r.byID[id]
	if !ok {
		return corpus.Source{}, false
	}
	return r.entries[i].source(), true
}

// Name gives the short name in a language, in English where the language is
// missing, and the ID itself where it is unknown.
func (r *Registry) Name(id, lang string) string {
	i, ok := r.byID[id]
	if !ok {
		return id
	}
	return r.entries[i].name(lang)
}

// Region gives the administrative region of a Member State, or "".
func (r *Registry) Region(id string) string {
	if i, ok := r.byID[id]; ok {
		return r.entries[i].Region
	}
	return ""
}

// Capitals gives the names of a Member State's seat of government in the six
// languages; none where it has the State's own name.
func (r *Registry) Capitals(id string) []string {
	i, ok := r.byID[id]
	if !ok {
		return nil
	}
	return slices.Clone(r.entries[i].Capitals)
}

// Entries gives the entries of a kind, sorted by ID; every kind where kind is
// empty. The result is the caller's own.
func (r *Registry) Entries(kind corpus.SourceKind) []Entry {
	var out []Entry
	for _, e := range r.entries {
		if kind != "" && e.Kind != kind {
			continue
		}
		e.Codes, e.Aliases, e.Capitals = slices.Clone(e.Codes), slices.Clone(e.Aliases), slices.Clone(e.Capitals)
		e.Names, e.Formal = maps.Clone(e.Names), maps.Clone(e.Formal)
		e.adjectives, e.whole = nil, nil
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	return out
}
