package compare

import (
	"cmp"
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// grouped is from which average similarity on, in thousandths, two sets of
// proposals are taken for one view.
const grouped = 420

// groups joins similar proposals of different works, by average link over the
// codebook's concepts, which carry across languages, and over words where the
// language is the same. A group has proposals of at least two works, or one on
// which another work takes a stance.
func (v *view) groups(proposals []corpus.Proposal) []corpus.ViewGroup {
	units := make([]*unit, len(proposals))
	for i, p := range proposals {
		units[i] = v.byID[p.Passage]
	}
	stances := v.stances(units)
	sim := similarities(units)
	out := []corpus.ViewGroup{}
	for _, members := range averageLink(sim, grouped) {
		g := corpus.ViewGroup{
			ID: fmt.Sprintf("G%d", len(out)+1), Gist: proposals[central(members, sim)].Quote,
			Supports: []corpus.Quote{}, Reserves: []corpus.Quote{}, Opposes: []corpus.Quote{},
		}
		works := make(map[string]bool)
		for _, i := range members {
			works[units[i].work] = true
			g.Proposals = append(g.Proposals, proposals[i].ID)
		}
		taken := join(&g, members, stances)
		if len(works) > 1 || taken {
			out = append(out, g)
		}
	}
	return out
}

// similarities are in thousandths, symmetric; proposals of one work have none.
func similarities(units []*unit) [][]int {
	vectors := vectorsOf(units)
	sim := make([][]int, len(units))
	for i := range sim {
		sim[i] = make([]int, len(units))
		for j := range i {
			if units[i].work != units[j].work {
				sim[i][j] = vectors[i].likeness(vectors[j])
				sim[j][i] = sim[i][j]
			}
		}
	}
	return sim
}

// central is the member most similar to the others, the first of equals.
func central(members []int, sim [][]int) int {
	return slices.MaxFunc(members, func(a, b int) int {
		return cmp.Or(total(a, members, sim)-total(b, members, sim), b-a)
	})
}

func total(i int, members []int, sim [][]int) int {
	sum := 0
	for _, j := range members {
		sum += sim[i][j]
	}
	return sum
}
