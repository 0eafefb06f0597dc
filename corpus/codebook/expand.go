package codebook

import (
	"strings"

	"rapporteur/corpus"
)

// Expansion is a concept found in a query with its words in other languages.
type Expansion struct {
	Concept string
	// Start and End are the query's bytes that were understood.
	Start, End int
	// Phrases are by language; pairs are left out, for a search engine has its
	// own notion of nearness.
	Phrases Phrases
}

// Expand finds the concepts in a query's text, read in the given language, or
// in each of the six where lang is "", and gives their phrases in the others.
// Each concept comes once.
func (b *Book) Expand(query, lang string) []Expansion {
	langs := corpus.Languages
	if lang != "" {
		langs = []string{lang}
	}
	var out []Expansion
	seen := map[string]bool{}
	for _, l := range langs {
		for _, m := range b.Matches(b.Read(query, l)) {
			if m.Concept == nil || seen[m.Concept.ID] {
				continue
			}
			seen[m.Concept.ID] = true
			out = append(out, Expansion{Concept: m.Concept.ID, Start: m.Start, End: m.End, Phrases: m.Concept.plainPhrases()})
		}
	}
	return out
}

// plainPhrases are the phrases without pairs and without marks.
func (c *Concept) plainPhrases() Phrases {
	out := Phrases{}
	for lang, list := range c.Phrases {
		for _, p := range list {
			if plain, ok := plainPhrase(p); ok {
				out[lang] = append(out[lang], plain)
			}
		}
	}
	return out
}

func plainPhrase(p string) (string, bool) {
	var out []rune
	for _, r := range p {
		switch r {
		case '~', '…':
			return "", false
		case '=':
		default:
			out = append(out, r)
		}
	}
	return string(out), true
}

// itemEnds are the characters between the items of a label or scope.
const itemEnds = ",;/()،、（）"

// Lists reports whether a text is one of the items of the theme's labels, in
// any language, or of what the theme includes. Capitals do not matter.
func (t Theme) Lists(text string) bool {
	want := strings.TrimSpace(text)
	lists := []string{t.Include}
	for _, lang := range corpus.Languages {
		lists = append(lists, t.Labels[lang])
	}
	for _, list := range lists {
		for item := range strings.FieldsFuncSeq(list, func(r rune) bool { return strings.ContainsRune(itemEnds, r) }) {
			item = strings.TrimSpace(item)
			if strings.EqualFold(item, want) || strings.EqualFold(strings.TrimPrefix(item, "and "), want) {
				return true
			}
		}
	}
	return false
}
