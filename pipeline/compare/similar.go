package compare

import (
	"strings"
	"unicode"
)

// saidAgain is from which containment on, in thousandths, one passage says
// again what another of the same work says.
const saidAgain = 600

// containment is the share of the shorter text's word triples that the longer
// text has too (Broder 1997), in thousandths.
func containment(a, b string) int {
	x, y := triples(a), triples(b)
	if len(y) < len(x) {
		x, y = y, x
	}
	if len(x) == 0 {
		return 0
	}
	common := 0
	for t := range x {
		if y[t] {
			common++
		}
	}
	return 1000 * common / len(x)
}

func triples(text string) map[string]bool {
	words := tokens(text)
	set := make(map[string]bool, len(words))
	for i := 0; i+3 <= len(words); i++ {
		set[strings.Join(words[i:i+3], " ")] = true
	}
	return set
}

// tokens are lower-case words; a Chinese character is a word.
func tokens(text string) []string {
	var out []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			word.WriteRune(r)
		default:
			flush()
		}
	}
	flush()
	return out
}

// announcing are the heads under which sources put their proposals, in the
// six languages, as they begin.
var announcing = []string{
	"proposal", "recommendation", "proposition", "recommandation", "propuesta", "recomendaci",
	"предложени", "рекомендаци", "مقترح", "المقترح", "اقتراح", "توصي", "التوصي", "建议", "提案", "提议",
}

// announced is 1 under a heading that announces proposals, else 0.
func announced(u *unit) int {
	section := strings.ToLower(u.Section)
	for _, word := range announcing {
		if strings.Contains(section, word) {
			return 1
		}
	}
	return 0
}
