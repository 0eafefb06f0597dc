package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxTokenBytes bounds Form and Fold; longer words, such as encoded files
// pasted into a paper, are compared by their beginnings.
const MaxTokenBytes = 96

// Token is one word of a text, or one Han character.
type Token struct {
	// Form is the word in lower case and compatibility form, without invisible
	// characters: what a stemmer reads.
	Form string
	// Fold is Form without accents and Arabic vowel signs: what is compared.
	Fold string
	// Start and End are byte offsets into the text.
	Start, End int
	// Han marks a Chinese character.
	Han bool
}

// Joins reports whether u follows t without anything between, both being Han
// characters.
func (t Token) Joins(u Token) bool { return t.Han && u.Han && t.End == u.Start }

// Tokens cuts a text into words. A word is a run of letters, marks and digits;
// everything else separates, hyphens and apostrophes too.
func Tokens(text string) []Token {
	return AppendTokens(make([]Token, 0, len(text)/6+1), text)
}

// AppendTokens is [Tokens] into a slice that the caller reuses.
func AppendTokens(out []Token, text string) []Token {
	start, end := -1, 0
	flush := func() {
		if start >= 0 {
			out = appendWord(out, text, start, end)
			start = -1
		}
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case isHan(r):
			flush()
			out = append(out, Token{Form: text[i : i+size], Fold: text[i : i+size], Start: i, End: i + size, Han: true})
		case isWordRune(r):
			if start < 0 {
				start = i
			}
			end = i + size
		case !isIgnorable(r):
			flush()
		}
		i += size
	}
	flush()
	return out
}

func appendWord(out []Token, text string, start, end int) []Token {
	raw := text[start:end]
	if lower, ok := lowerASCII(raw); ok {
		lower = cut(lower)
		return append(out, Token{Form: lower, Fold: lower, Start: start, End: end})
	}
	form := cut(formOf(raw))
	fold := cut(foldOf(form))
	if fold == "" {
		return out // marks alone
	}
	return append(out, Token{Form: form, Fold: fold, Start: start, End: end})
}

// lowerASCII gives s in lower case where it is pure ASCII.
func lowerASCII(s string) (string, bool) {
	upper := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		upper = upper || ('A' <= c && c <= 'Z')
	}
	if upper {
		return strings.ToLower(s), true
	}
	return s, true
}

// cut shortens s to MaxTokenBytes, between characters.
func cut(s string) string {
	if len(s) <= MaxTokenBytes {
		return s
	}
	n := MaxTokenBytes
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r))
}

// isHan reports whether r is a Chinese character, or one of the Japanese
// syllables, which are written without spaces too.
func isHan(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && unicode.IsLetter(r)
}

// isIgnorable reports whether r stands inside words without being part of
// them: soft hyphens, joiners and direction marks.
func isIgnorable(r rune) bool { return r >= 0xAD && unicode.Is(unicode.Cf, r) }
