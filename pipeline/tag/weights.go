package tag

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"math"
	"sync"

	"rapporteur/corpus"
)

// The file of a model: modelMagic, the length of the header (4 bytes, little
// endian), the header as JSON, and, not packed so that it is read at once: for
// each feature, ascending, the distance from the key before (uvarint), its family, its rarity and one signed
// byte for each class. A family with bareRow added has no such bytes: the feature
// weighs nothing and only counts towards a passage's length.
const (
	modelMagic  = "RAPTAG02"
	modelFormat = 2
	bareRow     = 0x80
)

// Bounds on a file that is read.
const (
	longestHeader = 1 << 20
	mostFeatures  = 1 << 20
	largestModel  = 64 << 20
)

// header says what a model was learnt from and how it decides.
type header struct {
	Format int `json:"format"`
	// Labels is over the file of labelled passages, Codebook over the book
	// whose concepts were features.
	Labels   corpus.Hash `json:"labels"`
	Codebook corpus.Hash `json:"codebook"`
	Passages int         `json:"passages"`
	Features int         `json:"features"`
	// Scale turns a byte into thousandths, times a million, by class and
	// family; Bias is in thousandths.
	Scale [classCount][groupCount]int64 `json:"scale"`
	Bias  [classCount]int64             `json:"bias"`
	// Soft is added to a family's squared length.
	Soft     [groupCount]int64 `json:"soft"`
	Second   second            `json:"second"`
	Decision decision          `json:"decision"`
	Report   Report            `json:"cross_validation"`
}

// Model is the linear layer: what labelled passages taught about concepts,
// words and letter groups. It does not change and may be shared; a nil Model
// leaves every decision to the codebook.
type Model struct {
	head   header
	keys   []uint32
	groups []group
	rarity []int64
	// weights are classCount bytes for each key that has some; offset leads from
	// a key to them, -1 for none.
	weights []int8
	offset  []int32
	at      rowTable
	hash    corpus.Hash
	sheets  sync.Pool // of *sheet
	words   spelling
}

// Hash identifies the model by its file.
func (m *Model) Hash() corpus.Hash {
	if m == nil {
		return ""
	}
	return m.hash
}

// Report gives the figures of the cross-validation that the model was made
// with.
func (m *Model) Report() Report {
	if m == nil {
		return Report{}
	}
	return m.head.Report
}

// quantise rounds weights to bytes and drops features that weigh nothing.
func (x *exercise) quantise(h header, w [classCount]classWeights) *Model {
	m := &Model{head: h}
	m.head.Soft = x.set.soft
	var largest [classCount][groupCount]float64
	for class := range w {
		for k, v := range w[class].weights {
			g := x.groups[k]
			largest[class][g] = math.Max(largest[class][g], math.Abs(v))
		}
		parts := x.set.themes
		if sortOf(class) == 1 {
			parts = x.set.kinds
		}
		m.head.Bias[class] = int64(math.Round(w[class].bias * 1000))
		for g := range groupCount {
			m.head.Scale[class][g] = int64(math.Round(largest[class][g] / 127 * parts[g] * 1e9))
		}
	}
	x.roundWeights(m, w, largest)
	m.head.Features = len(m.keys)
	m.ready()
	var file bytes.Buffer
	_ = m.Write(&file) // a buffer does not fail
	m.hash = corpus.HashOf(file.Bytes())
	return m
}

// roundWeights gives the model its rows; what weighs nothing in any class only
// counts towards a passage's length.
func (x *exercise) roundWeights(m *Model, w [classCount]classWeights, largest [classCount][groupCount]float64) {
	row := make([]int8, classCount)
	for k, key := range x.keys {
		weighty := false
		for class := range w {
			row[class] = 0
			if top := largest[class][x.groups[k]]; top > 0 {
				row[class] = int8(math.Round(w[class].weights[k] / top * 127))
			}
			weighty = weighty || row[class] > leastWeight || row[class] < -leastWeight
		}
		offset := int32(-1)
		if weighty || x.groups[k] == groupConcept {
			offset = int32(len(m.weights))
			m.weights = append(m.weights, row...)
		}
		m.addRow(key, x.groups[k], x.rarity[k], offset)
	}
}

