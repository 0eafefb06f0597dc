package index

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"
	"math"

	"rapporteur/corpus"
)

// cursor is the place of a hit in the hits of a query. It holds the weights of
// the words as they were when the first page was made, so that passages keep
// their scores while others arrive: none comes twice, none is passed over.
type cursor struct {
	query uint64
	key
	place
	weights []weighed
}

// weighed is what a scorer takes from the corpus as a whole.
type weighed struct{ weight, mean float64 }

const (
	cursorVersion = 1
	// maxCursor bounds a cursor, as text.
	maxCursor = 64 << 10
)

// cursor gives that of a hit.
func (f *finding) cursor(r ranked) cursor {
	c := cursor{query: f.query, key: r.key, place: r.place}
	for _, s := range f.scorers {
		c.weights = append(c.weights, weighed{s.weight, s.mean})
	}
	return c
}

// resume takes the weights of the cursor.
func (f *finding) resume() error {
	c := f.order.after
	if c.query != f.query || len(c.weights) != len(f.scorers) {
		return corpus.Errorf(corpus.CodeUsage,
			"search: the cursor belongs to another query, or the index has changed too much since: begin again without it")
	}
	for i, w := range c.weights {
		f.scorers[i].weight, f.scorers[i].mean = w.weight, w.mean
	}
	return nil
}

// hashOf tells a query with its words from others, whatever page it asks for.
func hashOf(q corpus.Query, scorers []scorer) uint64 {
	q.After, q.Offset, q.Limit, q.Explain = "", 0, 0, false
	h := fnv.New64a()
	_ = json.NewEncoder(h).Encode(q) // writing to a hash cannot fail
	for _, s := range scorers {
		h.Write([]byte(s.slot.field))
		if !s.slot.many {
			h.Write([]byte(s.slot.terms[0]))
		}
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// String writes a cursor so that parseCursor reads it.
func (c cursor) String() string {
	b := []byte{cursorVersion}
	b = binary.LittleEndian.AppendUint64(b, c.query)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(c.score))
	proposal := byte(0)
	if c.proposal {
		proposal = 1
	}
	b = append(b, proposal)
	b = binary.AppendUvarint(b, uint64(c.ordinal))
	for _, text := range []string{c.date, c.id} {
		b = binary.AppendUvarint(b, uint64(len(text)))
		b = append(b, text...)
	}
	for _, w := range c.weights {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(w.weight))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(w.mean))
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func parseCursor(text string) (cursor, error) {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil && len(text) <= maxCursor && len(b) > 0 && b[0] == cursorVersion {
		d := decoder{rest: b[1:]}
		c := cursor{query: d.fixed()}
		c.score = math.Float64frombits(d.fixed())
		c.proposal = d.byte() == 1
		c.ordinal = uint32(d.varint())
		c.date, c.id = d.text(), d.text()
		for len(d.rest) > 0 && !d.failed {
			c.weights = append(c.weights, weighed{math.Float64frombits(d.fixed()), math.Float64frombits(d.fixed())})
		}
		if !d.failed {
			return c, nil
		}
	}
	return cursor{}, corpus.Errorf(corpus.CodeUsage, "search: the cursor cannot be read: give it as \"next\" of a result has it")
}

// decoder reads the bytes of a cursor; failed is set once they do not suffice.
type decoder struct {
	rest   []byte
	failed bool
}

func (d *decoder) take(n uint64) []byte {
	if d.failed = d.failed || n > uint64(len(d.rest)); d.failed {
		return make([]byte, min(n, 8))
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

func (d *decoder) fixed() uint64 { return binary.LittleEndian.Uint64(d.take(8)) }

func (d *decoder) byte() byte { return d.take(1)[0] }

func (d *decoder) varint() uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 {
		d.failed = true
		return 0
	}
	d.take(uint64(n))
	return v
}

func (d *decoder) text() string { return string(d.take(d.varint())) }
