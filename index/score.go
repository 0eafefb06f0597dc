package index

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"
)

// The two constants of BM25, at their usual values: how soon more of the same
// word stops to count, and how much long passages are marked down.
const (
	bm25K1 = 1.2
	bm25B  = 0.75
)

// headingShare is what a word in the heading above adds, as a share of its
// weight: enough to put a passage before another that says the same elsewhere.
const headingShare = 0.25

// bm25 is the score of a word that stands n times in a passage of so many times
// the mean length.
func bm25(weight, n, length float64) float64 {
	share := float64(n*(bm25K1+1)) / float64(n+float64(bm25K1*float64(1-bm25B+float64(bm25B*length))))
	return float64(weight * share)
}

// scorer is one thing that scores: a term, or terms that count as one.
type scorer struct {
	slot slot
	in   classes
	// weight is the inverse document frequency.
	weight float64
	// mean is the mean length of the passages that the term is counted among.
	mean float64
	// found of among live passages have it.
	found, among uint64
}

// scorers gives what scores in a query, each term once.
func (v *view) scorers(leaves []leaf) ([]scorer, error) {
	var out []scorer
	known := map[term]int{}
	add := func(s slot, in classes) {
		if !s.many {
			t := term{s.field, s.terms[0]}
			if i, ok := known[t]; ok {
				out[i].in |= in
				return
			}
			known[t] = len(out)
		}
		out = append(out, scorer{slot: s, in: in})
	}
	for _, l := range leaves {
		for _, alt := range l.scoring() {
			for _, s := range alt.slots {
				add(s, alt.in)
			}
		}
	}
	for i := range out {
		if err := v.weigh(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// weigh counts the live documents that have a scorer's terms among those of
// its field: passages of one language for stems, all passages for words as
// written.
func (v *view) weigh(s *scorer) error {
	found := uint64(0)
	for _, p := range v.parts {
		docs, err := p.slot(s.slot)
		if err != nil {
			return err
		}
		if found += docs.GetCardinality(); p.gone != nil {
			found -= docs.AndCardinality(p.gone)
		}
	}
	docs, words := uint64(0), uint64(0)
	for k := range v.docs {
		if s.slot.field == fieldExact || s.in.has(class(k)) {
			docs += v.docs[k]
			words += v.words[k]
		}
	}
	s.weight = math.Log(1 + (float64(docs-min(found, docs))+0.5)/(float64(found)+0.5))
	if s.slot.share > 0 {
		s.weight *= float64(s.slot.share) / 1000
	}
	s.found, s.among = found, docs
	s.mean = math.Max(1, float64(words)/math.Max(1, float64(docs)))
	return nil
}

// headed gives those of a set of documents that stand under a heading with a
// scorer's word; nil for none.
func (p *part) headed(s scorer, docs *roaring.Bitmap) (*roaring.Bitmap, error) {
	in := s.in
	if s.slot.field == fieldExact {
		in &= unstemmed
	}
	if s.slot.flat() || in == 0 || s.found == 0 {
		return nil, nil // a word that stands in no passage has no weight
	}
	found, err := p.posting(term{fieldHead, s.slot.terms[0]})
	if err != nil || found.docs.IsEmpty() || !found.docs.Intersects(docs) {
		return nil, err
	}
	return roaring.And(roaring.And(found.docs, docs), p.among(in)), nil
}

// list gives the postings of a term, at least those in a set of documents; nil
// for all. Lists of some length are kept for later searches.
func (p *part) list(t term, docs *roaring.Bitmap) (*list, error) {
	key := keptKey{segment: p.columns, term: t}
	if l, ok := p.kept.get(key).(*list); ok {
		return l, nil
	}
	found, err := p.posting(t)
	if err != nil {
		return nil, err
	}
	n := found.docs.GetCardinality()
	if n >= keepFrom && docs != nil && partial*found.docs.AndCardinality(docs) < n && !p.kept.again(key) {
		return p.newList(found, docs)
	}
	l, err := p.newList(found, nil)
	if err == nil && n >= keepFrom {
		p.kept.put(key, l)
	}
	return l, err
}

// partial is the share of a list's postings, one in so many, below which only
// those that are needed are unpacked.
const partial = 8
