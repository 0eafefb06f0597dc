package plain

import (
	"strings"
	"unicode"
)

// score says how much a decoded sample looks like writing: points for each
// character that came from high bytes, averaged over those bytes. Text of the
// six languages in the right encoding has 70 to 95, in a wrong one rarely 50.
func (l *letters) score(us []unit, s script) int {
	points, weight := 0, 0
	for i, u := range us {
		if u.n == 0 {
			continue
		}
		points += u.n * l.points(us, i)
		weight += u.n
	}
	if weight == 0 {
		return 0
	}
	total := points / weight
	if s != latin && !wordsOfOwn(us) {
		total -= 45
	}
	return total
}

// wordsOfOwn reports whether most letters from high bytes stand in words made of
// nothing else: an accented letter of a Latin word, read as Cyrillic, does not.
func wordsOfOwn(us []unit) bool {
	own, all := 0, 0
	for i := 0; i < len(us); {
		if !unicode.IsLetter(us[i].r) {
			i++
			continue
		}
		high, size := 0, 0
		for ; i < len(us) && (unicode.IsLetter(us[i].r) || unicode.IsMark(us[i].r)); i++ {
			size++
			if us[i].n > 0 {
				high++
			}
		}
		all += high
		if high == size && size >= 2 {
			own += high
		}
	}
	return all == 0 || own*2 >= all
}

// at gives the character at i, a line break outside the sample.
func at(us []unit, i int) rune {
	if i < 0 || i >= len(us) {
		return '\n'
	}
	return us[i].r
}

// points rates one character where it stands.
func (l *letters) points(us []unit, i int) int {
	r, prev, next := us[i].r, at(us, i-1), at(us, i+1)
	switch {
	case r == 0xFFFD || r >= 0x80 && r < 0xA0 || unicode.Is(unicode.Co, r):
		return -200
	case unicode.Is(unicode.Latin, r) && r != 'ª' && r != 'º':
		return l.latinPoints(us, i)
	case unicode.Is(unicode.Cyrillic, r):
		return l.rankPoints(r) + casePoints(prev, r, next) + mixPoints(unicode.Cyrillic, prev, next)
	case unicode.Is(unicode.Arabic, r):
		return l.arabicPoints(r, prev, next)
	case unicode.Is(unicode.Han, r):
		return l.hanPoints(r, prev, next)
	case r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60:
		return 80
	case unicode.IsLetter(r):
		return l.otherPoints(r, prev, next)
	}
	return punctuationPoints(r, prev, next)
}

func (l *letters) rankPoints(r rune) int {
	rank, ok := l.rank[unicode.ToLower(r)]
	if !ok {
		return -20
	}
	return 100 - 2*rank
}

func (l *letters) arabicPoints(r, prev, next rune) int {
	if !unicode.IsLetter(r) {
		return 60
	}
	return l.rankPoints(r) + mixPoints(unicode.Arabic, prev, next)
}

func (l *letters) hanPoints(r, prev, next rune) int {
	p := 25
	if l.han[r] {
		p = 110
	} else if r >= 0x3400 && r < 0x4E00 || r >= 0xF900 {
		p = -60
	}
	if asciiLetter(prev) || asciiLetter(next) {
		p -= 50
	}
	return p
}

func (l *letters) latinPoints(us []unit, i int) int {
	r, prev, next := us[i].r, at(us, i-1), at(us, i+1)
	p, ok := l.latin[unicode.ToLower(r)]
	if !ok {
		p = 15
	}
	if i > 0 && us[i-1].n > 0 && unicode.IsLetter(prev) {
		p -= 50
	}
	if !unicode.IsLetter(prev) && !unicode.IsLetter(next) && !strings.ContainsRune("àéèóêôáòÀÉÓÊ", r) {
		p -= 70
	}
	return p + casePoints(prev, r, next) + mixPoints(unicode.Latin, prev, next)
}

func (l *letters) otherPoints(r, prev, next rune) int {
	table := unicode.Greek
	switch {
	case unicode.Is(unicode.Hebrew, r):
		table = unicode.Hebrew
	case !unicode.Is(unicode.Greek, r):
		return -10
	}
	return 68 + casePoints(prev, r, next) + mixPoints(table, prev, next)
}

// casePoints takes off where capitals stand inside words.
func casePoints(prev, r, next rune) int {
	switch {
	case unicode.IsUpper(r) && unicode.IsLower(prev):
		return -90
	case unicode.IsLower(r) && unicode.IsUpper(prev) && unicode.IsUpper(next):
		return -90
	case unicode.IsUpper(r) && unicode.IsLower(next) && unicode.IsLetter(prev):
		return -30
	case unicode.IsUpper(r) && (unicode.IsUpper(prev) || unicode.IsUpper(next)):
		return -4
	case unicode.IsUpper(r) && strings.ContainsRune("ÏËÛÙÒÌÝ", r):
		return -40
	case unicode.IsUpper(r):
		return -10
	}
	return 0
}

// mixPoints takes off where a word has letters of two scripts.
func mixPoints(table *unicode.RangeTable, prev, next rune) int {
	if unicode.IsLetter(prev) && !unicode.Is(table, prev) || unicode.IsLetter(next) && !unicode.Is(table, next) {
		return -90
	}
	return 0
}

func asciiLetter(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }

func wordChar(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// punctuationPoints rates what is no letter by its neighbours.
func punctuationPoints(r, prev, next rune) int {
	inside := unicode.IsLetter(prev) && unicode.IsLetter(next)
	open := unicode.IsSpace(prev) || prev == '(' || prev == '[' || unicode.Is(unicode.Pi, prev)
	switch r {
	case '’':
		if unicode.IsLetter(prev) || !unicode.IsSpace(prev) && !wordChar(next) {
			return 90
		}
		return 30
	case '“', '«', '‘', '„':
		if open && !unicode.IsSpace(next) || open && r == '«' {
			return 90
		}
		return -50
	case '”', '»':
		if !wordChar(next) {
			return 88
		}
		return -40
	case '—':
		return 88
	case '–':
		return 78 + midWord(inside, 0)/2
	case '…', '\u00a0', '€', '£', '°', '§', '©', '®', '™', '№':
		return midWord(inside, 60)
	case '•', '·':
		return lineStart(prev)
	case '¿', '¡':
		if !wordChar(prev) && unicode.IsLetter(next) {
			return 90
		}
		return -80
	case 'ª', 'º', '²', '³', '¹':
		if wordChar(prev) && !unicode.IsLetter(next) {
			return 60
		}
		return -60
	case '\u00ad', '´', '،', '؛', '؟':
		return 50
	}
	if r >= 0x2500 && r < 0x2600 {
		return -80
	}
	return midWord(inside, 10)
}

func midWord(inside bool, otherwise int) int {
	if inside {
		return -80
	}
	return otherwise
}

func lineStart(prev rune) int {
	if unicode.IsSpace(prev) {
		return 80
	}
	return 20
}
