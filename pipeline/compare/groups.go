package compare

import (
	"cmp"
	"fmt"
	"math"
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
	vectors := make([]vector, len(proposals))
	common := make(map[string]int)
	for i, p := range proposals {
		vectors[i] = vectorOf(v.byID[p.Passage])
		for c := range vectors[i].concepts {
			common[c]++
		}
	}
	sim := make([][]int, len(proposals))
	for i := range sim {
		sim[i] = make([]int, len(proposals))
	}
	for i := range proposals {
		for j := range i {
			if v.byID[proposals[i].Passage].work != v.byID[proposals[j].Passage].work {
				sim[i][j] = likeness(vectors[i], vectors[j], common, len(proposals))
				sim[j][i] = sim[i][j]
			}
		}
	}
	return sim
}

// likeness is the cosine of the concepts, weighted by rarity; where both texts
// are in one language it is the mean of that and the cosine of their words.
func likeness(a, b vector, common map[string]int, n int) int {
	weight := func(c string) int {
		return int(math.Round(1000 * math.Log(1+float64(n)/float64(common[c]))))
	}
	concepts := cosine(a.concepts, b.concepts, weight)
	if a.language != b.language {
		return concepts
	}
	return (concepts + cosine(a.words, b.words, func(string) int { return 1000 })) / 2
}

// cosine adds in whole numbers, so that the order of a map cannot show.
func cosine(a, b map[string]int, weight func(string) int) int {
	var dot, aa, bb int
	for k, n := range a {
		w := weight(k)
		aa += n * n * w * w
		dot += n * b[k] * w * w
	}
	for k, n := range b {
		w := weight(k)
		bb += n * n * w * w
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return int(1000 * float64(dot) / math.Sqrt(float64(aa)*float64(bb)))
}

// averageLink merges the two most similar clusters until none are as similar
// as the cut; of equal pairs the first wins. Clusters come in the order of
// their first member.
func averageLink(sim [][]int, cut int) [][]int {
	clusters := make([][]int, len(sim))
	for i := range clusters {
		clusters[i] = []int{i}
	}
	for {
		best, x, y := cut-1, -1, -1
		for i := range clusters {
			for j := i + 1; j < len(clusters); j++ {
				if s := linkage(sim, clusters[i], clusters[j]); s > best {
					best, x, y = s, i, j
				}
			}
		}
		if x < 0 {
			return clusters
		}
		clusters[x] = append(clusters[x], clusters[y]...)
		slices.Sort(clusters[x])
		clusters = slices.Delete(clusters, y, y+1)
	}
}

func linkage(sim [][]int, a, b []int) int {
	sum := 0
	for _, i := range a {
		for _, j := range b {
			sum += sim[i][j]
		}
	}
	return sum / (len(a) * len(b))
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
