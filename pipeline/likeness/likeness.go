// Package likeness tells how much of their wording two texts share.
//
// Texts are compared by their word triples (Broder 1997, "On the resemblance
// and containment of documents"); a Chinese character is a word, for Chinese
// is written without spaces. Results are in thousandths, so that they compare
// and add exactly.
package likeness

import (
	"strings"
	"unicode"
)

// Words are the lower-case words of a text, in order.
func Words(text string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			word.WriteRune(r)
		default:
			flush()
		}
	}
	flush()
	return out
}

// Triples is the set of a text's runs of three words.
type Triples map[string]bool

// TriplesOf gives the triples of texts that follow each other.
func TriplesOf(texts ...string) Triples {
	var words []string
	for _, text := range texts {
		words = append(words, Words(text)...)
	}
	set := make(Triples, len(words))
	for i := 0; i+3 <= len(words); i++ {
		set[strings.Join(words[i:i+3], " ")] = true
	}
	return set
}

// Within is the share of a's triples that are in b too.
func (a Triples) Within(b Triples) int {
	if len(a) > 0 {
		return 1000 * a.common(b) / len(a)
	}
	return 0
}

// Containment is the share of the smaller set's triples that are in both.
func (a Triples) Containment(b Triples) int {
	if smaller := min(len(a), len(b)); smaller > 0 {
		return 1000 * a.common(b) / smaller
	}
	return 0
}

func (a Triples) common(b Triples) int {
	n := 0
	for t := range a {
		if b[t] {
			n++
		}
	}
	return n
}
