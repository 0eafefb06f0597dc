package tag

import (
	"math"
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

// Report is what cross-validation found.
type Report struct {
	Passages int `json:"passages"`
	Features int `json:"features"`
	// Micro is over all decisions on themes, English on English passages alone,
	// Macro the mean of the twelve, Theme each of them: F1.
	Micro   float64                 `json:"micro"`
	English float64                 `json:"english"`
	Macro   float64                 `json:"macro"`
	Theme   [themeCount + 1]float64 `json:"theme"`
	// None is the share of passages without a theme that get none.
	None float64 `json:"none"`
	// Kappa is the agreement on kinds, Proposal the F1 of that kind.
	Kappa    float64 `json:"kappa"`
	Proposal float64 `json:"proposal"`
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
	v.setKinds(&h.Decision)
	v.setThemes(&h.Decision)
	h.Decision.Process = processMargin
	r := v.report(h.Decision)
	r.Features = len(x.keys)
	h.Report = r
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

// themeCounts are hits, false alarms and misses by theme.
type themeCounts struct {
	theme      [themeCount + 1][3]int
	english    [3]int
	empty, got int // passages without a theme, and those that get none
}

func (v validation) countThemes(d decision) themeCounts {
	var c themeCounts
	for _, i := range v.rows {
		l := &v.x.labels[i]
		set := d.themes(&v.all[i])
		for t := 1; t <= themeCount; t++ {
			yes, known := belongs(l, t)
			said := set&(1<<t) != 0
			if !known && !yes || !yes && !said {
				continue
			}
			k := 2
			if said && yes {
				k = 0
			} else if said {
				k = 1
			}
			c.theme[t][k]++
			if l.Language == "en" {
				c.english[k]++
			}
		}
		if len(l.Themes)+len(l.Maybe) == 0 {
			c.empty++
			if set == 0 {
				c.got++
			}
		}
	}
	return c
}

func (c themeCounts) micro() float64 {
	var sum [3]int
	for _, t := range c.theme {
		for k := range sum {
			sum[k] += t[k]
		}
	}
	return f1(sum)
}

func (c themeCounts) none() float64 { return float64(c.got) / float64(max(c.empty, 1)) }

func f1(c [3]int) float64 {
	return 2 * float64(c[0]) / float64(max(2*c[0]+c[1]+c[2], 1))
}

// setKinds moves each kind's offset as long as that raises kappa.
func (v validation) setKinds(d *decision) {
	best, _ := v.kinds(*d)
	for range 3 {
		for k := range kindCount {
			for at := -1000; at <= 1000; at += 100 {
				try := *d
				try.Kind[k] = at
				if kappa, _ := v.kinds(try); kappa > best+1e-9 {
					best, *d = kappa, try
				}
			}
		}
	}
}

func (v validation) kinds(d decision) (kappa, proposal float64) {
	var table [kindCount][kindCount]int
	n := 0
	for _, i := range v.rows {
		l := &v.x.labels[i]
		if len(l.Kinds) != 1 {
			continue
		}
		table[slices.Index(corpus.Kinds(), l.Kinds[0])][d.kind(&v.all[i])]++
		n++
	}
	same, chance := 0, 0.0
	var p [3]int
	for a := range kindCount {
		rowSum, colSum := 0, 0
		for b := range kindCount {
			rowSum += table[a][b]
			colSum += table[b][a]
		}
		same += table[a][a]
		chance += float64(rowSum) * float64(colSum) / math.Max(float64(n)*float64(n), 1)
		if corpus.Kinds()[a] == corpus.KindProposal {
			p = [3]int{table[a][a], colSum - table[a][a], rowSum - table[a][a]}
		}
	}
	agree := float64(same) / float64(max(n, 1))
	if chance >= 1 {
		return 0, f1(p)
	}
	return (agree - chance) / (1 - chance), f1(p)
}

func (v validation) report(d decision) Report {
	c := v.countThemes(d)
	r := Report{Passages: len(v.rows), Micro: c.micro(), English: f1(c.english), None: c.none()}
	for t := 1; t <= themeCount; t++ {
		r.Theme[t] = f1(c.theme[t])
		r.Macro += r.Theme[t] / themeCount
	}
	r.Kappa, r.Proposal = v.kinds(d)
	return r
}
