package words

import (
	"strings"
	"unicode/utf8"
)

// Arabic writes "to", "by" and "as", which are one letter each, together with
// the word that follows, and so "and" before them: "ولتبادل" is "and for an
// exchange". Light stemmers leave these letters, for many words begin with
// them. So such a word is kept under two forms, with the letter and without,
// and a word asked for is found under either; where the letter belongs to the
// word, the shorter form is hardly ever another one's.

// Forms gives the forms under which a word of a text is kept: its stem first,
// then for Arabic the stem of what stands after the letters written together
// with it.
func (s *Stemmer) Forms(language string, t Token) []string { return s.forms(language, t, 1) }

// askedLetters is the least length of a shorter form that is asked for.
const askedLetters = 4

// Asked gives the forms under which a word of a query is looked for. A shorter
// form is left out where it has so few letters that it may be another word.
func (s *Stemmer) Asked(language string, t Token) []string { return s.forms(language, t, askedLetters) }

func (s *Stemmer) forms(language string, t Token, least int) []string {
	stem := s.Stem(language, t)
	if language != "ar" || t.Han || utf8.RuneCountInString(t.Form) > maxStemRunes {
		return []string{stem}
	}
	bare, ok := withoutClitic(withoutTanween(t))
	if bare = withoutEndings(bare); !ok || bare == stem || utf8.RuneCountInString(bare) < least {
		return []string{stem}
	}
	return []string{stem, bare}
}

// sureClitics hold the article; doubtful ones are a letter that the word itself
// may begin with, and leave so many others.
var (
	sureClitics     = []string{"بال", "كال", "لل"}
	doubtfulClitics = []struct {
		text string
		left int
	}{{"ل", 3}, {"ب", 3}, {"ك", 4}, {"ف", 4}}
)

// withoutClitic takes off a conjunction and what is written together with the
// word after it; ok is false where there is no such thing.
func withoutClitic(fold string) (bare string, ok bool) {
	for _, conjunction := range []string{"", "و", "ف"} {
		for _, c := range sureClitics {
			if bare, ok := strings.CutPrefix(fold, conjunction+c); ok && utf8.RuneCountInString(bare) >= 2 {
				return bare, true
			}
		}
	}
	for _, conjunction := range []string{"", "و"} {
		for _, c := range doubtfulClitics {
			if bare, ok := strings.CutPrefix(fold, conjunction+c.text); ok && utf8.RuneCountInString(bare) >= c.left {
				return bare, true
			}
		}
	}
	return fold, false
}