func (m *Model) addRow(key uint32, g group, rarity int64, offset int32) {
	m.keys, m.groups = append(m.keys, key), append(m.groups, g)
	m.rarity, m.offset = append(m.rarity, rarity), append(m.offset, offset)
}

// leastWeight is what a feature must exceed in some class to be kept.
const leastWeight = 4

func (m *Model) ready() {
	m.at = newRowTable(m.keys)
}

// Write writes the model's file.
func (m *Model) Write(w io.Writer) error {
	head, err := json.Marshal(m.head)
	if err != nil {
		return err
	}
	buf := append([]byte(modelMagic), binary.LittleEndian.AppendUint32(nil, uint32(len(head)))...)
	if _, err := w.Write(append(buf, head...)); err != nil {
		return err
	}
	z := bufio.NewWriter(w)
	var before uint32
	line := make([]byte, 0, binary.MaxVarintLen32+2+classCount)
	for i, key := range m.keys {
		line = binary.AppendUvarint(line[:0], uint64(key-before))
		before = key
		if m.offset[i] < 0 {
			line = append(line, byte(m.groups[i])|bareRow, byte(m.rarity[i]))
		} else {
			line = append(line, byte(m.groups[i]), byte(m.rarity[i]))
			for _, v := range m.weights[m.offset[i] : m.offset[i]+classCount] {
				line = append(line, byte(v))
			}
		}
		if _, err := z.Write(line); err != nil {
			return err
		}
	}
	return z.Flush()
}

// ReadModel reads a model's file. Errors have [corpus.CodeInvalid].
func ReadModel(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, largestModel))
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeInvalid, "model: %w", err)
	}
	m, err := readModel(data)
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeInvalid, "model: %w; make it anew with rapporteur train", err)
	}
	m.ready()
	m.hash = corpus.HashOf(data)
	return m, nil
}

func readModel(data []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(data, []byte(modelMagic))
	if !ok || len(rest) < 4 {
		return nil, errors.New("not a model file")
	}
	size := binary.LittleEndian.Uint32(rest)
	if rest = rest[4:]; size > longestHeader || int(size) > len(rest) {
		return nil, errors.New("header is too long, or cut")
	}
	m := &Model{}
	if err := json.Unmarshal(rest[:size], &m.head); err != nil {
		return nil, err
	}
	if m.head.Format != modelFormat || m.head.Features < 0 || m.head.Features > mostFeatures {
		return nil, errors.New("unknown format")
	}
	return m, m.readRows(rest[size:])
}

func (m *Model) readRows(rows []byte) error {
	n := min(m.head.Features, len(rows))
	m.keys, m.groups = make([]uint32, 0, n), make([]group, 0, n)
	m.rarity, m.offset = make([]int64, 0, n), make([]int32, 0, n)
	m.weights = make([]int8, 0, len(rows))
	var key uint32
	for i := range m.head.Features {
		step, size := binary.Uvarint(rows)
		if size <= 0 || len(rows) < size+2 || step > math.MaxUint32 || uint64(key)+step > math.MaxUint32 || i > 0 && step == 0 {
			return errors.New("damaged row")
		}
		key += uint32(step)
		family, rarity := rows[size], rows[size+1]
		rows = rows[size+2:]
		offset := int32(-1)
		if family&bareRow == 0 {
			if len(rows) < classCount {
				return errors.New("damaged row")
			}
			offset = int32(len(m.weights))
			for _, v := range rows[:classCount] {
				m.weights = append(m.weights, int8(v))
			}
			rows = rows[classCount:]
		}
		if group(family&^bareRow) >= groupCount {
			return errors.New("damaged row")
		}
		m.addRow(key, group(family&^bareRow), int64(rarity), offset)
	}
	return nil
}
