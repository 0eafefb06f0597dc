package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

type compareOptions struct {
	meetings, themes []string
	json             bool
}

func newCompare(a *app, g *globalOptions) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use:   "compare",
		Short: "Show similar proposals of different sources side by side",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return runCompare(c.Context(), a, g, o) },
	}
	f := c.Flags()
	f.StringSliceVar(&o.meetings, "meeting", nil, "meetings to compare (default: all)")
	f.StringSliceVar(&o.themes, "theme", nil, "only groups on these themes")
	f.BoolVar(&o.json, "json", false, "as JSON")
	return c
}

// compared is what compare --json prints.
type compared struct {
	Groups    []corpus.ViewGroup `json:"groups"`
	Proposals []corpus.Proposal  `json:"proposals"`
}

func runCompare(ctx context.Context, a *app, g *globalOptions, o compareOptions) error {
	themes, err := parseThemes(o.themes)
	if err != nil {
		return err
	}
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	r, err := w.Report(ctx, workspace.ReportOptions{Meetings: o.meetings, Program: version})
	if err != nil {
		return err
	}
	found := onThemes(r, themes)
	if o.json {
		return writeJSON(a.out, found)
	}
	a.printGroups(found)
	return nil
}

// onThemes keeps the groups with a proposal on one of the themes; all where
// none is named.
func onThemes(r corpus.Report, themes []corpus.Theme) compared {
	out := compared{Groups: []corpus.ViewGroup{}, Proposals: []corpus.Proposal{}}
	for _, g := range r.Groups {
		var members []corpus.Proposal
		fits := len(themes) == 0
		for _, p := range r.Proposals {
			if slices.Contains(g.Proposals, p.ID) {
				members = append(members, p)
				fits = fits || slices.ContainsFunc(p.Themes, func(t corpus.Theme) bool { return slices.Contains(themes, t) })
			}
		}
		if fits {
			out.Groups, out.Proposals = append(out.Groups, g), append(out.Proposals, members...)
		}
	}
	return out
}

// byAnalyst says what analysts made of a group.
func byAnalyst(g corpus.ViewGroup) string {
	if len(g.Edits) == 0 {
		return ""
	}
	var actions []string
	for _, e := range g.Edits {
		actions = append(actions, string(e))
	}
	text := "  by an analyst: " + strings.Join(actions, ", ")
	if g.Name != "" {
		text = "  " + g.Name + text
	}
	return text
}

func (a *app) printGroups(c compared) {
	for _, g := range c.Groups {
		fmt.Fprintf(a.out, "%s  %s%s\n", g.ID, plural(len(g.Proposals), "proposal", "proposals"), byAnalyst(g))
		for _, p := range c.Proposals {
			if slices.Contains(g.Proposals, p.ID) {
				fmt.Fprintf(a.out, "  %-4s %-12s %s\n       %s\n", p.ID, strings.Join(p.Sources, "+"), p.Passage, p.Quote)
			}
		}
		for _, s := range []struct {
			word   string
			quotes []corpus.Quote
		}{{"supports", g.Supports}, {"reserves on", g.Reserves}, {"opposes", g.Opposes}} {
			for _, q := range s.quotes {
				fmt.Fprintf(a.out, "  %s %s it (%s): %s\n", strings.Join(q.Sources, "+"), s.word, q.Passage, q.Quote)
			}
		}
		fmt.Fprintln(a.out)
	}
	fmt.Fprintf(a.out, "%s of similar proposals\n", plural(len(c.Groups), "group", "groups"))
}
