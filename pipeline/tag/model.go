package tag

import (
	"bytes"
	_ "embed"
	"sync"
)

// The embedded model was learnt by "make model" from 2,351 labelled passages of
// real contributions, 3,281 that were read to teach and 2,454 invented ones:
// lessons/README.md. The texts of the first two are not ours to publish; the
// file's header has their hash and the figures of the cross-validation, in which
// only the first are counted.
//
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
	known bool
	class [classCount]int64
	looked
	lengths [groupCount]int64
	*sheet
}

// sheet is what the model needs to read one passage. Sheets are used again, so
// a verdict is good only until its sheet is given back.
type sheet struct {
	writer featureWriter
	// times is, for each feature written, how often the passage has it.
	times []int32
	// counts is by row and all zero between passages.
	counts []int32
}

func (m *Model) sheet() *sheet {
	if s, ok := m.sheets.Get().(*sheet); ok {
		return s
	}
	return &sheet{counts: make([]int32, len(m.keys)), writer: featureWriter{model: m}}
}

// release gives a verdict's sheet back.
func (m *Model) release(v *verdict) {
	if m != nil && v.sheet != nil {
		m.sheets.Put(v.sheet)
		v.sheet = nil
	}
}

// judge scores every class.
func (m *Model) judge(r *reading) verdict {
	if m == nil {
		return verdict{}
	}
	v := verdict{known: true, sheet: m.sheet()}
	r.features(&v.writer)
	v.tally()
	var squares [groupCount]int64
	var sums [groupCount][classCount]int64
	for i := range v.writer.out {
		row := v.writer.out[i].row
		if v.counts[row] == 0 {
			continue // seen to already
		}
		v.counts[row] = 0
		g, value := m.groups[row], m.rarity[row]*countValue(int(v.times[i]))
		squares[g] += value * value
		if w := m.row(row); w != nil {
			sum := &sums[g]
			for class := range w {
				sum[class] += value * int64(w[class])
			}
		}
	}
	for g := range squares {
		v.lengths[g] = length(squares[g] + m.head.Soft[g])
		for class := range v.class {
			v.class[class] += m.part(class, group(g), sums[g][class], v.lengths[g])
		}
	}
	for class := range v.class {
		v.class[class] += m.head.Bias[class]
	}
	v.looked = m.head.Second.look(&v.class, r.signs())
	return v
}

// tally counts the features written.
func (s *sheet) tally() {
	s.times = s.times[:0]
	for i := range s.writer.out {
		s.counts[s.writer.out[i].row]++
	}
	for i := range s.writer.out {
		s.times = append(s.times, s.counts[s.writer.out[i].row])
	}
}

// row is the weights of a feature, nil where it has none.
func (m *Model) row(i int32) *[classCount]int8 {
	at := m.offset[i]
	if at < 0 {
		return nil
	}
	return (*[classCount]int8)(m.weights[at : at+classCount])
}

// part is a family's part of a class's score, in thousandths.
func (m *Model) part(class int, g group, sum, length int64) int64 {
	return sum * (m.head.Scale[class][g] / 1000) / length / 1000
}
