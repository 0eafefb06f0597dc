package compare

import (
	"cmp"
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
	// Attribution is [Named], or [Unnamed]; empty means named. Where no source is
	// named, Names is asked for what to cut out of quotations: a registry that
	// is a [Finder] also finds names that are not written as registered.
	Attribution string
	// Chosen are paragraphs to quote besides, by [ChoiceOf], in this order.
	Chosen []corpus.Hash
	// Parts are those to write; empty for all.
	Parts []Part
	// SessionsPerYear is how many sessions the draft work plan gives a year of
	// the period that proposals name; 0 means 2, as the group met until 2025.
	SessionsPerYear int
	// Cutoff is the stated day up to which submissions are counted.
	Cutoff string
	// Program and Codebook are printed, so that the report can be made again.
	Program  string
	Codebook corpus.Hash
	Labels   Labels
	Names    Names
	// Concepts may be nil; then Labels is asked whether it can do it.
	Concepts Concepts
}

// Compare writes the report on a snapshot.
func Compare(ctx context.Context, snap corpus.Snapshot, o Options) (corpus.Report, error) {
	asked := o.asked()
	o, words, err := o.complete()
	if err != nil {
		return corpus.Report{}, err
	}
	v := newView(snap, o, words)
	chosen := v.readChosen(snap, o.Chosen)
	if err := ctx.Err(); err != nil {
		return corpus.Report{}, err
	}
	r := corpus.Report{Language: o.Language, Title: words.heads.title, Dated: words.day(o.Cutoff), Ledger: emptied(v.ledger())}
	r.Scope = v.scope(o)
	r.Scope.Asked = asked
	r.Proposals = v.register()
	r.Groups = v.groups(r.Proposals)
	matrix := v.matrix(o, r.Proposals) // after the groups: a stance has its proposal's theme
	r.Matrix = v.shownMatrix(matrix)
	if err := ctx.Err(); err != nil {
		return corpus.Report{}, err
	}
	r.Recommendations = v.recommendations(r.Proposals)
	plan := v.plan(o, words, r)
	r.Workplan = plan.items
	changes := v.meetingChanges(r.Proposals)
	v.sortByName(r.Proposals) // what is chosen by order was chosen before
	r.Themes, r.Process = v.themes(o, r.Proposals, r.Groups), v.ownWork(r.Proposals, r.Groups)
	r.Meetings = v.shownChanges(changes)
	r.Revisions = v.revisions()
	r.Chosen = chosen
	uncertain := v.uncertain()
	r.Uncertain = uncertain[:min(len(uncertain), mostUncertain)]
	c := composer{view: v, options: o, words: words, report: &r, numbered: numbered(r.Proposals), plan: plan, full: matrix, changes: changes, uncertain: len(uncertain)}
	c.compose()
	r.Statements = statementsOf(r.Blocks)
	r.Passages = v.cited(r)
	return r, nil
}

// asked are the choices as they were made.
func (o Options) asked() corpus.Asked {
	a := corpus.Asked{Meetings: emptied(o.Meetings), Themes: emptied(o.Themes), Parts: []string{}, SessionsPerYear: o.SessionsPerYear, Chosen: o.Chosen}
	for _, p := range o.Parts {
		a.Parts = append(a.Parts, string(p))
	}
	return a
}

// complete fills in what is left empty.
func (o Options) complete() (Options, *phrases, error) {
	o.Language = cmp.Or(o.Language, "en")
	o.Attribution = cmp.Or(o.Attribution, Named)
	o.SessionsPerYear = cmp.Or(o.SessionsPerYear, 2)
	if len(o.Themes) == 0 {
		o.Themes = corpus.Themes()
	}
	if o.Attribution != Named && o.Attribution != Unnamed {
		return o, nil, corpus.Errorf(corpus.CodeUsage, "no attribution %q: there are %s and %s", o.Attribution, Named, Unnamed)
	}
	if o.SessionsPerYear < 1 || o.SessionsPerYear > 12 {
		return o, nil, corpus.Errorf(corpus.CodeUsage, "%d sessions a year: give 1 to 12", o.SessionsPerYear)
	}
	for _, p := range o.Parts {
		if !slices.Contains(Parts(), p) {
			return o, nil, corpus.Errorf(corpus.CodeUsage, "no part %q: there are %v", p, Parts())
		}
	}
	words, err := phrasesFor(o.Language)
	return o, words, err
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
