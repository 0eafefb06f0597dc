package index

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
)

// facetFields are the facets and the keyword fields that they count. Those that
// documents have as a whole come first: they make few combinations.
var facetFields = []struct{ facet, field string }{
	{"source", "source"}, {"group", "group"}, {"region", "region"}, {"meeting", "meeting"}, {"language", "lang"},
	{"status", "status"}, {"kind", "kind"}, {"act", "act"}, {"theme", "theme"},
}

// tally counts the values of the facets.
type tally map[string]map[string]int

// add counts the documents of one segment. Where they are most of it, those
// that are not among them are counted, and taken from the whole.
func (t tally) add(p *part, docs *roaring.Bitmap) {
	rest := 2*docs.GetCardinality() > p.count
	counted := docs
	if rest {
		counted = roaring.New()
		counted.AddRange(0, p.count)
		counted.AndNot(docs)
	}
	counts := make([][]int, len(facetFields))
	for i, f := range facetFields {
		counts[i] = make([]int, len(p.keywords[f.field]))
	}
	seen := counted.ToArray()
	for i := range p.combined {
		p.combined[i].count(seen, counts)
	}
	for i, f := range facetFields {
		for at, c := range p.keywords[f.field] {
			if !p.counted[i] {
				counts[i][at] = int(c.docs.AndCardinality(counted))
			}
			if rest {
				counts[i][at] = c.size - counts[i][at]
			}
		}
		t.gather(f.facet, p.keywords[f.field], counts[i])
	}
}

// gather adds the counts of one facet's values in a segment.
func (t tally) gather(facet string, list []column, counts []int) {
	if t[facet] == nil {
		t[facet] = make(map[string]int)
	}
	for i, c := range list {
		if counts[i] > 0 && !(facet == fieldTheme && c.value == processTheme) {
			t[facet][c.value] += counts[i]
		}
	}
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
	if n, m := digits(a), digits(b); n > 0 && n == len(a) && m > 0 && m == len(b) {
		return compareNatural(a, b)
	}
	return cmp.Compare(a, b)
}
