package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// words is a paragraph's text with what ties it to the file.
type words struct {
	text    string
	raw     string
	anchors []corpus.Anchor
	marks   []corpus.Mark
}

// wordsOf takes a block's text. Whatever in it breaks the rules of
// [corpus.Passage] is left out, so that a careless reader cannot spoil a
// dossier.
func wordsOf(b block.Block) words {
	if !utf8.ValidString(b.Text) {
		return words{text: strings.ToValidUTF8(b.Text, "\uFFFD")}
	}
	w := words{text: b.Text}
	if b.Raw != "" && utf8.ValidString(b.Raw) && tied(b) {
		w.raw, w.anchors = b.Raw, slices.Clone(b.Anchors)
		slices.SortStableFunc(w.anchors, func(a, b corpus.Anchor) int { return a.Text - b.Text })
	}
	for _, m := range b.Marks {
		if m.Start >= 0 && m.End >= m.Start && m.End <= len(b.Text) {
			w.marks = append(w.marks, m)
		}
	}
	return w
}

// tied reports whether all anchors of a block hold.
func tied(b block.Block) bool {
	for _, a := range b.Anchors {
		if a.Text < 0 || a.Raw < 0 || a.Len < 0 || a.Text > len(b.Text)-a.Len || a.Raw > len(b.Raw)-a.Len ||
			b.Text[a.Text:a.Text+a.Len] != b.Raw[a.Raw:a.Raw+a.Len] {
			return false
		}
	}
	return true
}

// run is a stretch of text that is kept: the bytes [from,to) of the old text
// stand at byte at of the new one.
type run struct{ from, to, at int }

// between gives the bytes [from,to) with single spaces and none at the ends.
func (w words) between(from, to int) words {
	var b strings.Builder
	var runs []run
	open := -1
	flush := func(end int) {
		if open >= 0 && end > open {
			runs = append(runs, run{open, end, b.Len()})
			b.WriteString(w.text[open:end])
		}
		open = -1
	}
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(w.text[i:to])
		if !isBreak(r) {
			if open < 0 {
				open = i
			}
			i += n
			continue
		}
		end := i + n
		for end < to {
			next, size := utf8.DecodeRuneInString(w.text[end:to])
			if !isBreak(next) && !(next == '\u00a0' && unicode.IsSpace(next)) {
				break
			}
			end += size
		}
		if w.text[i:end] != " " || end == to || open < 0 {
			flush(i)
			if b.Len() > 0 && end < to {
				b.WriteByte(' ')
			}
		}
		i = end
	}
	flush(to)
	return w.rebuilt(b.String(), runs, from, to)
}

// isBreak reports white space that is not kept as it stands.
func isBreak(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029' || r == '\u0085'
}

// rebuilt makes the new paragraph: anchors are what the old anchors and the
// runs have in common.
func (w words) rebuilt(text string, runs []run, from, to int) words {
	out := words{text: text, raw: w.raw}
	anchors := w.anchors
	if w.raw == "" {
		out.raw = w.text
		anchors = []corpus.Anchor{{Len: len(w.text)}}
	}
	first := 0
	for _, r := range runs {
		for first < len(anchors) && anchors[first].Text+anchors[first].Len <= r.from {
			first++
		}
		for _, a := range anchors[first:] {
			if a.Text >= r.to {
				break
			}
			if lo, hi := max(a.Text, r.from), min(a.Text+a.Len, r.to); hi > lo {
				out.anchors = append(out.anchors, corpus.Anchor{Text: r.at + lo - r.from, Raw: a.Raw + lo - a.Text, Len: hi - lo})
			}
		}
	}
	for _, m := range w.marks {
		if m, ok := moved(m, text, runs, from, to); ok {
			out.marks = append(out.marks, m)
		}
	}
	if out.raw == text {
		out.raw, out.anchors = "", nil
	}
	return out
}

// moved gives a mark its place in the new text. An insertion of which nothing
// is left is gone; a deletion stays at the nearest place.
func moved(m corpus.Mark, text string, runs []run, from, to int) (corpus.Mark, bool) {
	start, end := newOffset(max(m.Start, from), runs, len(text)), newOffset(min(max(m.End, from), to), runs, len(text))
	if m.Type == corpus.MarkDeleted {
		m.Start, m.End = start, max(start, end)
		return m, true
	}
	if end <= start {
		return m, false
	}
	m.Start, m.End, m.Text = start, end, text[start:end]
	return m, true
}

// newOffset gives where an old offset stands in the new text; what was dropped
// stands where the next kept run begins.
func newOffset(old int, runs []run, length int) int {
	for _, r := range runs {
		if old < r.from {
			return r.at
		}
		if old <= r.to {
			return r.at + old - r.from
		}
	}
	return length
}

// only leaves the marks that touch [from,to).
func (w words) only(from, to int) words {
	w.marks = slices.DeleteFunc(slices.Clone(w.marks), func(m corpus.Mark) bool { return m.End < from || m.Start > to || m.Start == to && to < len(w.text) })
	return w
}

// slice gives the bytes [from,to) as they stand, the tie to the file kept.
func (w words) slice(from, to int) words {
	if from == 0 && to == len(w.text) {
		return w
	}
	return w.rebuilt(w.text[from:to], []run{{from, to, 0}}, from, to)
}
