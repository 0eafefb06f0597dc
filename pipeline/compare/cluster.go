package compare

import (
	"cmp"
	"slices"
)

// tie is a pair of items whose similarity is within the cut: the later one's
// list has it, with the number of the earlier.
type tie struct{ item, similarity int }

// averageLink joins the most similar clusters until none are as similar as the
// cut, by chains of nearest neighbours (Murtagh 1983): the same clusters as by
// always joining the best pair. Of equal neighbours the first wins. Clusters are
// sorted and come in the order of their first item.
//
// ties are all pairs within the cut. Two clusters whose mean is within it hold
// such a pair, so only clusters with one are ever compared; sim gives the
// similarity of the other pairs between these.
func averageLink(ties [][]tie, sim func(i, j int) int, cut int) [][]int {
	l := newLinkage(ties, sim, cut)
	for {
		x, y := l.neighbours()
		if x < 0 {
			break
		}
		l.join(x, y)
	}
	var out [][]int
	for _, members := range l.members {
		if members != nil {
			slices.Sort(members)
			out = append(out, members)
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}

// linkage holds clusters by the number of one of their items.
type linkage struct {
	cut     int
	sim     func(i, j int) int
	members [][]int
	// sums of the similarities between the items of two clusters, of those that
	// a tie joins.
	sums  []map[int]int
	chain []int
	// settled clusters have no neighbour within the cut; those before open are
	// settled or joined to another.
	settled []bool
	open    int
}

func newLinkage(ties [][]tie, sim func(i, j int) int, cut int) *linkage {
	l := &linkage{cut: cut, sim: sim, members: make([][]int, len(ties)), sums: make([]map[int]int, len(ties)), settled: make([]bool, len(ties))}
	for i := range ties {
		l.members[i], l.sums[i] = []int{i}, make(map[int]int)
		for _, t := range ties[i] {
			l.sums[i][t.item], l.sums[t.item][i] = t.similarity, t.similarity
		}
	}
	return l
}

// neighbours follows the chain to two clusters that are each other's nearest
// within the cut; -1 where there are none left.
func (l *linkage) neighbours() (int, int) {
	for {
		if len(l.chain) == 0 {
			for l.open < len(l.members) && (l.members[l.open] == nil || l.settled[l.open]) {
				l.open++
			}
			if l.open == len(l.members) {
				return -1, -1
			}
			l.chain = append(l.chain, l.open)
		}
		tip := l.chain[len(l.chain)-1]
		next := l.nearest(tip)
		switch {
		case next < 0:
			l.settled[tip] = true
			l.chain = l.chain[:len(l.chain)-1]
		case len(l.chain) > 1 && next == l.chain[len(l.chain)-2]:
			l.chain = l.chain[:len(l.chain)-2]
			return min(tip, next), max(tip, next)
		default:
			l.chain = append(l.chain, next)
		}
	}
}

// nearest is the cluster most similar to i, at least as similar as the cut; the
// one before i in the chain wins over equals, so that the chain ends.
func (l *linkage) nearest(i int) int {
	before := -1
	if n := len(l.chain); n > 1 {
		before = l.chain[n-2]
	}
	best, found := l.cut-1, -1
	for j, sum := range l.sums[i] {
		m := sum / (len(l.members[i]) * len(l.members[j]))
		if m > best || m == best && found >= 0 && found != before && (j == before || j < found) {
			best, found = m, j
		}
	}
	return found
}

// join makes y a part of x.
func (l *linkage) join(x, y int) {
	for k, sum := range l.sums[y] {
		if k == x {
			continue
		}
		if _, tied := l.sums[x][k]; !tied {
			l.sums[x][k] = l.total(x, k)
		}
		l.sums[x][k] += sum
	}
	for k := range l.sums[x] {
		if _, tied := l.sums[y][k]; !tied && k != y {
			l.sums[x][k] += l.total(y, k)
		}
		delete(l.sums[k], y)
		l.sums[k][x] = l.sums[x][k]
	}
	delete(l.sums[x], y)
	l.members[x] = append(l.members[x], l.members[y]...)
	l.members[y], l.sums[y] = nil, nil
}

// total is the sum of the similarities between the items of two clusters.
func (l *linkage) total(x, y int) int {
	sum := 0
	for _, i := range l.members[x] {
		for _, j := range l.members[y] {
			sum += l.sim(i, j)
		}
	}
	return sum
}
