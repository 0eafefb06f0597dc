package pdf

import (
	"slices"
	"sort"
)

// Ruling lines that touch make frames: tables and boxes.

const (
	// touch is how far apart the ends of two lines may be that touch, in points.
	touch = 3
	// maxRules bounds the lines that are looked at; maps have many thousands.
	maxRules = 3000
)

// frame is a set of ruling lines that touch each other: xs are the places of its
// upright lines from left to right, ys those of its level lines from the top down.
type frame struct {
	box    rect
	xs, ys []float32
	level  []rect
	up     []rect
}

// sortRules parts rules into level and upright ones, joined where they are
// pieces of one line.
func sortRules(rules []rect) (level, up []rect) {
	for _, r := range rules {
		if r.width() >= r.height() {
			level = append(level, r)
		} else {
			up = append(up, rect{r.bottom, r.left, r.top, r.right})
		}
	}
	up = join(up)
	for i, r := range up {
		up[i] = rect{r.bottom, r.left, r.top, r.right}
	}
	return join(level), up
}

// join joins level pieces that lie on one line and touch.
func join(pieces []rect) []rect {
	sort.Slice(pieces, func(i, j int) bool {
		a, b := pieces[i], pieces[j]
		if ra, rb := int(a.bottom), int(b.bottom); ra != rb {
			return ra > rb
		}
		return a.left < b.left
	})
	var out []rect
	for _, p := range pieces {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if abs(last.bottom-p.bottom) <= 1.5 && p.left-last.right <= touch && p.left >= last.left-touch {
				*last = last.union(p)
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// framesOf finds the frames of a page.
func framesOf(rules []rect) []frame {
	if len(rules) == 0 || len(rules) > maxRules {
		return nil
	}
	level, up := sortRules(rules)
	root := touching(level, up)
	byRoot := map[int]*frame{}
	var roots []int
	at := func(i int, box rect) *frame {
		f := byRoot[root(i)]
		if f == nil {
			f = &frame{box: box}
			byRoot[root(i)] = f
			roots = append(roots, root(i))
		}
		f.box = f.box.union(box)
		return f
	}
	for i, h := range level {
		f := at(i, h)
		f.level = append(f.level, h)
		f.ys = append(f.ys, (h.bottom+h.top)/2)
	}
	for j, v := range up {
		f := at(len(level)+j, v)
		f.up = append(f.up, v)
		f.xs = append(f.xs, (v.left+v.right)/2)
	}
	var frames []frame
	for _, r := range roots {
		f := byRoot[r]
		f.xs, f.ys = merge(f.xs), merge(f.ys)
		slices.Reverse(f.ys)
		if len(f.xs) >= 2 && len(f.ys) >= 2 {
			frames = append(frames, *f)
		}
	}
	return frames
}

// touching groups lines that touch: it gives each the number of its group, the
// level ones counted first.
func touching(level, up []rect) func(int) int {
	group := make([]int, len(level)+len(up))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, h := range level {
		for j, v := range up {
			if v.right >= h.left-touch && v.left <= h.right+touch && h.top >= v.bottom-touch && h.bottom <= v.top+touch {
				group[root(i)] = root(len(level) + j)
			}
		}
	}
	return root
}

// merge sorts places and makes one of those that touch.
func merge(places []float32) []float32 {
	sort.Slice(places, func(i, j int) bool { return places[i] < places[j] })
	out := places[:0]
	for _, p := range places {
		if n := len(out); n == 0 || p-out[n-1] > touch {
			out = append(out, p)
		}
	}
	return out
}

// cells numbers the cells of a frame: the entry for row i and column j is the
// number of the cell that this field of the grid belongs to. Fields without a
// line between them are one cell.
func (f *frame) cells() [][]int {
	rows, columns := len(f.ys)-1, len(f.xs)-1
	number := make([]int, rows*columns)
	for i := range number {
		number[i] = i
	}
	root := func(i int) int {
		for number[i] != i {
			i = number[i]
		}
		return i
	}
	for i := range rows {
		for j := range columns {
			k := i*columns + j
			if j+1 < columns && !covered(f.up, f.xs[j+1], f.ys[i+1], f.ys[i], true) {
				number[max(root(k), root(k+1))] = min(root(k), root(k+1))
			}
			if i+1 < rows && !covered(f.level, f.ys[i+1], f.xs[j], f.xs[j+1], false) {
				number[max(root(k), root(k+columns))] = min(root(k), root(k+columns))
			}
		}
	}
	grid := make([][]int, rows)
	for i := range grid {
		grid[i] = make([]int, columns)
		for j := range grid[i] {
			grid[i][j] = root(i*columns + j)
		}
	}
	return grid
}

// covered reports whether lines at the given place cover most of the stretch
// from low to high.
func covered(lines []rect, at, low, high float32, upright bool) bool {
	var sum float32
	for _, l := range lines {
		place, from, to := (l.bottom+l.top)/2, l.left, l.right
		if upright {
			place, from, to = (l.left+l.right)/2, l.bottom, l.top
		}
		if abs(place-at) <= touch {
			sum += max(min(to, high)-max(from, low), 0)
		}
	}
	return sum >= 0.6*(high-low)
}
