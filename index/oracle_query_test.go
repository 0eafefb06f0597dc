package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/index/query"
	"rapporteur/index/words"
)

func sampleFilters(r *rand.Rand) corpus.Query {
	q := corpus.Query{Superseded: r.IntN(4) == 0}
	if r.IntN(4) == 0 {
		q.Themes = []corpus.Theme{corpus.Theme(1 + r.IntN(12)), corpus.Theme(1 + r.IntN(12))}
	}
	if r.IntN(4) == 0 {
		q.Sources = pick(r, 2, "XRU", "XFR", "XSY")
	}
	if r.IntN(8) == 0 {
		q.Language = pick(r, 1, words.Stemmed...)[0]
	}
	if r.IntN(8) == 0 {
		q.Kinds = []corpus.Kind{corpus.KindProposal, corpus.KindGap}
	}
	return q
}

// sampleQuery makes a query of any operators from words of the passages.
func sampleQuery(r *rand.Rand, entries []Entry, depth int) query.Node {
	if depth > 0 {
		switch r.IntN(6) {
		case 0, 1:
			return query.And{Kids: sampleKids(r, entries, depth)}
		case 2:
			return query.Or{Kids: sampleKids(r, entries, depth)}
		case 3:
			return query.Not{Kid: sampleQuery(r, entries, depth-1)}
		}
	}
	e := entries[r.IntN(len(entries))]
	tokens := words.Tokens(e.Passage.Text)
	at := r.IntN(len(tokens))
	to := min(at+1+r.IntN(3), len(tokens))
	text := e.Passage.Text[tokens[at].Start:tokens[to-1].End]
	word := e.Passage.Text[tokens[at].Start:tokens[at].End]
	if word == "AND" || word == "OR" || word == "NOT" {
		word = strings.ToLower(word)
	}
	switch r.IntN(8) {
	case 0:
		return query.Phrase{Text: text}
	case 1:
		cut := []rune(word)
		return query.Prefix{Text: string(cut[:1+r.IntN(len(cut))])}
	case 2:
		if !tokens[at].Han {
			return query.Fuzzy{Text: misspelt(r, word), Distance: 1 + r.IntN(2)}
		}
	case 3:
		if other := tokens[r.IntN(len(tokens))]; !other.Han && !tokens[at].Han {
			return query.Near{Text: word + " " + other.Form, Distance: 1 + r.IntN(12)}
		}
	case 4:
		return sampleField(r, e)
	}
	if tokens[at].Han {
		return query.Word{Text: text[:strings.IndexFunc(text+" ", func(c rune) bool { return c < 0x3000 || c > 0x9fff })]}
	}
	return query.Word{Text: word}
}

func sampleKids(r *rand.Rand, entries []Entry, depth int) []query.Node {
	var out []query.Node
	for range 2 + r.IntN(2) {
		out = append(out, sampleQuery(r, entries, depth-1))
	}
	return out
}

func sampleField(r *rand.Rand, e Entry) query.Node {
	switch r.IntN(6) {
	case 0:
		return query.Field{Name: "source", Values: pick(r, 2, "XRU", "XFR", "XSD")}
	case 1:
		return query.Field{Name: "theme", Values: pick(r, 2, "1", "2", "12", "process")}
	case 2:
		return query.Field{Name: "symbol", Values: []string{e.Symbol}}
	case 3:
		return query.Field{Name: "act", Values: pick(r, 2, "propose", "support", "request")}
	case 4:
		return query.Dates{From: e.Date[:7], To: fmt.Sprintf("2025-%02d", 1+r.IntN(12))}
	}
	return query.Field{Name: "meeting", Values: []string{e.Meeting}}
}

func misspelt(r *rand.Rand, word string) string {
	rs := []rune(word)
	at := r.IntN(len(rs))
	switch r.IntN(3) {
	case 0:
		return string(slices.Insert(rs, at, rs[0]))
	case 1:
		if len(rs) > 2 {
			return string(slices.Delete(rs, at, at+1))
		}
	}
	rs[at] = rs[len(rs)-1]
	return string(rs)
}

func open(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func put(t testing.TB, x *Index, entries []Entry) {
	t.Helper()
	if err := x.Put(context.Background(), entries); err != nil {
		t.Fatal(err)
	}
}
