package compare

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// bestPair is average link as its definition says, in the cube of the items.
func bestPair(sim [][]int, cut int) [][]int {
	var clusters [][]int
	for i := range sim {
		clusters = append(clusters, []int{i})
	}
	for {
		best, x, y := cut-1, -1, -1
		for i := range clusters {
			for j := i + 1; j < len(clusters); j++ {
				sum := 0
				for _, a := range clusters[i] {
					for _, b := range clusters[j] {
						sum += sim[a][b]
					}
				}
				if m := sum / (len(clusters[i]) * len(clusters[j])); m > best {
					best, x, y = m, i, j
				}
			}
		}
		if x < 0 {
			return averageLinkOrder(clusters)
		}
		clusters[x] = append(clusters[x], clusters[y]...)
		clusters = append(clusters[:y], clusters[y+1:]...)
	}
}

// averageLinkOrder sorts clusters as averageLink does.
func averageLinkOrder(clusters [][]int) [][]int {
	first := func(c []int) int {
		m := c[0]
		for _, i := range c {
			m = min(m, i)
		}
		return m
	}
	for i := range clusters {
		for j := range clusters[i] {
			for k := j + 1; k < len(clusters[i]); k++ {
				if clusters[i][k] < clusters[i][j] {
					clusters[i][j], clusters[i][k] = clusters[i][k], clusters[i][j]
				}
			}
		}
	}
	for i := range clusters {
		for j := i + 1; j < len(clusters); j++ {
			if first(clusters[j]) < first(clusters[i]) {
				clusters[i], clusters[j] = clusters[j], clusters[i]
			}
		}
	}
	return clusters
}

func tiesOf(sim [][]int, cut int) [][]tie {
	ties := make([][]tie, len(sim))
	for i := range sim {
		for j := range i {
			if sim[i][j] >= cut {
				ties[i] = append(ties[i], tie{j, sim[i][j]})
			}
		}
	}
	return ties
}

func TestAverageLinkIsTheDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(1305, 12))
	for round := range 60 {
		n := 2 + random.IntN(14)
		sim := make([][]int, n)
		for i := range sim {
			sim[i] = make([]int, n)
			for j := range i {
				sim[i][j] = random.IntN(1_000_000) // wide, so that means hardly tie
				sim[j][i] = sim[i][j]
			}
		}
		for _, cut := range []int{1, 400_000, 600_000, 900_000} {
			got := averageLink(tiesOf(sim, cut), func(i, j int) int { return sim[i][j] }, cut)
			if want := bestPair(sim, cut); !reflect.DeepEqual(got, want) {
				t.Fatalf("round %d, cut %d: got %v, want %v", round, cut, got, want)
			}
		}
	}
}
