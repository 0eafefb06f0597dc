package wording

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Tidy makes a short line uniform for matching: NFC, single spaces, ASCII
// punctuation for full-width and Arabic signs, ASCII digits, one hyphen for
// all dashes, no invisible signs, tatweel or vowel marks. Letters stay as they
// are.
func Tidy(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFC.String(s) {
		r, keep := tidyRune(r)
		if !keep {
			continue
		}
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

func tidyRune(r rune) (rune, bool) {
	switch {
	case r < 0x80:
		return r, true
	case r >= '０' && r <= '９':
		return r - '０' + '0', true
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0', true
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0', true
	case r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return r - 'Ａ' + 'A', true
	case r >= 0x064B && r <= 0x0652, r == 'ـ', unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
		return 0, false
	}
	switch r {
	case '：', '﹕':
		return ':', true
	case '，', '、', '،':
		return ',', true
	case '（':
		return '(', true
	case '）':
		return ')', true
	case '／':
		return '/', true
	case '；', '؛':
		return ';', true
	case '‐', '‑', '‒', '–', '—', '―', '−', '－':
		return '-', true
	case '’', '‘', 'ʼ', '`':
		return '\'', true
	}
	return r, true
}

// Fold is Tidy without case, accents of Latin letters, hamzas and trailing
// punctuation, for looking a line up in a table.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(Tidy(s)) {
		b.WriteRune(foldRune(r))
	}
	return strings.Trim(b.String(), " .:;,*-_")
}

func foldRune(r rune) rune {
	switch {
	case r < 0x80:
	case r == 'ё':
		return 'е'
	case r == 'أ' || r == 'إ' || r == 'آ':
		return 'ا'
	case unicode.Is(unicode.Latin, r):
		for _, base := range norm.NFD.String(string(r)) {
			return base
		}
	}
	return r
}

// Pattern compiles a regular expression for folded text.
func Pattern(expr string) *regexp.Regexp {
	return regexp.MustCompile(strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا").Replace(expr))
}
