package index

import (
	"slices"
	"strings"

	"rapporteur/index/words"
)

// leaf is a part of a query that scores and is marked in what it finds.
type leaf interface {
	op
	// spans adds where the leaf stands in a text.
	spans(t *text, out []span) []span
	// scoring are the alternatives whose words score.
	scoring() []alternative
}

// span is bytes of a text, from start to before end.
type span struct{ start, end int }

// text is a passage being marked.
type text struct {
	raw      string
	language string
	class    class
	tokens   []words.Token
	stemmer  *words.Stemmer
	// stems are those of the tokens, filled when the first is asked for.
	stems [][]string
}

func (m *marker) text(language, raw string) *text {
	return &text{raw: raw, language: language, class: classOf(language), tokens: words.Tokens(raw), stemmer: m.stemmer}
}

// terms gives the terms of a field at a token, as they were indexed.
func (t *text) terms(field string, i int) []string {
	if field == fieldExact {
		return []string{exactTerm(t.tokens, i)}
	}
	if t.stems == nil {
		t.stems = make([][]string, len(t.tokens))
		for j, w := range t.tokens {
			if !words.IsStop(t.language, w) {
				t.stems[j] = t.stemmer.Forms(t.language, w)
			}
		}
	}
	return t.stems[i]
}

// at reports whether a slot stands at a token, and where that ends.
func (t *text) at(s slot, i int) (end int, ok bool) {
	if i < 0 || i >= len(t.tokens) || !slices.ContainsFunc(t.terms(s.field, i), s.has) {
		return 0, false
	}
	if t.tokens[i].Han && !s.many && i+1 < len(t.tokens) && t.tokens[i].Joins(t.tokens[i+1]) {
		return t.tokens[i+1].End, true
	}
	return t.tokens[i].End, true
}

// has reports whether a term may stand in a slot; terms are sorted where they
// are many.
func (s slot) has(term string) bool {
	if !s.many {
		return s.terms[0] == term
	}
	_, found := slices.BinarySearch(s.terms, term)
	return found
}

// row gives where an alternative that begins at a token ends.
func (t *text) row(alt alternative, i int) (end int, ok bool) {
	for _, s := range alt.slots {
		e, here := t.at(s, i+int(s.place))
		if !here {
			return 0, false
		}
		end = max(end, e)
	}
	return end, len(alt.slots) > 0
}

// applies reports whether an alternative is looked for in the text's language.
func (alt alternative) applies(t *text) bool {
	return alt.in.has(t.class) && len(alt.slots) > 0 &&
		(alt.slots[0].field == fieldExact || alt.slots[0].field == fieldText+t.language)
}

func (o wordOp) scoring() []alternative { return o.alternatives }

func (o wordOp) spans(t *text, out []span) []span {
	for _, alt := range o.alternatives {
		if !alt.applies(t) {
			continue
		}
		for i := range t.tokens {
			if end, ok := t.row(alt, i); ok {
				out = append(out, span{t.tokens[i].Start, end})
			}
		}
	}
	return out
}

func (o near) scoring() []alternative {
	var out []alternative
	for _, w := range o.words {
		out = append(out, w.alternatives...)
	}
	return out
}

// spans are those of the words inside windows that hold all of them.
func (o near) spans(t *text, out []span) []span {
	lists := make([][]int32, len(o.words))
	ends := map[int32]int{}
	for w, word := range o.words {
		for _, alt := range word.alternatives {
			for i := 0; alt.applies(t) && i < len(t.tokens); i++ {
				if end, ok := t.row(alt, i); ok {
					lists[w] = append(lists[w], int32(i))
					ends[int32(i)] = end
				}
			}
		}
		lists[w] = distinct(lists[w])
	}
	inside := map[int32]bool{}
	for from := range ends {
		if !o.window(lists, from) {
			continue
		}
		for i := from; i <= from+o.distance && int(i) < len(t.tokens); i++ {
			inside[i] = true
		}
	}
	for i := range t.tokens {
		if end, ok := ends[int32(i)]; ok && inside[int32(i)] {
			out = append(out, span{t.tokens[i].Start, end})
		}
	}
	return out
}

func (o literal) scoring() []alternative { return o.words.scoring() }

func (o literal) spans(t *text, out []span) []span {
	for at := 0; ; {
		i := strings.Index(t.raw[at:], string(o.text))
		if i < 0 {
			return out
		}
		out = append(out, span{at + i, at + i + len(o.text)})
		at += i + len(o.text)
	}
}

// joined sorts spans and joins those that touch.
func joined(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}
