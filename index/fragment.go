package index

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/index/words"
)

const (
	// fragmentRunes is how many characters a fragment has, about.
	fragmentRunes = 200
	maxFragments  = 3
	// cutMark stands where a fragment begins or ends inside the text.
	cutMark = "…"
)

// marker marks what a query found. It is for one search.
type marker struct {
	leaves  []leaf
	stemmer *words.Stemmer
}

// fragments gives windows of a text around what was found, or its beginning.
func (m *marker) fragments(language, raw string) []string {
	t := m.text(language, raw)
	spans := m.spans(t)
	if utf8.RuneCountInString(raw) <= fragmentRunes {
		return []string{markedUp(raw, span{0, len(raw)}, spans)}
	}
	var out []string
	for _, w := range t.windows(spans) {
		out = append(out, markedUp(raw, w, spans))
	}
	return out
}

// spans gives what is marked in a text. A leaf that is only a stop word there
// is not, unless nothing else is.
func (m *marker) spans(t *text) []span {
	var telling, idle []span
	for _, l := range m.leaves {
		if onlyStops(l, t) {
			idle = l.spans(t, idle)
			continue
		}
		telling = l.spans(t, telling)
	}
	if len(telling) == 0 {
		telling = idle
	}
	return joined(telling)
}

func onlyStops(l leaf, t *text) bool {
	w, ok := l.(wordOp)
	if !ok {
		return false
	}
	for _, alt := range w.alternatives {
		if alt.applies(t) && (len(alt.slots) != 1 || alt.slots[0].many || !words.IsStop(t.language, words.Token{Fold: alt.slots[0].terms[0]})) {
			return false
		}
	}
	return true
}

// windows gives the parts of a text that hold most marks, in their order.
func (t *text) windows(spans []span) []span {
	if len(spans) == 0 {
		return []span{t.widen(span{0, 0})}
	}
	type counted struct {
		span
		marks int
	}
	var all []counted
	for i := 0; i < len(spans); {
		w := counted{spans[i], 0}
		for ; i < len(spans) && (w.marks == 0 || t.runes(w.start, spans[i].end) <= fragmentRunes); i++ {
			w.end = max(w.end, spans[i].end)
			w.marks++
		}
		all = append(all, w)
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(b.marks, a.marks) })
	all = all[:min(len(all), maxFragments)]
	slices.SortFunc(all, func(a, b counted) int { return a.start - b.start })
	var out []span
	for _, w := range all {
		wide := t.widen(w.span)
		if n := len(out); n > 0 && wide.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, wide.end)
			continue
		}
		out = append(out, wide)
	}
	return out
}

func (t *text) runes(start, end int) int { return utf8.RuneCountInString(t.raw[start:end]) }

// widen adds words on both sides of a span until it has the size of a
// fragment.
func (t *text) widen(s span) span {
	spare := max(0, fragmentRunes-t.runes(s.start, s.end))
	start := t.back(s.start, spare/2)
	end := t.forward(s.end, spare-t.runes(start, s.start))
	if left := fragmentRunes - t.runes(start, end); left > 0 && end == len(t.raw) {
		start = t.back(start, left)
	}
	return span{start, end}
}

// back gives the first beginning of a token that is at most n characters
// before at.
func (t *text) back(at, n int) int {
	low := at
	for ; low > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(t.raw[:low])
		low -= size
	}
	if low == 0 {
		return 0
	}
	i, _ := slices.BinarySearchFunc(t.tokens, low, func(w words.Token, b int) int { return w.Start - b })
	if i < len(t.tokens) && t.tokens[i].Start < at {
		return t.tokens[i].Start
	}
	return at
}

// forward gives the last end of a token that is at most n characters after at.
func (t *text) forward(at, n int) int {
	high := at
	for ; high < len(t.raw) && n > 0; n-- {
		_, size := utf8.DecodeRuneInString(t.raw[high:])
		high += size
	}
	if high == len(t.raw) {
		return high
	}
	i, _ := slices.BinarySearchFunc(t.tokens, high+1, func(w words.Token, b int) int { return w.End - b })
	if i > 0 && t.tokens[i-1].End > at {
		return t.tokens[i-1].End
	}
	return at
}

// markedUp writes a window of a text as HTML with marks.
func markedUp(raw string, w span, marks []span) string {
	var b strings.Builder
	if w.start > 0 {
		b.WriteString(cutMark)
	}
	at := w.start
	for _, m := range marks {
		if m.end <= w.start || m.start >= w.end {
			continue
		}
		start, end := max(m.start, w.start), min(m.end, w.end)
		b.WriteString(html.EscapeString(raw[at:start]))
		b.WriteString("<mark>" + html.EscapeString(raw[start:end]) + "</mark>")
		at = end
	}
	b.WriteString(html.EscapeString(raw[at:w.end]))
	if w.end < len(raw) {
		b.WriteString(cutMark)
	}
	return b.String()
}
