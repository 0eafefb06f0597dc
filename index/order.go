package index

import (
	"cmp"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
)

// order is how hits follow each other.
type order struct {
	by corpus.Sort
	// scored is set where hits have scores.
	scored bool
	// after is the hit before the first that is wanted; nil for the beginning.
	after *cursor
}

// orderOf reads the order that a query asks for.
func orderOf(q corpus.Query) (order, error) {
	o := order{by: cmp.Or(q.Sort, corpus.SortRelevance)}
	if !slices.Contains(corpus.Sorts(), o.by) {
		return o, corpus.Errorf(corpus.CodeUsage, "search: there is no order %q: use relevance, date, oldest or symbol", q.Sort)
	}
	if q.After == "" {
		return o, nil
	}
	c, err := parseCursor(q.After)
	o.after = &c
	return o, err
}

// key is what hits are sorted by before their places.
type key struct {
	score float64
	// proposal puts a proposal before other hits of the same score.
	proposal bool
	date     string
}

// place is where a passage stands in the corpus.
type place struct {
	id string
	// ordinal is its place in its rendition.
	ordinal uint32
}

// ranked is one hit.
type ranked struct {
	part *part
	doc  uint32
	// rank is its place in the segment's order of places.
	rank uint32
	key
	place
}

// compare is negative where a comes before b, and 0 where their places decide.
func (o order) compare(a, b key) int {
	switch {
	case o.by == corpus.SortDate:
		return strings.Compare(b.date, a.date)
	case o.by == corpus.SortOldest:
		return cmp.Or(compareBools(a.date == "", b.date == ""), strings.Compare(a.date, b.date))
	case o.by == corpus.SortRelevance && o.scored:
		return cmp.Or(cmp.Compare(b.score, a.score), compareBools(b.proposal, a.proposal))
	}
	return 0
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// comparePlaces puts documents in the order of their numbers, and passages in
// that of their documents.
func comparePlaces(a, b place) int {
	refA, _, _ := strings.Cut(a.id, "#")
	refB, _, _ := strings.Cut(b.id, "#")
	return cmp.Or(compareNatural(refA, refB), cmp.Compare(a.ordinal, b.ordinal), strings.Compare(a.id, b.id))
}

// compareNatural compares texts with their numbers as numbers.
func compareNatural(a, b string) int {
	whole := strings.Compare(a, b)
	for a != "" && b != "" {
		if n, m := digits(a), digits(b); n > 0 && m > 0 {
			x, y := strings.TrimLeft(a[:n], "0"), strings.TrimLeft(b[:m], "0")
			if c := cmp.Or(len(x)-len(y), strings.Compare(x, y)); c != 0 {
				return c
			}
			a, b = a[n:], b[m:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Or(len(a)-len(b), whole)
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// top gives the first hits of a segment that are wanted, in any order.
func (f *finding) top(p *part, docs *roaring.Bitmap) ([]ranked, error) {
	o, bound := f.order, 0
	if o.after != nil {
		var err error
		if bound, err = p.bound(o.after.place); err != nil {
			return nil, err
		}
	}
	if o.by == corpus.SortRelevance && o.scored {
		return f.bestScored(p, docs, uint32(bound))
	}
	line := p.byRank
	switch o.by {
	case corpus.SortDate:
		line = p.byDate
	case corpus.SortOldest:
		line = nil
	}
	if line != nil && docs.GetCardinality() > p.count/16 {
		return f.along(p, line, docs, uint32(bound)), nil
	}
	c := f.collect(p, uint32(bound))
	for it := docs.Iterator(); it.HasNext(); {
		c.offer(it.Next(), 0)
	}
	return c.done(), nil
}

// bestScored gives the hits of a segment that score most.
func (f *finding) bestScored(p *part, docs *roaring.Bitmap, bound uint32) ([]ranked, error) {
	shares, err := p.shares(f.scorers, docs)
	if err != nil {
		return nil, err
	}
	c := f.collect(p, bound)
	newPruner(p, shares, c).visit(docs, 0, 0, make([]bool, len(shares)))
	return c.done(), nil
}

// bound gives how many of a segment's documents are not after a place.
func (p *part) bound(at place) (n int, err error) {
	n, _ = slices.BinarySearchFunc(p.byRank, at, func(doc uint32, at place) int {
		id, idErr := p.segment.DocID(uint64(doc))
		if idErr != nil {
			err = idErr
		}
		if comparePlaces(place{string(id), p.ordinals[doc]}, at) <= 0 {
			return -1
		}
		return 1
	})
	return n, err
}

// comes reports whether a hit comes after the cursor.
func (o order) comes(r ranked, bound uint32) bool {
	if o.after == nil {
		return true
	}
	c := o.compare(r.key, o.after.key)
	return c > 0 || c == 0 && r.rank >= bound
}

// along follows documents that are in the order wanted already.
func (f *finding) along(p *part, line []uint32, docs *roaring.Bitmap, bound uint32) []ranked {
	var out []ranked
	for _, doc := range line {
		if len(out) == f.want {
			break
		}
		if !docs.Contains(doc) {
			continue
		}
		if r := p.ranked(doc, 0); f.order.comes(r, bound) {
			out = append(out, r)
		}
	}
	return out
}

func (p *part) ranked(doc uint32, score float64) ranked {
	return ranked{part: p, doc: doc, rank: p.rank[doc], key: key{score, p.proposals[doc], p.date(doc)}}
}
