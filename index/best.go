package index

import (
	"cmp"
	"slices"

	"rapporteur/corpus"
)

// collector keeps the hits of a segment that are wanted.
type collector struct {
	*finding
	part *part
	// after is the first place, as a number of the segment's order, that comes
	// after the cursor among hits of the same key.
	after uint32
	hits  []ranked
	// bar is the worst that is still wanted, once enough have come.
	bar ranked
}

func (f *finding) collect(p *part, after uint32) *collector {
	return &collector{finding: f, part: p, after: after}
}

// floor is the score below which no hit is wanted.
func (c *collector) floor() float64 {
	if c.bar.part != nil {
		return max(c.least, c.bar.score)
	}
	return c.least
}

// offer takes a document if it may be wanted. The list is cut back to what is
// wanted whenever it has twice as many.
func (c *collector) offer(doc uint32, score float64) {
	if c.bar.part != nil && (score < c.bar.score || c.hopeless(doc, score)) {
		return
	}
	r := c.part.ranked(doc, score)
	if c.bar.part != nil && c.worse(r, c.bar) >= 0 || !c.order.comes(r, c.after) {
		return
	}
	if c.hits = append(c.hits, r); len(c.hits) == 2*c.want {
		slices.SortFunc(c.hits, c.worse)
		c.hits = c.hits[:c.want]
		c.bar = c.hits[c.want-1]
	}
}

// hopeless reports whether a document that scores as the bar does comes after it.
func (c *collector) hopeless(doc uint32, score float64) bool {
	if !c.order.scored || c.order.by != corpus.SortRelevance || score != c.bar.score {
		return false
	}
	proposal := c.part.proposals[doc]
	return c.bar.proposal && !proposal || c.bar.proposal == proposal && c.part.rank[doc] > c.bar.rank
}

func (c *collector) worse(a, b ranked) int {
	return cmp.Or(c.order.compare(a.key, b.key), cmp.Compare(a.rank, b.rank))
}

// done gives the hits that are wanted, the best first.
func (c *collector) done() []ranked {
	slices.SortFunc(c.hits, c.worse)
	return c.hits[:min(c.want, len(c.hits))]
}
