package office

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus"
)

// cut is a place in a raw text that is to be found again in the clean one.
type cut struct {
	raw int
	// opening places the cut behind a space that stands there, else before it.
	opening bool
	// text is the place found.
	text int
}

// cleaner makes clean text of raw text, unit by unit.
type cleaner struct {
	out     strings.Builder
	anchors []corpus.Anchor
	// sep is the white space read and not yet written, 0 for none: line break
	// before tab before space. sepRaw is where it stands in the raw text, -1
	// where it is not one of its bytes.
	sep    byte
	sepRaw int
	cuts   []cut
	done   int // cuts placed
}

// clean gives text as a reader reads it: NFC, white space runs as one
// separator, none at either end, invisible characters dropped. The anchors tie
// it to raw; they are nil where nothing was changed. The cuts, in rising order
// of raw, get their places in the clean text.
func clean(raw string, cuts []cut) (string, []corpus.Anchor) {
	raw = strings.ToValidUTF8(raw, string(utf8.RuneError))
	c := &cleaner{cuts: cuts}
	if norm.NFC.IsNormalString(raw) {
		c.runes(raw, 0)
	} else {
		c.segments(raw)
	}
	c.place(len(raw))
	text := c.out.String()
	for i := range c.cuts {
		c.cuts[i].text = min(c.cuts[i].text, len(text))
	}
	if text == raw {
		return text, nil
	}
	return text, c.anchors
}

// segments composes what is not yet NFC.
func (c *cleaner) segments(raw string) {
	var it norm.Iter
	it.InitString(norm.NFC, raw)
	for !it.Done() {
		start := it.Pos()
		composed := string(it.Next())
		if part := raw[start:it.Pos()]; part == composed {
			c.runes(part, start)
		} else {
			c.place(start)
			c.write(composed, -1)
		}
	}
}

func (c *cleaner) runes(s string, base int) {
	for i, r := range s {
		at := base + i
		c.place(at)
		switch {
		case invisible(r):
		case r == '\n' || r == '\t' || unicode.IsSpace(r):
			c.space(r, at)
		default:
			c.write(s[i:i+utf8.RuneLen(r)], at)
		}
	}
}

// space notes a white space for when text follows.
func (c *cleaner) space(r rune, at int) {
	sep := byte(' ')
	switch r {
	case '\t':
		sep = '\t'
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		sep = '\n'
	}
	if c.sep != 0 && (sep == ' ' || sep == c.sep || c.sep == '\n') {
		return
	}
	c.sep, c.sepRaw = sep, -1
	if r == rune(sep) {
		c.sepRaw = at
	}
}

// write appends s, which stands at raw offset at; -1 means it does not.
func (c *cleaner) write(s string, at int) {
	if c.sep != 0 && c.out.Len() > 0 {
		c.anchor(c.sepRaw, 1)
		c.out.WriteByte(c.sep)
	}
	c.sep = 0
	c.anchor(at, len(s))
	c.out.WriteString(s)
}

func (c *cleaner) anchor(raw, length int) {
	text := c.out.Len()
	if raw < 0 {
		return
	}
	if n := len(c.anchors) - 1; n >= 0 {
		if a := &c.anchors[n]; a.Text+a.Len == text && a.Raw+a.Len == raw {
			a.Len += length
			return
		}
	}
	c.anchors = append(c.anchors, corpus.Anchor{Text: text, Raw: raw, Len: length})
}

// place fixes the cuts up to raw offset at.
func (c *cleaner) place(at int) {
	for c.done < len(c.cuts) && c.cuts[c.done].raw <= at {
		k := &c.cuts[c.done]
		k.text = c.out.Len()
		if k.opening && c.sep != 0 && k.text > 0 {
			k.text++
		}
		c.done++
	}
}

// invisible reports characters that carry no text: soft hyphens, byte order
// marks, zero-width spaces, directional marks, controls. Joiners stay, for
// they change how Arabic and Indic words are spelt.
func invisible(r rune) bool {
	switch {
	case r == '\u00AD', r == '\uFEFF', r == '\u200B', r == '\u2060', r == '\u061C':
		return true
	case r == '\u200E', r == '\u200F', r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return true
	case r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f', r == 0x7F, r >= 0xFFF9 && r <= 0xFFFC:
		return true
	}
	return false
}

// trimmed is clean without anchors and cuts.
func trimmed(raw string) string {
	text, _ := clean(raw, nil)
	return text
}
