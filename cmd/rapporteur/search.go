package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
)

type searchOptions struct {
	themes                           []string
	sources, groups, meetings, kinds []string
	language                         string
	allLanguages, superseded, json   bool
	limit, offset                    int
}

func newSearch(a *app, g *globalOptions) *cobra.Command {
	var o searchOptions
	c := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find passages, with pinpoints, fragments and facets",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return runSearch(c.Context(), a, g, o, strings.Join(args, " "))
		},
	}
	f := c.Flags()
	f.StringSliceVar(&o.themes, "theme", nil, "themes, 1 to 12")
	f.StringSliceVar(&o.sources, "source", nil, "sources, such as RUS")
	f.StringSliceVar(&o.groups, "group", nil, "groups, such as RCC")
	f.StringSliceVar(&o.meetings, "meeting", nil, "meetings, such as CWG-Internet-22")
	f.StringSliceVar(&o.kinds, "kind", nil, "kinds of passage, such as proposal")
	f.StringVar(&o.language, "lang", "", "language: en, fr, es, ru, ar or zh")
	f.BoolVar(&o.allLanguages, "all-languages", false, "widen the query to the other languages through the codebook's concepts")
	f.BoolVar(&o.superseded, "superseded", false, "also find passages that a revision has replaced")
	f.IntVar(&o.limit, "limit", 20, "hits to show")
	f.IntVar(&o.offset, "offset", 0, "hits to pass over")
	f.BoolVar(&o.json, "json", false, "as JSON")
	return c
}

// query makes a query value of the options.
func (o searchOptions) query(text string) (corpus.Query, error) {
	q := corpus.Query{
		Text: text, Sources: o.sources, Groups: o.groups, Meetings: o.meetings, Language: o.language,
		AllLanguages: o.allLanguages, Superseded: o.superseded, Limit: o.limit, Offset: o.offset,
	}
	for _, kind := range o.kinds {
		q.Kinds = append(q.Kinds, corpus.Kind(kind))
	}
	themes, err := parseThemes(o.themes)
	q.Themes = themes
	return q, err
}

func parseThemes(list []string) ([]corpus.Theme, error) {
	var themes []corpus.Theme
	for _, s := range list {
		n, err := strconv.Atoi(s)
		if err != nil || !corpus.Theme(n).Valid() {
			return nil, corpus.Errorf(corpus.CodeUsage, "theme %q: themes are 1 to %d; \"rapporteur list themes\" names them", s, corpus.ThemeCount)
		}
		themes = append(themes, corpus.Theme(n))
	}
	return themes, nil
}

func runSearch(ctx context.Context, a *app, g *globalOptions, o searchOptions, text string) error {
	q, err := o.query(text)
	if err != nil {
		return err
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	r, err := w.Search(ctx, q)
	if err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.out, r)
	}
	a.printResult(r)
	return nil
}

func (a *app) printResult(r corpus.Result) {
	fmt.Fprintf(a.out, "%s for %s\n", plural(r.Total, "passage", "passages"), r.Query)
	for _, h := range r.Hits {
		place := h.Label
		if place == "" {
			_, place, _ = strings.Cut(h.ID, "#")
		}
		if h.Page > 0 {
			place += fmt.Sprintf(", p. %d", h.Page)
		}
		fmt.Fprintf(a.out, "\n%s  %s  %s  %s  themes %v\n", h.ID, strings.Join(h.Sources, "+"), place, h.Kind, h.Themes)
		for _, f := range h.Fragments {
			fmt.Fprintf(a.out, "    %s\n", a.marked(f))
		}
	}
	if len(r.Hits) > 0 {
		fmt.Fprintln(a.out)
	}
	for _, name := range []string{"theme", "source", "group", "meeting", "kind", "language"} {
		if counts := r.Facets[name]; len(counts) > 0 {
			fmt.Fprintf(a.out, "%-9s", name)
			for i, c := range counts {
				if i == 12 {
					fmt.Fprintf(a.out, " … %d more", len(counts)-i)
					break
				}
				fmt.Fprintf(a.out, " %s %d ", c.ID, c.Count)
			}
			fmt.Fprintln(a.out)
		}
	}
}

// marked shows a fragment's marks as a terminal can: bold, or in brackets.
func (a *app) marked(fragment string) string {
	open, shut := "[", "]"
	if isTerminal(a.out) && a.getenv("NO_COLOR") == "" {
		open, shut = "\x1b[1m", "\x1b[0m"
	}
	return strings.NewReplacer("<mark>", open, "</mark>", shut, "&lt;", "<", "&gt;", ">", "&amp;", "&", "&#34;", `"`, "&#39;", "'").Replace(fragment)
}
