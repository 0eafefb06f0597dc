package index

import (
	"fmt"
	"math"
	"slices"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
)

// blockBits is the size of a block: 256 documents whose numbers differ in the
// last bits only.
const blockBits = 8

// list is the postings of a term in one segment, unpacked: scoring reads it at
// the speed of memory, and passes over the blocks that have nothing to offer.
type list struct {
	// blocks are the numbers of the blocks that have postings, ascending; those of
	// block i are first[i] to before first[i+1].
	blocks, first []uint32
	// low are the postings' documents within their blocks.
	low []uint8
	// times is how often the term stands in each.
	times []uint16
	best  []blockBest
	// last are the bounds of the last search.
	last atomic.Pointer[bounds]
}

// bounds are the most that the blocks of a list give to a score, as shares of
// the term's weight, where passages have a mean length.
type bounds struct {
	mean   float64
	shares []float64
	// most is the largest share.
	most float64
}

// blockBest bounds what the postings of a block can score.
type blockBest struct {
	// short are the lengths of the shortest documents in which the term stands
	// once, twice, three times and more often; noLength for none.
	short [4]uint16
	// most is how often it stands in one document at most.
	most uint16
}

const noLength = math.MaxUint16

// newList unpacks a posting list, at least where it stands in a set; nil for all.
func (p *part) newList(found posting, within *roaring.Bitmap) (*list, error) {
	n := found.docs.GetCardinality()
	l := &list{low: make([]uint8, 0, n), times: make([]uint16, 0, n)}
	it := found.list.Iterator(true, false, false, nil)
	if within != nil {
		it = found.restricted(within, false)
	}
	posting, err := it.Next()
	for ; err == nil && posting != nil; posting, err = it.Next() {
		l.add(uint32(posting.Number()), uint16(min(frequency(posting), math.MaxUint16)), p.lengths[posting.Number()])
	}
	if err != nil {
		return nil, fmt.Errorf("read postings: %w", err)
	}
	l.first = append(l.first, uint32(len(l.low)))
	return l, nil
}

func (l *list) add(doc uint32, times uint16, length uint32) {
	if n := len(l.blocks); n == 0 || l.blocks[n-1] != doc>>blockBits {
		l.blocks = append(l.blocks, doc>>blockBits)
		l.first = append(l.first, uint32(len(l.low)))
		l.best = append(l.best, blockBest{short: [4]uint16{noLength, noLength, noLength, noLength}})
	}
	l.low, l.times = append(l.low, uint8(doc)), append(l.times, times)
	b := &l.best[len(l.best)-1]
	class := max(1, min(times, 4)) - 1
	b.short[class] = min(b.short[class], uint16(min(length, noLength-1)))
	b.most = max(b.most, times)
}

// size is about how many bytes a list takes.
func (l *list) size() int { return 3*cap(l.low) + 26*len(l.blocks) }

// bounds gives those for a mean length; it changes only when passages arrive.
func (l *list) bounds(mean float64) *bounds {
	if b := l.last.Load(); b != nil && b.mean == mean {
		return b
	}
	out := &bounds{mean: mean, shares: make([]float64, len(l.best))}
	for i, b := range l.best {
		out.shares[i] = b.bound(mean)
		out.most = max(out.most, out.shares[i])
	}
	l.last.Store(out)
	return out
}

// bound is the largest share of a term's weight that a posting of the block can
// score.
func (b blockBest) bound(mean float64) float64 {
	out := 0.0
	for class, length := range b.short {
		times := float64(class + 1)
		if class == len(b.short)-1 {
			times = float64(b.most)
		}
		if length != noLength {
			out = max(out, bm25(1, times, float64(length)/mean))
		}
	}
	return out
}

// score adds what a term gives to documents of an ascending list, of which only
// those in a set count; nil for all.
func (l *list) score(p *part, s scorer, only *roaring.Bitmap, docs []uint32, scores []float64) {
	if len(docs) == 0 {
		return
	}
	b, _ := slices.BinarySearch(l.blocks, docs[0]>>blockBits)
	for i := 0; i < len(docs); {
		block := docs[i] >> blockBits
		for b < len(l.blocks) && l.blocks[b] < block {
			b++
		}
		if b == len(l.blocks) {
			return
		}
		if l.blocks[b] > block {
			for i < len(docs) && docs[i]>>blockBits < l.blocks[b] {
				i++
			}
			continue
		}
		at, end := l.first[b], l.first[b+1]
		for ; i < len(docs) && docs[i]>>blockBits == block; i++ {
			for at < end && l.low[at] < uint8(docs[i]) {
				at++
			}
			if at == end || l.low[at] != uint8(docs[i]) || only != nil && !only.Contains(docs[i]) {
				continue
			}
			scores[i] += bm25(s.weight, float64(l.times[at]), float64(p.lengths[docs[i]])/s.mean)
		}
	}
}
