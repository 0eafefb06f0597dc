package pdf

import "slices"

// sheet is a page put into lines.
type sheet struct {
	number int
	// width and height are those of the page as it is read: where most of it is
	// set sideways, it has been turned by turn quarters.
	width, height float32
	turn          int
	rtl           bool
	// lines go from top to bottom. Asides are set in another direction.
	lines  []line
	asides []line
	rules  []rect
	frames []frame
	images float32
	// letters and unmapped count the page's characters and those among them
	// that the font does not explain.
	letters, unmapped int
	// head and foot are running lines, notes the footnotes, once found.
	head, foot []line
	notes      []note
}

// sheet puts a page into lines.
func (p *page) sheet() *sheet {
	s := &sheet{number: p.number, rtl: p.rtl, images: p.images}
	var turns [4]int
	for _, g := range p.glyphs {
		if g.r > ' ' {
			turns[p.styles[g.style].turn]++
			s.letters++
			if g.r == 0xFFFD || g.unmapped || private(g.r) {
				s.unmapped++
			}
		}
	}
	for t, n := range turns {
		if n > turns[s.turn] {
			s.turn = t
		}
	}
	p.turn(s.turn)
	p.addUprights()
	s.width, s.height = p.width, p.height
	s.rules = slices.Clone(p.rules)
	s.lines = p.lines(s.turn)
	p.turn((4 - s.turn) & 3)
	for t := range turns {
		if t == s.turn || turns[t] == 0 {
			continue
		}
		p.turn(t)
		for _, l := range p.lines(t) {
			l.box = turnBack(l.box, t, p.width, p.height)
			s.asides = append(s.asides, l)
		}
		p.turn((4 - t) & 3)
	}
	return s
}

// turn turns the page clockwise by n quarters, so that text written n quarters
// anticlockwise stands upright.
func (p *page) turn(n int) {
	for range n {
		for i := range p.glyphs {
			g := &p.glyphs[i]
			g.box = rect{g.box.bottom, p.width - g.box.right, g.box.top, p.width - g.box.left}
			g.x, g.base = g.base, p.width-g.x
		}
		for i, r := range p.rules {
			p.rules[i] = rect{r.bottom, p.width - r.right, r.top, p.width - r.left}
		}
		p.width, p.height = p.height, p.width
	}
}

// turnBack gives the place on the page as displayed of a box on a page of the
// given size that has been turned n quarters clockwise.
func turnBack(r rect, n int, width, height float32) rect {
	for range n {
		r = rect{height - r.top, r.left, height - r.bottom, r.right}
		width, height = height, width
	}
	return r
}
