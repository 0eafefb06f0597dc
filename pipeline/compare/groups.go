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

// groups joins similar proposals of different works: average-link clustering
// over the codebook's concepts, which carry across languages, and over words
// where the language is the same. A group has at least two works in it.
func (v *view) groups(proposals []corpus.Proposal) []corpus.ViewGroup {
	sim := v.similarities(proposals)
	clusters := averageLink(sim, grouped)
	out := []corpus.ViewGroup{}
	for _, members := range clusters {
		works := make(map[string]bool)
		for _, i := range members {
			works[v.byID[proposals[i].Passage].work] = true
		}
		if len(works) < 2 {
			continue
		}
		g := corpus.ViewGroup{
			ID: fmt.Sprintf("G%d", len(out)+1), Gist: proposals[central(members, sim)].Quote,
			Supports: []corpus.Quote{}, Reserves: []corpus.Quote{}, Opposes: []corpus.Quote{},
		}
		for _, i := range members {
			g.Proposals = append(g.Proposals, proposals[i].ID)
		}
		v.stances(&g, works)
		out = append(out, g)
	}
	return out
}

// stances finds what other works say of the documents that a group rests on:
// only a text that names the document takes a stance on it.
func (v *view) stances(g *corpus.ViewGroup, works map[string]bool) {
	for _, u := range v.units {
		if works[u.work] || u.withheld {
			continue
		}
		for _, act := range u.acts {
			symbol, _, err := corpus.ParseSymbol(act.Object)
			if err != nil || !works[symbol.Work()] {
				continue
			}
			switch act.Act {
			case corpus.ActSupport:
				g.Supports = append(g.Supports, u.quote())
			case corpus.ActReserve:
				g.Reserves = append(g.Reserves, u.quote())
			case corpus.ActOppose:
				g.Opposes = append(g.Opposes, u.quote())
			}
		}
	}
}

// similarities are in thousandths, symmetric; proposals of one work have none.
func (v *view) similarities(proposals []corpus.Proposal) [][]int {
	units := make([]*unit, len(proposals))
	for i, p := range proposals {
		units[i] = v.byID[p.Passage]
	}
	vectors := vectorsOf(units)
	sim := make([][]int, len(proposals))
	for i := range sim {
		sim[i] = make([]int, len(proposals))
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
