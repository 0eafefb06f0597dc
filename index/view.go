package index

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// view is the index as it stands at one moment. It must be closed.
type view struct {
	snapshot *scorch.IndexSnapshot
	parts    []*part
	// docs and words count the live documents of each class and their words.
	docs, words [classCount]uint64
}

// part is one segment, for one search.
type part struct {
	segment segment.Segment
	*columns
	// kept are lists that other searches have unpacked.
	kept *kept
	// live are the documents that are not deleted; gone are the others, nil
	// for none.
	live, gone *roaring.Bitmap
	// dicts and lists are what has been looked up already.
	dicts map[string]segment.TermDictionary
	lists map[term]posting
	// named is what the query itself found, where its themes are looked for too.
	named *roaring.Bitmap
}

// term is a term of a field.
type term struct{ field, text string }

// posting is the documents that have a term, deleted ones too.
type posting struct {
	list segment.PostingsList
	docs *roaring.Bitmap
}

func (x *Index) view() (*view, error) {
	snapshot, columns, err := x.take()
	if err != nil {
		return nil, err
	}
	v := &view{snapshot: snapshot}
	for i, s := range snapshot.Segments() {
		v.add(s, columns[i], &x.columns.kept)
	}
	return v, nil
}

func (v *view) close() error { return v.snapshot.Close() }

func (v *view) add(s *scorch.SegmentSnapshot, c *columns, k *kept) {
	p := &part{
		segment: s.Segment(), columns: c, kept: k, live: roaring.New(),
		dicts: make(map[string]segment.TermDictionary), lists: make(map[term]posting),
	}
	p.live.AddRange(0, c.count)
	gone := s.Deleted()
	if gone != nil && !gone.IsEmpty() {
		p.gone = gone
		p.live.AndNot(gone)
	}
	for k, docs := range c.languages {
		v.docs[k] += docs.GetCardinality()
		v.words[k] += c.words[k]
		if p.gone != nil {
			dead := roaring.And(docs, gone)
			v.docs[k] -= dead.GetCardinality()
			v.words[k] -= c.sum(dead)
		}
	}
	v.parts = append(v.parts, p)
}

// posting looks a term up.
func (p *part) posting(t term) (posting, error) {
	if found, ok := p.lists[t]; ok {
		return found, nil
	}
	dict := p.dicts[t.field]
	if dict == nil {
		var err error
		if dict, err = p.segment.Dictionary(t.field); err != nil {
			return posting{}, fmt.Errorf("read field %s: %w", t.field, err)
		}
		p.dicts[t.field] = dict
	}
	list, err := dict.PostingsList([]byte(t.text), nil, nil)
	if err != nil {
		return posting{}, fmt.Errorf("read term %q: %w", t.text, err)
	}
	found := posting{list, listBitmap(list)}
	p.lists[t] = found
	return found, nil
}

// among gives the documents of some classes.
func (p *part) among(s classes) *roaring.Bitmap {
	var sets []*roaring.Bitmap
	for k := range p.languages {
		if s.has(class(k)) {
			sets = append(sets, p.languages[k])
		}
	}
	return roaring.FastOr(sets...)
}

// restricted iterates over the documents of a posting, at least those that are
// in a set. Where that is most of them it does not pay to leave the others out.
func (p posting) restricted(to *roaring.Bitmap, places bool) segment.PostingsIterator {
	it := p.list.Iterator(true, true, places, nil)
	o, ok := it.(segment.OptimizablePostingsIterator)
	if n := p.docs.GetCardinality(); !ok || n <= 1 || 2*p.docs.AndCardinality(to) >= n {
		return it
	}
	if _, one := o.DocNum1Hit(); !one && o.ActualBitmap() != nil {
		o.ReplaceActual(roaring.And(p.docs, to))
	}
	return it
}
