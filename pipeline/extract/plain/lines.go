package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one physical line of a decoded file.
type line struct {
	// from and to are where its text stands in the document, without white
	// space at either end; both are the same for a blank line.
	from, to int
	// page counts form feeds before it from 1.
	page int
	// indent is the white space it begins with, in columns of a typewriter.
	indent int
	// columns is its width on a typewriter; ems its width in a common
	// proportional typeface, in hundredths.
	columns, ems int
	label        label
}

func (l line) blank() bool { return l.from == l.to }

// countLines counts the lines that splitLines makes, or one less.
func countLines(text string) int {
	n := strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
	for _, end := range []string{"\f", "\u0085", "\u2028", "\u2029"} {
		n += strings.Count(text, end)
	}
	return n
}

// splitLines cuts a document at its line ends; form feeds end a line too.
func splitLines(text string) []line {
	lines := make([]line, 0, len(text)/40+1)
	page := 1
	for at := 0; at <= len(text); {
		end := strings.IndexAny(text[at:], "\n\r\f\u0085\u2028\u2029")
		stop, size := len(text), 1
		if end >= 0 {
			stop = at + end
			r, n := utf8.DecodeRuneInString(text[stop:])
			size = n
			if r == '\r' && strings.HasPrefix(text[stop+1:], "\n") {
				size = 2
			}
		}
		l := measure(text, at, stop)
		l.page = page
		lines = append(lines, l)
		if end >= 0 && text[stop] == '\f' {
			page++
		}
		at = stop + size
	}
	return lines
}

// measure makes the line that stands in text[at:stop].
func measure(text string, at, stop int) line {
	raw := text[at:stop]
	trimmed := strings.TrimLeftFunc(raw, blankRune)
	l := line{from: stop - len(trimmed)}
	for _, r := range raw[:len(raw)-len(trimmed)] {
		switch {
		case r == '\t':
			l.indent += 4 - l.indent%4
		case !invisible(r):
			l.indent++
		}
	}
	trimmed = strings.TrimRightFunc(trimmed, blankRune)
	l.to = l.from + len(trimmed)
	l.columns, l.ems = widthOf(trimmed)
	return l
}

func blankRune(r rune) bool { return unicode.IsSpace(r) || invisible(r) }

// asciiEms are the widths of the characters from the space to the tilde in a
// common sans-serif typeface, in hundredths of an em.
const asciiEms = "" +
	"\x1c\x1c\x24\x38\x38\x59\x43\x13\x21\x21\x27\x3a\x1c\x21\x1c\x1c" + // space to /
	"\x38\x38\x38\x38\x38\x38\x38\x38\x38\x38\x1c\x1c\x3a\x3a\x3a\x38" + // 0 to ?
	"\x65\x43\x43\x48\x48\x43\x3d\x4e\x48\x1c\x32\x43\x38\x53\x48\x4e" + // @ to O
	"\x43\x4e\x48\x43\x3d\x48\x43\x5e\x43\x43\x3d\x1c\x1c\x1c\x2f\x38" + // P to _
	"\x21\x38\x38\x32\x38\x38\x1c\x38\x38\x16\x16\x32\x16\x53\x38\x38" + // ` to o
	"\x38\x38\x21\x32\x1c\x38\x32\x48\x32\x32\x32\x21\x1a\x21\x3a" // p to ~

// widthOf measures text both ways.
func widthOf(text string) (columns, ems int) {
	for _, r := range text {
		c, e := 1, 56
		switch {
		case r >= ' ' && r <= '~':
			e = int(asciiEms[r-' '])
		case invisible(r) || unicode.Is(unicode.Mn, r):
			c, e = 0, 0
		case wideGlyph(r) || r >= 0xAC00 && r <= 0xD7AF:
			c, e = 2, 100
		case unicode.IsSpace(r):
			e = 28
		case unicode.IsUpper(r):
			e = 70
		case unicode.Is(unicode.Arabic, r):
			e = 42
		case r == '’' || r == '‘':
			e = 22
		case r == '“' || r == '”':
			e = 33
		case r == '—':
			e = 100
		}
		columns += c
		ems += e
	}
	return columns, ems
}
