package main

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

func newStatus(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "status",
		Short: "Say what the workspace holds, and what could not be read and why",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return runStatus(c.Context(), a, g, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func runStatus(ctx context.Context, a *app, g *globalOptions, asJSON bool) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	s, err := w.Store.Status(ctx)
	if err != nil {
		return err
	}
	if s.Unread == nil {
		s.Unread = []corpus.LedgerLine{}
	}
	if asJSON {
		return writeJSON(a.out, s)
	}
	a.printStatus(s)
	return nil
}

func (a *app) printStatus(s store.Status) {
	fmt.Fprintf(a.out, "%s in %s, %s, as %s; %s, %s.\n",
		plural(s.Works, "work", "works"), plural(s.Versions, "version", "versions"),
		plural(s.Renditions, "file", "files"), plural(s.Submissions, "submission", "submissions"),
		plural(s.Passages, "passage", "passages"), plural(s.Claims, "claim", "claims"))
	for _, m := range s.Meetings {
		fmt.Fprintf(a.out, "  %s: %s\n", m.ID, plural(m.Works, "work", "works"))
	}
	fmt.Fprint(a.out, "Languages:")
	for _, l := range slices.Sorted(maps.Keys(s.Languages)) {
		fmt.Fprintf(a.out, " %s %d", l, s.Languages[l])
	}
	fmt.Fprint(a.out, "\nSources:")
	for _, k := range slices.Sorted(maps.Keys(s.Sources)) {
		fmt.Fprintf(a.out, " %s %d", k, s.Sources[k])
	}
	fmt.Fprintln(a.out)
	if len(s.Unread) == 0 {
		return
	}
	fmt.Fprintf(a.out, "Not read: %s\n", plural(len(s.Unread), "file", "files"))
	t := newTable(a.out, []int{50, 0, 80}, "File", "Reason", "What was found and what to do")
	for _, l := range s.Unread {
		t.AppendRow([]any{l.File, l.Reason, l.Detail})
	}
	t.Render()
}
