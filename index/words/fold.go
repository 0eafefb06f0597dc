package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const tatweel = 'ـ'

// formOf gives a word in lower case and compatibility form (ligatures,
// presentation forms and full-width letters resolved), without invisible
// characters and the Arabic stretching sign.
func formOf(raw string) string {
	lower := strings.Map(func(r rune) rune {
		if isIgnorable(r) || r == tatweel {
			return -1
		}
		return unicode.ToLower(r)
	}, raw)
	if norm.NFKC.IsNormalString(lower) {
		return lower
	}
	return strings.Map(unicode.ToLower, norm.NFKC.String(lower))
}

// foldOf takes accents from Latin and Greek letters and vowel signs from
// Arabic words, and gives variants of Arabic and Russian letters one form.
func foldOf(form string) string {
	var b strings.Builder
	for _, r := range form {
		if to, ok := variants[r]; ok {
			b.WriteString(to)
			continue
		}
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
			// Left over by composition: Arabic vowel signs and rare accents.
		case unicode.In(r, unicode.Latin, unicode.Greek):
			b.WriteRune(base(r))
		case '٠' <= r && r <= '٩':
			b.WriteRune(r - '٠' + '0')
		case '۰' <= r && r <= '۹':
			b.WriteRune(r - '۰' + '0')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// base gives the first rune of r's canonical decomposition.
func base(r rune) rune {
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return r
}

// variants are letters that the same word is found written with. The Arabic
// rows are the usual orthographic normalisation; ё is commonly printed as е.
var variants = map[rune]string{
	'ё': "е",
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ı': "i", 'ł': "l", 'đ': "d",
	'آ': "ا", 'أ': "ا", 'إ': "ا", 'ٱ': "ا",
	'ى': "ي", 'ی': "ي", 'ة': "ه", 'ک': "ك",
}
