package index

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// readRanks sorts the documents by place, and by date.
func (c *columns) readRanks(s segment.Segment) error {
	ids, refs, err := readIDs(s)
	if err != nil {
		return err
	}
	// Documents are few beside their passages: they are compared once, and then
	// their numbers.
	order := slices.SortedFunc(maps.Keys(refs), compareNatural)
	for n, ref := range order {
		refs[ref] = uint32(n)
	}
	at := make([]uint64, c.count) // document and ordinal
	c.rank, c.byRank = make([]uint32, c.count), make([]uint32, c.count)
	for i, id := range ids {
		ref, _, _ := strings.Cut(id, "#")
		at[i], c.byRank[i] = uint64(refs[ref])<<32|uint64(c.ordinals[i]), uint32(i)
	}
	slices.SortFunc(c.byRank, func(a, b uint32) int { return cmp.Or(cmp.Compare(at[a], at[b]), strings.Compare(ids[a], ids[b])) })
	for r, doc := range c.byRank {
		c.rank[doc] = uint32(r)
	}
	c.byDate = slices.Clone(c.byRank)
	slices.SortStableFunc(c.byDate, func(a, b uint32) int { return cmp.Compare(c.dated[b], c.dated[a]) })
	return nil
}

// readIDs gives the ID of each document, and the references in them.
func readIDs(s segment.Segment) (ids []string, refs map[string]uint32, err error) {
	ids, refs = make([]string, s.Count()), make(map[string]uint32)
	for i := range ids {
		id, err := s.DocID(uint64(i))
		if err != nil {
			return nil, nil, fmt.Errorf("read document %d: %w", i, err)
		}
		ids[i] = string(id)
		ref, _, _ := strings.Cut(ids[i], "#")
		refs[ref] = 0
	}
	return ids, refs, nil
}
