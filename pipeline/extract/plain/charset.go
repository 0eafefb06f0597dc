package plain

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// script is the writing that an encoding was made for.
type script int

const (
	latin script = iota
	cyrillic
	arabic
	han
	other
)

// candidate is one legacy encoding that a file may be in.
type candidate struct {
	// name is the encoding's WHATWG name where it has one.
	name   string
	script script
	// table is the encoding, for those with one byte to a character.
	table *charmap.Charmap
	// wide is the encoding, for those with several.
	wide encoding.Encoding
	// bias is added to the score, so that of two encodings that read a file
	// the same way the more common one wins.
	bias int
}

// candidates gives the legacy encodings in falling order of how often they are
// met.
func candidates() []candidate {
	return []candidate{
		{name: "windows-1252", script: latin, table: charmap.Windows1252, bias: 4},
		{name: "windows-1251", script: cyrillic, table: charmap.Windows1251, bias: 3},
		{name: "gb18030", script: han, wide: simplifiedchinese.GB18030, bias: 3},
		{name: "windows-1256", script: arabic, table: charmap.Windows1256, bias: 2},
		{name: "big5", script: han, wide: traditionalchinese.Big5, bias: 1},
		{name: "koi8-r", script: cyrillic, table: charmap.KOI8R, bias: 1},
		{name: "windows-1250", script: latin, table: charmap.Windows1250},
		{name: "iso-8859-15", script: latin, table: charmap.ISO8859_15, bias: 1},
		{name: "iso-8859-2", script: latin, table: charmap.ISO8859_2, bias: -1},
		{name: "iso-8859-5", script: cyrillic, table: charmap.ISO8859_5},
		{name: "iso-8859-6", script: arabic, table: charmap.ISO8859_6, bias: -1},
		{name: "ibm866", script: cyrillic, table: charmap.CodePage866},
		{name: "x-mac-cyrillic", script: cyrillic, table: charmap.MacintoshCyrillic, bias: -4},
		{name: "ibm850", script: latin, table: charmap.CodePage850, bias: -5},
		{name: "ibm437", script: latin, table: charmap.CodePage437, bias: -6},
		{name: "macintosh", script: latin, table: charmap.Macintosh, bias: -6},
		{name: "windows-1254", script: latin, table: charmap.Windows1254, bias: -2},
		{name: "koi8-u", script: cyrillic, table: charmap.KOI8U, bias: -2},
		{name: "windows-1253", script: other, table: charmap.Windows1253, bias: -6},
		{name: "windows-1255", script: other, table: charmap.Windows1255, bias: -6},
	}
}

// unit is one character of a decoded sample; n is the number of bytes it took
// from the file, 0 for plain ASCII, which tells nothing of the encoding.
type unit struct {
	r rune
	n int
}

// units decodes a sample; a byte that the encoding does not know becomes
// U+FFFD.
func (c candidate) units(sample []byte) []unit {
	if c.table == nil {
		return c.wideUnits(sample)
	}
	us := make([]unit, len(sample))
	for i, b := range sample {
		us[i] = unit{r: c.table.DecodeByte(b)}
		if b >= 0x80 {
			us[i].n = 1
		}
	}
	return us
}

// wideUnits decodes a sample of an encoding with several bytes to a character.
// Each maximal run that starts with a high byte is decoded by itself, so that
// the bytes a character took can be counted.
func (c candidate) wideUnits(sample []byte) []unit {
	out, err := c.wide.NewDecoder().Bytes(sample)
	if err != nil {
		return []unit{{r: 0xFFFD, n: 1}}
	}
	us := make([]unit, 0, len(out)/2)
	for _, r := range string(out) {
		u := unit{r: r}
		switch {
		case r >= 0x10000:
			u.n = 4
		case r >= 0x80:
			u.n = 2
		}
		us = append(us, u)
	}
	return us
}

// decode gives the whole file as text.
func (c candidate) decode(data []byte) string {
	var e encoding.Encoding = c.table
	if c.table == nil {
		e = c.wide
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return ""
	}
	return string(out)
}
