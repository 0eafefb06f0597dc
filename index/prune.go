package index

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// Of the documents that a query finds only the best are wanted, and most cannot
// be among them. So the documents are parted by which scorers give them
// something, those with the most first, and each part that cannot reach the
// worst hit still wanted is left alone; of a large part only the blocks that can
// are scored. What is scored is scored as ever, so that the hits are the same.

// share is what one scorer gives to documents of one segment.
type share struct {
	scorer
	// list has the term's postings, where its weight is not flat, with what its
	// blocks give at most.
	list   *list
	bounds *bounds
	// flat are the documents to which the whole weight is given, only those among
	// which the term is counted, heading those under a heading with it; nil for
	// none, for all, and for none.
	flat, only, heading *roaring.Bitmap
	// all are the documents that are given something, most is the most of it.
	all  *roaring.Bitmap
	most float64
}

// shares gives what the scorers give to a set of documents, without those that
// give nothing.
func (p *part) shares(scorers []scorer, docs *roaring.Bitmap) ([]share, error) {
	var out []share
	for _, s := range scorers {
		sh, err := p.share(s, docs)
		if err != nil {
			return nil, err
		}
		if !sh.all.IsEmpty() {
			out = append(out, sh)
		}
	}
	return out, nil
}

func (p *part) share(s scorer, docs *roaring.Bitmap) (share, error) {
	out := share{scorer: s}
	found, err := p.slot(s.slot)
	if err != nil {
		return out, err
	}
	out.all = roaring.And(docs, found)
	if s.in != everyone && s.slot.field == fieldExact {
		out.only = p.among(s.in)
		out.all.And(out.only)
	}
	if !out.all.IsEmpty() {
		if err := out.weigh(p, docs); err != nil {
			return out, err
		}
	}
	if out.heading, err = p.headed(s, docs); err == nil && out.heading != nil {
		out.all.Or(out.heading)
		out.most += headingShare * s.weight
	}
	return out, err
}

// weigh finds what the term itself gives.
func (s *share) weigh(p *part, docs *roaring.Bitmap) (err error) {
	if s.slot.flat() {
		s.flat, s.most = s.all.Clone(), s.weight
		return nil
	}
	if s.list, err = p.list(term{s.slot.field, s.slot.terms[0]}, docs); err != nil {
		return err
	}
	s.bounds = s.list.bounds(s.mean)
	s.most = s.weight * s.bounds.most
	return nil
}

// score adds what the share gives to documents of an ascending list.
func (s *share) score(p *part, docs []uint32, scores []float64) {
	s.scoreText(p, docs, scores)
	addEach(s.heading, headingShare*s.weight, docs, scores)
}

// scoreText adds what the term itself gives.
func (s *share) scoreText(p *part, docs []uint32, scores []float64) {
	if s.list != nil {
		s.list.score(p, s.scorer, s.only, docs, scores)
	}
	addEach(s.flat, s.weight, docs, scores)
}

// addEach adds the same to each document of a list that is in a set.
func addEach(set *roaring.Bitmap, score float64, docs []uint32, scores []float64) {
	if set == nil {
		return
	}
	for i, doc := range docs {
		if set.Contains(doc) {
			scores[i] += score
		}
	}
}

// pruner looks for the best documents of a segment.
type pruner struct {
	part *part
	// shares are in the order of the query, in which they are added up; order has
	// those that give most first, and rest what those from each on give together.
	shares []share
	order  []int
	rest   []float64
	best   *collector
	scores []float64
}

// slack is more than rounding can add to a sum.
const slack = 1 + 1e-9

func newPruner(p *part, shares []share, best *collector) *pruner {
	x := &pruner{part: p, shares: shares, best: best, order: make([]int, len(shares)), rest: make([]float64, len(shares)+1)}
	for i := range x.order {
		x.order[i] = i
	}
	slices.SortStableFunc(x.order, func(a, b int) int { return cmp.Compare(shares[b].most, shares[a].most) })
	for i := len(shares) - 1; i >= 0; i-- {
		x.rest[i] = x.rest[i+1] + shares[x.order[i]].most
	}
	return x
}

