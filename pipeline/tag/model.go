package tag

import (
	"bytes"
	_ "embed"
	"sync"

	"rapporteur/corpus"
)

//go:embed model.bin
var modelFile []byte

// embedded is read once: the file cannot change.
var embedded = sync.OnceValues(func() (*Model, error) {
	if len(modelFile) == 0 {
		return nil, nil
	}
	return ReadModel(bytes.NewReader(modelFile))
})

// embeddedModel gives the model that is part of the program, nil where it was
// built without one.
func embeddedModel() *Model {
	m, err := embedded()
	if err != nil {
		panic("embedded model: " + err.Error()) // a fault of the build, caught by this package's tests
	}
	return m
}

// Embedded gives the model that is part of the program; nil where it was built
// without one.
func Embedded() *Model { return embeddedModel() }

// verdict is what the model says of one passage, in thousandths of the
// logistic's argument.
type verdict struct {
	known    bool
	class    [classCount]int64
	top      int // the best theme's class
	features []feature
	lengths  [groupCount]int64
}

// judge scores every class.
func (m *Model) judge(r *reading) verdict {
	if m == nil {
		return verdict{}
	}
	v := verdict{known: true, features: r.features()}
	var squares [groupCount]int64
	terms := m.terms(v.features, &squares)
	for g := range squares {
		v.lengths[g] = length(squares[g] + m.head.Soft[g])
	}
	var sums [classCount][groupCount]int64
	for _, t := range terms {
		for class, w := range m.row(t.row) {
			sums[class][t.group] += t.value * int64(w)
		}
	}
	for class := range sums {
		v.class[class] = m.head.Bias[class]
		for g, sum := range sums[class] {
			v.class[class] += m.part(class, group(g), sum, v.lengths[g])
		}
	}
	v.top = 1
	for class := 2; class < classKind; class++ {
		if v.class[class] > v.class[v.top] {
			v.top = class
		}
	}
	return v
}

// terms are the features that the model knows. Squares gather what a passage's
// values add up to, over the features that the trainer kept.
func (m *Model) terms(features []feature, squares *[groupCount]int64) []term {
	counts := count(features)
	out := make([]term, 0, len(counts))
	for _, c := range counts {
		row, ok := m.at[c.key]
		if !ok {
			continue
		}
		t := term{row, m.groups[row], m.rarity[row] * countValue(c.n)}
		squares[t.group] += t.value * t.value
		out = append(out, t)
	}
	return out
}

// row is the weights of a feature, empty where it has none.
func (m *Model) row(i int32) []int8 {
	at := m.offset[i]
	if at < 0 {
		return nil
	}
	return m.weights[at : at+classCount]
}

// part is a family's part of a class's score, in thousandths.
func (m *Model) part(class int, g group, sum, length int64) int64 {
	return sum * (m.head.Scale[class][g] / 1000) / length / 1000
}

// margin is how far a theme's score is above its threshold.
func (m *Model) margin(v *verdict, t corpus.Theme) int64 {
	d := m.head.Decision
	at := int64(d.Other)
	if class := classOfTheme(t); class == v.top {
		at = int64(d.Top)
	}
	if idleKind(m.bestKind(v)) {
		at += int64(d.Idle)
	}
	return v.class[classOfTheme(t)] - at - int64(d.None)*v.class[classNone]/1000
}
