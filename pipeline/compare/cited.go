package compare

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// cited gathers every passage that a statement, a cell, a quotation or a table
// of the report rests on.
func (v *view) cited(r corpus.Report) []corpus.CitedPassage {
	seen := make(map[string]bool)
	note := func(ids ...string) {
		for _, id := range ids {
			if v.place(id) != nil {
				seen[id] = true
			}
		}
	}
	for _, s := range r.Statements {
		note(s.Cites...)
	}
	for _, cell := range r.Matrix.Cells {
		note(cell.Passages...)
	}
	for _, b := range r.Blocks {
		if q, ok := b.(corpus.Quotation); ok {
			note(q.Cite)
		}
	}
	for _, c := range r.Revisions {
		for _, p := range c.Changes {
			note(p.Passage, p.Was)
		}
	}
	for _, s := range r.Uncertain {
		note(s.Passage)
	}
	for _, p := range r.Proposals {
		note(p.Passage)
		note(p.Repeats...)
	}
	out := make([]corpus.CitedPassage, 0, len(seen))
	for id := range seen {
		u := v.place(id)
		ref := u.reading.Rendition.Ref
		out = append(out, corpus.CitedPassage{
			ID: id, Ref: ref, Pinpoint: v.words.pinpoint(u.Passage, ref), Short: v.words.short(u.Passage),
			Sources: u.shown(), Language: u.Language, Text: u.Text, Label: PlaceLabel(u.Passage), Page: u.Page,
		})
	}
	slices.SortFunc(out, func(a, b corpus.CitedPassage) int {
		if a.Ref != b.Ref {
			return strings.Compare(a.Ref, b.Ref)
		}
		return v.place(a.ID).Ordinal - v.place(b.ID).Ordinal
	})
	return out
}

// pinpoint is a passage's place for people: symbol, paragraph, page.
func (w *phrases) pinpoint(p corpus.Passage, ref string) string { return ref + ", " + w.short(p) }

// short is the place within the document: the label, and the page where there
// are pages.
func (w *phrases) short(p corpus.Passage) string {
	if p.Page > 0 {
		return PlaceLabel(p) + ", " + w.say(w.page, args{"n": p.Page})
	}
	return PlaceLabel(p)
}

// PlaceLabel is the printed label of a passage, or the pilcrow and the ordinal
// where there is none or it stands there twice.
func PlaceLabel(p corpus.Passage) string {
	switch {
	case p.Label == "":
		return fmt.Sprintf("¶%d", p.Ordinal)
	case !strings.HasSuffix(p.ID, "#"+p.Label):
		return fmt.Sprintf("%s (¶%d)", p.Label, p.Ordinal)
	}
	return p.Label
}
