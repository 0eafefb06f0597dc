package compare

import (
	"cmp"
	"slices"
)

// averageLink joins the most similar clusters until none are as similar as the
// cut, by chains of nearest neighbours (Murtagh 1983): the same clusters as by
// always joining the best pair, in the square of the number of items. Of equal
// neighbours the first wins. Clusters are sorted and come in the order of their
// first item.
func averageLink(sim [][]int, cut int) [][]int {
	l := newLinkage(sim)
	for {
		x, y := l.neighbours(cut)
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
	members [][]int
	// sums of the similarities between the items of two clusters.
	sums  [][]int
	chain []int
	// settled clusters have no neighbour within the cut.
	settled []bool
}

func newLinkage(sim [][]int) *linkage {
	l := &linkage{members: make([][]int, len(sim)), sums: make([][]int, len(sim)), settled: make([]bool, len(sim))}
	for i := range sim {
		l.members[i] = []int{i}
		l.sums[i] = slices.Clone(sim[i])
	}
	return l
}

// neighbours follows the chain to two clusters that are each other's nearest
// within the cut; -1 where there are none left.
func (l *linkage) neighbours(cut int) (int, int) {
	for {
		if len(l.chain) == 0 {
			start := l.open()
			if start < 0 {
				return -1, -1
			}
			l.chain = append(l.chain, start)
		}
		tip := l.chain[len(l.chain)-1]
		next := l.nearest(tip, cut)
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

// open is the first cluster that may still be joined.
func (l *linkage) open() int {
	for i, members := range l.members {
		if members != nil && !l.settled[i] {
			return i
		}
	}
	return -1
}

// nearest is the cluster most similar to i, at least as similar as the cut; the
// one before i in the chain wins over equals, so that the chain ends.
func (l *linkage) nearest(i, cut int) int {
	best, found := cut-1, -1
	if n := len(l.chain); n > 1 {
		if prev := l.chain[n-2]; l.mean(i, prev) >= cut {
			best, found = l.mean(i, prev), prev
		}
	}
	for j, members := range l.members {
		if j == i || members == nil {
			continue
		}
		if m := l.mean(i, j); m > best {
			best, found = m, j
		}
	}
	return found
}

func (l *linkage) mean(i, j int) int {
	return l.sums[i][j] / (len(l.members[i]) * len(l.members[j]))
}

func (l *linkage) join(x, y int) {
	l.members[x] = append(l.members[x], l.members[y]...)
	l.members[y] = nil
	for k := range l.members {
		l.sums[x][k] += l.sums[y][k]
		l.sums[k][x] = l.sums[x][k]
	}
}
