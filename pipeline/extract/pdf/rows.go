package pdf

import (
	"slices"
	"sort"
	"unicode"
)

// run is a stretch of letters that follow each other in the page's content and
// on the page.
type run struct {
	atoms       []atom
	left, right float32
	base, size  float32
}

func (r *run) add(a atom) {
	if len(r.atoms) == 0 {
		r.left, r.right, r.base, r.size = a.left, a.right, a.base, a.size
	}
	r.left, r.right = min(r.left, a.left), max(r.right, a.right)
	r.atoms = append(r.atoms, a)
}

// runsOf cuts the letters where they jump.
func runsOf(atoms []atom) []run {
	var runs []run
	var r run
	flush := func() {
		if len(r.atoms) > 0 {
			runs = append(runs, r)
			r = run{}
		}
	}
	for _, a := range atoms {
		if len(r.atoms) > 0 {
			last := r.atoms[len(r.atoms)-1]
			size := max(a.size, r.size)
			apart := max(a.left-last.right, last.left-a.right)
			shifted := abs(a.base-r.base) > 0.1*size && !a.made
			back := a.left < last.left-0.5*size && !rightToLeft(a.r) && !rightToLeft(last.r)
			if shifted || back || apart > size || abs(a.size-r.size) > 0.15*size && !a.made {
				flush()
			}
		}
		r.add(a)
	}
	flush()
	return runs
}

// blank reports whether the run holds spaces only.
func (r *run) blank() bool {
	return !slices.ContainsFunc(r.atoms, func(a atom) bool { return !a.space() })
}

func abs(x float32) float32 { return max(x, -x) }

// marks reports whether the run holds vowel marks only.
func (r *run) marks() bool {
	return !slices.ContainsFunc(r.atoms, func(a atom) bool { return !a.space() && !unicode.Is(unicode.Mn, a.r) })
}

// row is what stands on one baseline over the whole width of the page.
type row struct {
	base, size float32
	runs       []run
}

// overlap is the height that runs of the given baselines and sizes share, as a
// part of the smaller size.
func overlap(base1, size1, base2, size2 float32) float32 {
	low := max(base1-below*size1, base2-below*size2)
	high := min(base1+above*size1, base2+above*size2)
	return (high - low) / min(size1, size2)
}

// rowsOf gathers runs by their baselines. Large letters go first, so that small
// raised ones and vowel marks find the row they belong to, and spaces last, for they
// found none.
func rowsOf(runs []run) []row {
	weight := func(r *run) float32 {
		switch {
		case r.blank():
			return 0
		case r.marks():
			return 0.1
		}
		return r.size
	}
	sort.SliceStable(runs, func(i, j int) bool { return weight(&runs[i]) > weight(&runs[j]) })
	const bucket = 16
	var rows []row
	byPlace := map[int][]int{}
	for i := range runs {
		r := &runs[i]
		place := int(r.base / bucket)
		best, share := -1, float32(0.5)
		for d := -2; d <= 2; d++ {
			for _, j := range byPlace[place+d] {
				if o := rows[j].suits(r); o > share {
					best, share = j, o
				}
			}
		}
		if best < 0 && r.blank() {
			continue
		}
		if best < 0 {
			best = len(rows)
			rows = append(rows, row{base: r.base, size: r.size})
			byPlace[place] = append(byPlace[place], best)
		}
		rows[best].runs = append(rows[best].runs, *r)
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].base > rows[j].base })
	for i := range rows {
		sort.SliceStable(rows[i].runs, func(a, b int) bool { return rows[i].runs[a].left < rows[i].runs[b].left })
	}
	return rows
}

// suits says how well a run fits into the row: 0 where it does not, above 1 where
// it stands close to a run of the row. What is on the row's baseline fits wherever
// it stands; what is a little off, such as a raised number or a vowel mark, must
// stand close, so that a large initial does not swallow the small type next to it,
// nor one column the marks of the other.
func (w *row) suits(r *run) float32 {
	for i := range w.runs {
		o := &w.runs[i]
		near := max(r.left-o.right, o.left-r.right) < 0.6*o.size
		if near && r.base > o.base-0.3*o.size && (r.size < 0.85*o.size || abs(r.base-o.base) <= 0.35*o.size) {
			return 1 + overlap(o.base, o.size, r.base, r.size)
		}
	}
	apart := abs(w.base - r.base)
	switch {
	case apart <= 0.1*w.size:
		return overlap(w.base, w.size, r.base, r.size)
	case r.size > 0.85*w.size && apart <= 0.2*w.size:
		return 0.51
	}
	return 0
}
