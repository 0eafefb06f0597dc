package pdf

import (
	"slices"
	"sort"
)

// element is what is put in order: a line, or a frame with all that is in it.
type element struct {
	box   rect
	order int
	line  *line
	table *table
	chars int
}

// zone is a part of a page that is read from top to bottom: a column, or the
// whole width between two stretches of columns.
type zone struct {
	elements    []element
	left, right float32
}

const (
	// minGutter is the least width of the white between columns, in points.
	minGutter = 7
	// maxDepth bounds columns within columns.
	maxDepth = 6
)

// zones parts elements into zones in reading order.
func zones(elements []element, rtl bool, depth int) []zone {
	if len(elements) == 0 {
		return nil
	}
	if depth < maxDepth && len(elements) >= 4 {
		if out := splitColumns(elements, rtl, depth); out != nil {
			return out
		}
	}
	z := zone{elements: elements, left: elements[0].box.left, right: elements[0].box.right}
	for _, e := range elements {
		z.left, z.right = min(z.left, e.box.left), max(z.right, e.box.right)
	}
	sort.SliceStable(z.elements, func(i, j int) bool { return z.elements[i].box.top > z.elements[j].box.top })
	return []zone{z}
}

// splitColumns looks for a gutter and parts elements along it; nil where there
// is none. What crosses the gutter parts the page into bands from top to bottom;
// in each band one side is read after the other.
func splitColumns(elements []element, rtl bool, depth int) []zone {
	for _, g := range gutters(elements) {
		bands := bandsOf(elements, g)
		if !slices.ContainsFunc(bands, func(b band) bool { return b.columns }) {
			continue
		}
		var out []zone
		var plain []element
		flush := func() {
			out = append(out, zones(plain, rtl, depth+1)...)
			plain = nil
		}
		for _, b := range bands {
			if !b.columns {
				plain = append(plain, b.crossing...)
				plain = append(plain, b.left...)
				plain = append(plain, b.right...)
				continue
			}
			flush()
			first, second := b.left, b.right
			if rtl {
				first, second = second, first
			}
			out = append(out, zones(first, rtl, depth+1)...)
			out = append(out, zones(second, rtl, depth+1)...)
		}
		flush()
		return out
	}
	return nil
}

// gap is a stretch of white from left to right.
type gap struct{ left, right float32 }

// gutters gives the stretches of x that few elements cross, best first.
func gutters(elements []element) []gap {
	left, right := elements[0].box.left, elements[0].box.right
	for _, e := range elements {
		left, right = min(left, e.box.left), max(right, e.box.right)
	}
	n := int((right-left)/binWidth) + 1
	if n < 10 || n > 20000 {
		return nil
	}
	cover := make([]float32, n)
	for _, e := range elements {
		from, to := int((e.box.left-left)/binWidth), int((e.box.right-left)/binWidth)
		for i := max(from, 0); i <= min(to, n-1); i++ {
			cover[i] += e.box.height()
		}
	}
	return whites(cover, left)
}

// whites gives the stretches of few crossings in cover, which begins at left.
func whites(cover []float32, left float32) []gap {
	most, n := slices.Max(cover), len(cover)
	type scored struct {
		gap
		score float32
	}
	var found []scored
	for i := n / 8; i < n*7/8; i++ {
		if cover[i] > 0.4*most {
			continue
		}
		low, j := cover[i], i
		for j < n*7/8 && cover[j] <= 0.4*most {
			low = min(low, cover[j])
			j++
		}
		a, b := i, j
		for cover[a] > low+0.05*most {
			a++
		}
		for cover[b-1] > low+0.05*most {
			b--
		}
		g := gap{left + float32(a)*binWidth, left + float32(b)*binWidth}
		if g.right-g.left >= minGutter-binWidth {
			found = append(found, scored{g, low})
		}
		i = j
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].score < found[j].score })
	var out []gap
	for _, f := range found[:min(len(found), 4)] {
		out = append(out, f.gap)
	}
	return out
}

// band is a stretch of the page between two elements that cross the gutter.
type band struct {
	crossing, left, right []element
	columns               bool
}

// bandsOf parts elements by what crosses the gutter.
func bandsOf(elements []element, g gap) []band {
	sorted := slices.Clone(elements)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].box.top > sorted[j].box.top })
	middle := (g.left + g.right) / 2
	var bands []band
	var b band
	flush := func() {
		if len(b.left)+len(b.right) > 0 {
			b.columns = areColumns(b.left, b.right)
			bands = append(bands, b)
		}
		b = band{}
	}
	for _, e := range sorted {
		switch {
		case len(b.left)+len(b.right) == 0 && len(bands) > 0 && carriesOn(bands[len(bands)-1].crossing, e):
			bands[len(bands)-1].crossing = append(bands[len(bands)-1].crossing, e)
		case e.box.left < middle-2 && e.box.right > middle+2:
			flush()
			bands = append(bands, band{crossing: []element{e}})
		case e.box.right <= middle+2:
			b.left = append(b.left, e)
		default:
			b.right = append(b.right, e)
		}
	}
	flush()
	return bands
}

// carriesOn reports whether e is the short last line of a title that crosses the
// gutter above it.
func carriesOn(crossing []element, e element) bool {
	if len(crossing) == 0 || e.line == nil {
		return false
	}
	a := crossing[len(crossing)-1].line
	return a != nil && a.bold == e.line.bold && abs(a.size-e.line.size) < 0.05*a.size && //
		a.base-e.line.base < 1.9*a.size && a.box.width() > 1.5*e.box.width()
}

// areColumns reports whether the two sides of a gutter are columns of text and
// not the cells of a table. In the page's content a column comes whole, a table
// row by row; and lines of prose fill their column.
func areColumns(left, right []element) bool {
	if len(left) == 0 || len(right) == 0 || len(left)+len(right) < 3 {
		return false
	}
	type mark struct {
		order int
		right bool
	}
	var marks []mark
	for _, e := range left {
		marks = append(marks, mark{e.order, false})
	}
	for _, e := range right {
		marks = append(marks, mark{e.order, true})
	}
	sort.Slice(marks, func(i, j int) bool { return marks[i].order < marks[j].order })
	turns := 0
	for i := 1; i < len(marks); i++ {
		if marks[i].right != marks[i-1].right {
			turns++
		}
	}
	least := min(len(left), len(right))
	if turns == 1 {
		return true
	}
	if turns <= least/4 {
		return true
	}
	return least >= 6 && prose(left) && prose(right)
}

// prose reports whether most lines fill their column's width.
func prose(elements []element) bool {
	left, right := elements[0].box.left, elements[0].box.right
	for _, e := range elements {
		left, right = min(left, e.box.left), max(right, e.box.right)
	}
	full, chars := 0, 0
	for _, e := range elements {
		if e.box.width() >= 0.85*(right-left) {
			full++
		}
		chars += e.chars
	}
	return full*10 >= len(elements)*6 && chars >= 20*len(elements)
}
