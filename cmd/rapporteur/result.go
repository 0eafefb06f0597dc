package main

import (
	"fmt"
	"strings"

	"rapporteur/corpus"
)

// citedResult is a result whose hits may have citations.
type citedResult struct {
	corpus.Result
	Hits []citedHit `json:"hits"`
}

type citedHit struct {
	corpus.Hit
	Citation string `json:"citation,omitempty"`
}

func (a *app) printResult(r citedResult) {
	if r.Understood != nil {
		a.printUnderstood(*r.Understood, 0)
	}
	fmt.Fprintf(a.out, "%s for %s\n", plural(r.Total, "passage", "passages"), r.Query)
	if r.Related > 0 {
		fmt.Fprintf(a.out, "%d of them only belong to the theme of what was asked for; --concept-only leaves them out\n", r.Related)
	}
	for _, h := range r.Hits {
		a.printHit(h)
	}
	if len(r.Hits) > 0 {
		fmt.Fprintln(a.out)
	}
	for _, name := range []string{"theme", "source", "group", "region", "meeting", "kind", "act", "status", "language"} {
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

func (a *app) printHit(h citedHit) {
	place := h.Label
	if place == "" {
		_, place, _ = strings.Cut(h.ID, "#")
	}
	if h.Page > 0 {
		place += fmt.Sprintf(", p. %d", h.Page)
	}
	related := ""
	if h.Related {
		related = "  by its theme"
	}
	fmt.Fprintf(a.out, "\n%s  %s  %s  %s  themes %v%s\n", h.ID, strings.Join(h.Sources, "+"), place, h.Kind, h.Themes, related)
	for _, f := range h.Fragments {
		fmt.Fprintf(a.out, "    %s\n", a.marked(f))
	}
	if h.Citation != "" {
		fmt.Fprintf(a.out, "    %s\n", h.Citation)
	}
	if h.Why == nil {
		return
	}
	fmt.Fprintf(a.out, "    score %.6f\n", h.Score)
	for _, p := range h.Why {
		fmt.Fprintf(a.out, "    %+12.6f  %s in %s, %d times in %d words (mean %.1f); in %d of %d passages, weight %.3f\n",
			p.Score, p.Term, p.Field, p.Frequency, p.Length, p.Mean, p.Found, p.Among, p.Weight)
	}
}

// printUnderstood shows how a query was read, its parts indented.
func (a *app) printUnderstood(u corpus.Understood, depth int) {
	fmt.Fprintf(a.out, "%s%s\n", strings.Repeat("  ", depth), u.What)
	for _, part := range u.Of {
		a.printUnderstood(part, depth+1)
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
