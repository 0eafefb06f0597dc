package measure

import (
	"context"
	"fmt"
	"io"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/tag"
)

// Cross evaluates the tagger by cross-validation: each labelled passage is
// tagged by a model that has seen nothing of its document. Passages that only teach
// are not counted.
func Cross(ctx context.Context, gold []Gold, b *codebook.Book) (Result, error) {
	claims, err := tag.CrossTag(ctx, gold, b)
	if err != nil {
		return Result{}, err
	}
	found := make(map[string]Prediction, len(claims))
	for id, c := range claims {
		found[id] = prediction(c)
	}
	counted := slices.DeleteFunc(slices.Clone(gold), func(g Gold) bool { return !g.Measured() })
	return Evaluate(counted, found)
}

// FiguresHead and FiguresLine write figures of several ways to tag under each
// other.
func FiguresHead(w io.Writer) error {
	line := fmt.Sprintf("%-22s %6s %6s %6s %6s %6s %6s ", "", "themes", "macro", "none", "kappa", "prop.", "worst")
	for _, lang := range corpus.Languages {
		line += fmt.Sprintf(" %5s", lang)
	}
	_, err := fmt.Fprintln(w, line)
	return err
}

// FiguresLine is one line under FiguresHead.
func FiguresLine(w io.Writer, f tag.Figures) error {
	worst := slices.Min(f.Theme[1:])
	line := fmt.Sprintf("%-22s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f ", f.Name, f.Micro, f.Macro, f.None, f.Kappa, f.Proposal, worst)
	for _, v := range f.Language {
		line += fmt.Sprintf(" %5.3f", v)
	}
	_, err := fmt.Fprintln(w, line)
	return err
}
