package tag

import (
	"math"
	"slices"

	"rapporteur/corpus"
)

// Report is what cross-validation found.
type Report struct {
	Passages int `json:"passages"`
	Features int `json:"features"`
	// Micro is over all decisions on themes, English on English passages alone,
	// Macro the mean of the twelve, Theme each of them: F1.
	Micro   float64 `json:"micro"`
	English float64 `json:"english"`
	// Language is the same as Micro by language, in the order of corpus.Languages.
	Language [languageCount]float64  `json:"language"`
	Macro    float64                 `json:"macro"`
	Theme    [themeCount + 1]float64 `json:"theme"`
	// None is the share of passages without a theme that get none.
	None float64 `json:"none"`
	// Kappa is the agreement on kinds, Proposal the F1 of that kind.
	Kappa    float64 `json:"kappa"`
	Proposal float64 `json:"proposal"`
}

// themeCounts are hits, false alarms and misses by theme and by language.
type themeCounts struct {
	theme      [themeCount + 1][3]int
	language   [languageCount + 1][3]int // the last is for others
	empty, got int                       // passages without a theme, and those that get none
}

// languageCount is how many languages corpus.Languages has.
const languageCount = 6

func (c *themeCounts) join(o themeCounts) {
	for k := range 3 {
		for t := range c.theme {
			c.theme[t][k] += o.theme[t][k]
		}
		for l := range c.language {
			c.language[l][k] += o.language[l][k]
		}
	}
	c.empty, c.got = c.empty+o.empty, c.got+o.got
}

func (v validation) countThemes(d decision) themeCounts {
	return v.countWith(func(i int) uint16 { return v.all[i].themes(d) })
}

// countWith counts what set, one bit for each theme, says of each passage.
func (v validation) countWith(said func(i int) uint16) themeCounts {
	var c themeCounts
	for _, i := range v.rows {
		l := &v.x.labels[i]
		lang := slices.Index(corpus.Languages, l.Language)
		if lang < 0 {
			lang = languageCount
		}
		set := said(i)
		for t := 1; t <= themeCount; t++ {
			yes, known := belongs(l, t)
			claimed := set&(1<<t) != 0
			if !known && !yes || !yes && !claimed {
				continue
			}
			k := 2
			if claimed && yes {
				k = 0
			} else if claimed {
				k = 1
			}
			c.theme[t][k]++
			c.language[lang][k]++
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

// kindCounts are passages by the labelled and the found kind.
type kindCounts [kindCount][kindCount]int

func (c *kindCounts) join(o kindCounts) {
	for a := range c {
		for b := range c[a] {
			c[a][b] += o[a][b]
		}
	}
}

func (v validation) countKinds(d decision) kindCounts {
	return v.kindsWith(func(i int) int { return v.all[i].bestKind(d) })
}

// kindsWith counts what said, an index of a kind, says of each passage.
func (v validation) kindsWith(said func(i int) int) kindCounts {
	var c kindCounts
	for _, i := range v.rows {
		if l := &v.x.labels[i]; len(l.Kinds) == 1 {
			c[slices.Index(corpus.Kinds(), l.Kinds[0])][said(i)]++
		}
	}
	return c
}

// kappa is Cohen's, with the F1 of proposals.
func (c kindCounts) kappa() (kappa, proposal float64) {
	n, same := 0, 0
	var rows, columns [kindCount]int
	for a := range c {
		for b, k := range c[a] {
			n += k
			rows[a] += k
			columns[b] += k
		}
		same += c[a][a]
	}
	chance := 0.0
	for a := range c {
		chance += float64(rows[a]) * float64(columns[a]) / math.Max(float64(n)*float64(n), 1)
	}
	p := slices.Index(corpus.Kinds(), corpus.KindProposal)
	proposal = f1([3]int{c[p][p], columns[p] - c[p][p], rows[p] - c[p][p]})
	if chance >= 1 {
		return 0, proposal
	}
	return (float64(same)/float64(max(n, 1)) - chance) / (1 - chance), proposal
}

// outcome is what decisions came to.
type outcome struct {
	themes themeCounts
	kinds  kindCounts
}

func (o outcome) report() Report {
	c := o.themes
	r := Report{Micro: c.micro(), None: c.none()}
	for t := 1; t <= themeCount; t++ {
		r.Theme[t] = f1(c.theme[t])
		r.Macro += r.Theme[t] / themeCount
	}
	for i, lang := range corpus.Languages {
		r.Language[i] = f1(c.language[i])
		if lang == "en" {
			r.English = r.Language[i]
		}
	}
	r.Kappa, r.Proposal = o.kinds.kappa()
	return r
}
