package pdf

import "sort"

// Tables are often drawn with level lines only. Word draws one piece for each
// cell, so that the pieces meet where a column begins: that is as good as an
// upright line.

// levelLine is a level ruling line of several pieces: where it begins, where its
// pieces meet, and where it ends.
type levelLine struct {
	y      float32
	places []float32
}

// addUprights adds the upright lines that are not drawn to p.rules: where at least
// three level lines of one shape stand below each other and no letter crosses
// the place between them.
func (p *page) addUprights() {
	if len(p.rules) > maxRules {
		return
	}
	lines := levelLines(p.rules)
	used := make([]bool, len(lines))
	var add []rect
	for i, first := range lines {
		if used[i] {
			continue
		}
		ys := []float32{first.y}
		for j := i + 1; j < len(lines); j++ {
			if !used[j] && samePlaces(first.places, lines[j].places) {
				used[j] = true
				ys = append(ys, lines[j].y)
			}
		}
		if len(ys) >= 3 {
			add = append(add, p.uprightsBetween(ys, first.places)...)
		}
	}
	p.rules = append(p.rules, add...)
}

// levelLines gives the level lines of two pieces or more, from the top down.
func levelLines(rules []rect) []levelLine {
	var level []rect
	for _, r := range rules {
		if r.width() > r.height() {
			level = append(level, r)
		}
	}
	sort.Slice(level, func(i, j int) bool {
		a, b := level[i], level[j]
		if abs(a.bottom-b.bottom) > 1 {
			return a.bottom > b.bottom
		}
		return a.left < b.left
	})
	var out []levelLine
	for i := 0; i < len(level); {
		l := levelLine{y: (level[i].bottom + level[i].top) / 2, places: []float32{level[i].left}}
		j := i + 1
		for j < len(level) && abs(level[j].bottom-level[i].bottom) <= 1 && abs(level[j].left-level[j-1].right) <= touch {
			l.places = append(l.places, (level[j].left+level[j-1].right)/2)
			j++
		}
		if l.places = append(l.places, level[j-1].right); len(l.places) >= 3 {
			out = append(out, l)
		}
		i = j
	}
	return out
}

// uprightsBetween gives the upright lines at the places between level lines at
// ys, which fall, where no letter crosses one of them.
func (p *page) uprightsBetween(ys, places []float32) []rect {
	var out []rect
	for k := 0; k+1 < len(ys); k++ {
		if p.crossed(ys[k], ys[k+1], places) {
			continue
		}
		for _, x := range places {
			out = append(out, rect{x - 0.1, ys[k+1], x + 0.1, ys[k]})
		}
	}
	return out
}

// crossed reports whether a letter between the heights top and bottom stands
// across one of the places, or there is none at all.
func (p *page) crossed(top, bottom float32, places []float32) bool {
	letters := 0
	for i := range p.glyphs {
		g := &p.glyphs[i]
		if g.r <= ' ' || g.base > top || g.base < bottom {
			continue
		}
		letters++
		for _, x := range places {
			if g.box.left < x-1 && g.box.right > x+1 {
				return true
			}
		}
	}
	return letters == 0
}
