package pdf

import (
	"slices"
	"sort"
)

// Bounds of the two cells side by side at the top of a first page.
const (
	// coverLines is how many lines they have together at most.
	coverLines = 16
	// coverGutter is the least white between them, in points.
	coverGutter = 12
)

// coverCells takes off the lines at the top of a first page that stand in two
// cells side by side, as on the covers of the Union: the body and its meeting in
// one, number, date and original language in the other. The gutters of the whole
// page do not show them, for the body below has none. A cell is told by coming
// whole in the page's content, or by lines that stand on baselines of their own.
func coverCells(elements []element, rtl bool) (first, second, rest []element) {
	sorted := slices.Clone(elements)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].box.top > sorted[j].box.top })
	best := 0
	var at gap
	for n := 3; n <= min(len(sorted), coverLines); n++ {
		if sorted[n-1].line == nil {
			break
		}
		if g, ok := parting(sorted[:n]); ok {
			best, at = n, g
		}
	}
	if best == 0 {
		return nil, nil, elements
	}
	for _, e := range sorted[:best] {
		if e.box.right <= at.left+1 {
			first = append(first, e)
		} else {
			second = append(second, e)
		}
	}
	if rtl {
		first, second = second, first
	}
	return first, second, sorted[best:]
}

// parting gives the white that parts lines into two cells.
func parting(lines []element) (gap, bool) {
	byLeft := slices.Clone(lines)
	sort.SliceStable(byLeft, func(i, j int) bool { return byLeft[i].box.left < byLeft[j].box.left })
	reach := byLeft[0].box.right
	for i := 1; i < len(byLeft); i++ {
		if g := (gap{reach, byLeft[i].box.left}); g.right-g.left >= coverGutter && cells(byLeft[:i], byLeft[i:]) {
			return g, true
		}
		reach = max(reach, byLeft[i].box.right)
	}
	return gap{}, false
}

// cells reports whether the lines of two sides are cells: side by side, two
// lines or more in each, and each coming whole in the content or most lines of
// the shorter one between the baselines of the other.
func cells(left, right []element) bool {
	if len(left) < 2 || len(right) < 2 {
		return false
	}
	span := func(side []element) (low, high float32) {
		low, high = side[0].box.bottom, side[0].box.top
		for _, e := range side {
			low, high = min(low, e.box.bottom), max(high, e.box.top)
		}
		return low, high
	}
	low1, high1 := span(left)
	low2, high2 := span(right)
	if min(high1, high2)-max(low1, low2) < 0.5*min(high1-low1, high2-low2) {
		return false
	}
	return turnsOf(left, right) == 1 || between(left, right)
}

// turnsOf counts how often the page's content goes from one side to the other.
func turnsOf(left, right []element) int {
	all := append(slices.Clone(left), right...)
	sort.Slice(all, func(i, j int) bool { return all[i].order < all[j].order })
	side := func(e element) bool {
		return slices.ContainsFunc(left, func(o element) bool { return o.order == e.order })
	}
	turns := 0
	for i := 1; i < len(all); i++ {
		if side(all[i]) != side(all[i-1]) {
			turns++
		}
	}
	return turns
}

// between reports whether most lines of the side with fewer have no line of the
// other on their baseline.
func between(left, right []element) bool {
	few, many := left, right
	if len(few) > len(many) {
		few, many = many, few
	}
	alone := 0
	for _, e := range few {
		if !slices.ContainsFunc(many, func(o element) bool { return abs(o.line.base-e.line.base) < 0.4*min(o.line.size, e.line.size) }) {
			alone++
		}
	}
	return alone*2 > len(few)
}
