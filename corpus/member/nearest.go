package member

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
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
			d := corpus.Edits(key, []rune(r.fold.key(known)), best+1)
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
