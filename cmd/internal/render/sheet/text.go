package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxCell is the length of a text that Excel takes, in UTF-16 units.
const maxCell = 32_767

// cutMark ends a text that was too long for a cell.
const cutMark = " […✂]"

// cut shortens a text to what a cell takes, and shows that it did.
func cut(s string) string {
	if len(s) <= maxCell { // bytes are never fewer than UTF-16 units
		return s
	}
	units, mark, at := 0, len([]rune(cutMark)), -1
	for i, r := range s {
		size := 1
		if r > 0xFFFF {
			size = 2
		}
		if units+size > maxCell-mark && at < 0 {
			at = i
		}
		units += size
	}
	if units <= maxCell {
		return s
	}
	return s[:at] + cutMark
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// clean drops what XML cannot hold.
func clean(s string) string {
	if strings.ContainsRune(s, '\r') {
		s = lineEnds.Replace(s)
	}
	s = strings.ToValidUTF8(s, "")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

func hasArabic(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.Is(unicode.Arabic, r) {
			return true
		}
		i += size
	}
	return false
}
