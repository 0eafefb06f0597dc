package plain

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// tally counts, for one line, the characters of UTF-8 beyond ASCII and the
// bytes that are no part of any.
type tally struct{ good, bad int }

func tallyOf(line []byte) (t tally) {
	for len(line) > 0 {
		if line[0] < 0x80 {
			line = line[1:]
			continue
		}
		r, n := utf8.DecodeRune(line)
		if r == utf8.RuneError && n <= 1 {
			t.bad++
		} else {
			t.good++
		}
		line = line[n:]
	}
	return t
}

// decodeMixed decodes a file of which UTF-8 is a good part: lines that are
// valid as they stand, stray bytes of an older encoding among valid characters,
// and whole lines in an older encoding. It refuses a file that only looks so by
// chance.
func decodeMixed(data []byte) (string, string, bool) {
	var all tally
	goodLines, badLines := 0, 0
	var foreign []byte
	for line := range bytes.Lines(data) {
		t := tallyOf(line)
		all.good += t.good
		all.bad += t.bad
		switch {
		case t.bad == 0 && t.good > 0:
			goodLines++
		case t.bad > t.good:
			badLines++
			if len(foreign) < sampleBytes {
				foreign = append(foreign, line...)
			}
		}
	}
	mostly := all.good >= 2*all.bad
	inLines := goodLines >= 2 && goodLines*4 >= badLines && all.good >= 4
	if !mostly && !inLines {
		return "", "", false
	}
	stray := strayTable(data)
	m := mixer{stray: stray, strayName: "windows-1252"}
	if len(foreign) > 0 {
		m.whole, _ = detect(foreign)
	}
	return m.decode(data), "utf-8 with " + m.names(), true
}

// mixer decodes the parts of a file that are not UTF-8.
type mixer struct {
	// stray decodes single bytes, whole decodes lines.
	stray     *charmap.Charmap
	strayName string
	whole     candidate
}

func (m mixer) names() string {
	if m.whole.name != "" {
		return m.whole.name
	}
	return m.strayName
}

func (m mixer) decode(data []byte) string {
	var sb strings.Builder
	sb.Grow(len(data))
	for line := range bytes.Lines(data) {
		t := tallyOf(line)
		switch {
		case t.bad == 0:
			sb.Write(line)
		case t.bad > t.good && m.whole.name != "":
			sb.WriteString(m.whole.decode(line))
		default:
			m.bytewise(&sb, line)
		}
	}
	return sb.String()
}

func (m mixer) bytewise(sb *strings.Builder, line []byte) {
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		if r == utf8.RuneError && n <= 1 {
			r = m.stray.DecodeByte(line[0])
		}
		sb.WriteRune(r)
		line = line[n:]
	}
}

// strayTable chooses how stray bytes are read from the script that the valid
// characters are in.
func strayTable(data []byte) *charmap.Charmap {
	cyr, ara, n := 0, 0, 0
	for len(data) > 0 && n < sampleBytes {
		r, size := utf8.DecodeRune(data)
		data = data[size:]
		n++
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			cyr++
		case unicode.Is(unicode.Arabic, r):
			ara++
		}
	}
	switch {
	case cyr > n/10:
		return charmap.Windows1251
	case ara > n/10:
		return charmap.Windows1256
	}
	return charmap.Windows1252
}
