package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment/wording"
)

// Lengths of headings, in characters; Chinese needs a third of them.
const (
	maxHeading      = 150
	maxHeadingWords = 16
	shortHeading    = 80
	prose           = 110
)

// headings decides which units are headings.
func headings(units []unit) {
	for i := range units {
		u := &units[i]
		if u.rule || u.role != corpus.RoleBody && u.role != corpus.RoleHeading && u.role != corpus.RoleTable && u.role != corpus.RoleBox {
			continue
		}
		if !isContents(u.Block.Text) {
			u.heading = u.role == corpus.RoleHeading || headingByForm(units, i)
		}
	}
}

func headingByForm(units []unit, i int) bool {
	u := units[i]
	if u.label.Bullet || weighted(u.rest) > maxHeading || strings.IndexFunc(u.rest, unicode.IsLetter) < 0 {
		return false
	}
	if u.Cell != nil || u.role == corpus.RoleTable {
		return u.kind == wording.Box
	}
	switch u.kind {
	case wording.Section, wording.Annex, wording.Box:
		return true
	case wording.Form:
		return u.label.None()
	}
	if ended(u.rest) || len(strings.Fields(u.rest)) > maxHeadingWords {
		return false
	}
	if u.label.None() {
		return unlabelledHeading(units, i)
	}
	return labelledHeading(units, i)
}

// labelledHeading judges a short line with a number: a heading has text or a
// deeper number below it, an item has its sibling.
func labelledHeading(units []unit, i int) bool {
	u := units[i]
	first, _ := utf8.DecodeRuneInString(u.rest)
	if strings.HasSuffix(u.label.Style, ")") || unicode.IsLower(first) {
		return false
	}
	if u.Bold || u.Centred || isCapitals(u.rest) {
		return true
	}
	if u.Block.Label != "" && u.Level > 0 {
		return false // an item of a list that the word processor counts
	}
	if strings.HasPrefix(u.label.Style, "I") && weighted(u.rest) <= shortHeading {
		return true
	}
	if weighted(u.rest) > shortHeading && !titleCase(u.rest) {
		return false
	}
	next, ok := following(units, i)
	if !ok || next.label.Bullet {
		return false
	}
	if !next.label.None() {
		deeper := next.label.Style != u.label.Style && (next.label.Parent == "" || next.label.Parent == u.label.Text)
		return deeper && (next.label.Value == 1 || next.label.Parent != "")
	}
	return isProse(next)
}

// unlabelledHeading judges a short line without a number by how it stands out.
func unlabelledHeading(units []unit, i int) bool {
	u := units[i]
	if u.Bold || u.Centred {
		return true
	}
	if isCapitals(u.rest) {
		return true
	}
	if weighted(u.rest) > shortHeading || !titleCase(u.rest) || wording.DateOf(u.rest) != "" {
		return false
	}
	next, ok := following(units, i)
	return ok && next.label.None() && isProse(next)
}

// following gives the next unit of the text, past rules, notes and running
// heads.
func following(units []unit, i int) (unit, bool) {
	for j := i + 1; j < len(units) && j < i+6; j++ {
		if u := units[j]; !u.rule && (mayHaveLabel(u.role)) {
			return u, u.Cell == nil
		}
	}
	return unit{}, false
}

func isProse(u unit) bool { return weighted(u.rest) >= prose || weighted(u.rest) > 40 && ended(u.rest) }

// weighted is a length in characters, a Chinese one counting for three.
func weighted(s string) int {
	n := 0
	for _, r := range s {
		n++
		if unicode.Is(unicode.Han, r) {
			n += 2
		}
	}
	return n
}

// ended reports a sentence's end.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"”»’) ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".;:,!…。；：，！、؛،", r) || r == '?' && len(s) > 60
}

// isCapitals reports a line in capitals with a word of four letters.
func isCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4 && !strings.ContainsAny(s, "/|@")
}

// titleCase reports whether most long words of a line have a capital, and at
// least two words have one.
func titleCase(s string) bool {
	capital, long, all := 0, 0, 0
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "\"“«('‘"))
		if unicode.IsUpper(r) {
			all++
		}
		if utf8.RuneCountInString(w) > 3 {
			long++
			if unicode.IsUpper(r) || unicode.IsDigit(r) {
				capital++
			}
		}
	}
	return long > 0 && all >= 2 && capital*10 >= long*7
}

// headingLevel is the depth the reader saw, or that of the label.
func headingLevel(u unit, full string) int {
	switch {
	case u.Level > 0:
		return u.Level
	case full != "":
		return strings.Count(full, ".") + 1
	case u.kind != wording.Unknown:
		return 1
	}
	return 2
}
