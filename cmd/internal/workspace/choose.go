package workspace

import (
	"context"
	"slices"

	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// Chosen is a passage that a reader has chosen for a report.
type Chosen struct {
	corpus.ParagraphRef
	// Now is where it stands now, in the document In; nil where it is in no text
	// any more. Quote is its words.
	In    *corpus.Rendition `json:"-"`
	Now   *corpus.Passage   `json:"-"`
	Quote string            `json:"quote"`
}

// Choose adds a passage to those that a reader has chosen.
func (w *Workspace) Choose(ctx context.Context, reader, id string) error {
	p, err := w.paragraph(ctx, id)
	if err != nil {
		return err
	}
	return w.Store.Choose(ctx, reader, p)
}

// Unchoose takes a passage out of them. One that is in no text any more is known
// by the ID under which it was chosen.
func (w *Workspace) Unchoose(ctx context.Context, reader, id string) error {
	chosen, err := w.Store.Chosen(ctx, reader)
	if err != nil {
		return err
	}
	p, err := w.paragraph(ctx, id)
	i := slices.IndexFunc(chosen, func(c corpus.ParagraphRef) bool {
		return err == nil && c.Text == p.Text && w.nowOf(ctx, c, p.Work) || c.Passage == id
	})
	if i < 0 {
		return corpus.Errorf(corpus.CodeNotFound, "%s is not among the passages that %s has chosen", id, reader)
	}
	return w.Store.Unchoose(ctx, reader, chosen[i])
}

// nowOf reports whether a paragraph is of this work now.
func (w *Workspace) nowOf(ctx context.Context, p corpus.ParagraphRef, work string) bool {
	found, err := w.Store.WorkNow(ctx, p)
	return err == nil && found == work
}

func (w *Workspace) paragraph(ctx context.Context, id string) (corpus.ParagraphRef, error) {
	reading, passage, err := w.passage(ctx, id)
	if err != nil {
		return corpus.ParagraphRef{}, err
	}
	if !passage.Role.Citable() {
		return corpus.ParagraphRef{}, corpus.Errorf(corpus.CodeUsage, "%s is a %s, and only what a document says is quoted", id, passage.Role)
	}
	return corpus.ParagraphRef{
		Work: reading.Rendition.Symbol.Work(), Text: corpus.HashOf([]byte(passage.Text)), Passage: passage.ID,
	}, nil
}

// Choice is what a report is asked for so that it quotes what a reader has
// chosen: see [ReportOptions].
func (w *Workspace) Choice(ctx context.Context, reader string) ([]corpus.Hash, error) {
	chosen, err := w.Store.Chosen(ctx, reader)
	var out []corpus.Hash
	for _, p := range chosen {
		work, err := w.Store.WorkNow(ctx, p)
		if err != nil {
			return nil, err
		}
		out = append(out, compare.ChoiceOf(work, p.Text))
	}
	return out, err
}

// Chosen lists what a reader has chosen, with where it stands now.
func (w *Workspace) Chosen(ctx context.Context, reader string) ([]Chosen, error) {
	list, err := w.Store.Chosen(ctx, reader)
	out := make([]Chosen, len(list))
	for i, p := range list {
		out[i].ParagraphRef = p
		if err == nil {
			err = w.find(ctx, &out[i])
		}
	}
	return out, err
}

// find looks for the paragraph in the texts of its work, the current ones first.
func (w *Workspace) find(ctx context.Context, c *Chosen) error {
	work, err := w.Store.WorkNow(ctx, c.ParagraphRef)
	if err != nil {
		return err
	}
	renditions, err := w.Store.RenditionsOf(ctx, work)
	if err != nil {
		return err
	}
	for _, r := range renditions {
		reading, err := w.Store.Reading(ctx, r.Ref)
		if err != nil {
			return err
		}
		for _, p := range reading.Passages {
			if (c.Now == nil || p.ID == c.Passage) && corpus.HashOf([]byte(p.Text)) == c.Text {
				c.In, c.Now, c.Quote = &r, &p, p.Text
			}
		}
	}
	return nil
}