const (
	// fewDocuments are scored without parting them further.
	fewDocuments = 256
	// maxDepth is how many scorers the documents are parted by.
	maxDepth = 8
)

// visit looks at documents that are parted by the first scorers already: those
// that give them something can give sure, the others are absent.
func (x *pruner) visit(docs *roaring.Bitmap, depth int, sure float64, absent []bool) {
	n := docs.GetCardinality()
	if n == 0 || (sure+x.rest[depth])*slack < x.best.floor() {
		return
	}
	if depth == len(x.order) || depth == maxDepth || n <= fewDocuments {
		if score, same := x.same(depth, absent); same {
			x.offerAll(docs, score)
			return
		}
		x.leaf(docs.ToArray(), absent)
		return
	}
	at := x.order[depth]
	with := roaring.And(docs, x.shares[at].all)
	x.visit(with, depth+1, sure+x.shares[at].most, absent)
	if with.GetCardinality() < n {
		absent = slices.Clone(absent)
		absent[at] = true
		x.visit(roaring.AndNot(docs, with), depth+1, sure, absent)
	}
}

// same gives the score of documents that are parted by all scorers, where it is
// the same for all of them.
func (x *pruner) same(depth int, absent []bool) (score float64, ok bool) {
	for i, s := range x.shares {
		if absent[i] {
			continue
		}
		if s.list != nil || s.heading != nil {
			return 0, false
		}
		score += s.weight
	}
	return score, depth == len(x.order)
}

func (x *pruner) offerAll(docs *roaring.Bitmap, score float64) {
	for it := docs.Iterator(); it.HasNext(); {
		x.best.offer(it.Next(), score)
	}
}

// stretch is documents of one block, docs[from:to], and the most that one of
// them can score.
type stretch struct {
	from, to int
	bound    float64
}

// leaf scores documents, those of the most promising blocks first.
func (x *pruner) leaf(docs []uint32, absent []bool) {
	if len(docs) <= fewDocuments {
		x.score(docs)
		return
	}
	blocks := x.stretches(docs, absent)
	slices.SortStableFunc(blocks, func(a, b stretch) int { return cmp.Compare(b.bound, a.bound) })
	for _, b := range blocks {
		if b.bound*slack < x.best.floor() {
			return
		}
		x.score(docs[b.from:b.to])
	}
}

func (x *pruner) stretches(docs []uint32, absent []bool) []stretch {
	var out []stretch
	for i, doc := range docs {
		if n := len(out); n > 0 && docs[out[n-1].from]>>blockBits == doc>>blockBits {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, stretch{from: i, to: i + 1})
	}
	for i, s := range x.shares {
		if !absent[i] {
			s.bound(docs, out)
		}
	}
	return out
}

// bound adds the most that the share gives in each block.
func (s *share) bound(docs []uint32, blocks []stretch) {
	b := 0
	for i, st := range blocks {
		if s.flat != nil {
			blocks[i].bound += s.weight
		}
		if s.heading != nil {
			blocks[i].bound += headingShare * s.weight
		}
		if s.list == nil {
			continue
		}
		block := docs[st.from] >> blockBits
		for b < len(s.list.blocks) && s.list.blocks[b] < block {
			b++
		}
		if b < len(s.list.blocks) && s.list.blocks[b] == block {
			blocks[i].bound += s.weight * s.bounds.shares[b]
		}
	}
}

func (x *pruner) score(docs []uint32) {
	x.scores = append(x.scores[:0], make([]float64, len(docs))...)
	for i := range x.shares {
		x.shares[i].score(x.part, docs, x.scores)
	}
	for i, doc := range docs {
		x.best.offer(doc, x.scores[i])
	}
}
