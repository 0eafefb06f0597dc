package workspace

import (
	"context"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/index"
)

// entries are the flat form of a rendition's passages.
func (w *Workspace) entries(ctx context.Context, ref string) ([]index.Entry, error) {
	reading, err := w.Store.Reading(ctx, ref)
	if err != nil {
		return nil, err
	}
	subs, err := w.Store.SubmissionsOf(ctx, reading.Rendition.Symbol.Work())
	if err != nil {
		return nil, err
	}
	base := index.Entry{
		Ref: ref, Symbol: reading.Rendition.Symbol.String(), Title: reading.Rendition.Header.Title.Value,
		Superseded: !reading.Current,
	}
	for _, sub := range subs {
		base.Meeting, base.Date = sub.Meeting, sub.Date
		for _, src := range slices.Concat(sub.Sources, sub.OnBehalfOf) {
			into := &base.Sources
			if src.Kind == corpus.SourceGroup {
				into = &base.Groups
			}
			if !slices.Contains(*into, src.ID) {
				*into = append(*into, src.ID)
			}
			if r := w.Members.Region(src.ID); r != "" && !slices.Contains(base.Regions, r) {
				base.Regions = append(base.Regions, r)
			}
		}
	}
	slices.Sort(base.Regions)
	return withClaims(base, reading), nil
}

// withClaims makes an entry of each passage, with what is claimed of it.
func withClaims(base index.Entry, reading corpus.Reading) []index.Entry {
	claims := make(map[string][]corpus.Claim)
	for _, c := range reading.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	entries := make([]index.Entry, 0, len(reading.Passages))
	for _, p := range reading.Passages {
		e := base
		e.Passage = p
		for _, c := range claims[p.ID] {
			e.Status = lessSettled(e.Status, c.Status)
			if !c.Status.Counts() {
				continue
			}
			switch c.About {
			case corpus.AboutTheme:
				e.Themes = append(e.Themes, c.Theme)
			case corpus.AboutKind:
				e.Kind = c.Kind
			case corpus.AboutProcess:
				e.Process = true
			case corpus.AboutAct:
				if !slices.Contains(e.Acts, c.Act.Act) {
					e.Acts = append(e.Acts, c.Act.Act)
				}
			}
		}
		slices.Sort(e.Themes)
		entries = append(entries, e)
	}
	return entries
}

// settling is the order in which claims are settled.
var settling = []corpus.Status{corpus.StatusSuggested, corpus.StatusTagged, corpus.StatusAccepted, corpus.StatusRejected}

// lessSettled gives the status that is less settled; "" is none yet.
func lessSettled(a string, b corpus.Status) string {
	if a == "" || slices.Index(settling, b) < slices.Index(settling, corpus.Status(a)) {
		return string(b)
	}
	return a
}

// expander lets the index widen a query through the codebook's concepts.
type expander struct{ book *codebook.Book }

// Expand gives phrases of the other languages for the concepts in text.
func (e expander) Expand(text string) []index.Phrase {
	var phrases []index.Phrase
	for _, found := range e.book.Expand(text, "") {
		phrases = append(phrases, inOrder(found.Phrases)...)
	}
	return phrases
}

// Concepts gives the phrases of each concept in a passage, those with the
// longest phrase there first: they are the most particular.
func (e expander) Concepts(text, language string) [][]index.Phrase {
	found := e.book.Expand(text, language)
	slices.SortStableFunc(found, func(a, b codebook.Expansion) int { return (b.End - b.Start) - (a.End - a.Start) })
	var out [][]index.Phrase
	for _, f := range found {
		out = append(out, inOrder(f.Phrases))
	}
	return out
}

func inOrder(p codebook.Phrases) []index.Phrase {
	var out []index.Phrase
	for _, language := range corpus.Languages {
		for _, text := range p[language] {
			out = append(out, index.Phrase{Language: language, Text: text})
		}
	}
	return out
}
