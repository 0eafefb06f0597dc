package index

import (
	"fmt"
	"maps"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"rapporteur/corpus"
)

// columns are a segment's keywords and lengths in memory. A segment never
// changes, so its columns are made once and shared by all searches; documents
// deleted since are still in them.
type columns struct {
	// count is the number of documents, deleted ones too.
	count uint64
	// keywords are the values of each keyword field, sorted.
	keywords map[string][]column
	// languages are the documents of each class.
	languages [classCount]*roaring.Bitmap
	// lengths are the numbers of words, by document.
	lengths []uint32
	// words are the sums of lengths by class.
	words [classCount]uint64
	// combined are the facet fields in groups; counted tells which of them are in
	// one.
	combined []combined
	counted  []bool
	// ordinals are the places of passages in their renditions, by document.
	ordinals []uint32
	// proposals tells which documents are proposals.
	proposals []bool
	// dates are the dates, ascending, after "" for none; dated is each document's as
	// a number in them.
	dates []string
	dated []uint32
	// rank is each document's number in the order of places; byRank turns it
	// round. byDate has the latest documents first.
	rank, byRank, byDate []uint32
}

// column is the documents that have one value in a keyword field.
type column struct {
	value string
	docs  *roaring.Bitmap
	// size is the number of docs.
	size int
}

// columnCache keeps the columns of the segments in use, by segment ID.
type columnCache struct {
	mu   sync.Mutex
	made map[uint64]*columns
	kept kept
}

// of gives the columns of a snapshot's segments, and forgets those of segments
// that have been merged away.
func (c *columnCache) of(segments []*scorch.SegmentSnapshot) ([]*columns, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	current := make(map[uint64]*columns, len(segments))
	out := make([]*columns, len(segments))
	for i, s := range segments {
		cols := c.made[s.Id()]
		if cols == nil {
			var err error
			if cols, err = newColumns(s.Segment()); err != nil {
				return nil, err
			}
		}
		current[s.Id()], out[i] = cols, cols
	}
	if !maps.Equal(c.made, current) {
		c.kept.forget(current)
	}
	c.made = current
	return out, nil
}

// newColumns reads the columns of a segment. Damaged files can make Bleve panic,
// which is an error like others here.
func newColumns(s segment.Segment) (c *columns, err error) {
	defer func() {
		if p := recover(); p != nil {
			c, err = nil, fmt.Errorf("damaged: %v", p)
		}
	}()
	c = &columns{count: s.Count(), keywords: make(map[string][]column)}
	for _, k := range keywords(Entry{}) {
		list, err := readColumns(s, k.name)
		if err != nil {
			return nil, err
		}
		c.keywords[k.name] = list
	}
	c.readLanguages()
	c.combine()
	if err := c.readLengths(s); err != nil {
		return nil, err
	}
	c.readDates()
	return c, c.readRanks(s)
}

// readDates also finds the proposals.
func (c *columns) readDates() {
	c.dated, c.proposals = make([]uint32, c.count), make([]bool, c.count)
	c.dates = []string{""}
	for i, col := range c.keywords["date"] {
		c.dates = append(c.dates, col.value)
		for it := col.docs.Iterator(); it.HasNext(); {
			c.dated[it.Next()] = uint32(i + 1)
		}
	}
	for _, col := range c.keywords["kind"] {
		if col.value != string(corpus.KindProposal) {
			continue
		}
		for it := col.docs.Iterator(); it.HasNext(); {
			c.proposals[it.Next()] = true
		}
	}
}

// date gives a document's date.
func (c *columns) date(doc uint32) string { return c.dates[c.dated[doc]] }

func readColumns(s segment.Segment, name string) ([]column, error) {
	dict, err := s.Dictionary(name)
	if err != nil {
		return nil, fmt.Errorf("read field %s: %w", name, err)
	}
	var out []column
	it := dict.AutomatonIterator(nil, nil, nil)
	e, err := it.Next()
	for ; err == nil && e != nil; e, err = it.Next() {
		docs, err := bitmapOf(dict, e.Term)
		if err != nil {
			return nil, err
		}
		out = append(out, column{strings.Clone(e.Term), docs.Clone(), int(docs.GetCardinality())})
	}
	if err != nil {
		return nil, fmt.Errorf("read field %s: %w", name, err)
	}
	return out, nil
}

// bitmapOf gives the documents that have a term. It may share the segment's
// memory and must not be changed.
func bitmapOf(dict segment.TermDictionary, term string) (*roaring.Bitmap, error) {
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, fmt.Errorf("read term %q: %w", term, err)
	}
	return listBitmap(list), nil
}

func listBitmap(list segment.PostingsList) *roaring.Bitmap {
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return roaring.New()
	}
	if doc, one := it.DocNum1Hit(); one {
		return roaring.BitmapOf(uint32(doc))
	}
	if docs := it.ActualBitmap(); docs != nil {
		return docs
	}
	return roaring.New()
}

func (c *columns) readLanguages() {
	rest := roaring.New()
	rest.AddRange(0, c.count)
	for i := range c.languages {
		c.languages[i] = roaring.New()
	}
	other := classOf("")
	for _, l := range c.keywords["lang"] {
		if k := classOf(l.value); k != other {
			c.languages[k] = l.docs
			rest.AndNot(l.docs)
		}
	}
	c.languages[other] = rest
}

func (c *columns) readLengths(s segment.Segment) (err error) {
	if c.lengths, err = c.readNumbers(s, lengthTerm); err != nil {
		return err
	}
	for k, docs := range c.languages {
		c.words[k] = c.sum(docs)
	}
	c.ordinals, err = c.readNumbers(s, ordinalTerm)
	return err
}

// readNumbers gives the number that each document has in a term.
func (c *columns) readNumbers(s segment.Segment, term string) ([]uint32, error) {
	out := make([]uint32, c.count)
	dict, err := s.Dictionary(fieldExact)
	if err != nil {
		return nil, fmt.Errorf("read numbers: %w", err)
	}
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, fmt.Errorf("read numbers: %w", err)
	}
	it := list.Iterator(true, false, false, nil)
	p, err := it.Next()
	for ; err == nil && p != nil; p, err = it.Next() {
		out[p.Number()] = uint32(frequency(p))
	}
	if err != nil {
		return nil, fmt.Errorf("read numbers: %w", err)
	}
	return out, nil
}

// sum adds up the lengths of documents.
func (c *columns) sum(docs *roaring.Bitmap) uint64 {
	n := uint64(0)
	for it := docs.Iterator(); it.HasNext(); {
		n += uint64(c.lengths[it.Next()])
	}
	return n
}
