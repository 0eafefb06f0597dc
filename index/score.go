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

// scorer is one thing that scores: a term, or terms that count as one.
type scorer struct {
	slot slot
	in   classes
	// weight is the inverse document frequency.
	weight float64
	// mean is the mean length of the passages that the term is counted among.
	mean float64
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
	s.mean = math.Max(1, float64(words)/math.Max(1, float64(docs)))
	return nil
}

// score adds up what the scorers give to each of the documents, in ascending
// order.
func (p *part) score(scorers []scorer, docs *roaring.Bitmap) ([]float64, error) {
	list := docs.ToArray()
	scores := make([]float64, len(list))
	for _, s := range scorers {
		in := docs
		if s.in != everyone && s.slot.field == fieldExact {
			in = roaring.And(docs, p.among(s.in))
		}
		if s.slot.many {
			if err := p.scoreMany(s, in, list, scores); err != nil {
				return nil, err
			}
			continue
		}
		if err := p.scoreTerm(s, in, list, scores); err != nil {
			return nil, err
		}
	}
	return scores, nil
}

func (p *part) scoreTerm(s scorer, in *roaring.Bitmap, list []uint32, scores []float64) error {
	found, err := p.posting(term{s.slot.field, s.slot.terms[0]})
	if err != nil || !found.docs.Intersects(in) {
		return err
	}
	it, i := found.restricted(in, false), 0
	posting, err := it.Next()
	for ; err == nil && posting != nil; posting, err = it.Next() {
		doc := uint32(posting.Number())
		for i < len(list) && list[i] < doc {
			i++
		}
		if i == len(list) || list[i] != doc {
			continue
		}
		n := float64(frequency(posting))
		length := float64(p.lengths[doc]) / s.mean
		scores[i] += s.weight * n * (bm25K1 + 1) / (n + bm25K1*(1-bm25B+bm25B*length))
	}
	if err != nil {
		return fmt.Errorf("read term %q: %w", s.slot.terms[0], err)
	}
	return nil
}

// scoreMany gives each document that has one of the terms the same.
func (p *part) scoreMany(s scorer, in *roaring.Bitmap, list []uint32, scores []float64) error {
	docs, err := p.slot(s.slot)
	if err != nil {
		return err
	}
	i := 0
	for it := roaring.And(docs, in).Iterator(); it.HasNext(); {
		doc := it.Next()
		for i < len(list) && list[i] < doc {
			i++
		}
		if i < len(list) && list[i] == doc {
			scores[i] += s.weight
		}
	}
	return nil
}
