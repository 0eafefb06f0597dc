package tag

import (
	"bytes"
	"io"
	"math"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// settings of the trainer.
type settings struct {
	least      int     // passages that a feature must occur in
	penalty    float64 // C of the logistic regression
	positive   float64 // what a passage of the class costs more
	kind       float64 // the same for kinds
	unsure     float64 // what a label counts that the reader was unsure of
	invented   float64 // what a passage counts for themes that was written for the purpose
	shown      float64 // the same for kinds
	read       float64 // what a passage counts that was read to teach
	translated float64 // what a translation counts beside its original
	smoothing  float64 // of the ratio of class frequencies
	// second is the penalty's C of the second look, secondInvented and secondRead
	// what passages count there that were written for the purpose or read to teach.
	second, secondInvented, secondRead float64
	// firstOnly leaves the second look out, blind takes the codebook from it, and
	// share is how much of the documents is learnt from, in per cent.
	firstOnly, blind bool
	share            int
	// themes and kinds are the parts of the families, for themes (and the
	// group's own work) and for kinds.
	themes, kinds [groupCount]float64
	// soft is added to a family's squared length, in squared units of a value,
	// so that a passage with a single concept is not all about it.
	soft [groupCount]int64
}

// chosen are the settings that cross-validation favours.
func chosen() settings {
	return settings{least: 4, penalty: 0.8, positive: 1.2, kind: 1.3, unsure: 0.6,
		invented: 0.2, shown: 1, read: 0.5, translated: 0.7, smoothing: 1.5,
		second: 0.05, secondInvented: 0.1, secondRead: 0.2, share: 100,
		themes: [groupCount]float64{groupConcept: 0.85, groupWord: 1.2, groupLetters: 1.5, groupShape: 0.5},
		kinds:  [groupCount]float64{groupConcept: 0.7, groupWord: 1.5, groupLetters: 1.5, groupShape: 1},
		soft:   [groupCount]int64{groupConcept: 12e6, groupWord: 30e6, groupLetters: 30e6}}
}

const (
	trainRounds = 30 // passes over the passages
	foldCount   = 5  // parts for cross-validation
	leastLabels = 20 // fewer teach nothing
)

// exercise is the labelled passages as the trainer sees them.
type exercise struct {
	set    settings
	labels []Label
	rows   [][]counted
	signs  []*signs
	keys   []uint32 // the features kept, ascending
	groups []group
	rarity []int64
	// samples are by the sort of class: themes, kinds.
	samples [2][]sample
}

// Train learns a model from labelled passages, one JSON object a line. The
// same bytes give the same model. It tests itself by cross-validation, parting
// documents and never passages of one, sets its thresholds by it, and reports
// the figures.
func Train(labels io.Reader, b *codebook.Book) (*Model, Report, error) {
	data, err := io.ReadAll(labels)
	if err != nil {
		return nil, Report{}, corpus.Errorf(corpus.CodeInvalid, "labels: %w", err)
	}
	all, err := ReadLabels(bytes.NewReader(data))
	if err != nil {
		return nil, Report{}, err
	}
	if len(all) < leastLabels {
		return nil, Report{}, corpus.Errorf(corpus.CodeInvalid, "labels: %d passages; a model needs at least %d, and hundreds to be of use", len(all), leastLabels)
	}
	x := newExercise(all, b, chosen())
	head := header{Format: modelFormat, Labels: corpus.HashOf(data), Codebook: b.Hash(), Passages: len(all)}
	report := x.crossValidate(&head)
	head.Report = report
	weights := x.fitAll(func(int) bool { return true })
	m := x.quantise(head, weights)
	return m, report, nil
}

func newExercise(labels []Label, b *codebook.Book, set settings) *exercise {
	x := &exercise{set: set, labels: labels, rows: make([][]counted, len(labels)), signs: make([]*signs, len(labels))}
	inParallel(len(labels), func(i int) {
		var w featureWriter
		r := newReading(b, &labels[i])
		r.features(&w)
		x.rows[i], x.signs[i] = count(w.out), r.signs()
		if set.blind {
			x.signs[i].forgetBook()
		}
	})
	x.selectFeatures()
	x.vectorise()
	return x
}

func newReading(b *codebook.Book, l *Label) *reading {
	p := &corpus.Passage{ID: l.ID, Text: l.Text, Language: l.Language, Role: corpus.RoleBody}
	text := b.Read(l.Text, languageOf(l.Language, l.Text))
	return &reading{passage: p, text: text, matches: b.Matches(text), cues: b.Cues(text)}
}

// selectFeatures keeps what occurs in enough passages. Invented passages do
// not count: their author chose the words.
func (x *exercise) selectFeatures() {
	type seen struct {
		group group
		n     int
	}
	found := map[uint32]seen{}
	real := 0
	for i, row := range x.rows {
		if x.labels[i].Origin == originInvented {
			continue
		}
		real++
		for _, c := range row {
			s := found[c.key]
			found[c.key] = seen{c.group, s.n + 1}
		}
	}
	for key, s := range found {
		if s.n >= x.set.least || s.group == groupConcept {
			x.keys = append(x.keys, key)
		}
	}
	slices.Sort(x.keys)
	x.groups, x.rarity = make([]group, len(x.keys)), make([]int64, len(x.keys))
	for i, key := range x.keys {
		s := found[key]
		x.groups[i] = s.group
		x.rarity[i] = rarityScale
		if s.group != groupShape {
			x.rarity[i] = min(int64(math.Round(rarityScale*(1+math.Log(float64(real+1)/float64(s.n+1))))), 255)
		}
	}
}

// vectorise turns counts into values; each family has about the same length.
func (x *exercise) vectorise() {
	for sort, parts := range [2][groupCount]float64{x.set.themes, x.set.kinds} {
		x.samples[sort] = make([]sample, len(x.rows))
		inParallel(len(x.rows), func(i int) { x.samples[sort][i] = x.sample(x.rows[i], parts) })
	}
}

func (x *exercise) sample(row []counted, parts [groupCount]float64) sample {
	var s sample
	var squares [groupCount]int64
	for _, c := range row {
		k, ok := slices.BinarySearch(x.keys, c.key)
		if !ok {
			continue
		}
		v := x.rarity[k] * countValue(c.n)
		squares[x.groups[k]] += v * v
		if parts[x.groups[k]] > 0 {
			s.index = append(s.index, int32(k))
			s.value = append(s.value, float64(v))
		}
	}
	for j, k := range s.index {
		g := x.groups[k]
		s.value[j] *= parts[g] / float64(length(squares[g]+x.set.soft[g]))
	}
	return s
}

// sortOf is 1 for the classes of kinds and 0 for others.
func sortOf(class int) int {
	if class >= classKind && class < classProcess {
		return 1
	}
	return 0
}

// classWeights are the weights of one class, and its bias.
type classWeights struct {
	weights []float64
	bias    float64
}

// fitAll fits every class on the passages that use accepts.
func (x *exercise) fitAll(use func(i int) bool) [classCount]classWeights {
	var out [classCount]classWeights
	inParallel(classCount, func(class int) {
		y, cost := make([]bool, len(x.labels)), make([]float64, len(x.labels))
		for i := range x.labels {
			yes, known := belongs(&x.labels[i], class)
			y[i] = yes
			if use(i) && known && x.learnt(i) {
				cost[i] = x.cost(i, class, yes)
			}
		}
		out[class] = fitClass(x.samples[sortOf(class)], len(x.keys), x.set.smoothing, y, cost)
	})
	return out
}

// learnt reports whether a passage is of the share that is learnt from: all of
// a document's passages are, or none.
func (x *exercise) learnt(i int) bool {
	return int(keyOf("share", docOf(x.labels[i]))>>32%100) < x.set.share
}

func (x *exercise) cost(i, class int, yes bool) float64 {
	c := x.set.penalty
	if x.labels[i].Confidence == "l" {
		c *= x.set.unsure
	}
	switch x.labels[i].Origin {
	case originInvented:
		c *= [2]float64{x.set.invented, x.set.shown}[sortOf(class)]
	case originRead:
		c *= x.set.read
	case originTranslation:
		c *= x.set.translated
	}
	switch {
	case yes && class >= classKind && class < classProcess:
		c *= x.set.kind
	case yes && class != classNone:
		c *= x.set.positive
	}
	return c
}

// fitClass trains one class on values that are stretched by how unevenly a
// feature is spread between the class and the rest (Wang and Manning 2012).
func fitClass(samples []sample, size int, smoothing float64, y []bool, cost []float64) classWeights {
	stretch := ratios(samples, size, smoothing, y, cost)
	scaled := make([]sample, len(samples))
	for i, s := range samples {
		if cost[i] == 0 {
			continue
		}
		scaled[i] = sample{s.index, make([]float64, len(s.value))}
		for j, k := range s.index {
			scaled[i].value[j] = float64(s.value[j] * stretch[k])
		}
	}
	w, bias := newTrainer(scaled, size, trainRounds).fit(y, cost)
	for k := range w {
		w[k] *= stretch[k]
	}
	return classWeights{w, bias}
}

func ratios(samples []sample, size int, smoothing float64, y []bool, cost []float64) []float64 {
	in, out := make([]float64, size), make([]float64, size)
	nIn, nOut := 1.0, 1.0
	for i, s := range samples {
		if cost[i] == 0 {
			continue
		}
		side, n := out, &nOut
		if y[i] {
			side, n = in, &nIn
		}
		*n++
		for _, k := range s.index {
			side[k]++
		}
	}
	stretch := make([]float64, size)
	for k := range stretch {
		stretch[k] = smoothing + math.Abs(math.Log((in[k]+0.5)/nIn)-math.Log((out[k]+0.5)/nOut))
	}
	return stretch
}
