package word

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"rapporteur/corpus"
)

// piece is a run of text in one direction.
type piece struct {
	text string
	rtl  bool
}

// rightToLeft gives the direction of a text: that of its language where it is
// known, else that of most of its letters.
func rightToLeft(language, text string) bool {
	if corpus.LanguageLetter(language) != "" {
		return corpus.RightToLeft(language)
	}
	balance := 0
	for _, r := range text {
		switch class(r) {
		case bidi.L:
			balance--
		case bidi.R, bidi.AL:
			balance++
		}
	}
	return balance > 0
}

func class(r rune) bidi.Class {
	if r < utf8.RuneSelf { // the common case, without a table
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
			return bidi.L
		case r >= '0' && r <= '9':
			return bidi.EN
		}
		return bidi.ON
	}
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// pieces cuts text of a paragraph at the places where the direction of its
// letters turns. A piece against the paragraph's direction begins and ends with
// what belongs to it; spaces and brackets around it go with the paragraph.
func pieces(text string, rtl bool) []piece {
	var out []piece
	at := 0
	for at < len(text) {
		from, to := against(text, at, rtl)
		if from > at {
			out = append(out, piece{text[at:from], rtl})
		}
		if to > from {
			out = append(out, piece{text[from:to], !rtl})
		}
		at = to
	}
	return out
}

// against finds the next stretch that runs against the direction of its
// paragraph; both results are the length of text where there is none.
func against(text string, at int, rtl bool) (from, to int) {
	from = -1
	for i, r := range text[at:] {
		c := class(r)
		end := at + i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = at + i + 1
		}
		switch {
		case opposite(c, rtl):
			if from < 0 {
				from = at + i
			}
			to = end
		case opposite(c, !rtl):
			if from >= 0 {
				return from, to
			}
		case from >= 0 && follows(c, rtl):
			to = end
		}
	}
	if from < 0 {
		return len(text), len(text)
	}
	return from, to
}

// opposite reports whether a letter runs against the direction.
func opposite(c bidi.Class, rtl bool) bool {
	if rtl {
		return c == bidi.L
	}
	return c == bidi.R || c == bidi.AL
}

// follows reports whether a character that is no letter goes with the letters
// before it: European digits with Latin ones, marks and Arabic digits with
// Arabic ones.
func follows(c bidi.Class, rtl bool) bool {
	if rtl {
		return c == bidi.EN
	}
	return c == bidi.NSM || c == bidi.AN
}
