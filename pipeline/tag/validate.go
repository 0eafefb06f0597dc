package tag

// decision is how scores of the second look become tags; all values are
// thousandths of the logistic's argument.
type decision struct {
	// Theme is what a theme's score must exceed, None what the score for "no
	// theme" must stay below for the passage to have any.
	Theme int `json:"theme"`
	None  int `json:"none"`
	// Kind is added to each kind's score.
	Kind [kindCount]int `json:"kind"`
	// Process is what the group's own work must exceed.
	Process int `json:"process"`
}

type scores [classCount]float64

// noneWorth is what a passage without a theme that gets none is worth in the
// choice of thresholds, beside the F1 of themes.
const noneWorth = 0.35

// proposalWorth is what the F1 of proposals is worth beside kappa in the choice
// of what is added to each kind.
const proposalWorth = 0.5

// validation is scores of passages by models that had not seen them, and how
// the second look sees them.
type validation struct {
	x    *exercise
	all  []looked
	rows []int // the passages that are measured
}

// crossValidate scores every passage by models that have not seen its document,
// teaches the second look by these scores and sets the thresholds.
func (x *exercise) crossValidate(h *header) Report {
	c := x.crossScores(x.folds())
	h.Second = x.teach(c.unseen(), func(int) bool { return true })
	h.Decision = x.validation(c.unseen(), &h.Second).decide()
	return c.nested()
}

// crossed is the scores of passages by models that had seen neither their own
// part nor one other.
type crossed struct {
	x     *exercise
	parts []int
	// without is by the other part and passage.
	without [foldCount][]scores
	// weights are of the model that saw every part but this one.
	weights [foldCount][classCount]classWeights
}

// crossScores fits a model for each pair of parts left out, and for each single
// one.
func (x *exercise) crossScores(parts []int) *crossed {
	c := &crossed{x: x, parts: parts}
	for part := range c.without {
		c.without[part] = make([]scores, len(x.labels))
	}
	for a := range foldCount {
		for b := a; b < foldCount; b++ {
			weights := x.fitAll(func(i int) bool { return parts[i] != a && parts[i] != b })
			if a == b {
				c.weights[a] = weights
			}
			inParallel(len(x.labels), func(i int) {
				switch parts[i] {
				case a:
					c.without[b][i] = x.score(i, &weights)
				case b:
					c.without[a][i] = x.score(i, &weights)
				}
			})
		}
	}
	return c
}

func (x *exercise) score(i int, weights *[classCount]classWeights) scores {
	var out scores
	for class := range weights {
		out[class] = dot(x.samples[sortOf(class)][i], weights[class])
	}
	return out
}

// unseen gives each passage's scores by the model that had not seen its part.
func (c *crossed) unseen() []scores {
	out := make([]scores, len(c.parts))
	for i, part := range c.parts {
		out[i] = c.without[part][i]
	}
	return out
}

// nested reports on each part by a second look and thresholds that the other
// parts taught, from scores of models that had not seen the part either: no
// figure rests on a passage that it is about.
func (c *crossed) nested() Report {
	var all outcome
	for part := range foldCount {
		_, d, own := c.apart(part)
		all.themes.join(own.countThemes(d))
		all.kinds.join(own.countKinds(d))
	}
	r := all.report()
	r.Passages, r.Features = len(c.x.real(func(int) bool { return true })), len(c.x.keys)
	return r
}

// apart teaches everything by the other parts and gives the second look and the
// decision with what is seen of the passages of this one.
func (c *crossed) apart(part int) (second, decision, validation) {
	second := c.x.teach(c.without[part], func(i int) bool { return c.parts[i] != part })
	v := c.x.validation(c.without[part], &second)
	rest, own := v, v
	rest.rows = c.x.real(func(i int) bool { return c.parts[i] != part })
	own.rows = c.x.real(func(i int) bool { return c.parts[i] == part })
	return second, rest.decide(), own
}

// real gives the passages that use accepts and that are measured.
func (x *exercise) real(use func(i int) bool) []int {
	var rows []int
	for i, l := range x.labels {
		if l.Measured() && use(i) {
			rows = append(rows, i)
		}
	}
	return rows
}

func (x *exercise) validation(all []scores, s *second) validation {
	v := validation{x: x, all: make([]looked, len(all)), rows: x.real(func(int) bool { return true })}
	inParallel(len(all), func(i int) {
		class := all[i].whole()
		if v.all[i] = s.look(class, x.signs[i]); x.set.firstOnly {
			v.all[i] = firstLook(class)
		}
	})
	return v
}

// decide chooses every threshold by the passages that count.
func (v validation) decide() decision {
	d := decision{Process: processMargin}
	v.setKinds(&d)
	v.setThemes(&d)
	return d
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

// setThemes tries thresholds on a grid.
func (v validation) setThemes(d *decision) {
	best, chosen := -1.0, *d
	for theme := -1200; theme <= 800; theme += 100 {
		for none := -2000; none <= 3000; none += 100 {
			try := *d
			try.Theme, try.None = theme, none
			c := v.countThemes(try)
			if worth := c.micro() + noneWorth*c.none(); worth > best {
				best, chosen = worth, try
			}
		}
	}
	*d = chosen
}

// setKinds moves each kind's offset as long as that raises kappa and the F1 of
// proposals.
func (v validation) setKinds(d *decision) {
	worth := func(d decision) float64 {
		kappa, proposal := v.countKinds(d).kappa()
		return kappa + proposalWorth*proposal
	}
	best := worth(*d)
	for range 3 {
		for k := range kindCount {
			for at := -1000; at <= 1000; at += 100 {
				try := *d
				try.Kind[k] = at
				if w := worth(try); w > best+1e-9 {
					best, *d = w, try
				}
			}
		}
	}
}
