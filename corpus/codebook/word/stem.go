package word

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
)

// The longest word that is stemmed, in bytes, and the most forms a Stemmer
// remembers: text that invents words must not fill the memory.
const (
	longestWord = 96
	mostForms   = 1 << 17
)

// Stemmer finds and remembers the forms of words. It may be shared by
// goroutines; the zero value is ready.
type Stemmer struct {
	mu sync.RWMutex
	// forms are by language and word.
	forms map[string]map[string]form
	count int
}

type form struct {
	raw, fold, stem, bare, bareFold string
	link                            bool
}

func (s *Stemmer) form(raw, lang string) form {
	s.mu.RLock()
	f, ok := s.forms[lang][raw]
	s.mu.RUnlock()
	if ok {
		return f
	}
	f = makeForm(raw, lang)
	if len(raw) > longestWord {
		return f
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.remember(strings.Clone(lang), strings.Clone(raw), f)
	return f
}

// remember keeps a form; the caller holds the lock.
func (s *Stemmer) remember(lang, raw string, f form) {
	if s.count >= mostForms {
		return
	}
	if s.forms == nil {
		s.forms = map[string]map[string]form{}
	}
	if s.forms[lang] == nil {
		s.forms[lang] = map[string]form{}
	}
	s.forms[lang][raw] = f
	s.count++
}

func makeForm(raw, lang string) form {
	composed, fold := foldWord(raw)
	f := form{raw: composed, fold: fold, stem: fold}
	if len(fold) > longestWord {
		return f
	}
	if arabicWord(fold) {
		f.fold = arabicFold(fold)
		f.stem, f.bare = arabicStem(f.fold)
		f.bareFold = withoutConjunction(f.fold)
		return f
	}
	f.link = links[lang+" "+fold]
	f.stem = snowballStem(fold, lang)
	if irregular, ok := irregulars[lang+" "+fold]; ok {
		f.stem = irregular
	}
	return f
}

// snowballStem stems a word of the language's own script; others stay.
func snowballStem(fold, lang string) string {
	if utf8.RuneCountInString(fold) < 3 {
		return fold
	}
	latin, cyrillic := scripts(fold)
	switch {
	case lang == "en" && latin:
		return english.Stem(fold, false)
	case lang == "fr" && latin:
		return french.Stem(fold, false)
	case lang == "es" && latin:
		return spanish.Stem(fold, false)
	case lang == "ru" && cyrillic:
		return russian.Stem(fold, false)
	}
	return fold
}

func scripts(word string) (latin, cyrillic bool) {
	latin, cyrillic = true, true
	for _, r := range word {
		latin = latin && unicode.Is(unicode.Latin, r)
		cyrillic = cyrillic && unicode.Is(unicode.Cyrillic, r)
	}
	return latin, cyrillic
}

// irregulars are stems that Snowball does not bring together.
var irregulars = map[string]string{
	"en children": "child", "en children’s": "child", "en women": "woman", "en policies": "polici", "en policy": "polici",
	"en criteria": "criterion", "en media": "media", "ru дети": "ребенк", "ru детей": "ребенк", "ru детям": "ребенк",
	"ru детьми": "ребенк", "ru детях": "ребенк", "ru ребенок": "ребенк", "ru ребенка": "ребенк", "ru ребенку": "ребенк",
	"ru людей": "люд", "ru люди": "люд",
}

// links are the words that come and go inside a fixed phrase.
var links = map[string]bool{
	"en the": true, "en of": true, "en a": true, "en an": true, "en s": true,
	"fr le": true, "fr la": true, "fr les": true, "fr l": true, "fr de": true, "fr d": true, "fr des": true, "fr du": true,
	"es el": true, "es la": true, "es los": true, "es las": true, "es de": true, "es del": true,
}
