package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/pipeline/tag"
)

type trainOptions struct {
	out, texts    string
	fromDecisions bool
	json          bool
}

func newTrain(a *app, g *globalOptions) *cobra.Command {
	var o trainOptions
	c := &cobra.Command{
		Use:   "train LABELS.jsonl…",
		Short: "Learn the linear layer's weights from labelled passages",
		Long: `Learns the weights of the tagger's second layer from labelled passages, JSON
Lines with "id", "doc", "lang", "text", "themes", "none" and "kind", and writes
them to a file. A label may name its text by "sha256" alone; --texts then names
an export of the documents. The same labels and codebook give the same bytes. A workspace
that has the file as model.bin is tagged with it; the built-in weights come from
the same command. Cross-validated figures are printed and kept in the file.`,
		RunE: func(c *cobra.Command, args []string) error { return runTrain(c.Context(), a, g, o, args) },
	}
	c.Flags().BoolVar(&o.fromDecisions, "from-decisions", false, "also learn from what analysts have decided in the workspace")
	textsFlag(c, &o.texts)
	c.Flags().StringVar(&o.out, "out", "model.bin", "file to write")
	c.Flags().BoolVar(&o.json, "json", false, "print the figures as JSON")
	return c
}

func runTrain(ctx context.Context, a *app, g *globalOptions, o trainOptions, paths []string) error {
	labels, err := o.labels(ctx, a, g, paths)
	if err != nil {
		return err
	}
	book, err := g.book()
	if err != nil {
		return err
	}
	model, report, err := tag.Train(bytes.NewReader(labels), book)
	if err != nil {
		return err
	}
	if err := writeFile(o.out, func(w io.Writer) error { return model.Write(w) }); err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.out, report)
	}
	_, err = fmt.Fprintf(a.out, `%s passages; cross-validated: themes F1 %.3f (English %.3f, mean of the twelve %.3f),
none found where there is none %.3f, kinds kappa %.3f, proposals F1 %.3f
%s written, %s
`, strconv.Itoa(report.Passages), report.Micro, report.English, report.Macro, report.None, report.Kappa, report.Proposal, o.out, model.Hash())
	return err
}

// labels puts the files after each other, then what analysts have decided.
func (o trainOptions) labels(ctx context.Context, a *app, g *globalOptions, paths []string) ([]byte, error) {
	if len(paths) == 0 && !o.fromDecisions {
		return nil, corpus.Errorf(corpus.CodeUsage, "train needs files of labels, or --from-decisions")
	}
	all, err := labelFiles(paths, o.texts)
	if err != nil || !o.fromDecisions {
		return all, err
	}
	w, err := a.open(g)
	if err != nil {
		return nil, err
	}
	defer w.Close()
	decided, err := w.Labels(ctx)
	return append(all, decided...), err
}
