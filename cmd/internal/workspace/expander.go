package workspace

import (
	"cmp"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/index"
	"rapporteur/index/words"
)

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

const (
	// themeAt is the weight from which the concepts of a query speak for a
	// theme: what suggests one to the tagger.
	themeAt = 400
	// themeShare is the weight of a further theme, in thousandths of the
	// strongest.
	themeShare = 500
	// mostNamed is how many themes may list the same words as their own.
	mostNamed = 2
)

// Themes gives the themes that the concepts of a query speak for, the strongest
// first, where they are at least half of its words; where the book has no concept for the words, the themes that list them
// as an item of their label or scope.
func (e expander) Themes(text string) []index.Related {
	weights := map[corpus.Theme]int{}
	all := e.book.Expand(text, "")
	if !mostly(text, all) {
		return e.listed(text)
	}
	for _, found := range all {
		c, _ := e.book.Concept(found.Concept)
		for t, w := range c.Weights {
			weights[t] += w
		}
	}
	most := 0
	for _, w := range weights {
		most = max(most, w)
	}
	if most == 0 {
		return e.listed(text)
	}
	var out []index.Related
	for _, t := range corpus.Themes() {
		if share := weights[t] * 1000 / most; most >= themeAt && share >= themeShare {
			out = append(out, index.Related{Theme: t, Share: share})
		}
	}
	slices.SortStableFunc(out, func(a, b index.Related) int { return cmp.Compare(b.Share, a.Share) })
	return out
}

// mostly reports whether concepts are at least half of the telling words of a
// query.
func mostly(text string, concepts []codebook.Expansion) bool {
	inside, outside := 0, 0
	for _, t := range words.Tokens(text) {
		switch {
		case slices.ContainsFunc(concepts, func(c codebook.Expansion) bool { return c.Start <= t.Start && t.End <= c.End }):
			inside++
		case !slices.ContainsFunc(words.Stemmed, func(language string) bool { return words.IsStop(language, t) }):
			outside++
		}
	}
	return inside > 0 && inside >= outside
}

// listed gives the themes whose label or scope has a text as one of its items.
func (e expander) listed(text string) []index.Related {
	var out []index.Related
	for _, t := range e.book.Themes() {
		if t.Lists(text) {
			out = append(out, index.Related{Theme: t.Number, Share: 1000})
		}
	}
	if len(out) > mostNamed {
		return nil
	}
	return out
}
