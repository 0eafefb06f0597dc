package compare

import "strings"

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
