package index

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
)

// facetFields are the facets and the keyword fields that they count.
var facetFields = []struct{ facet, field string }{
	{"theme", "theme"}, {"source", "source"}, {"group", "group"}, {"region", "region"},
	{"meeting", "meeting"}, {"kind", "kind"}, {"language", "lang"}, {"act", "act"}, {"status", "status"},
}

// tally counts the values of the facets.
type tally map[string]map[string]int

// add counts the documents of one segment.
func (t tally) add(p *part, docs *roaring.Bitmap) {
	for _, f := range facetFields {
		if t[f.facet] == nil {
			t[f.facet] = make(map[string]int)
		}
		list := p.keywords[f.field]
		for i, n := range p.countValues(f.field, list, docs) {
			if n > 0 && !(f.facet == "theme" && list[i].value == processTheme) {
				t[f.facet][list[i].value] += n
			}
		}
	}
}

// countValues counts how many of the documents have each value of a field. A
// few documents are looked at one by one; many are intersected with the
// documents of each value.
func (p *part) countValues(field string, list []column, docs *roaring.Bitmap) []int {
	counts := make([]int, len(list))
	turned, ok := p.facets[field]
	if !ok || docs.GetCardinality() > p.count/3 {
		for i, c := range list {
			counts[i] = int(c.docs.AndCardinality(docs))
		}
		return counts
	}
	for it := docs.Iterator(); it.HasNext(); {
		d := it.Next()
		for _, id := range turned.ids[turned.first[d]:turned.first[d+1]] {
			counts[id]++
		}
	}
	return counts
}

// counts gives the facets, the most frequent values first, then by ID.
func (t tally) counts() map[string][]corpus.FacetCount {
	out := make(map[string][]corpus.FacetCount, len(facetFields))
	for _, f := range facetFields {
		list := make([]corpus.FacetCount, 0, len(t[f.facet]))
		for id, n := range t[f.facet] {
			list = append(list, corpus.FacetCount{ID: id, Count: n})
		}
		slices.SortFunc(list, func(a, b corpus.FacetCount) int {
			return cmp.Or(b.Count-a.Count, compareIDs(a.ID, b.ID))
		})
		out[f.facet] = list
	}
	return out
}

// compareIDs puts numbers in their order, before other IDs.
func compareIDs(a, b string) int {
	m, errA := strconv.Atoi(a)
	n, errB := strconv.Atoi(b)
	if errA == nil && errB == nil {
		return m - n
	}
	return cmp.Compare(a, b)
}
