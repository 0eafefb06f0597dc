package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

type searchOptions struct {
	themes, sources, groups, meetings, kinds, acts, statuses, regions []string

	language, like, after, sort, save, saved, forget, batch, format string

	allLanguages, conceptOnly, superseded, explain, cite, json bool

	limit, offset int
}

const searchHelp = `Finds passages. The query has words in any form, "exact phrases", AND OR NOT
(groups), -word, word*, fuzzy~1, "near words"~8, literal:text, and fields:
source:RUS group:RCC region:C theme:4 kind:proposal act:oppose status:accepted
meeting:CWG-Internet-22 lang:ru symbol:… date:2025-01..2025-09; -theme:6 leaves
out. Counts follow the query.

  search --like SYMBOL#LABEL     what says something similar, in any language
  search --explain …             how the query was read, why each hit scored
  search --after CURSOR …        goes on after the hits whose "next" this was
  search --save NAME …           keeps the query; --saved NAME asks it again
  search saved, search history   list the kept queries, and what was asked
  search --batch FILE            a query on each line; --format csv or jsonl

To search for the word saved or history alone, put it in quotation marks within
the query: '"history"'.`

func newSearch(a *app, g *globalOptions) *cobra.Command {
	var o searchOptions
	c := &cobra.Command{
		Use:   "search [QUERY | saved | history]",
		Short: "Find passages, with pinpoints, fragments and facets",
		Long:  searchHelp,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && !o.complete() {
				return usageError{errNoQuery}
			}
			return runSearch(c.Context(), a, g, o, args)
		},
	}
	f := c.Flags()
	f.StringSliceVar(&o.themes, "theme", nil, "themes, 1 to 12")
	f.StringSliceVar(&o.sources, "source", nil, "sources, such as RUS")
	f.StringSliceVar(&o.groups, "group", nil, "groups, such as RCC")
	f.StringSliceVar(&o.regions, "region", nil, "administrative regions of the sources, A to E")
	f.StringSliceVar(&o.meetings, "meeting", nil, "meetings, such as CWG-Internet-22")
	f.StringSliceVar(&o.kinds, "kind", nil, "kinds of passage, such as proposal")
	f.StringSliceVar(&o.acts, "act", nil, "acts, such as support")
	f.StringSliceVar(&o.statuses, "status", nil, "least settled status of a passage's claims, such as suggested")
	f.StringVar(&o.language, "lang", "", "language: en, fr, es, ru, ar or zh")
	f.BoolVar(&o.allLanguages, "all-languages", false, "widen the query to the other languages through the codebook's concepts")
	f.BoolVar(&o.conceptOnly, "concept-only", false, "with --all-languages, leave out what only belongs to the same theme as the concept")
	f.BoolVar(&o.superseded, "superseded", false, "also find passages that a revision has replaced")
	f.StringVar(&o.like, "like", "", "find what is like this passage, SYMBOL#LABEL")
	f.StringVar(&o.sort, "sort", "", "order: relevance, date (latest first), oldest or symbol")
	f.IntVar(&o.limit, "limit", 20, "hits to show")
	f.IntVar(&o.offset, "offset", 0, "hits to pass over")
	f.StringVar(&o.after, "after", "", "go on after the hits whose cursor this is")
	f.BoolVar(&o.explain, "explain", false, "say how the query was read and why each hit scored")
	f.BoolVar(&o.cite, "cite", false, "with a citation of each hit, ready to use")
	f.StringVar(&o.save, "save", "", "keep the query under this name")
	f.StringVar(&o.saved, "saved", "", "ask the query that was kept under this name; filters and words are added to it")
	f.StringVar(&o.forget, "forget", "", "no longer keep the query of this name")
	f.StringVar(&o.batch, "batch", "", "ask each line of this file")
	f.StringVar(&o.format, "format", "jsonl", "what a batch writes: csv or jsonl")
	f.BoolVar(&o.json, "json", false, "as JSON")
	return c
}

// errNoQuery is what a search without anything to search for gives.
var errNoQuery = corpus.Errorf(corpus.CodeUsage,
	"search: there is no query: give one, or '' for every passage; see \"rapporteur search --help\"")

// complete reports whether the options say what to search for without a query.
func (o searchOptions) complete() bool {
	return o.like != "" || o.saved != "" || o.batch != "" || o.forget != ""
}

// query makes a query value of the options.
func (o searchOptions) query(text string) (corpus.Query, error) {
	q := corpus.Query{
		Text: text, Sources: o.sources, Groups: o.groups, Regions: o.regions, Meetings: o.meetings, Language: o.language,
		AllLanguages: o.allLanguages, ConceptOnly: o.conceptOnly, Superseded: o.superseded, Like: o.like, Sort: corpus.Sort(o.sort), Explain: o.explain,
		After: o.after, Limit: o.limit, Offset: o.offset,
		Kinds: of[corpus.Kind](o.kinds), Acts: of[corpus.Act](o.acts), Statuses: of[corpus.Status](o.statuses),
	}
	if o.sort != "" && !slices.Contains(corpus.Sorts(), q.Sort) {
		return q, corpus.Errorf(corpus.CodeUsage, "order %q is not known: use relevance, date, oldest or symbol", o.sort)
	}
	themes, err := parseThemes(o.themes)
	q.Themes = themes
	return q, err
}

// of makes typed values of a flag's.
func of[T ~string](values []string) []T {
	var out []T
	for _, v := range values {
		out = append(out, T(strings.ToLower(v)))
	}
	return out
}

func parseThemes(list []string) ([]corpus.Theme, error) {
	var themes []corpus.Theme
	for _, s := range list {
		t, ok := corpus.ParseTheme(s)
		if !ok {
			return nil, corpus.Errorf(corpus.CodeUsage, "theme %q: themes are 1 to %d; \"rapporteur list themes\" names them", s, corpus.ThemeCount)
		}
		themes = append(themes, t)
	}
	return themes, nil
}

func runSearch(ctx context.Context, a *app, g *globalOptions, o searchOptions, args []string) error {
	q, err := o.query(strings.Join(args, " "))
	if err != nil {
		return err
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	switch {
	case slices.Equal(args, []string{"saved"}):
		return a.listSaved(ctx, w, o.json)
	case slices.Equal(args, []string{"history"}):
		return a.listHistory(ctx, w, o)
	case o.forget != "":
		return w.Store.ForgetSearch(ctx, o.forget)
	case o.batch != "":
		return a.batchSearch(ctx, w, o, q)
	}
	if o.saved != "" {
		if q, err = w.SavedSearch(ctx, o.saved, q); err != nil {
			return err
		}
	}
	r, err := w.Search(ctx, q)
	if err != nil {
		return err
	}
	if o.save != "" {
		if err := w.SaveSearch(ctx, o.save, q); err != nil {
			return err
		}
	}
	if err := w.Remember(ctx, q, r.Total); err != nil {
		return err
	}
	return a.showResult(ctx, w, o, r)
}

// showResult prints a result, with citations where they were asked for.
func (a *app) showResult(ctx context.Context, w *workspace.Workspace, o searchOptions, r corpus.Result) error {
	out := citedResult{Result: r}
	for _, h := range r.Hits {
		c := citedHit{Hit: h}
		if o.cite {
			var err error
			if c.Citation, err = w.Cite(ctx, h); err != nil {
				return err
			}
		}
		out.Hits = append(out.Hits, c)
	}
	if o.json {
		if out.Hits == nil {
			out.Hits = []citedHit{}
		}
		return writeJSON(a.out, out)
	}
	a.printResult(out)
	return nil
}
