package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/pipeline/tag"
)

type trainOptions struct {
	out  string
	json bool
}

func newTrain(a *app, g *globalOptions) *cobra.Command {
	var o trainOptions
	c := &cobra.Command{
		Use:   "train LABELS.jsonl",
		Short: "Learn the linear layer's weights from labelled passages",
		Long: `Learns the weights of the tagger's second layer from labelled passages, JSON
Lines with "id", "doc", "lang", "text", "themes", "none" and "kind", and writes
them to a file. The same labels and codebook give the same bytes. A workspace
that has the file as model.bin is tagged with it; the built-in weights come from
the same command. Cross-validated figures are printed and kept in the file.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runTrain(c.Context(), a, g, o, args[0]) },
	}
	c.Flags().StringVar(&o.out, "out", "model.bin", "file to write")
	c.Flags().BoolVar(&o.json, "json", false, "print the figures as JSON")
	return c
}

func runTrain(_ context.Context, a *app, g *globalOptions, o trainOptions, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	defer f.Close()
	book, err := g.book()
	if err != nil {
		return err
	}
	model, report, err := tag.Train(f, book)
	if err != nil {
		return err
	}
	if err := writeFile(o.out, func(w io.Writer) error { return model.Write(w) }); err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.out, report)
	}
	fmt.Fprintf(a.out, "%+v\n", report)
	_, err = fmt.Fprintf(a.out, "%s written, %s\n", o.out, model.Hash())
	return err
}
