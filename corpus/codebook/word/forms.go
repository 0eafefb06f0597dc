package word

import (
	"slices"
	"strings"
)

// Forms writes down every form that the stemmer remembers, sorted, one a line:
// what [Stemmer.Learn] reads.
func (s *Stemmer) Forms() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	lines := make([]string, 0, s.count)
	for lang, forms := range s.forms {
		for raw, f := range forms {
			link := ""
			if f.link {
				link = "link"
			}
			lines = append(lines, strings.Join([]string{lang, raw, f.raw, f.fold, f.stem, f.bare, f.bareFold, link}, "\t"))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// formFields is how many fields a line of Forms has.
const formFields = 8

// Learn remembers forms that Forms wrote, so that they need not be found again.
// Lines that are none are passed over: the words are then stemmed as usual.
func (s *Stemmer) Learn(forms string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var field [formFields]string
	for line := range strings.Lines(forms) {
		rest, n := strings.TrimSuffix(line, "\n"), 0
		for more := true; more && n < formFields; n++ {
			field[n], rest, more = strings.Cut(rest, "\t")
		}
		if n == formFields && rest == "" {
			s.remember(field[0], field[1], form{raw: field[2], fold: field[3], stem: field[4], bare: field[5],
				bareFold: field[6], link: field[7] != ""})
		}
	}
}
