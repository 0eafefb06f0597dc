package query

import "strings"

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
		if d := edits([]rune(v), []rune(c)); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// maxCompared bounds what is compared, in bytes.
const maxCompared = 64

// edits counts the letters to add, drop, change or swap with a neighbour.
func edits(a, b []rune) int {
	a, b = a[:min(len(a), maxCompared)], b[:min(len(b), maxCompared)]
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
