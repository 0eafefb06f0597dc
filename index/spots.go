package index

import (
	"encoding/binary"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
)

// spots are the postings of a term with the places at which it stands.
type spots struct {
	*list
	// gaps are the places of each posting in turn, each as a varint less the one
	// before.
	gaps []byte
	// at is where the gaps of every groupSize-th posting begin.
	at []uint32
}

// groupSize is how many postings are read through at most to come to one.
const groupSize = 16

func (s *spots) size() int { return s.list.size() + cap(s.gaps) + 4*cap(s.at) }

// spots gives the postings of a term with places, or nil where that is more work
// than reading the places in a set of documents, of which no more are needed,
// and where a document has too many.
func (p *part) spots(t term, docs *roaring.Bitmap) (*spots, error) {
	key := keptKey{segment: p.columns, term: t, places: true}
	if s, ok := p.kept.get(key).(*spots); ok {
		return s, nil
	}
	found, err := p.posting(t)
	if err != nil {
		return nil, err
	}
	n := found.docs.GetCardinality()
	if n < keepFrom || partial*found.docs.AndCardinality(docs) < n && !p.kept.again(key) {
		return nil, nil
	}
	s, err := p.newSpots(t, found)
	if s != nil {
		p.kept.put(key, s)
	}
	return s, err
}

func (p *part) newSpots(t term, found posting) (*spots, error) {
	l, err := p.list(t, nil)
	if err != nil {
		return nil, err
	}
	s := &spots{list: l}
	it := found.list.Iterator(true, false, true, nil)
	var places []int32
	posting, err := it.Next()
	for i := 0; err == nil && posting != nil; i++ {
		if i%groupSize == 0 {
			s.at = append(s.at, uint32(len(s.gaps)))
		}
		if places = appendPlaces(places[:0], posting, 0); len(places) != int(l.times[i]) {
			return nil, nil
		}
		last := int32(0)
		for _, at := range places {
			s.gaps = binary.AppendUvarint(s.gaps, uint64(at-last))
			last = at
		}
		posting, err = it.Next()
	}
	if err != nil {
		return nil, fmt.Errorf("read places of %q: %w", t.text, err)
	}
	return s, nil
}

// spotReader reads places of documents in ascending order.
type spotReader struct {
	*spots
	// back is taken from each place.
	back int32
	// block is the block that has been come to; next the posting whose gaps begin
	// at offset.
	block        int
	next, offset uint32
}

// spotReaders gives readers of slots in an order, or nil where one of them has
// no list that is unpacked.
func (p *part) spotReaders(slots []slot, order []int, docs *roaring.Bitmap) ([]spotReader, error) {
	var out []spotReader
	for _, i := range order {
		if len(slots[i].terms) != 1 {
			return nil, nil
		}
		s, err := p.spots(term{slots[i].field, slots[i].terms[0]}, docs)
		if s == nil {
			return nil, err
		}
		out = append(out, spotReader{spots: s, back: slots[i].place})
	}
	return out, nil
}

// rows gives those of ascending documents in which all terms stand in a row.
func rows(readers []spotReader, docs []uint32) []uint32 {
	var out []uint32
	var begins, next []int32
	for _, doc := range docs {
		begins = readers[0].appendTo(begins[:0], doc)
		for i := 1; i < len(readers) && len(begins) > 0; i++ {
			next = readers[i].appendTo(next[:0], doc)
			begins = intersect(begins, next)
		}
		if len(begins) > 0 {
			out = append(out, doc)
		}
	}
	return out
}

// appendTo adds the places of a document.
func (r *spotReader) appendTo(out []int32, doc uint32) []int32 {
	posting, ok := r.find(doc)
	if !ok {
		return out
	}
	if posting < r.next || posting/groupSize != r.next/groupSize {
		r.next = posting / groupSize * groupSize
		r.offset = r.at[posting/groupSize]
	}
	for ; r.next < posting; r.next++ {
		for n := r.times[r.next]; n > 0; r.offset++ {
			if r.gaps[r.offset] < 0x80 {
				n--
			}
		}
	}
	at := -r.back
	for n := r.times[posting]; n > 0; n-- {
		gap, shift := int32(0), 0
		for ; r.gaps[r.offset] >= 0x80; r.offset++ {
			gap |= int32(r.gaps[r.offset]&0x7f) << shift
			shift += 7
		}
		at += gap | int32(r.gaps[r.offset])<<shift
		r.offset++
		out = append(out, at)
	}
	r.next = posting + 1
	return out
}

// find gives the number of a document's posting.
func (r *spotReader) find(doc uint32) (posting uint32, ok bool) {
	for r.block < len(r.blocks) && r.blocks[r.block] < doc>>blockBits {
		r.block++
	}
	if r.block == len(r.blocks) || r.blocks[r.block] != doc>>blockBits {
		return 0, false
	}
	posting = r.first[r.block]
	if r.next > posting && r.next <= r.first[r.block+1] && r.low[r.next-1] < uint8(doc) {
		posting = r.next
	}
	for posting < r.first[r.block+1] && r.low[posting] < uint8(doc) {
		posting++
	}
	return posting, posting < r.first[r.block+1] && r.low[posting] == uint8(doc)
}
