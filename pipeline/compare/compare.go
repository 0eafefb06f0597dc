package compare

import (
	"context"
	"slices"

	"rapporteur/corpus"
)

// Labels gives a theme's label in a language, English where there is none.
type Labels interface {
	Label(theme corpus.Theme, language string) string
}

// Names gives and sorts the names of sources in a language.
type Names interface {
	Name(id, language string) string
	Sort(ids []string, language string)
}

// Options are what the rapporteur chooses, and what the report must state.
type Options struct {
	// Meetings are those that the snapshot was taken for; empty for all.
	Meetings []string
	// Themes limits the report; empty for all twelve.
	Themes []corpus.Theme
	// Language is that of headings and fixed phrases; quotations stay in the
	// original. Empty means English.
	Language string
	// Cutoff is the stated day up to which submissions are counted.
	Cutoff string
	// Program and Codebook are printed, so that the report can be made again.
	Program  string
	Codebook corpus.Hash
	Labels   Labels
	Names    Names
}

// Compare writes the report on a snapshot.
func Compare(ctx context.Context, snap corpus.Snapshot, o Options) (corpus.Report, error) {
	if o.Language == "" {
		o.Language = "en"
	}
	words, err := phrasesFor(o.Language)
	if err != nil {
		return corpus.Report{}, err
	}
	if len(o.Themes) == 0 {
		o.Themes = corpus.Themes()
	}
	v := newView(snap, o)
	if err := ctx.Err(); err != nil {
		return corpus.Report{}, err
	}
	r := corpus.Report{Language: o.Language, Title: words.title, Ledger: emptied(v.ledger())}
	r.Scope = v.scope(o)
	r.Matrix = v.matrix(o)
	r.Proposals = v.register()
	r.Groups = v.groups(r.Proposals)
	r.Themes = v.themes(o, r.Proposals, r.Groups)
	r.Workplan = []corpus.WorkItem{}
	c := composer{view: v, options: o, words: words, report: &r}
	c.compose()
	r.Statements = statementsOf(r.Blocks)
	r.Passages = v.cited(r)
	return r, nil
}

// statementsOf collects the cited sentences of the blocks, in order.
func statementsOf(blocks []corpus.Block) []corpus.Statement {
	out := []corpus.Statement{}
	for _, b := range blocks {
		if p, ok := b.(corpus.Paragraph); ok && !p.Note {
			out = append(out, p.Sentences...)
		}
	}
	return out
}

// emptied gives an empty list for a nil one, so that JSON shows [].
func emptied[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// sorted gives the sorted list without doubles.
func sorted(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}
