package workspace

import (
	"maps"
	"slices"

	"rapporteur/corpus"
)

// question is what a decision answers with yes or no.
type question struct {
	work    string
	text    corpus.Hash
	subject corpus.Subject
}

// Agreement is how far two readers agree on what both decided.
type Agreement struct {
	Readers [2]string `json:"readers"`
	Both    int       `json:"both"`
	Same    int       `json:"same"`
	// Kappa is Cohen's, from -1 to 1.
	Kappa float64 `json:"kappa"`
}

// Agreements compares each two readers over the questions that both answered,
// by Cohen's kappa (1960): agreement beyond what chance would give.
func Agreements(log []corpus.Decision) []Agreement {
	answers := make(map[string]map[question]bool)
	for _, d := range log {
		if answers[d.Reader] == nil {
			answers[d.Reader] = make(map[question]bool)
		}
		answers[d.Reader][question{d.Work, d.Text, d.Subject}] = d.Action != corpus.DecisionReject
	}
	readers := slices.Sorted(maps.Keys(answers))
	out := []Agreement{}
	for i, a := range readers {
		for _, b := range readers[i+1:] {
			if x := compareReaders(answers[a], answers[b]); x.Both > 0 {
				x.Readers = [2]string{a, b}
				out = append(out, x)
			}
		}
	}
	return out
}

func compareReaders(a, b map[question]bool) Agreement {
	var x Agreement
	var yesA, yesB int
	for q, answer := range a {
		other, ok := b[q]
		if !ok {
			continue
		}
		x.Both++
		if answer == other {
			x.Same++
		}
		if answer {
			yesA++
		}
		if other {
			yesB++
		}
	}
	if x.Both == 0 {
		return x
	}
	n := float64(x.Both)
	observed := float64(x.Same) / n
	chance := (float64(yesA)*float64(yesB) + (n-float64(yesA))*(n-float64(yesB))) / (n * n)
	x.Kappa = 1
	if chance < 1 {
		x.Kappa = (observed - chance) / (1 - chance)
	}
	return x
}
