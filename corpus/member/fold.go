package member

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tableSize covers Latin, Greek, Cyrillic, Arabic and general punctuation;
// above it only a handful of full-width signs need folding.
const tableSize = 0x2100

// skip is the fold of a rune that a reader does not see: combining marks,
// Arabic vowel signs, tatweel, zero-width and bidirectional controls.
const skip rune = -1

// folder maps each rune to the one it is compared as. Folding is rune by rune,
// so that offsets always count in the text as it was given.
type folder struct {
	to   [tableSize]rune
	word [tableSize]bool // a letter or a digit
}

var folding = sync.OnceValue(newFolder)

func newFolder() *folder {
	f := &folder{}
	for r := rune(0); r < tableSize; r++ {
		f.to[r] = foldSlow(r)
		f.word[r] = unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return f
}

// foldSlow is the rule: lower case without accents, every dash and space one
// space, every apostrophe the straight one, Arabic letters by their base form.
func foldSlow(r rune) rune {
	switch {
	case strings.ContainsRune("\u2018\u2019\u02bc\u00b4`\u2032", r):
		return '\''
	case r == '-', r >= 0x2010 && r <= 0x2015, r == 0x2212:
		return ' '
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Mn, unicode.Cf), r == 0x0640:
		return skip
	case r == 'ı', r == 'İ':
		return 'i'
	case r == 0x0671: // alef wasla has no decomposition
		return 'ا'
	case r == 'ة':
		return 'ه'
	case r == 'ى', r == 0x06cc:
		return 'ي'
	case r == 0x06a9:
		return 'ك'
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return unicode.ToLower(base)
}

// fold gives the rune that r is compared as, or [skip].
func (f *folder) fold(r rune) rune {
	if r < tableSize {
		return f.to[r]
	}
	switch {
	case r == 0x3000:
		return ' '
	case r >= 0xff01 && r <= 0xff5e: // full-width ASCII
		return f.to[r-0xfee0]
	case r == 0xfeff:
		return skip
	}
	return r
}

// isWord reports whether r is part of a word: a letter or a digit.
func (f *folder) isWord(r rune) bool {
	if r < tableSize {
		return f.word[r]
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// key folds a whole string, spaces single and trimmed.
func (f *folder) key(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch r = f.fold(r); r {
		case skip:
		case ' ':
			space = b.Len() > 0
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9fff }

func isArabic(r rune) bool { return r >= 0x0600 && r <= 0x06ff }

func hasHan(s string) bool { return strings.IndexFunc(s, isHan) >= 0 }
