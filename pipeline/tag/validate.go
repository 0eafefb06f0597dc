package tag

import (
	"slices"

	"rapporteur/corpus"
)

// decision is how scores become tags; all values are thousandths of the
// logistic's argument.
type decision struct {
	// Top is what a passage's best theme must exceed, Other what every further
	// one must; None is the part of the score for "no theme" that is taken off.
	Top   int `json:"top"`
	Other int `json:"other"`
	None  int `json:"none"`
	// Idle is added where the kind is procedural or other: such passages seldom
	// argue a theme.
	Idle int `json:"idle"`
	// Kind is added to each kind's score.
	Kind [kindCount]int `json:"kind"`
	// Process is what the group's own work must exceed.
	Process int `json:"process"`
}

type scores [classCount]float64

// noneWorth is what a passage without a theme that gets none is worth in the
// choice of thresholds, beside the F1 of themes.
const noneWorth = 0.2

// crossValidate scores every passage by a model that has not seen its document
// and sets the thresholds.
func (x *exercise) crossValidate(h *header) Report {
	parts := x.folds()
	all := make([]scores, len(x.labels))
	for part := range foldCount {
		weights := x.fitAll(func(i int) bool { return parts[i] != part })
		inParallel(len(all), func(i int) {
			if parts[i] == part {
				for class := range weights {
					all[i][class] = dot(x.samples[sortOf(class)][i], weights[class])
				}
			}
		})
	}
	v := validation{x: x, all: all}
	for i, l := range x.labels {
		if l.Origin != "invented" {
			v.rows = append(v.rows, i)
		}
	}
	h.Decision = v.decide()
	r := v.nested(parts)
	r.Features = len(x.keys)
	h.Report = r
	return r
}

// decide chooses every threshold by the passages that count.
func (v validation) decide() decision {
	d := decision{Process: processMargin}
	v.setKinds(&d)
	v.setThemes(&d)
	return d
}

// nested reports on each part by the thresholds that the other parts favour, so
// that no figure rests on a threshold which its own passages chose.
func (v validation) nested(parts []int) Report {
	var all outcome
	for part := range foldCount {
		rest, own := v, v
		rest.rows = slices.DeleteFunc(slices.Clone(v.rows), func(i int) bool { return parts[i] == part })
		own.rows = slices.DeleteFunc(slices.Clone(v.rows), func(i int) bool { return parts[i] != part })
		d := rest.decide()
		all.themes.join(own.countThemes(d))
		all.kinds.join(own.countKinds(d))
	}
	r := all.report()
	r.Passages = len(v.rows)
	return r
}

// processMargin is the model's threshold for the group's own work; labelled
// passages of it are too few to choose one.
const processMargin = 500

func dot(s sample, w classWeights) float64 {
	sum := w.bias
	if w.weights == nil {
		return sum
	}
	for j, k := range s.index {
		sum += float64(s.value[j] * w.weights[k])
	}
	return sum
}

type validation struct {
	x    *exercise
	all  []scores
	rows []int // the passages that count: not the invented ones
}

// setThemes tries thresholds on a grid.
func (v validation) setThemes(d *decision) {
	best, chosen := -1.0, *d
	for top := -1200; top <= 800; top += 100 {
		for _, more := range []int{0, 100, 200, 400, 600} {
			for _, none := range []int{0, 100, 200, 300, 400} {
				for _, idle := range []int{0, 300, 600, 900} {
					try := *d
					try.Top, try.Other, try.None, try.Idle = top, top+more, none, idle
					c := v.countThemes(try)
					if worth := c.micro() + noneWorth*c.none(); worth > best {
						best, chosen = worth, try
					}
				}
			}
		}
	}
	*d = chosen
}

// themes applies a decision to scores: the set of themes, one bit each.
func (d decision) themes(s *scores) uint16 {
	top := 1
	for class := 2; class < classKind; class++ {
		if s[class] > s[top] {
			top = class
		}
	}
	idle := idleKind(d.kind(s))
	var set uint16
	for class := 1; class < classKind; class++ {
		if s[class] > d.threshold(s[classNone], class == top, idle) {
			set |= 1 << class
		}
	}
	return set
}

// idleKind reports whether passages of a kind seldom argue a theme.
func idleKind(k int) bool {
	kind := corpus.Kinds()[k]
	return kind == corpus.KindProcedural || kind == corpus.KindOther
}

func (d decision) threshold(none float64, top, idle bool) float64 {
	at := d.Other
	if top {
		at = d.Top
	}
	if idle {
		at += d.Idle
	}
	return float64(at)/1000 + float64(d.None)/1000*none
}

func (d decision) kind(s *scores) int {
	best := 0
	for k := range kindCount {
		if s[classKind+k]+float64(d.Kind[k])/1000 > s[classKind+best]+float64(d.Kind[best])/1000 {
			best = k
		}
	}
	return best
}

// setKinds moves each kind's offset as long as that raises kappa.
func (v validation) setKinds(d *decision) {
	best, _ := v.countKinds(*d).kappa()
	for range 3 {
		for k := range kindCount {
			for at := -1000; at <= 1000; at += 100 {
				try := *d
				try.Kind[k] = at
				if kappa, _ := v.countKinds(try).kappa(); kappa > best+1e-9 {
					best, *d = kappa, try
				}
			}
		}
	}
}
