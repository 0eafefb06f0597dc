package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isSpace(r rune) bool  { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }
func isLetter(r rune) bool { return unicode.IsLetter(r) }
func isDigit(r rune) bool  { return unicode.Is(unicode.Nd, r) }
func isUpper(r rune) bool  { return unicode.IsUpper(r) }

// isUncased reports letters of scripts without capitals.
func isUncased(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r) }

// opens reports whether a sentence or title may begin with r.
func opens(r rune) bool {
	return isUpper(r) || isUncased(r) || strings.ContainsRune("“\"'«‘„[", r)
}

func isAlphanumeric(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(r) || isDigit(r)
}

// ascii gives decimal digits of any script as ASCII.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !isDigit(r) {
			return r
		}
		for zero := r; ; zero-- {
			if !isDigit(zero-1) || r-zero == 9 {
				return '0' + r - zero
			}
		}
	}, s)
}

// split parts s after its pattern: the space that follows, whether a tab is in
// it, and the first rune after.
func split(s string, n int) (length int, tab bool, next rune) {
	rest := s[n:]
	after := strings.TrimLeftFunc(rest, isSpace)
	gap := rest[:len(rest)-len(after)]
	next, _ = utf8.DecodeRuneInString(after)
	return n + len(gap), strings.Contains(gap, "\t"), next
}
