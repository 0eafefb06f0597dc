package index

import "slices"

// A passage shares most of its keywords with others: its document's with those
// of the same document, its kind and themes with many. So the facets are counted
// by combinations: fields are put together as long as their values make few
// combinations, each document has the number of its combination, and what is
// counted is these.

// combined is some facet fields together.
type combined struct {
	// ids are the numbers of the combinations, by document.
	ids []uint16
	// values are what each combination stands for.
	values [][]fieldValue
}

// fieldValue is a value of a facet, as a number in the field's list of columns.
type fieldValue struct{ facet, value int }

const (
	// maxCombinations is how many combinations are counted together: what fits
	// into a processor's nearest memory.
	maxCombinations = 4096
	// maxSigns is how many sets of values a field may have to be counted so.
	maxSigns = 1 << 16
)

// combine puts the facet fields together. Fields that have too many sets of
// values are left out, and counted by their bitmaps.
func (c *columns) combine() {
	c.counted = make([]bool, len(facetFields))
	for i, f := range facetFields {
		signs, ok := c.signs(i, f.field)
		if !ok {
			continue
		}
		c.counted[i] = true
		if n := len(c.combined); n > 0 && c.combined[n-1].join(signs) {
			continue
		}
		c.combined = append(c.combined, signs)
	}
}

// signs numbers the sets of values that documents have in a field.
func (c *columns) signs(facet int, field string) (combined, bool) {
	out := combined{ids: make([]uint16, c.count), values: [][]fieldValue{nil}}
	// known are the sets that add a value to another.
	known := map[[2]int]uint16{}
	for value, col := range c.keywords[field] {
		for it := col.docs.Iterator(); it.HasNext(); {
			doc := it.Next()
			key := [2]int{int(out.ids[doc]), value}
			id, ok := known[key]
			if !ok {
				if len(out.values) == maxSigns {
					return combined{}, false
				}
				id = uint16(len(out.values))
				known[key] = id
				out.values = append(out.values, append(slices.Clone(out.values[key[0]]), fieldValue{facet, value}))
			}
			out.ids[doc] = id
		}
	}
	return out, true
}

// join adds a field, unless that makes too many combinations.
func (c *combined) join(signs combined) bool {
	known := map[[2]uint16]uint16{}
	ids := make([]uint16, len(c.ids))
	var values [][]fieldValue
	for doc, id := range c.ids {
		key := [2]uint16{id, signs.ids[doc]}
		both, ok := known[key]
		if !ok {
			if len(known) == maxCombinations {
				return false
			}
			both = uint16(len(values))
			known[key] = both
			values = append(values, slices.Concat(c.values[key[0]], signs.values[key[1]]))
		}
		ids[doc] = both
	}
	c.ids, c.values = ids, values
	return true
}

// count adds how often each value stands in documents to counts, by facet.
func (c *combined) count(docs []uint32, counts [][]int) {
	together := make([]int, len(c.values))
	for _, d := range docs {
		together[c.ids[d]]++
	}
	for id, n := range together {
		if n == 0 {
			continue
		}
		for _, v := range c.values[id] {
			counts[v.facet][v.value] += n
		}
	}
}
