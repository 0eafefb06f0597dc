package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func newReviewChoose(a *app, g *globalOptions, o *reviewOptions) *cobra.Command {
	var drop bool
	c := &cobra.Command{
		Use:   "choose [PASSAGE…]",
		Short: "Choose passages that a report quotes in an annex of its own",
		Long: `Adds passages to those that --reader has chosen, or takes them out with --drop,
and lists what is chosen. "rapporteur report --chosen READER" quotes them in an
annex, in the order in which they were chosen; the pages collect into the same
list. A passage is known by its words: it survives another reading.`,
		RunE: func(c *cobra.Command, args []string) error { return runChoose(c.Context(), a, g, *o, args, drop) },
	}
	c.Flags().BoolVar(&drop, "drop", false, "take the passages out")
	return c
}

func runChoose(ctx context.Context, a *app, g *globalOptions, o reviewOptions, ids []string, drop bool) error {
	w, err := a.open(g)
	if err != nil {
		return err
	}
	defer w.Close()
	change := w.Choose
	if drop {
		change = w.Unchoose
	}
	for _, id := range ids {
		if err := change(ctx, o.reader, id); err != nil {
			return err
		}
	}
	chosen, err := w.Chosen(ctx, o.reader)
	if err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.out, chosen)
	}
	for _, c := range chosen {
		if c.Now == nil {
			fmt.Fprintf(a.out, "%s  is in no text any more\n", c.Passage)
			continue
		}
		fmt.Fprintf(a.out, "%s\n    %s\n", c.Now.ID, c.Quote)
	}
	fmt.Fprintf(a.out, "%s chosen by %s\n", plural(len(chosen), "passage", "passages"), o.reader)
	return nil
}

// choice gives the paragraphs that a report is asked to quote.
func choice(ctx context.Context, w *workspace.Workspace, reader string) ([]corpus.Hash, error) {
	if reader == "" {
		return nil, nil
	}
	list, err := w.Choice(ctx, reader)
	if err == nil && len(list) == 0 {
		err = corpus.Errorf(corpus.CodeNotFound, "%s has chosen no passage: \"rapporteur review choose PASSAGE\" does", reader)
	}
	return list, err
}
