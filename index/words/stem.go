package words

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
)

// Stemmed are the languages whose words are stemmed. Chinese words have no
// endings; passages in other languages are compared as they are written.
var Stemmed = []string{"en", "fr", "es", "ru", "ar"}

// maxStemRunes bounds what a stemmer is given; no word of the five languages
// is longer.
const maxStemRunes = 48

// maxRemembered bounds a stemmer's memory per language, in words.
const maxRemembered = 1 << 16

// Stemmer takes endings off words. It remembers what it has stemmed and is
// not safe for concurrent use.
type Stemmer struct {
	known map[string]map[string]string
}

// NewStemmer gives an empty stemmer.
func NewStemmer() *Stemmer {
	s := &Stemmer{known: make(map[string]map[string]string, len(Stemmed))}
	for _, l := range Stemmed {
		s.known[l] = make(map[string]string)
	}
	return s
}

// Stem gives what is left of a word in a language, without accents. It is the
// word's Fold where the language is not stemmed.
func (s *Stemmer) Stem(language string, t Token) string {
	known := s.known[language]
	if known == nil || t.Han {
		return t.Fold
	}
	if stem, ok := known[t.Form]; ok {
		return stem
	}
	stem := stemOf(language, t)
	if len(known) < maxRemembered {
		// The form is cloned so that the text it is cut from can be freed.
		known[strings.Clone(t.Form)] = strings.Clone(stem)
	}
	return stem
}

func stemOf(language string, t Token) string {
	if utf8.RuneCountInString(t.Form) > maxStemRunes {
		return t.Fold
	}
	stem := t.Form
	switch language {
	case "en":
		stem = english.Stem(t.Form, true)
	case "fr":
		stem = french.Stem(t.Form, true)
	case "es":
		stem = spanish.Stem(t.Form, true)
	case "ru":
		stem = russian.Stem(t.Form, true)
	case "ar":
		return stemArabic(withoutTanween(t))
	}
	if _, ascii := lowerASCII(stem); !ascii {
		stem = foldOf(stem)
	}
	if stem == "" {
		return t.Fold
	}
	return cut(stem)
}

// arabicPrefixes and arabicSuffixes are those of Larkey's "light10" stemmer, in
// the order in which they are tried, as normalised spelling writes them.
var (
	arabicPrefixes = []string{"ال", "وال", "بال", "كال", "فال", "لل", "و"}
	arabicSuffixes = []string{"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"}
)

// withoutTanween is the word's fold without the alef that only carries the
// ending of the indefinite accusative: "نقاطاً" is "نقاط".
func withoutTanween(t Token) string {
	if strings.HasSuffix(t.Form, "اً") || strings.HasSuffix(t.Form, "ًا") {
		if bare := strings.TrimSuffix(t.Fold, "ا"); utf8.RuneCountInString(bare) >= 3 {
			return bare
		}
	}
	return t.Fold
}

// stemArabic takes one prefix and the common endings off a normalised word. It
// leaves at least two letters, and three after the conjunction.
func stemArabic(fold string) string {
	runes := utf8.RuneCountInString(fold)
	for _, p := range arabicPrefixes {
		n := utf8.RuneCountInString(p)
		if strings.HasPrefix(fold, p) && runes >= n+2 && (n > 1 || runes >= 4) {
			fold = fold[len(p):]
			break
		}
	}
	return withoutEndings(fold)
}

func withoutEndings(fold string) string {
	runes := utf8.RuneCountInString(fold)
	for _, p := range arabicSuffixes {
		if n := utf8.RuneCountInString(p); strings.HasSuffix(fold, p) && runes >= n+2 {
			fold, runes = fold[:len(fold)-len(p)], runes-n
		}
	}
	return fold
}
