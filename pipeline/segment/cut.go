package segment

import (
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// longestPassage bounds a passage, in bytes. A paragraph of a contribution has
// a tenth of it at most; what is longer is a file without paragraphs, which
// nobody could cite and which would take the tagger minutes.
const longestPassage = 8 << 10

// cutLong parts blocks that are too long for a passage, after a sentence where
// one ends in the last quarter, else after a word, else where it must be.
func cutLong(blocks []block.Block) []block.Block {
	long := false
	for _, b := range blocks {
		long = long || len(b.Text) > longestPassage
	}
	if !long {
		return blocks
	}
	out := make([]block.Block, 0, 2*len(blocks))
	for _, b := range blocks {
		if len(b.Text) <= longestPassage || !utf8.ValidString(b.Text) {
			out = append(out, b)
			continue
		}
		out = append(out, cut(b)...)
	}
	return out
}

// cut parts one block. The pieces have their own part of the original each, so
// that none carries the whole.
func cut(b block.Block) []block.Block {
	tie := corpus.Passage{Text: b.Text, Raw: b.Raw, Anchors: b.Anchors}
	bound := b.Raw != "" && utf8.ValidString(b.Raw) && tied(b)
	var out []block.Block
	for from := 0; from < len(b.Text); {
		to := from + cutAt(b.Text[from:])
		piece := b
		piece.Text, piece.Raw, piece.Anchors, piece.Marks = b.Text[from:to], "", nil, nil
		if bound {
			start, end := tie.RawSpan(from, to)
			piece.Raw, piece.Anchors = b.Raw[start:end], within(b.Anchors, from, to, start, end)
		}
		for _, m := range b.Marks {
			if m.Start >= from && m.End <= to && (m.Start < to || to == len(b.Text)) {
				m.Start, m.End = m.Start-from, m.End-from
				piece.Marks = append(piece.Marks, m)
			}
		}
		if from > 0 {
			piece.Label = ""
		}
		out = append(out, piece)
		from = to
	}
	return out
}

// within gives the anchors of the piece [from,to) of a text, whose original is
// [start,end) of the whole's.
func within(anchors []corpus.Anchor, from, to, start, end int) []corpus.Anchor {
	var out []corpus.Anchor
	for _, a := range anchors {
		lo, hi := max(a.Text, from), min(a.Text+a.Len, to)
		raw := a.Raw + lo - a.Text
		if hi > lo && raw >= start && raw+hi-lo <= end {
			out = append(out, corpus.Anchor{Text: lo - from, Raw: raw - start, Len: hi - lo})
		}
	}
	return out
}

// cutAt gives how much of a text makes one piece.
func cutAt(text string) int {
	if len(text) <= longestPassage {
		return len(text)
	}
	head := text[:longestPassage]
	for _, end := range []string{". ", ".\n", "。", "؟ ", "! ", "? ", "; ", "\n", " "} {
		if i := strings.LastIndex(head, end); i >= longestPassage*3/4 {
			return i + len(end)
		}
	}
	at := len(head)
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
