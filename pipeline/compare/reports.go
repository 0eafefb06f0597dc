package compare

import (
	"slices"
	"strings"

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

// lettersBefore are the letters of the other readings of a work whose units are
// made already, those of each run together.
func (v *view) lettersBefore(r *corpus.Reading) []string {
	work := r.Rendition.Symbol.Work()
	var out []string
	var last *corpus.Reading
	for _, u := range v.works[work] { // those of one reading stand together
		if u.reading == r || u.reading == last {
			continue
		}
		last = u.reading
		all, read := v.letters[last]
		if !read {
			all = v.lettersOf(work, last)
			v.letters[last] = all
		}
		out = append(out, all)
	}
	return out
}

func (v *view) lettersOf(work string, r *corpus.Reading) string {
	var out strings.Builder
	for _, u := range v.works[work] {
		if u.reading == r {
			out.WriteString(letters(u.Text))
		}
	}
	return out.String()
}
