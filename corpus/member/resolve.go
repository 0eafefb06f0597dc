package member

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus"
)

// maxName bounds the string that can be one name, in bytes; the longest form
// of the tables is a third of it.
const maxName = 600

// shortCode is the length of codes that [Registry.Source] knows and Resolve
// does not: "E", "PL" and "NA" stand in documents for other things.
const shortCode = 2

// Resolve gives the source that the whole string names: a short or formal
// name in any language and Russian case, an alias, an ID or a
// code of three letters in capitals; with or without an article and words such as "Government of".
func (r *Registry) Resolve(name string) (corpus.Source, bool) {
	if i := r.resolve(name); i >= 0 {
		return r.entries[i].source(), true
	}
	return corpus.Source{}, false
}

// resolve gives the entry a string names, or -1.
func (r *Registry) resolve(name string) int {
	if len(name) > maxName {
		return -1
	}
	name = trimPunct(name)
	if i, ok := r.byID[name]; ok && len(name) > shortCode {
		return i
	}
	if i := r.exact(name); i >= 0 {
		return i
	}
	spans := r.scan(name, false)
	if i := r.alone(name, spans); i >= 0 {
		return i
	}
	if slices.ContainsFunc(spans, func(s span) bool { return r.entryOf(s) == decoy }) {
		return -1
	}
	rest := trimPunct(r.trimFiller(name))
	if rest == "" || rest == name {
		return -1
	}
	return r.exact(rest)
}

// exact gives the entry of a form that is the whole string, or -1.
func (r *Registry) exact(s string) int {
	spelt := r.spelt()
	at := spelt.trie.get(r.fold.key(s))
	if at < 0 || spelt.forms[at].entry == decoy {
		return -1
	}
	f := &spelt.forms[at]
	if lower := s == strings.ToLower(s); lower && f.upper && len(s) < 3 {
		return -1 // "us" is a word
	}
	return int(f.entry)
}

// alone gives the one source of the spans where the rest of s is filler or a
// qualifier in brackets, or -1.
func (r *Registry) alone(s string, spans []span) int {
	entry := -1
	for _, sp := range spans {
		e := r.entryOf(sp)
		if e == decoy || entry >= 0 && e != entry {
			return -1
		}
		entry = e
	}
	if entry < 0 || !r.onlyFiller(r.remainder(s, spans)) {
		return -1
	}
	return entry
}

// remainder is s without the spans, and without what stands in brackets
// directly behind one.
func (r *Registry) remainder(s string, spans []span) string {
	var b strings.Builder
	at := 0
	for _, sp := range spans {
		if sp.start < at {
			continue
		}
		b.WriteString(withoutClitic(s[at:sp.start]))
		b.WriteByte(' ')
		at = sp.end + bracketed(s[sp.end:])
	}
	b.WriteString(s[at:])
	return b.String()
}

// withoutClitic takes off what Arabic writes together with the word behind it.
func withoutClitic(gap string) string {
	for _, c := range []string{"ال", "لل", "ب", "ل", "ك", "ف", "و"} {
		gap = strings.TrimSuffix(gap, c)
	}
	return gap
}

// bracketed gives the length of a qualifier in brackets at the start of s.
func bracketed(s string) int {
	t := strings.TrimLeft(s, " \u00a0")
	for _, pair := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}} {
		if strings.HasPrefix(t, pair[0]) {
			if i := strings.Index(t, pair[1]); i >= 0 {
				return len(s) - len(t) + i + len(pair[1])
			}
		}
	}
	return 0
}

// trimPunct takes spaces and marks off both ends, but keeps a closing bracket
// that belongs to the name and the point of an abbreviation.
func trimPunct(s string) string {
	s = strings.TrimFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune(",;:•*·-–—\"“”«»、，；：。|/\u200b\u200e\u200f\ufeff", c)
	})
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 {
		return trimPunct(s[1 : len(s)-1])
	}
	return s
}
