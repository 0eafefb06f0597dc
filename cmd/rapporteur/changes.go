package main

import (
	"context"
	"fmt"
	"io"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// runChanges shows what a revision changed against the version it replaced.
func runChanges(ctx context.Context, a *app, g *globalOptions, target string, asJSON bool) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	docs, err := findDocuments(ctx, w, target)
	if err != nil {
		return err
	}
	r, err := w.Report(ctx, workspace.ReportOptions{Program: version})
	if err != nil {
		return err
	}
	found := []corpus.Revision{}
	for _, rev := range r.Revisions {
		for _, d := range docs {
			if d.Ref == rev.Symbol || d.Ref == rev.Replaces {
				found = append(found, rev)
				break
			}
		}
	}
	if len(found) == 0 {
		return corpus.Errorf(corpus.CodeNotFound, "%s has no revision in %s, or the version it replaces is not there", target, w.Dir)
	}
	if asJSON {
		return writeJSON(a.out, found)
	}
	known, err := w.Lookup(ctx)
	if err != nil {
		return err
	}
	for _, rev := range found {
		printRevision(a.out, rev, known)
	}
	return nil
}

func printRevision(w io.Writer, rev corpus.Revision, known *workspace.Lookup) {
	fmt.Fprintf(w, "%s replaces %s: %s unchanged\n", rev.Symbol, rev.Replaces, plural(rev.Unchanged, "paragraph", "paragraphs"))
	for _, c := range rev.Changes {
		place := c.Passage
		if place == "" {
			place = c.Was
		}
		fmt.Fprintf(w, "\n%s  %s\n", c.Change, place)
		if text, ok := known.Passage(c.Was); ok {
			fmt.Fprintf(w, "  - %s\n", text)
		}
		if text, ok := known.Passage(c.Passage); ok {
			fmt.Fprintf(w, "  + %s\n", text)
		}
	}
}
