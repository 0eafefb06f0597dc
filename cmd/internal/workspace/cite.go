package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/compare"
)

// Cite writes the citation of a hit, ready to be put under a quotation:
//
//	Ruritania, “On costs”, CWG-Internet-30/1, 2030-08-12, para. 3.1, p. 2
//
// Where a source has asked not to be named, the citation names neither it nor
// its document.
func (w *Workspace) Cite(ctx context.Context, h corpus.Hit) (string, error) {
	ref, label, _ := strings.Cut(h.ID, "#")
	reading, err := w.Store.Reading(ctx, ref)
	if err != nil {
		return "", err
	}
	subs, err := w.Store.SubmissionsOf(ctx, reading.Rendition.Symbol.Work())
	if err != nil {
		return "", err
	}
	if slices.ContainsFunc(subs, func(s corpus.Submission) bool { return s.Attribution == corpus.AttributionAggregate }) {
		i := slices.IndexFunc(reading.Passages, func(p corpus.Passage) bool { return p.ID == h.ID })
		if i < 0 {
			return "", corpus.Errorf(corpus.CodeNotFound, "%s is no longer in the corpus: search again", h.ID)
		}
		return "A contribution whose source is not named, " + compare.WithheldID(reading.Rendition, reading.Passages[i]), nil
	}
	var parts []string
	if names := w.namesOf(h.Sources); names != "" {
		parts = append(parts, names)
	}
	if h.Title != "" {
		parts = append(parts, "“"+h.Title+"”")
	}
	parts = append(parts, ref)
	if h.Date != "" {
		parts = append(parts, h.Date)
	}
	if h.Label != "" {
		parts = append(parts, "para. "+h.Label)
	} else if n, ok := strings.CutPrefix(label, "p"); ok {
		parts = append(parts, "¶ "+n)
	}
	if h.Page > 0 {
		parts = append(parts, fmt.Sprintf("p. %d", h.Page))
	}
	return strings.Join(parts, ", "), nil
}

func (w *Workspace) namesOf(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = w.Members.Name(id, "en")
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
