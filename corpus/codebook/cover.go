package codebook

// cover answers which hits hide a span of tokens: a longer phrase hides what
// lies inside it, a mask hides also what is as long as itself.
type cover struct {
	spans map[int][]coverSpan
	reach []int
}

type coverSpan struct {
	span
	mask bool
}

func newCover(hits []hit) *cover {
	c := &cover{spans: map[int][]coverSpan{}}
	size := 0
	for _, h := range hits {
		size = max(size, h.last)
	}
	c.reach = make([]int, size+1)
	for _, h := range hits {
		if len(h.e.parts) > 1 || h.e.role == roleAnnex {
			continue // a pair hides nothing; whether an annex item does depends on who quotes it
		}
		s := coverSpan{span{h.first, h.last}, h.e.role == roleMask || h.e.role == roleDecoy}
		c.spans[h.first] = append(c.spans[h.first], s)
		c.reach[h.first] = max(c.reach[h.first], h.last)
	}
	return c
}

// widestPhrase is how far back a hit can begin that hides another, in words.
const widestPhrase = 64

// holds reports whether a longer hit holds s, or a mask does.
func (c *cover) holds(s span, masksOnly bool) bool {
	for i := s.first; i >= 0 && i > s.first-widestPhrase; i-- {
		if i >= len(c.reach) || c.reach[i] < s.last {
			continue
		}
		for _, o := range c.spans[i] {
			if o.last < s.last {
				continue
			}
			if o.mask || (!masksOnly && o.last-o.first > s.last-s.first) {
				return true
			}
		}
	}
	return false
}

// hides reports whether h, or under a mask either side of a pair, is hidden.
func (c *cover) hides(h hit) bool {
	switch {
	case h.e.role == roleAnnex:
		return false
	case h.e.role == roleMask || h.e.role == roleDecoy:
		return c.longerMask(span{h.first, h.last})
	case len(h.e.parts) == 1:
		return c.holds(span{h.first, h.last}, false)
	}
	return c.holds(h.inner[0], true) || c.holds(h.inner[1], true) || c.holds(span{h.first, h.last}, false)
}

func (c *cover) longerMask(s span) bool {
	for i := s.first; i >= 0 && i > s.first-widestPhrase; i-- {
		for _, o := range c.spans[i] {
			if o.last >= s.last && o.last-o.first > s.last-s.first {
				return true
			}
		}
	}
	return false
}
