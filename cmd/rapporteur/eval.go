package main

import (
	"bytes"
	"context"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/measure"
	"rapporteur/pipeline/tag"
)

type evalOptions struct {
	json            bool
	model, texts    string
	cross           bool
	ablation, curve bool
}

func newEval(a *app, g *globalOptions) *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   "eval GOLD.jsonl…",
		Short: "Measure the tagger against labelled passages",
		Long: `Tags labelled passages and prints precision, recall and F1 for each theme and
language, the agreement on kinds (Cohen's kappa) and 95 % intervals. A passage
is a JSON line with "id", "lang", "text", "themes", and "kind" or "kinds"; a
theme in "maybe" is neither required nor wrong.

The built-in model has learnt from labelled passages, so that its figures on
these are too good. With --cross-validate models are trained on the passages
given, in five parts by document, and each passage is tagged by one that has
not seen its document. --ablation does so with parts of the tagger left out,
--learning-curve with parts of the documents; both take some minutes.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runEval(c.Context(), a, g, o, args) },
	}
	c.Flags().BoolVar(&o.json, "json", false, "as JSON")
	c.Flags().StringVar(&o.model, "model", "", "measure a model made by train, not the built-in one")
	textsFlag(c, &o.texts)
	c.Flags().BoolVar(&o.cross, "cross-validate", false, "train on the passages, in five parts, and measure on those left out")
	c.Flags().BoolVar(&o.ablation, "ablation", false, "cross-validate with parts of the tagger left out")
	c.Flags().BoolVar(&o.curve, "learning-curve", false, "cross-validate with parts of the documents")
	c.MarkFlagsMutuallyExclusive("model", "cross-validate", "ablation", "learning-curve")
	return c
}

func runEval(ctx context.Context, a *app, g *globalOptions, o evalOptions, paths []string) error {
	data, err := labelFiles(paths, o.texts)
	if err != nil {
		return err
	}
	gold, err := measure.ReadGold(bytes.NewReader(data))
	if err != nil {
		return err
	}
	book, err := g.book()
	if err != nil {
		return err
	}
	if o.ablation || o.curve {
		return o.figures(a, gold, book)
	}
	r, err := o.measure(ctx, gold, book)
	if err != nil {
		return err
	}
	if o.json {
		return writeJSON(a.out, r)
	}
	return r.Table(a.out)
}

func (o evalOptions) measure(ctx context.Context, gold []measure.Gold, book *codebook.Book) (measure.Result, error) {
	if o.cross {
		return measure.Cross(ctx, gold, book)
	}
	t, err := taggerOf(book, o.model)
	if err != nil {
		return measure.Result{}, err
	}
	found, err := measure.Predict(ctx, t, gold)
	if err != nil {
		return measure.Result{}, err
	}
	return measure.Evaluate(gold, found)
}

// figures prints a line as soon as it is known.
func (o evalOptions) figures(a *app, gold []measure.Gold, book *codebook.Book) error {
	run := tag.Ablation
	if o.curve {
		run = tag.LearningCurve
	}
	if o.json {
		return run(gold, book, func(f tag.Figures) error { return writeJSON(a.out, f) })
	}
	if err := measure.FiguresHead(a.out); err != nil {
		return err
	}
	return run(gold, book, func(f tag.Figures) error { return measure.FiguresLine(a.out, f) })
}

// taggerOf makes a tagger with the model of a file, or with the built-in one.
func taggerOf(book *codebook.Book, path string) (*tag.Tagger, error) {
	if path == "" {
		return tag.New(book), nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	defer f.Close()
	m, err := tag.ReadModel(f)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s: %w", path, err)
	}
	return tag.NewWithModel(book, m), nil
}

func textsFlag(c *cobra.Command, texts *string) {
	c.Flags().StringVar(texts, "texts", "", "export of the documents in which labels without a text were read")
}

// labelFiles joins files of labels; those that name their texts by hash alone
// get them from the file texts.
func labelFiles(paths []string, texts string) ([]byte, error) {
	data, err := joinFiles(paths)
	if err != nil || texts == "" {
		return data, err
	}
	f, err := os.Open(texts)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "%w", err)
	}
	defer f.Close()
	return tag.WithTexts(bytes.NewReader(data), f)
}

// joinFiles gives the files' lines after each other.
func joinFiles(paths []string) ([]byte, error) {
	var all bytes.Buffer
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, corpus.Errorf(corpus.CodeUsage, "%w", err)
		}
		all.Write(bytes.TrimRight(bytes.TrimPrefix(data, []byte("\ufeff")), "\n"))
		all.WriteByte('\n')
	}
	return all.Bytes(), nil
}
