package compare

import "slices"

// similarity tells how alike proposals are, in thousandths, from likeness:
// proposals of one work are not, nor is one that is not comparable, and a text
// that asks for something is less like one that does not.
type similarity struct {
	units        []*unit
	vectors      []vector
	able, asking []bool
}

func newSimilarity(units []*unit, vectors []vector) *similarity {
	s := &similarity{units: units, vectors: vectors, able: make([]bool, len(units)), asking: make([]bool, len(units))}
	for i, u := range units {
		s.able[i], s.asking[i] = u.comparable(), u.asks()
	}
	return s
}

// of two proposals.
func (s *similarity) of(i, j int) int {
	if i < j {
		i, j = j, i
	}
	if !s.mayBe(i, j) {
		return 0
	}
	return s.weighed(i, j, s.vectors[i].likeness(s.vectors[j]))
}

func (s *similarity) mayBe(i, j int) bool {
	return s.able[i] && s.able[j] && s.units[i].work != s.units[j].work
}

// weighed is the similarity of two proposals of this likeness.
func (s *similarity) weighed(i, j, likeness int) int {
	if s.asking[i] != s.asking[j] {
		return likeness * unasked / 1000
	}
	return likeness
}

// clusters are those of average link at a cut.
func (s *similarity) clusters(cut int) [][]int {
	return averageLink(s.ties(cut), s.of, cut)
}

// ties are the pairs of proposals that are within a cut.
func (s *similarity) ties(cut int) [][]tie {
	out := make([][]tie, len(s.units))
	earlier := newNear(s.vectors)
	for i := range s.units {
		if !s.able[i] {
			continue
		}
		for _, n := range earlier.likeTo(s.vectors[i], cut) {
			if w := s.weighed(i, n.vector, n.likeness); w >= cut && s.mayBe(i, n.vector) {
				out[i] = append(out[i], tie{n.vector, w})
			}
		}
		earlier.add(i)
	}
	return out
}

// central is the member most similar to the others, of those that ask for
// something if any does; the first of equals.
func (s *similarity) central(members []int) int {
	candidates := slices.DeleteFunc(slices.Clone(members), func(i int) bool { return !s.asking[i] })
	if len(candidates) == 0 {
		candidates = members
	}
	best, most := candidates[0], -1
	for _, i := range candidates {
		if t := s.total(i, members); t > most || t == most && i < best {
			best, most = i, t
		}
	}
	return best
}

func (s *similarity) total(i int, members []int) int {
	sum := 0
	for _, j := range members {
		if j != i {
			sum += s.of(i, j)
		}
	}
	return sum
}
