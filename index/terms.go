package index

import (
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"rapporteur/corpus"
	"rapporteur/index/words"
)

// exactTerm is the term of the exact field at a token: its folded spelling, or
// for a Han character the pair with the one that follows.
func exactTerm(tokens []words.Token, i int) string {
	if i+1 < len(tokens) && tokens[i].Joins(tokens[i+1]) {
		return tokens[i].Fold + tokens[i+1].Fold
	}
	return tokens[i].Fold
}

// exactField holds every token at its place, counted from 1.
func exactField(tokens []words.Token, ordinal int) *field {
	b := newTermBuilder(len(tokens))
	for i := range tokens {
		b.add(exactTerm(tokens, i), i+1)
	}
	f := b.field(fieldExact)
	f.terms[lengthTerm] = number(lengthTerm, len(tokens))
	f.terms[ordinalTerm] = number(ordinalTerm, max(0, ordinal))
	return f
}

// number is a number of a document's own, kept as the frequency of a term.
func number(term string, n int) *bleveindex.TokenFreq {
	f := &bleveindex.TokenFreq{Term: []byte(term)}
	f.SetFrequency(countOnly(n))
	return f
}

// isNumber reports whether a term of the exact field is no word.
func isNumber(term string) bool { return term == lengthTerm || term == ordinalTerm }

// headTerms are the words of the heading above a passage, each once, as the
// passage's language compares them; none for headings.
func headTerms(p corpus.Passage, s *words.Stemmer) []string {
	if p.Section == "" || p.Role == corpus.RoleHeading {
		return nil
	}
	tokens := words.Tokens(p.Section)
	out := make([]string, 0, len(tokens))
	for i, t := range tokens {
		switch {
		case words.IsStop(p.Language, t):
		case slices.Contains(words.Stemmed, p.Language) && !t.Han:
			out = append(out, s.Forms(p.Language, t)...)
		default:
			out = append(out, exactTerm(tokens, i))
		}
	}
	return present(out...)
}

// stemField holds the stems of all words that carry meaning, at the places
// that the words have in the exact field.
func stemField(language string, tokens []words.Token, s *words.Stemmer) *field {
	b := newTermBuilder(len(tokens))
	for i, t := range tokens {
		if !words.IsStop(language, t) {
			for _, form := range s.Forms(language, t) {
				b.add(form, i+1)
			}
		}
	}
	return b.field(fieldText + language)
}

// termBuilder gathers the terms of one field with their places.
type termBuilder struct {
	// at gives each term's number in terms.
	at    map[string]int
	terms []placedTerm
}

type placedTerm struct {
	text   string
	places []int
	// few is where places begin, so that most terms cost no allocation.
	few [2]int
}

func newTermBuilder(tokens int) *termBuilder {
	return &termBuilder{at: make(map[string]int, tokens), terms: make([]placedTerm, 0, tokens)}
}

func (b *termBuilder) add(text string, place int) {
	i, known := b.at[text]
	if !known {
		i = len(b.terms)
		b.at[text] = i
		b.terms = append(b.terms, placedTerm{text: text})
		b.terms[i].places = b.terms[i].few[:0]
	}
	b.terms[i].places = append(b.terms[i].places, place)
}

func (b *termBuilder) field(name string) *field {
	out := &field{
		name: name, length: 1, options: bleveindex.IndexField,
		terms: make(bleveindex.TokenFrequencies, len(b.terms)+1),
	}
	freqs := make([]bleveindex.TokenFreq, len(b.terms))
	for i, t := range b.terms {
		f := &freqs[i]
		f.Term = []byte(t.text)
		packed, ok := packPlaces(t.places)
		if !ok {
			packed = countOnly(len(t.places))
			f.Locations = locations(t.places)
		}
		f.SetFrequency(packed)
		out.terms[t.text] = f
	}
	return out
}

func locations(places []int) []*bleveindex.TokenLocation {
	out := make([]*bleveindex.TokenLocation, len(places))
	for i, p := range places {
		out[i] = &bleveindex.TokenLocation{Position: p}
	}
	return out
}
