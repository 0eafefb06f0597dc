package index

import (
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// placed are documents with places of words in each.
type placed struct {
	// docs are in ascending order; at has one sorted list for each.
	docs []uint32
	at   [][]int32
}

// keep takes out the documents for which f, which may change their places,
// leaves none.
func (d placed) keep(f func(i int) []int32) placed {
	n := 0
	for i, doc := range d.docs {
		if left := f(i); len(left) > 0 {
			d.docs[n], d.at[n] = doc, left
			n++
		}
	}
	return placed{d.docs[:n], d.at[:n]}
}

// places reads where the terms of a slot stand in each of the documents, less
// the slot's place in its row: where the row would begin.
func (p *part) places(s slot, docs []uint32) (placed, error) {
	out := placed{docs: slices.Clone(docs), at: make([][]int32, len(docs))}
	return out, p.readPlaces(s, docs, roaring.BitmapOf(docs...), out.at)
}

// readPlaces is places for the documents of a list that are in a set; it adds
// to what at has for them.
func (p *part) readPlaces(s slot, docs []uint32, set *roaring.Bitmap, at [][]int32) error {
	g := placing{docs: docs, set: set, at: at, back: s.place, arena: make([]int32, 0, 2*set.GetCardinality())}
	for _, text := range s.terms {
		found, err := p.posting(term{s.field, text})
		if err != nil {
			return err
		}
		if !found.docs.Intersects(set) {
			continue
		}
		unpacked, err := p.spots(term{s.field, text}, set)
		switch {
		case err != nil:
		case unpacked != nil:
			g.unpacked(unpacked)
		default:
			err = g.packed(found)
		}
		if err != nil {
			return fmt.Errorf("read places of %q: %w", text, err)
		}
	}
	if len(s.terms) > 1 {
		for _, list := range at {
			slices.Sort(list)
		}
	}
	return nil
}

// placing gathers places of terms in documents.
type placing struct {
	// docs are ascending; places are gathered of those in set, at has them and back
	// is taken from each.
	docs []uint32
	set  *roaring.Bitmap
	at   [][]int32
	back int32
	// arena is where the lists of at lie one after the other.
	arena []int32
}

// packed gathers from a posting list as Bleve has it.
func (g *placing) packed(found posting) error {
	it, i := found.restricted(g.set, true), 0
	posting, err := it.Next()
	for ; err == nil && posting != nil; posting, err = it.Next() {
		doc := uint32(posting.Number())
		for i < len(g.docs) && g.docs[i] < doc {
			i++
		}
		if i == len(g.docs) {
			break
		}
		if g.docs[i] != doc || !g.set.Contains(doc) {
			continue
		}
		start := len(g.arena)
		g.arena = appendPlaces(append(g.arena, g.at[i]...), posting, g.back)
		g.at[i] = g.arena[start:len(g.arena):len(g.arena)]
	}
	return err
}

// unpacked gathers from a list that is unpacked.
func (g *placing) unpacked(s *spots) {
	r := spotReader{spots: s, back: g.back}
	whole := int(g.set.GetCardinality()) == len(g.docs)
	for i, doc := range g.docs {
		if !whole && !g.set.Contains(doc) {
			continue
		}
		start := len(g.arena)
		g.arena = r.appendTo(append(g.arena, g.at[i]...), doc)
		g.at[i] = g.arena[start:len(g.arena):len(g.arena)]
	}
}

// phrase keeps the candidates in which the slots stand in a row. Rare slots
// are read first, so that each leaves fewer documents for the next.
func (p *part) phrase(slots []slot, sets []*roaring.Bitmap, candidates *roaring.Bitmap) (*roaring.Bitmap, error) {
	order := make([]int, len(slots))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(sets[a].GetCardinality()) - int(sets[b].GetCardinality())
	})
	docs := candidates.ToArray()
	readers, err := p.spotReaders(slots, order, candidates)
	if err != nil {
		return nil, err
	}
	if readers != nil {
		return roaring.BitmapOf(rows(readers, docs)...), nil
	}
	// begins are the places at which the phrase may begin.
	begins, err := p.places(slots[order[0]], docs)
	for _, i := range order[1:] {
		if err != nil || len(begins.docs) == 0 {
			break
		}
		var next placed
		if next, err = p.places(slots[i], begins.docs); err == nil {
			begins = begins.keep(func(d int) []int32 { return intersect(begins.at[d], next.at[d]) })
		}
	}
	return roaring.BitmapOf(begins.docs...), err
}

// intersect keeps in a, in place, what is in b too; both are sorted.
func intersect(a, b []int32) []int32 {
	n, j := 0, 0
	for _, v := range a {
		for j < len(b) && b[j] < v {
			j++
		}
		if j < len(b) && b[j] == v {
			a[n] = v
			n++
		}
	}
	return a[:n]
}

// near finds documents in which words stand close together in any order.
type near struct {
	words []nearWord
	// distance is how many places the first and the last may be apart.
	distance int32
}

// nearWord is one word of a near op, with the slot of each class in which it
// is looked for.
type nearWord struct {
	alternatives []alternative
	// times is how often the word was asked for.
	times int
}

func (o near) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	for _, w := range o.words {
		found, err := (wordOp{w.alternatives}).match(p, within)
		if err != nil {
			return nil, err
		}
		within = roaring.And(within, found)
	}
	docs := within.ToArray()
	at := make([][][]int32, len(o.words))
	for i, w := range o.words {
		found, err := p.nearPlaces(w, docs)
		if err != nil {
			return nil, err
		}
		at[i] = found
	}
	out := roaring.New()
	lists := make([][]int32, len(o.words))
	for d, doc := range docs {
		for i := range lists {
			lists[i] = at[i][d]
		}
		if o.close(lists) {
			out.Add(doc)
		}
	}
	return out, nil
}

// nearPlaces reads where a word stands in each document: in the field of the
// document's class.
func (p *part) nearPlaces(w nearWord, docs []uint32) ([][]int32, error) {
	out := make([][]int32, len(docs))
	set := roaring.BitmapOf(docs...)
	seen, again := classes(0), false
	for _, alt := range w.alternatives {
		again, seen = again || seen&alt.in != 0, seen|alt.in
		in := roaring.And(set, p.among(alt.in))
		if err := p.readPlaces(alt.slots[0], docs, in, out); err != nil {
			return nil, err
		}
	}
	for i := range out {
		if again {
			out[i] = distinct(out[i])
		}
	}
	return out, nil
}

// distinct sorts places, of which a word that was looked for in several forms
// may have given some twice.
func distinct(at []int32) []int32 {
	slices.Sort(at)
	return slices.Compact(at)
}

// close reports whether some window of the distance holds each word as often
// as it was asked for.
func (o near) close(lists [][]int32) bool {
	for _, first := range lists {
		for _, from := range first {
			if o.window(lists, from) {
				return true
			}
		}
	}
	return false
}

func (o near) window(lists [][]int32, from int32) bool {
	for i, list := range lists {
		low, _ := slices.BinarySearch(list, from)
		high, _ := slices.BinarySearch(list, from+o.distance+1)
		if high-low < o.words[i].times {
			return false
		}
	}
	return true
}
