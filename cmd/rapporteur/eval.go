package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/pipeline/measure"
	"rapporteur/pipeline/tag"
)

func newEval(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "eval GOLD.jsonl",
		Short: "Measure the tagger against labelled passages",
		Long: `Tags labelled passages and prints precision, recall and F1 for each theme and
language, the agreement on kinds (Cohen's kappa) and 95 % intervals. A passage
is a JSON line with "id", "lang", "text", "themes", and "kind" or "kinds"; a
theme in "maybe" is neither required nor wrong.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runEval(c.Context(), a, g, args[0], asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func runEval(ctx context.Context, a *app, g *globalOptions, path string, asJSON bool) error {
	f, err := os.Open(path)
	if err != nil {
		return corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	defer f.Close()
	gold, err := measure.ReadGold(f)
	if err != nil {
		return err
	}
	book, err := g.book()
	if err != nil {
		return err
	}
	found, err := measure.Predict(ctx, tag.New(book), gold)
	if err != nil {
		return err
	}
	r, err := measure.Evaluate(gold, found)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(a.out, r)
	}
	return r.Table(a.out)
}
