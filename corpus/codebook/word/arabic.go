package word

import (
	"strings"
	"unicode"
)

// arabicWord reports whether a folded word is written in Arabic letters.
func arabicWord(fold string) bool {
	for _, r := range fold {
		return unicode.Is(unicode.Arabic, r)
	}
	return false
}

// arabicFold drops vowel signs and the tatweel and writes the letters that
// authors mix up in one way: every alef as ا, ى as ي, ة as ه.
func arabicFold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ـ':
			return -1
		case r == 'أ', r == 'إ', r == 'آ', r == 'ٱ':
			return 'ا'
		case r == 'ى', r == 'ی':
			return 'ي'
		case r == 'ة':
			return 'ه'
		case r == 'ک':
			return 'ك'
		}
		return r
	}, word)
}

// arabicStem gives a folded word's light stem, and the same without one more
// clitic (و ف ب ل ك س) where enough letters remain. Whether the letter is a
// clitic or part of the word cannot be told from the word alone, so phrases are
// compared with both.
func arabicStem(fold string) (stem, bare string) {
	runes := []rune(fold)
	stem = string(stripSuffix(stripArticle(runes)))
	rest := runes
	if len(rest) >= 4 && strings.ContainsRune("وفبلكس", rest[0]) {
		rest = stripArticle(rest[1:])
		bare = string(stripSuffix(rest))
	}
	if bare == stem {
		bare = ""
	}
	return stem, bare
}

// stripArticle takes the article with the clitics before it.
func stripArticle(r []rune) []rune {
	for _, prefix := range []string{"وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال"} {
		p := []rune(prefix)
		if len(r) >= len(p)+2 && string(r[:len(p)]) == prefix {
			return r[len(p):]
		}
	}
	return r
}

// stripSuffix takes endings of number, gender and possession, at most two.
func stripSuffix(r []rune) []rune {
	for range 2 {
		before := len(r)
		for _, suffix := range []string{"اتها", "تها", "ها", "هم", "نا", "ان", "ات", "ون", "ين", "يه", "ته", "ه", "ي", "ا"} {
			s := []rune(suffix)
			if len(r) >= len(s)+3 && string(r[len(r)-len(s):]) == suffix {
				r = r[:len(r)-len(s)]
				break
			}
		}
		if len(r) == before {
			break
		}
	}
	return r
}

// withoutConjunction takes و or ف, the future س, or both, from before a word
// that is compared as printed; "" where there is nothing to take.
func withoutConjunction(fold string) string {
	for _, prefix := range []string{"وس", "فس", "و", "ف", "س"} {
		rest, ok := strings.CutPrefix(fold, prefix)
		if ok && len([]rune(rest)) >= 2 {
			return rest
		}
	}
	return ""
}
