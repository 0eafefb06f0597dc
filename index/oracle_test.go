package index

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/index/query"
	"rapporteur/index/words"
)

// oracle answers queries by reading every passage. It shares with the index
// only the cutting of words and the stemmers.
type oracle struct {
	entries []Entry
	tokens  [][]words.Token
	stemmer *words.Stemmer
}

func newOracle(entries []Entry) *oracle {
	o := &oracle{entries: entries, stemmer: words.NewStemmer()}
	for _, e := range entries {
		o.tokens = append(o.tokens, words.Tokens(e.Passage.Text))
	}
	return o
}

func (o *oracle) find(q corpus.Query, n query.Node) []Entry {
	var out []Entry
	for i, e := range o.entries {
		if o.passes(q, e) && o.holds(n, i) {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Entry) int { return cmp.Compare(a.Passage.ID, b.Passage.ID) })
	return out
}

func (o *oracle) passes(q corpus.Query, e Entry) bool {
	return (q.Superseded || !e.Superseded) &&
		(len(q.Themes) == 0 || slices.ContainsFunc(q.Themes, func(t corpus.Theme) bool { return slices.Contains(e.Themes, t) })) &&
		(len(q.Sources) == 0 || slices.ContainsFunc(q.Sources, func(s string) bool { return slices.Contains(e.Sources, s) })) &&
		(len(q.Groups) == 0 || slices.ContainsFunc(q.Groups, func(s string) bool { return slices.Contains(e.Groups, s) })) &&
		(len(q.Meetings) == 0 || slices.Contains(q.Meetings, e.Meeting)) &&
		(len(q.Kinds) == 0 || slices.Contains(q.Kinds, e.Kind)) &&
		(q.Language == "" || q.Language == e.Passage.Language)
}

func (o *oracle) holds(n query.Node, i int) bool {
	switch n := n.(type) {
	case query.All:
		return true
	case query.Not:
		return !o.holds(n.Kid, i)
	case query.Or:
		return slices.ContainsFunc(n.Kids, func(k query.Node) bool { return o.holds(k, i) })
	case query.And:
		idle := 0
		for _, k := range n.Kids {
			switch {
			case o.isStop(k, i):
				idle++
			case !o.holds(k, i):
				return false
			}
		}
		return idle < len(n.Kids) || !slices.ContainsFunc(n.Kids, func(k query.Node) bool { return !o.holds(k, i) })
	case query.Word:
		return o.word(n.Text, i)
	case query.Phrase:
		return o.row(n.Text, i)
	case query.Prefix:
		return o.row(n.Text+"*", i)
	case query.Fuzzy:
		want := words.Tokens(n.Text)[0].Fold
		return slices.ContainsFunc(o.spellings(i), func(s string) bool { return edits(want, s) <= n.Distance })
	case query.Near:
		return o.near(n, i)
	case query.Literal:
		return o.row(n.Text, i) && strings.Contains(o.entries[i].Passage.Text, n.Text)
	}
	return o.field(n, o.entries[i])
}

// spellings are the words of a passage as the index keeps them as written.
func (o *oracle) spellings(i int) []string {
	var out []string
	for t := range o.tokens[i] {
		out = append(out, exactTerm(o.tokens[i], t))
	}
	return out
}

func (o *oracle) field(n query.Node, e Entry) bool {
	switch n := n.(type) {
	case query.Dates:
		return (n.From == "" || e.Date >= n.From) && (n.To == "" || e.Date[:len(n.To)] <= n.To)
	case query.Field:
		have := map[string][]string{"source": e.Sources, "group": e.Groups, "meeting": {e.Meeting}, "kind": {string(e.Kind)},
			"lang": {e.Passage.Language}, "symbol": {e.Symbol}, "status": {e.Status}}
		for _, t := range e.Themes {
			have["theme"] = append(have["theme"], fmt.Sprint(int(t)))
		}
		if e.Process {
			have["theme"] = append(have["theme"], "process")
		}
		for _, a := range e.Acts {
			have["act"] = append(have["act"], string(a))
		}
		return slices.ContainsFunc(n.Values, func(v string) bool {
			return slices.Contains(have[n.Name], v)
		})
	}
	panic(fmt.Sprintf("%T", n))
}

func (o *oracle) isStop(n query.Node, i int) bool {
	w, ok := n.(query.Word)
	if !ok {
		return false
	}
	tokens := words.Tokens(w.Text)
	return len(tokens) == 1 && words.IsStop(o.entries[i].Passage.Language, tokens[0])
}

func (o *oracle) word(text string, i int) bool {
	lang := o.entries[i].Passage.Language
	tokens := words.Tokens(text)
	if slices.Contains(words.Stemmed, lang) {
		_, tokens = words.Trim(lang, tokens)
		if len(tokens) == 1 && !tokens[0].Han && !words.IsStop(lang, tokens[0]) {
			return slices.ContainsFunc(o.tokens[i], func(t words.Token) bool { return o.same(lang, tokens[0], t) })
		}
	}
	var parts []string
	for j, t := range tokens {
		if j > 0 && !tokens[j-1].Joins(t) {
			parts = append(parts, " ")
		}
		parts = append(parts, t.Form)
	}
	return o.row(strings.Join(parts, ""), i)
}

// same reports whether a word of a passage is a form of a word asked for.
func (o *oracle) same(lang string, want, t words.Token) bool {
	if words.IsStop(lang, want) || !slices.Contains(words.Stemmed, lang) || want.Han {
		return want.Fold == t.Fold
	}
	return !words.IsStop(lang, t) && !t.Han && slices.ContainsFunc(o.stemmer.Asked(lang, want), func(form string) bool {
		return slices.Contains(o.stemmer.Forms(lang, t), form)
	})
}

// row reports whether words stand in a row as written; "*" opens a word.
func (o *oracle) row(text string, i int) bool {
	want, have := words.Tokens(text), o.tokens[i]
	for at := 0; at+len(want) <= len(have); at++ {
		ok := true
		for j, w := range want {
			h := have[at+j]
			open := !w.Han && w.End < len(text) && text[w.End] == '*'
			ok = ok && (w.Fold == h.Fold || open && strings.HasPrefix(h.Fold, w.Fold))
			if j > 0 && want[j-1].Joins(w) {
				ok = ok && have[at+j-1].Joins(h)
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (o *oracle) near(n query.Near, i int) bool {
	want, have, lang := words.Tokens(n.Text), o.tokens[i], o.entries[i].Passage.Language
	times := map[string]int{}
	for _, w := range want {
		times[w.Fold]++
	}
	for from := range have {
		window := have[from:min(from+n.Distance+1, len(have))]
		if !slices.ContainsFunc(want, func(w words.Token) bool {
			seen := 0
			for _, h := range window {
				if o.same(lang, w, h) {
					seen++
				}
			}
			return seen < times[w.Fold]
		}) {
			return true
		}
	}
	return false
}

// edits counts the characters to add, drop or change and the neighbours to
// swap that make a word another.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case x[i-1] == y[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d[i][j] = min(d[i][j], 1+d[i-2][j-2])
			}
		}
	}
	return d[len(x)][len(y)]
}
