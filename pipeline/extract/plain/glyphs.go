package plain

import (
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus"
)

// invisible reports whether r takes no room and carries no meaning in the six
// languages: characters without width, marks of writing direction, controls.
func invisible(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r == 0xFEFF, r == 0x061C, r == 0x180E, r == 0x034F:
		return true
	case r >= 0xFFF9 && r <= 0xFFFC, r >= 0xE0000 && r <= 0xE007F, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return true
	}
	return unicode.Is(unicode.Cc, r)
}

// unligature gives the letters of a typographic ligature or of an Arabic letter
// in one of its drawn forms, "" for other characters. Only converters write
// these.
func unligature(r rune) string {
	if r >= 0xFB00 && r <= 0xFB06 || r >= 0xFB50 && r <= 0xFBFF || r >= 0xFC00 && r <= 0xFDCF || r >= 0xFE80 && r <= 0xFEFC {
		if s := norm.NFKC.String(string(r)); s != string(r) {
			return s
		}
	}
	return ""
}

// normalise brings text to NFC. Anchors of the parts that change are cut away.
func normalise(text string, anchors []corpus.Anchor) (string, []corpus.Anchor) {
	if norm.NFC.IsNormalString(text) {
		return text, anchors
	}
	var out []byte
	var moved []corpus.Anchor
	for at := 0; at < len(text); {
		n := norm.NFC.NextBoundaryInString(text[at:], true)
		if n <= 0 {
			n = len(text) - at
		}
		part := text[at : at+n]
		composed := norm.NFC.String(part)
		if composed == part {
			moved = moveAnchors(moved, anchors, span{at, at + n}, len(out)-at)
		}
		out = append(out, composed...)
		at += n
		for len(anchors) > 0 && anchors[0].Text+anchors[0].Len <= at {
			anchors = anchors[1:]
		}
	}
	return string(out), moved
}

// moveAnchors appends the parts of anchors inside s, shifted in the text.
func moveAnchors(moved, anchors []corpus.Anchor, s span, shift int) []corpus.Anchor {
	for _, a := range anchors {
		from, to := max(a.Text, s.from), min(a.Text+a.Len, s.to)
		if a.Text >= s.to {
			break
		}
		if from >= to {
			continue
		}
		b := corpus.Anchor{Text: from + shift, Raw: a.Raw + from - a.Text, Len: to - from}
		if k := len(moved) - 1; k >= 0 && moved[k].Text+moved[k].Len == b.Text && moved[k].Raw+moved[k].Len == b.Raw {
			moved[k].Len += b.Len
			continue
		}
		moved = append(moved, b)
	}
	return moved
}

// wideGlyph reports whether r is a Chinese or Japanese character or one of their
// punctuation marks, between which there are no spaces.
func wideGlyph(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x30FF || r >= 0xFF00 && r <= 0xFFEF
}
