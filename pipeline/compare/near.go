package compare

import (
	"cmp"
	"slices"
)

// near finds the vectors that another one is like, through what they share: an
// inverted index of concepts and words. Vectors that share nothing have no
// likeness, so none is missed.
type near struct {
	vectors         []vector
	concepts, words [][]held
	// met are the vectors that the query under way has something in common with,
	// and what; in common is by their numbers.
	met      []int32
	inCommon []shared
}

// held is a vector, by its number, with the rarity of a place that it has.
type held struct{ vector, rarity int32 }

// neighbour is a vector, by its number, with how like it another one is.
type neighbour struct{ vector, likeness int }

func newNear(vectors []vector) *near {
	return &near{vectors: vectors, inCommon: make([]shared, len(vectors))}
}

// add makes vector i one that is found.
func (n *near) add(i int) {
	n.concepts = hold(n.concepts, n.vectors[i].concepts, i)
	n.words = hold(n.words, n.vectors[i].words, i)
}

func hold(lists [][]held, s sparse, i int) [][]held {
	for _, at := range s.at {
		if more := at.place + 1 - len(lists); more > 0 {
			lists = append(lists, make([][]held, more)...)
		}
		lists[at.place] = append(lists[at.place], held{int32(i), int32(at.rarity)})
	}
	return lists
}

// likeTo gives the vectors with which v has a likeness, as [vector.likeness] of v
// tells it, of at least some number, which is above 0. They are in order.
func (n *near) likeTo(v vector, least int) []neighbour {
	for _, at := range v.concepts.at {
		for _, h := range heldAt(n.concepts, at.place) {
			c := n.meet(h.vector)
			c.concepts += at.rarity * int(h.rarity)
			c.rarity += at.rarity
		}
	}
	for _, at := range v.words.at {
		for _, h := range heldAt(n.words, at.place) {
			n.meet(h.vector).words += at.rarity * int(h.rarity)
		}
	}
	var out []neighbour
	for _, i := range n.met {
		if like := v.likenessBy(n.vectors[i], n.inCommon[i]); like >= least {
			out = append(out, neighbour{int(i), like})
		}
		n.inCommon[i] = shared{}
	}
	n.met = n.met[:0]
	slices.SortFunc(out, func(a, b neighbour) int { return cmp.Compare(a.vector, b.vector) })
	return out
}

func heldAt(lists [][]held, place int) []held {
	if place < len(lists) {
		return lists[place]
	}
	return nil
}

func (n *near) meet(i int32) *shared {
	c := &n.inCommon[i]
	if *c == (shared{}) {
		n.met = append(n.met, i)
	}
	return c
}
