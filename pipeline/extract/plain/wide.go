package plain

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// decodeWide recognises UTF-16 without a byte order mark: half the bytes are
// zero in Latin text; in other scripts blanks have zeros and the other halves
// of the characters repeat.
func decodeWide(data []byte) (string, string, bool) {
	if len(data) < 4 {
		return "", "", false
	}
	head := data[:min(len(data), 8<<10)&^1]
	zeros := bytes.Count(head, []byte{0})
	if zeros == 0 && utf8.Valid(trimCut(head)) {
		return "", "", false
	}
	le := wideShare(utf16Text(head, unicode.LittleEndian), zeros > 0)
	be := wideShare(utf16Text(head, unicode.BigEndian), zeros > 0)
	switch {
	case le >= 900 && le > be:
		return utf16Text(data, unicode.LittleEndian), "utf-16le", true
	case be >= 900 && be > le:
		return utf16Text(data, unicode.BigEndian), "utf-16be", true
	}
	return "", "", false
}

// wideShare says how many of 1000 characters belong to text of the six
// languages. Without a blank anywhere only Chinese is believed, and only where
// its frequent characters are frequent: pairs of Latin letters look like rare
// Chinese characters.
func wideShare(text string, blanks bool) int {
	l := lettersOf()
	good, all, frequent := 0, 0, 0
	for _, r := range text {
		all++
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r >= 0x20 && r < 0x7F || r == 0xA0:
			good++
		case r >= 0xC0 && r < 0x180 || r >= 0x400 && r < 0x460 || r >= 0x600 && r < 0x700:
			good++
		case r >= 0x2010 && r < 0x2040 || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF61 || r == 0xAB || r == 0xBB || r == 0xB7:
			good++
		case r >= 0x4E00 && r < 0xA000:
			good++
			if l.han[r] {
				frequent++
			} else {
				frequent--
			}
		}
	}
	if all == 0 || frequent < -all/4 || !blanks && frequent <= 0 {
		return 0
	}
	return good * 1000 / all
}
