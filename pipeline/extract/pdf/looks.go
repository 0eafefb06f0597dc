package pdf

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// looks is what a text looks like, to tell a language from noise.
type looks struct {
	// letters and nonsense count characters: letters and digits, and those that
	// mean nothing.
	letters, nonsense int
	// words counts words of letters. Of them, single have one letter though no
	// language in view has such a word, mute have no vowel, mixed mix scripts or
	// have capitals inside, long are longer than words are.
	words, single, mute, mixed, long int
	// distinct counts different words, up to enoughWords.
	distinct int
	// scored counts the letters of the Latin, Cyrillic and Arabic scripts, usual
	// those that are frequent in the languages written with them.
	scored, usual int
}

// usualLetters are the most frequent letters of English, French and Spanish, of
// Russian, and of Arabic. They make two thirds of a text and more; where letters
// have been exchanged for others, they make a third.
const usualLetters = "etaoinsrlETAOINSRLéоеаинтсрвлОЕАИНТСРВЛالينموتربعةىه"

// Verdicts, worse and worse.
const (
	fine = iota
	doubtful
	garbled
)

func (l looks) part(n int) float64 {
	if l.words == 0 {
		return 0
	}
	return float64(n) / float64(l.words)
}

func (l looks) lost() float64 {
	if l.letters+l.nonsense == 0 {
		return 0
	}
	return float64(l.nonsense) / float64(l.letters+l.nonsense)
}

// enoughWords is how many different words a text must have to be judged by them:
// codes, names and fillings have few vowels.
const enoughWords = 30

// verdict judges the text by itself, leniently where it has few words.
func (l looks) verdict() int {
	few := l.distinct < enoughWords
	usual := 1.0
	if l.scored >= 300 && !few {
		usual = float64(l.usual) / float64(l.scored)
	}
	switch {
	case l.lost() > 0.2, usual < 0.42, !few && (l.part(l.mute) > 0.5 || l.part(l.single) > 0.5 || l.part(l.mixed) > 0.4):
		return garbled
	case l.lost() > 0.02, usual < 0.52, !few && (l.part(l.mute) > 0.25 || l.part(l.single) > 0.2 || l.part(l.mixed) > 0.15 || l.part(l.long) > 0.1):
		return doubtful
	}
	return fine
}

// look examines a text.
func look(text string) looks {
	var l looks
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			l.letters++
			if r < 0x700 && unicode.IsLetter(r) {
				l.scored++
				if strings.ContainsRune(usualLetters, r) {
					l.usual++
				}
			}
		case r == unicode.ReplacementChar, private(r), unicode.IsControl(r) && !unicode.IsSpace(r):
			l.nonsense++
		case r >= 0x2400 && r <= 0x243F: // pictures of controls
			l.nonsense++
		}
	}
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != unicode.ReplacementChar
	}) {
		l.word([]rune(w))
		if len(seen) < enoughWords {
			seen[w] = true
		}
	}
	l.distinct = len(seen)
	return l
}

// word adds one word.
func (l *looks) word(w []rune) {
	if slices.ContainsFunc(w, ideographic) {
		return
	}
	l.words++
	latin, cyrillic, arabic, vowels, inner := 0, 0, 0, 0, 0
	for i, r := range w {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case rightToLeft(r):
			arabic++
		}
		if vowel(r) {
			vowels++
		}
		if i > 0 && unicode.IsUpper(r) && unicode.IsLower(w[i-1]) {
			inner++
		}
	}
	switch {
	case len(w) == 1:
		if !vowel(w[0]) && !oneLetterWord(w[0]) {
			l.single++
		}
	case latin > 0 && cyrillic+arabic > 0, cyrillic > 0 && arabic > 0, inner > 1, inner == 1 && len(w) < 5:
		l.mixed++
	case len(w) >= 3 && latin+cyrillic == len(w) && vowels == 0 && !capitals(w):
		l.mute++
	case len(w) > 30:
		l.long++
	}
}

// capitals reports whether w is an abbreviation such as WSIS.
func capitals(w []rune) bool {
	return len(w) <= 6 && !slices.ContainsFunc(w, unicode.IsLower)
}

// oneLetterWord reports whether r is a word in Russian, Arabic or as a sign.
func oneLetterWord(r rune) bool {
	return strings.ContainsRune("вкснжбВКСНЖБ", r) || rightToLeft(r) && (r == 'و' || r == 'ب' || r == 'ل') || unicode.IsUpper(r)
}

// vowel reports whether r is one, in the scripts that write them.
func vowel(r rune) bool {
	if strings.ContainsRune("aeiouyAEIOUYаеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ", r) {
		return true
	}
	if r < 0xC0 || r > 0x24F {
		return false
	}
	base := []rune(norm.NFD.String(string(r)))[0]
	return strings.ContainsRune("aeiouyAEIOUYæœøÆŒØ", base)
}

// foldLetters gives the letters and digits of a text, in small, without marks.
func foldLetters(s string) []rune {
	out := make([]rune, 0, len(s)/2)
	for _, r := range s {
		switch {
		case r < 0x80:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				out = append(out, r)
			}
		case r == tatweel || r >= 0xF0000:
		case presentation(r):
			out = append(out, []rune(norm.NFKC.String(string(r)))...)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// turnRuns turns every stretch of right-to-left text, spaces included, which the
// second reading gives as it is drawn.
func turnRuns(s string) string {
	if !strings.ContainsFunc(s, rightToLeft) {
		return s
	}
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		if !rightToLeft(runes[i]) {
			continue
		}
		j, last := i+1, i
		for j < len(runes) && (rightToLeft(runes[j]) || unicode.Is(unicode.M, runes[j]) || runes[j] == ' ') {
			if runes[j] != ' ' {
				last = j
			}
			j++
		}
		slices.Reverse(runes[i : last+1])
		i = last
	}
	return string(runes)
}
