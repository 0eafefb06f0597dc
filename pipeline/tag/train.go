package tag

import (
	"bytes"
	"cmp"
	"io"
	"math"
	"runtime"
	"slices"
	"sync"

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
	invented   float64 // what a passage counts that was written for the purpose
	translated float64 // what a translation counts beside its original
	smoothing  float64 // of the ratio of class frequencies
	groups     [groupCount]float64
}

// chosen are the settings that cross-validation favours.
func chosen() settings {
	return settings{least: 3, penalty: 2, positive: 1.5, kind: 1.3, unsure: 0.6, invented: 0.6, translated: 1, smoothing: 0.5,
		groups: [groupCount]float64{groupConcept: 1, groupWord: 1, groupLetters: 1.5, groupShape: 0.5}}
}

const (
	trainRounds = 30 // passes over the passages
	foldCount   = 5  // parts for cross-validation
	leastLabels = 20 // fewer teach nothing
)

// exercise is the labelled passages as the trainer sees them.
type exercise struct {
	set     settings
	labels  []Label
	rows    [][]counted
	keys    []uint32 // the features kept, ascending
	groups  []group
	rarity  []int64
	samples []sample
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
	weights := x.fitAll(func(int) bool { return true })
	m := x.quantise(head, weights)
	return m, report, nil
}

func newExercise(labels []Label, b *codebook.Book, set settings) *exercise {
	x := &exercise{set: set, labels: labels, rows: make([][]counted, len(labels))}
	inParallel(len(labels), func(i int) {
		x.rows[i] = count(newReading(b, &labels[i]).features())
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
		if x.labels[i].Origin == "invented" {
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

// vectorise turns counts into values of length 1 in each family.
func (x *exercise) vectorise() {
	x.samples = make([]sample, len(x.rows))
	inParallel(len(x.rows), func(i int) {
		var s sample
		var squares [groupCount]int64
		for _, c := range x.rows[i] {
			k, ok := slices.BinarySearch(x.keys, c.key)
			if !ok {
				continue
			}
			v := x.rarity[k] * countValue(c.n)
			squares[x.groups[k]] += v * v
			s.index = append(s.index, int32(k))
			s.value = append(s.value, float64(v))
		}
		for j, k := range s.index {
			g := x.groups[k]
			s.value[j] *= x.set.groups[g] / float64(length(squares[g]))
		}
		x.samples[i] = s
	})
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
			if use(i) && known && x.cost(i, class, yes) > 0 {
				cost[i] = x.cost(i, class, yes)
			}
		}
		out[class] = x.fit(y, cost)
	})
	return out
}

func (x *exercise) cost(i, class int, yes bool) float64 {
	c := x.set.penalty
	if x.labels[i].Confidence == "l" {
		c *= x.set.unsure
	}
	if x.labels[i].Origin == "invented" {
		c *= x.set.invented
	}
	if x.labels[i].Origin == "translation" {
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

// fit trains one class on values that are stretched by how unevenly a feature
// is spread between the class and the rest (Wang and Manning 2012).
func (x *exercise) fit(y []bool, cost []float64) classWeights {
	stretch := x.ratios(y, cost)
	scaled := make([]sample, len(x.samples))
	for i, s := range x.samples {
		if cost[i] == 0 {
			continue
		}
		scaled[i] = sample{s.index, make([]float64, len(s.value))}
		for j, k := range s.index {
			scaled[i].value[j] = float64(s.value[j] * stretch[k])
		}
	}
	w, bias := newTrainer(scaled, len(x.keys), trainRounds).fit(y, cost)
	for k := range w {
		w[k] *= stretch[k]
	}
	return classWeights{w, bias}
}

func (x *exercise) ratios(y []bool, cost []float64) []float64 {
	in, out := make([]float64, len(x.keys)), make([]float64, len(x.keys))
	nIn, nOut := 1.0, 1.0
	for i, s := range x.samples {
		side, n := out, &nOut
		if y[i] {
			side, n = in, &nIn
		}
		if cost[i] == 0 {
			continue
		}
		*n++
		for _, k := range s.index {
			side[k]++
		}
	}
	stretch := make([]float64, len(x.keys))
	for k := range stretch {
		stretch[k] = x.set.smoothing + math.Abs(math.Log((in[k]+0.5)/nIn)-math.Log((out[k]+0.5)/nOut))
	}
	return stretch
}

// inParallel calls f for 0 to n-1 on all processors; f must keep to its own
// index.
func inParallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), max(n, 1)) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// folds gives every passage a part by its document: parts are filled in the
// order in which documents appear, each document going to the emptiest.
func (x *exercise) folds() []int {
	sizes := map[string]int{}
	var docs []string
	for _, l := range x.labels {
		d := docOf(l)
		if sizes[d] == 0 {
			docs = append(docs, d)
		}
		sizes[d]++
	}
	slices.SortStableFunc(docs, func(a, b string) int { return cmp.Compare(sizes[b], sizes[a]) })
	part, filled := map[string]int{}, [foldCount]int{}
	for _, d := range docs {
		emptiest := 0
		for p := range filled {
			if filled[p] < filled[emptiest] {
				emptiest = p
			}
		}
		part[d] = emptiest
		filled[emptiest] += sizes[d]
	}
	out := make([]int, len(x.labels))
	for i, l := range x.labels {
		out[i] = part[docOf(l)]
	}
	return out
}

func docOf(l Label) string {
	if l.Doc == "" {
		return "passage " + l.ID
	}
	return l.Doc
}
