package index

import (
	"fmt"
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

// score adds up what the scorers give to each of the documents, in ascending
// order.
func (p *part) score(scorers []scorer, docs *roaring.Bitmap) ([]float64, error) {
	list := docs.ToArray()
	scores := make([]float64, len(list))
	for _, s := range scorers {
		if err := p.scoreText(s, docs, list, scores); err != nil {
			return nil, err
		}
		if err := p.scoreHeading(s, docs, list, scores); err != nil {
			return nil, err
		}
	}
	return scores, nil
}

func (p *part) scoreText(s scorer, docs *roaring.Bitmap, list []uint32, scores []float64) error {
	if s.in != everyone && s.slot.field == fieldExact {
		docs = roaring.And(docs, p.among(s.in))
	}
	if s.slot.flat() {
		found, err := p.slot(s.slot)
		if err == nil {
			addEach(roaring.And(found, docs), s.weight, list, scores)
		}
		return err
	}
	return p.scoreTerm(s, docs, list, scores)
}

// scoreHeading gives a share to documents under a heading with the word.
func (p *part) scoreHeading(s scorer, docs *roaring.Bitmap, list []uint32, scores []float64) error {
	in := s.in
	if s.slot.field == fieldExact {
		in &= unstemmed
	}
	if s.slot.flat() || in == 0 || s.found == 0 {
		return nil // a word that stands in no passage has no weight
	}
	found, err := p.posting(term{fieldHead, s.slot.terms[0]})
	if err != nil || found.docs.IsEmpty() || !found.docs.Intersects(docs) {
		return err
	}
	addEach(roaring.And(roaring.And(found.docs, docs), p.among(in)), headingShare*s.weight, list, scores)
	return nil
}

func (p *part) scoreTerm(s scorer, in *roaring.Bitmap, list []uint32, scores []float64) error {
	found, err := p.posting(term{s.slot.field, s.slot.terms[0]})
	if err != nil || !found.docs.Intersects(in) {
		return err
	}
	// What is restricted may still hold others of the list.
	narrow := s.in != everyone && s.slot.field == fieldExact
	it, i := found.restricted(in, false), 0
	posting, err := it.Next()
	for ; err == nil && posting != nil; posting, err = it.Next() {
		doc := uint32(posting.Number())
		for i < len(list) && list[i] < doc {
			i++
		}
		if i == len(list) || list[i] != doc || narrow && !in.Contains(doc) {
			continue
		}
		scores[i] += bm25(s.weight, float64(frequency(posting)), float64(p.lengths[doc])/s.mean)
	}
	if err != nil {
		return fmt.Errorf("read term %q: %w", s.slot.terms[0], err)
	}
	return nil
}

// addEach adds the same to each of some documents of a list.
func addEach(docs *roaring.Bitmap, score float64, list []uint32, scores []float64) {
	i := 0
	for it := docs.Iterator(); it.HasNext(); i++ {
		for doc := it.Next(); list[i] < doc; {
			i++
		}
		scores[i] += score
	}
}
