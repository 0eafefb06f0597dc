package member

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// longestGuess bounds the names that are compared letter by letter.
const longestGuess = 60

// Nearest gives the registered name that a mistyped one most likely means, as
// it is written in the tables, or "" where none is near: at most a letter in
// four may be wrong, and of two names equally near neither is given.
func (r *Registry) Nearest(name string) string {
	key := []rune(r.fold.key(trimPunct(name)))
	if len(key) < 4 || len(key) > longestGuess {
		return ""
	}
	best, found, tie := len(key)/4+1, "", false
	owner := -1
	for i := range r.entries {
		for _, known := range r.entries[i].written() {
			if d := utf8.RuneCountInString(known) - len(key); d > best+1 || -d > best+1 {
				continue
			}
			d := distance(key, []rune(r.fold.key(known)), best+1)
			switch {
			case d < best:
				best, found, owner, tie = d, known, i, false
			case d == best && owner >= 0 && owner != i:
				tie = true
			}
		}
	}
	if tie {
		return ""
	}
	return found
}

// written are an entry's names in the order of the languages' codes, then its
// formal names and aliases.
func (e *Entry) written() []string {
	var out []string
	for _, names := range []map[string]string{e.Names, e.Formal} {
		langs := make([]string, 0, len(names))
		for l := range names {
			langs = append(langs, l)
		}
		slices.Sort(langs)
		if i := slices.Index(langs, "en"); i > 0 {
			langs = append([]string{"en"}, slices.Delete(langs, i, i+1)...)
		}
		for _, l := range langs {
			out = append(out, strings.TrimSpace(names[l]))
		}
	}
	return append(out, e.Aliases...)
}

// distance counts the letters to be put in, taken out, changed or exchanged
// with their neighbour to make b of a (Damerau, restricted); most or more is
// most.
func distance(a, b []rune, most int) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		now, last, before := rows[i%3], rows[(i+2)%3], rows[(i+1)%3]
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if least >= most {
			return most
		}
	}
	return min(rows[len(a)%3][len(b)], most)
}
