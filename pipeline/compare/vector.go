package compare

import (
	"cmp"
	"math"
	"slices"

	"rapporteur/corpus"
	"rapporteur/pipeline/likeness"
)

// vector is what a proposal is compared by: the codebook's concepts, which
// carry across languages, and its words, for texts of one language.
type vector struct {
	language               string
	concepts, words, times sparse
}

// sparse is a vector with few places set, sorted by place.
type sparse struct {
	at     []rare
	length float64 // Euclidean
}

// rare is a place with the rarity of its term, less where the term says less.
// How often a term stands in a text does not matter.
type rare struct{ place, rarity int }

// fewest is the number of texts below which rarity is taken as among so many: a
// handful of proposals tells little of how rare a thought is.
const fewest = 60

// space knows how rare each concept and word is among the texts compared: the
// logarithm of 1 + n/df, in thousandths, so that sums are exact.
type space struct{ concepts, words, times *terms }

func newSpace(units []*unit) space {
	s := space{newTerms(len(units)), newTerms(len(units)), newTerms(len(units))}
	for _, u := range units {
		s.concepts.note(u.concepts)
		s.words.note(u.terms)
		s.times.note(u.times)
	}
	return s
}

// vector weighs the concepts and words of a text of the space, or of a part of
// one.
func (s space) vector(language string, concepts, words map[string]int) vector {
	return vector{language: language, concepts: s.concepts.sparse(concepts), words: s.words.sparse(words)}
}

// vectorsOf gives the vectors of units in their own space.
func vectorsOf(units []*unit) []vector {
	s := newSpace(units)
	out := make([]vector, len(units))
	for i, u := range units {
		out[i] = s.vector(u.Language, u.concepts, u.terms)
		out[i].times = s.times.sparse(u.times)
	}
	return out
}

// full is the weight of a term that says all it can, in thousandths.
const full = 1000

// wordsOf weighs the words of a text that are long enough to mean something.
func wordsOf(text, language string) map[string]int {
	counts := make(map[string]int)
	chinese := corpus.LanguageLetter(language) == "C"
	for _, w := range likeness.Words(text) {
		if len(w) > 3 || chinese {
			counts[w] = full
		}
	}
	return counts
}

// The parts of likeness, chosen on 60 sentences in six languages and 28 real
// submissions. enough is how much rarity two texts must share in concepts for
// their cosine to count in full, in thousandths of a natural logarithm: two
// thoughts that one in four has, say. The parts are thousandths.
const (
	enough      = 2600
	conceptPart = 550
	wordPart    = 1200
	// timePart is what the same meetings and years add at most, in full from the
	// likeness timesAt on: they tell nothing where the concepts do not agree.
	timePart = 300
	timesAt  = 300
)

// likeness of two texts, in thousandths: the cosine of their concepts, less
// where they share little; for texts of one language the words have a part.
func (v vector) likeness(o vector) int {
	var c shared
	c.concepts, c.rarity = v.concepts.dot(o.concepts)
	if v.language == o.language {
		c.words, _ = v.words.dot(o.words)
	}
	return v.likenessBy(o, c)
}

// shared is what a vector has in common with another: the products of concepts
// and of words, and the rarity that it gives to the concepts that both have.
type shared struct{ concepts, rarity, words int }

// likenessBy is the likeness of two texts that have this in common.
func (v vector) likenessBy(o vector, c shared) int {
	concepts := v.concepts.cosine(o.concepts, c.concepts) * min(enough, c.rarity) / enough
	if concepts > 0 && len(v.times.at) > 0 {
		dot, _ := v.times.dot(o.times)
		concepts += (1000 - concepts) * v.times.cosine(o.times, dot) / 1000 * min(concepts, timesAt) / timesAt * timePart / 1000
	}
	if v.language != o.language {
		return concepts
	}
	return min(1000, (concepts*conceptPart+v.words.cosine(o.words, c.words)*wordPart)/1000)
}

// dot is the product of two vectors, and the rarity in s of the places that both
// have.
func (s sparse) dot(o sparse) (dot, rarity int) {
	for i, j := 0, 0; i < len(s.at) && j < len(o.at); {
		switch a, b := s.at[i], o.at[j]; {
		case a.place < b.place:
			i++
		case a.place > b.place:
			j++
		default:
			dot += a.rarity * b.rarity
			rarity += a.rarity
			i++
			j++
		}
	}
	return dot, rarity
}

// cosine is that of two vectors with this product, in thousandths.
func (s sparse) cosine(o sparse, dot int) int {
	if s.length == 0 || o.length == 0 {
		return 0
	}
	return int(1000 * float64(dot) / (s.length * o.length))
}

// terms numbers terms and counts in how many units each stands.
type terms struct {
	units  int
	places map[string]int
	df     []int
}

func newTerms(units int) *terms { return &terms{units: units, places: make(map[string]int)} }

// note counts the terms of one unit, new ones in order of the alphabet.
func (t *terms) note(counts map[string]int) {
	for _, term := range sortedKeys(counts) {
		place, ok := t.places[term]
		if !ok {
			place = len(t.df)
			t.places[term] = place
			t.df = append(t.df, 0)
		}
		t.df[place]++
	}
}

func (t *terms) sparse(counts map[string]int) sparse {
	s := sparse{at: make([]rare, 0, len(counts))}
	sum := 0
	for _, term := range sortedKeys(counts) {
		place, ok := t.places[term]
		if !ok {
			continue
		}
		rarity := int(math.Round(1000*math.Log(1+float64(max(t.units, fewest))/float64(t.df[place])))) * min(counts[term], full) / full
		s.at = append(s.at, rare{place, rarity})
		sum += rarity * rarity
	}
	slices.SortFunc(s.at, func(a, b rare) int { return cmp.Compare(a.place, b.place) })
	s.length = math.Sqrt(float64(sum))
	return s
}

func sortedKeys(counts map[string]int) []string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
