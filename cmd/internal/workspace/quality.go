package workspace

import "rapporteur/corpus"

// Quality is what analysts' decisions tell of the tagger on one theme. It
// speaks only of the passages that were looked at.
type Quality struct {
	// Right are tags that were accepted, Wrong those that were rejected.
	Right int `json:"right"`
	Wrong int `json:"wrong"`
	// Missed are passages that an analyst put on the theme and the tagger had not.
	Missed int `json:"missed"`
}

// Precision is in thousandths of the tags decided on, -1 where there is none.
func (q Quality) Precision() int { return share(q.Right, q.Right+q.Wrong) }

// Recall is in thousandths of the passages that are on the theme, -1 where there
// is none.
func (q Quality) Recall() int { return share(q.Right, q.Right+q.Missed) }

func share(part, whole int) int {
	if whole == 0 {
		return -1
	}
	return part * 1000 / whole
}

// Qualities count the standing decisions about themes. Of several on one
// paragraph the first tells what the tagger had said, and the last is right.
func Qualities(standing []corpus.Decision) map[corpus.Theme]Quality {
	first, last := make(map[question]corpus.Decision), make(map[question]corpus.Decision)
	for _, d := range standing {
		if d.Subject.About != corpus.AboutTheme {
			continue
		}
		q := question{d.Work, d.Text, d.Subject}
		if _, ok := first[q]; !ok {
			first[q] = d
		}
		last[q] = d
	}
	out := make(map[corpus.Theme]Quality)
	for q, d := range last {
		x := out[q.subject.Theme]
		tagged, is := first[q].Before.Counts(), d.Action != corpus.DecisionReject
		switch {
		case tagged && is:
			x.Right++
		case tagged:
			x.Wrong++
		case is:
			x.Missed++
		}
		out[q.subject.Theme] = x
	}
	return out
}
