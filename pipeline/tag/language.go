package tag

import (
	"slices"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook/word"
)

// languageOf gives the language to read a text in: the one that is said, or
// the likeliest of the six where none of them is.
func languageOf(said, text string) string {
	if slices.Contains(corpus.Languages, said) {
		return said
	}
	return guessLanguage(text)
}

// guessLanguage goes by script, and among the Latin three by their commonest
// words; English when nothing speaks for another.
func guessLanguage(text string) string {
	var han, arabic, cyrillic, latin int
	for i, r := range text {
		if i > 4000 {
			break
		}
		switch {
		case unicode.Is(unicode.Han, r):
			han += 3
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	switch most := max(han, arabic, cyrillic, latin); {
	case most == 0 || most == latin:
		return guessLatin(text)
	case most == han:
		return "zh"
	case most == arabic:
		return "ar"
	}
	return "ru"
}

var latinWords = map[string]string{
	"the": "en", "and": "en", "of": "en", "to": "en", "is": "en", "in": "en", "that": "en", "for": "en", "with": "en",
	"le": "fr", "les": "fr", "des": "fr", "du": "fr", "et": "fr", "est": "fr", "dans": "fr", "une": "fr", "au": "fr", "pour": "fr", "l": "fr", "d": "fr", "à": "fr",
	"el": "es", "los": "es", "las": "es", "del": "es", "y": "es", "es": "es", "en": "es", "una": "es", "por": "es", "para": "es", "con": "es",
}

func guessLatin(text string) string {
	if len(text) > 4000 {
		text = text[:4000]
	}
	var s word.Stemmer
	counts := map[string]int{}
	for _, t := range s.Tokens(text, "") {
		counts[latinWords[t.Fold]]++
	}
	best := "en"
	for _, lang := range []string{"fr", "es"} {
		if counts[lang] > counts[best] {
			best = lang
		}
	}
	return best
}
