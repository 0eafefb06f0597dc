package codebook

import (
	"cmp"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook/word"
)

// Text is a passage cut into words, in the language it is read as.
type Text struct {
	Source   string
	Language string
	Tokens   []word.Token
}

// Read cuts text into words.
func (b *Book) Read(text, lang string) Text {
	return Text{Source: text, Language: lang, Tokens: b.stemmer.Tokens(text, lang)}
}

// Match is a place where a phrase of the book stands in a text.
type Match struct {
	// Start and End are byte offsets; First and Last are the tokens, Last not
	// included.
	Start, End  int
	First, Last int
	// Phrase is as the book writes it.
	Phrase string
	// Concept is set for a concept, Mask for a mask, Annex for an item of
	// Annex 1 in its own words.
	Concept *Concept
	Mask    *Mask
	Annex   corpus.Theme
	// Masked is set on a concept inside an annex item. Whether it counts depends
	// on who says the item: quoted it does not.
	Masked bool
}

// Matches finds the concepts, masks and annex items of a text, in reading
// order. Of matches that lie one inside the other only the longest stands; a
// concept inside a mask is left out, one inside an annex item is marked.
func (b *Book) Matches(t Text) []Match {
	hits := b.concepts.of(t.Language).find(t)
	hits = longest(hits)
	out := make([]Match, 0, len(hits))
	for _, h := range hits {
		m := Match{First: h.first, Last: h.last, Phrase: h.e.text,
			Start: t.Tokens[h.first].Start, End: t.Tokens[h.last-1].End}
		switch h.e.role {
		case roleMask:
			m.Mask = &b.content.Masks[h.e.owner]
		case roleAnnex:
			m.Annex = corpus.Theme(h.e.owner)
		default:
			m.Concept = &b.content.Concepts[h.e.owner]
		}
		out = append(out, m)
	}
	maskAnnex(out)
	return out
}

// maskAnnex marks the concepts inside an annex item.
func maskAnnex(all []Match) {
	reach := 0
	for i := range all {
		if all[i].Annex != 0 {
			reach = max(reach, all[i].Last)
		}
		all[i].Masked = all[i].Annex == 0 && all[i].Last <= reach
	}
}

// hit is an entry that was found on the tokens [first,last). inner are the
// tokens of its parts, which count when something is hidden.
type hit struct {
	e           *entry
	first, last int
	inner       [2]span
}

type span struct{ first, last int }

// mostHits bounds what one text can find; a text that repeats one word a
// million times must not fill the memory.
const mostHits = 20_000

func (x *lexicon) find(t Text) []hit {
	var out []hit
	halves := map[int][2][]span{}
	var order []int
	for i := range t.Tokens {
		for k, starts := range x.starts(&t.Tokens[i]) {
			if len(out) > mostHits {
				continue
			}
			for _, s := range starts {
				e := &x.entries[s.entry]
				last, ok := follow(t.Tokens, i, e.parts[s.part])
				if !ok || k == 2 && t.Tokens[i].Stem == e.parts[s.part][0].stem {
					continue
				}
				if len(e.parts) == 1 {
					out = append(out, hit{e: e, first: i, last: last, inner: [2]span{{i, last}, {i, last}}})
					continue
				}
				h, seen := halves[s.entry]
				if !seen {
					order = append(order, s.entry)
				}
				h[s.part] = append(h[s.part], span{i, last})
				halves[s.entry] = h
			}
		}
	}
	for _, n := range order {
		out = append(out, x.pairs(t, n, halves[n])...)
	}
	return out
}

// starts are the parts that can begin at a token, by its stem and its printed
// form, and by both without Arabic clitics.
func (x *lexicon) starts(t *word.Token) [4][]start {
	out := [4][]start{x.stems[t.Stem], x.folds[t.Fold]}
	if t.Bare != "" {
		out[2] = x.stems[t.Bare]
	}
	if t.BareFold != "" {
		out[3] = x.folds[t.BareFold]
	}
	return out
}

// follow compares a phrase's words with the tokens from i on, stepping over
// articles and prepositions that the phrase does not count.
func follow(tokens []word.Token, i int, part []wordTest) (int, bool) {
	if !part[0].fits(&tokens[i]) {
		return 0, false
	}
	at := i + 1
	for _, w := range part[1:] {
		for at < len(tokens) && tokens[at].Link && !w.fits(&tokens[at]) && tokens[at].Sentence == tokens[i].Sentence {
			at++
		}
		if at >= len(tokens) || !w.fits(&tokens[at]) || tokens[at].Sentence != tokens[i].Sentence {
			return 0, false
		}
		at++
	}
	return at, true
}

// pairs joins the two sides of an entry: every left side with the nearest right
// side of its sentence.
func (x *lexicon) pairs(t Text, n int, halves [2][]span) []hit {
	e := &x.entries[n]
	var out []hit
	lo := 0
	for _, a := range halves[0] {
		for lo < len(halves[1]) && halves[1][lo].last+e.near < a.first {
			lo++
		}
		best, gap := span{-1, -1}, e.near+1
		for _, b := range halves[1][lo:] {
			if b.first > a.last+e.near {
				break
			}
			g := b.first - a.last
			if b.first < a.first {
				if e.order {
					continue
				}
				g = a.first - b.last
			}
			if g >= 0 && g < gap && t.Tokens[b.first].Sentence == t.Tokens[a.first].Sentence {
				best, gap = b, g
			}
		}
		if best.first >= 0 && len(out) < mostHits {
			out = append(out, hit{e: e, first: min(a.first, best.first), last: max(a.last, best.last), inner: [2]span{a, best}})
		}
	}
	return out
}

// longest drops every hit that lies inside a longer one, and every doubled one.
// A pair hides nothing.
func longest(hits []hit) []hit {
	slices.SortStableFunc(hits, func(a, b hit) int {
		if c := cmp.Compare(a.first, b.first); c != 0 {
			return c
		}
		return cmp.Compare(b.last, a.last)
	})
	cover := newCover(hits)
	out := hits[:0:0]
	seen := map[[3]int]bool{}
	for _, h := range hits {
		id := [3]int{h.first, h.last, int(h.e.role)<<20 | h.e.owner}
		if cover.hides(h) || seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, h)
	}
	return out
}
