package corpus

// Languages are the six official languages of the Union (CS Art. 29), as ISO
// 639-1 codes in the order of ITU's document letters A, C, E, F, R, S.
var Languages = []string{"ar", "zh", "en", "fr", "ru", "es"}

// languageLetters are the letters that end an ITU document number: C is
// Chinese and S is Spanish.
var languageLetters = map[string]string{"ar": "A", "zh": "C", "en": "E", "fr": "F", "ru": "R", "es": "S"}

// LanguageLetter gives ITU's document letter for an ISO 639-1 code, or "".
func LanguageLetter(code string) string { return languageLetters[code] }

// LanguageOfLetter gives the ISO 639-1 code for ITU's document letter, or "".
func LanguageOfLetter(letter string) string {
	for code, l := range languageLetters {
		if l == letter {
			return code
		}
	}
	return ""
}

// RightToLeft reports whether the language is written from right to left.
func RightToLeft(code string) bool { return code == "ar" }
