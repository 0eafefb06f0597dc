package compare

import (
	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// Concepts finds the codebook's concepts in a text. The claims name only those
// that speak for a theme; proposals are compared by the others too, such as
// "guidelines" or "work plan".
type Concepts interface {
	Read(text, language string) codebook.Text
	Matches(t codebook.Text) []codebook.Match
}

// conceptsOf is what to read concepts with: what the options name, else the
// book of the labels if it can, else nothing.
func conceptsOf(o Options) Concepts {
	if o.Concepts != nil {
		return o.Concepts
	}
	c, _ := o.Labels.(Concepts)
	return c
}

// readConcepts counts the concepts and words that stand in the unit's text, the
// concepts in place of those that its claims name.
func (u *unit) readConcepts(c Concepts) {
	if u.terms != nil {
		return
	}
	concepts, words := readText(c, u.Text, u.Language)
	u.terms = words
	if c != nil {
		u.concepts = concepts
	}
}

// readText counts the concepts and words of a text. With a book words are
// stems, without one they are as printed and there are no concepts.
func readText(c Concepts, text, language string) (concepts, words map[string]int) {
	concepts = make(map[string]int)
	if c == nil {
		return concepts, wordsOf(text, language)
	}
	read := c.Read(text, language)
	for _, m := range c.Matches(read) {
		if m.Concept != nil && !m.Masked {
			concepts[m.Concept.ID]++
		}
	}
	words = make(map[string]int)
	chinese := corpus.LanguageLetter(language) == "C"
	for _, t := range read.Tokens {
		if !t.Link && (chinese || len(t.Raw) > 3) {
			words[t.Stem]++
		}
	}
	return concepts, words
}
