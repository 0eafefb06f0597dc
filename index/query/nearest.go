package query

import (
	"strings"

	"rapporteur/corpus"
)

// Nearest gives the value of a list that was most likely meant, or "" where
// none is near: one that begins like it, or that few letters make it. Of
// several the first.
func Nearest(v string, list []string) string {
	v = strings.ToLower(v)
	if len(v) > maxCompared {
		return ""
	}
	best, least := "", max(1, len([]rune(v))/3)+1
	for _, candidate := range list {
		c := strings.ToLower(candidate)
		if len(v) >= 3 && strings.HasPrefix(c, v) {
			return candidate
		}
		if d := corpus.Edits([]rune(v), letters(c), least); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// maxCompared bounds what is compared, in bytes.
const maxCompared = 64

// letters are those of a candidate that are compared.
func letters(c string) []rune {
	all := []rune(c)
	return all[:min(len(all), maxCompared)]
}
