package tag

import "math"

// teachRounds is how often the second look goes over its passages.
const teachRounds = 40

// lesson is rows of numbers with what each should say and what it counts.
type lesson struct {
	rows [][]int64
	yes  []bool
	cost []float64
}

func (l *lesson) add(row []int64, yes bool, cost float64) {
	l.rows, l.yes, l.cost = append(l.rows, row), append(l.yes, yes), append(l.cost, cost)
}

// teach fits the second look on the passages that use accepts, by scores of
// models which had not seen them.
func (x *exercise) teach(all []scores, use func(i int) bool) second {
	var theme, none lesson
	var kinds [kindCount]lesson
	for i := range x.labels {
		l := &x.labels[i]
		cost := x.secondCost(l)
		if !use(i) || !x.learnt(i) || cost == 0 {
			continue
		}
		class := all[i].whole()
		for t := 1; t <= themeCount; t++ {
			if yes, known := belongs(l, t); known || yes {
				theme.add(themeRow(nil, class, x.signs[i], t), yes, cost)
			}
		}
		if yes, known := belongs(l, classNone); known {
			none.add(themeRow(nil, class, x.signs[i], bestTheme(class)), yes, cost)
		}
		row := kindRow(nil, class, x.signs[i])
		for k := range kinds {
			if yes, known := belongs(l, classKind+k); known {
				kinds[k].add(row, yes, cost)
			}
		}
	}
	out := second{Theme: theme.fit(), None: none.fit()}
	inParallel(kindCount, func(k int) { out.Kind[k] = kinds[k].fit() })
	return out
}

func (x *exercise) secondCost(l *Label) float64 {
	c := x.set.second
	if l.Confidence == "l" {
		c *= x.set.unsure
	}
	switch l.Origin {
	case originInvented:
		c *= x.set.secondInvented
	case originRead:
		c *= x.set.secondRead
	case originTranslation:
		c *= x.set.translated
	}
	return c
}

// whole gives scores in thousandths, as the model's file has them.
func (s *scores) whole() *[classCount]int64 {
	var out [classCount]int64
	for i, v := range s {
		out[i] = int64(math.Round(v * 1000))
	}
	return &out
}

// fit fits one lens. Numbers are brought to the same spread first, and the
// weights brought back.
func (l *lesson) fit() lens {
	if len(l.rows) == 0 {
		return lens{}
	}
	mean, spread := l.spread()
	samples := make([]sample, len(l.rows))
	for i, row := range l.rows {
		s := sample{index: make([]int32, len(row)), value: make([]float64, len(row))}
		for k, v := range row {
			s.index[k], s.value[k] = int32(k), (float64(v)-mean[k])/spread[k]
		}
		samples[i] = s
	}
	w, bias := newTrainer(samples, len(mean), teachRounds).fit(l.yes, l.cost)
	out := lens{Weights: make([]int64, len(w))}
	for k := range w {
		each := w[k] / spread[k] // for one thousandth of the number
		out.Weights[k] = int64(math.Round(each * 1e9))
		bias -= float64(each * mean[k])
	}
	out.Bias = int64(math.Round(bias * 1000))
	return out
}

// spread gives the mean and the standard deviation of each number.
func (l *lesson) spread() (mean, spread []float64) {
	mean, spread = make([]float64, len(l.rows[0])), make([]float64, len(l.rows[0]))
	n := float64(len(l.rows))
	for _, row := range l.rows {
		for k, v := range row {
			mean[k] += float64(v) / n
		}
	}
	for _, row := range l.rows {
		for k, v := range row {
			d := float64(v) - mean[k]
			spread[k] += float64(d*d) / n
		}
	}
	for k := range spread {
		spread[k] = math.Sqrt(spread[k])
		if spread[k] < 1e-6 {
			spread[k] = 1e9 // the same everywhere: it says nothing
		}
	}
	return mean, spread
}
