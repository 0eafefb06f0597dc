package plain

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
)

// Clean removes from a paragraph what converters and programs left in it and
// makes white space single; see [Cleaner.Clean].
func Clean(raw string) (text string, anchors []corpus.Anchor) {
	return NewCleaner(raw).Clean(raw)
}

// Cleaner cleans the paragraphs of one document. It remembers the document, for
// what a bracket or a hyphen at a line's end means is seen elsewhere in it.
// A Cleaner is not safe for use by several goroutines.
type Cleaner struct {
	document string
	// refs are the footnote marks that the document refers to.
	refs map[string]bool
	// patience is how many more bytes may be searched for ends of footnotes.
	patience int
	// words are the document's words in lower case, gathered when first needed.
	words map[string]bool
	// hyphenates is set with words: the document breaks words at line ends.
	hyphenates bool
	// keepBreaks makes a line break stay one instead of becoming a space.
	keepBreaks bool
}

// NewCleaner makes a cleaner for the paragraphs of a decoded document.
func NewCleaner(document string) *Cleaner {
	return &Cleaner{document: document, refs: footnoteRefs(document), patience: maxPatience}
}

// Clean gives a paragraph as a reader reads it, in NFC, without marks of
// bookmarks and footnotes, field errors, control characters, characters without
// width and soft hyphens. White space is trimmed and each run of it becomes one
// space, a run with a tab one tab. A line break becomes a space, nothing between
// Chinese characters, and is resolved where it divides a word. Each run of bytes
// that is kept is an anchor.
func (c *Cleaner) Clean(raw string) (text string, anchors []corpus.Anchor) {
	return c.clean(raw, nil)
}

// clean is Clean with further spans of raw to leave out, in rising order.
func (c *Cleaner) clean(raw string, cuts []span) (string, []corpus.Anchor) {
	cuts = mergeSpans(cuts, c.artefacts(raw))
	w := writer{raw: raw, cleaner: c}
	for i := 0; i < len(raw); {
		if len(cuts) > 0 && i >= cuts[0].from {
			i = max(i, cuts[0].to)
			cuts = cuts[1:]
			continue
		}
		if n := visibleRun(raw, i, cuts); n > 0 {
			w.close(i)
			w.soft = false
			w.keep(i, n)
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		w.add(r, i, n)
		i += n
	}
	return normalise(string(w.text), w.anchors)
}

// visibleRun gives the length of the run of plain visible ASCII characters at
// raw[at:], up to the first cut.
func visibleRun(raw string, at int, cuts []span) int {
	end := len(raw)
	if len(cuts) > 0 {
		end = cuts[0].from
	}
	i := at
	for i < end && raw[i] > ' ' && raw[i] < 0x7F {
		i++
	}
	return i - at
}

// span is bytes [from,to).
type span struct{ from, to int }

// writer builds the clean text of one paragraph.
type writer struct {
	raw     string
	cleaner *Cleaner
	text    []byte
	anchors []corpus.Anchor
	gap     gap
	// soft is set after a soft hyphen, until a visible character.
	soft bool
}

// gap is white space that is not written yet.
type gap struct {
	open, tab, broken bool
	// space and tabAt are where raw has such a character, -1 for nowhere;
	// the space is the first one if the gap begins with it, else the last.
	space, tabAt int
}

// add takes the character at raw[at:at+n].
func (w *writer) add(r rune, at, n int) {
	switch {
	case r == '\u00ad':
		w.soft = true
	case breaks(r):
		w.widen(at, r)
		w.gap.broken = true
	case unicode.IsSpace(r):
		w.widen(at, r)
	case r == utf8.RuneError && n <= 1, invisible(r):
	default:
		w.close(at)
		w.soft = false
		if plain := unligature(r); plain != "" {
			w.text = append(w.text, plain...)
			return
		}
		w.keep(at, n)
	}
}

// widen takes one more character of white space into the gap.
func (w *writer) widen(at int, r rune) {
	if !w.gap.open {
		w.gap = gap{open: true, space: -1, tabAt: -1}
	}
	switch r {
	case ' ':
		if w.gap.space < 0 || !w.follows(w.gap.space) {
			w.gap.space = at
		}
	case '\t':
		w.gap.tab = true
		if w.gap.tabAt < 0 {
			w.gap.tabAt = at
		}
	}
}

// follows reports whether raw[at] comes right after the last byte kept.
func (w *writer) follows(at int) bool {
	if len(w.anchors) == 0 {
		return false
	}
	a := w.anchors[len(w.anchors)-1]
	return a.Raw+a.Len == at && a.Text+a.Len == len(w.text)
}

// keep copies raw[at:at+n].
func (w *writer) keep(at, n int) {
	if w.follows(at) {
		w.anchors[len(w.anchors)-1].Len += n
	} else {
		w.anchors = append(w.anchors, corpus.Anchor{Text: len(w.text), Raw: at, Len: n})
	}
	w.text = append(w.text, w.raw[at:at+n]...)
}

// close writes what the open gap becomes before the character at raw[at].
func (w *writer) close(at int) {
	g := w.gap
	w.gap = gap{}
	if !g.open || len(w.text) == 0 {
		return
	}
	switch {
	case g.broken && w.cleaner.keepBreaks:
		w.text = append(w.text, '\n')
	case g.broken && w.soft:
	case g.broken:
		w.joinLines(g, at)
	case g.tab:
		w.keep(g.tabAt, 1)
	default:
		w.space(g)
	}
}

func (w *writer) space(g gap) {
	if g.space >= 0 {
		w.keep(g.space, 1)
		return
	}
	w.text = append(w.text, ' ')
}

// joinLines writes what a line break inside a paragraph becomes.
func (w *writer) joinLines(g gap, at int) {
	switch w.cleaner.lineJoin(w.text, w.raw[at:]) {
	case joinSpace:
		w.space(g)
	case joinWithoutHyphen:
		w.dropLast()
	}
}

// dropLast takes the last character back.
func (w *writer) dropLast() {
	_, n := utf8.DecodeLastRune(w.text)
	w.text = w.text[:len(w.text)-n]
	k := len(w.anchors) - 1
	if k < 0 || w.anchors[k].Text+w.anchors[k].Len <= len(w.text) {
		return
	}
	w.anchors[k].Len = len(w.text) - w.anchors[k].Text
	if w.anchors[k].Len <= 0 {
		w.anchors = w.anchors[:k]
	}
}

func breaks(r rune) bool {
	return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}
