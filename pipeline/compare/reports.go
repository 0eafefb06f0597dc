package compare

import (
	"slices"

	"rapporteur/corpus"
)

// isReport reports whether a work is a chair's or the secretariat's: an outcome
// of a meeting, a summary, information. It is listed, and not compared: what
// it records is no view of a Member State, and no silence either.
func (v *view) isReport(work string) bool {
	subs := v.subs[work]
	return len(subs) > 0 && !slices.ContainsFunc(subs, func(sub corpus.Submission) bool {
		return len(sub.Sources) == 0 || slices.ContainsFunc(sub.Sources, func(s corpus.Source) bool { return s.Kind != corpus.SourceSecretariat })
	})
}

// contributions are the works that are compared or could be: all but reports.
func (v *view) contributions() []string {
	var works []string
	for work := range v.subs {
		if !v.isReport(work) {
			works = append(works, work)
		}
	}
	slices.Sort(works)
	return works
}

// noteLetters runs the letters of a reading's paragraphs together.
func (v *view) noteLetters(work string, r *corpus.Reading, text string) {
	if v.letters[work] == nil {
		v.letters[work] = make(map[*corpus.Reading]string)
	}
	v.letters[work][r] += letters(text)
}
