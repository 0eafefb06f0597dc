package index

import (
	"cmp"
	"slices"

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
	seen := counted.ToArray()
	for _, f := range facetFields {
		if t[f.facet] == nil {
			t[f.facet] = make(map[string]int)
		}
		counts, ok := p.facets[f.field].count(seen, len(p.keywords[f.field]))
		for i, c := range p.keywords[f.field] {
			n := 0
			switch {
			case !ok:
				n = int(c.docs.AndCardinality(docs))
			case rest:
				n = int(c.docs.GetCardinality()) - counts[i]
			default:
				n = counts[i]
			}
			if n > 0 && !(f.facet == "theme" && c.value == processTheme) {
				t[f.facet][c.value] += n
			}
		}
	}
}

// count counts how often each of a number of values stands in documents; ok is
// false where the field has too many values to be turned round.
func (b byDocument) count(docs []uint32, values int) (counts []int, ok bool) {
	if b.first == nil {
		return nil, false
	}
	counts = make([]int, values)
	if b.single {
		for _, d := range docs {
			counts[b.ids[d]]++
		}
		return counts, true
	}
	for _, d := range docs {
		for _, id := range b.ids[b.first[d]:b.first[d+1]] {
			counts[id]++
		}
	}
	return counts, true
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
