package main

import (
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

func newTag(a *app, _ *globalOptions) *cobra.Command {
	var model string
	c := &cobra.Command{
		Use:   "tag [FILE.jsonl|-]",
		Short: "Tag passages given as JSON Lines, without a workspace",
		Long: `Reads passages as JSON Lines {"id","text","lang"?} and writes what is claimed of
each, in the same order, with the evidence for it as byte spans of the text.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			in := a.in
			if len(args) == 1 && args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return corpus.Errorf(corpus.CodeUsage, "%w", err)
				}
				defer f.Close()
				in = f
			}
			debug.SetGCPercent(tagGCPercent)
			t, err := taggerOf(codebook.Default(), model)
			if err != nil {
				return err
			}
			return t.Lines(c.Context(), in, a.out)
		},
	}
	c.Flags().StringVar(&model, "model", "", "tag with a model made by train, not the built-in one")
	c.Flags().Bool("json", true, "JSON Lines, which is the only form")
	return c
}

// tagGCPercent is how much memory may grow before it is looked through: the
// command lives for a second and holds little beside the model.
const tagGCPercent = 400
