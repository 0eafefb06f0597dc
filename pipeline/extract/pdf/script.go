package pdf

import "unicode"

// rightToLeft reports whether r is a letter written from right to left.
func rightToLeft(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r <= 0x8FF:
		// Arabic-Indic digits run from left to right, marks go with their letter.
		return unicode.IsLetter(r)
	case r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFC:
		return unicode.IsLetter(r)
	}
	return false
}

// leftToRight reports whether r is a letter written from left to right.
func leftToRight(r rune) bool { return unicode.IsLetter(r) && !rightToLeft(r) }

// ideographic reports whether r belongs to text written without spaces.
func ideographic(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r <= 0x9FFF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF00 && r <= 0xFFEF, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

// presentation reports whether r is a form of Arabic letters as drawn, or
// another character that stands for one a reader would type.
func presentation(r rune) bool {
	return r >= 0xFB00 && r <= 0xFB06 || // ff fi fl ffi ffl st
		r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC || // Hebrew, Arabic
		r >= 0x2E80 && r <= 0x2FDF // radicals
}

// tatweel is the stroke that stretches Arabic words. It stands for the strokes
// of all kinds until a line's spaces have been found, and is then dropped.
const tatweel = 0x640

// dropped reports whether r only steers layout: bidirectional controls,
// zero-width spaces, the tatweel that stretches Arabic words.
func dropped(r rune) bool {
	switch {
	case r == tatweel, r == 0xFEFF, r == 0x61C, r == 0x200B, r == 0x2060:
		return true
	case r >= 0x200E && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// symbols are characters of the Symbol and Wingdings fonts that programs put in
// the private use area, as they are meant.
var symbols = map[rune]rune{
	0xF0B7: '•', 0xF0A7: '▪', 0xF06E: '■', 0xF0D8: '➢', 0xF0FC: '✓', 0xF0E0: '→',
	0xF02D: '–', 0xF0A8: '◦', 0xF06F: '□', 0xF076: '❖', 0xF0B0: '°', 0xF0B1: '±',
	0xF0B3: '≥', 0xF0A3: '≤', 0xF0D7: '·', 0xF020: ' ', 0xF02B: '+', 0xF03D: '=',
}

// private reports whether r has no meaning outside its font.
func private(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r <= 0x10FFFD
}

// hyphen reports whether r may break a word at a line's end. PDFium gives
// U+0002 for a hyphen it takes for one of those.
func hyphen(r rune) bool {
	return r == '-' || r == 0x02 || r == 0xAD || r == 0x2010
}
