package pdf

import (
	"slices"
	"sort"
	"unicode"
)

// Gaps between letters, as parts of the size of type.
const (
	// wordGap is the least gap that is a space on a page that holds none.
	wordGap = 0.18
	// thinGap is the least gap that is a space where the content holds one that
	// has no width.
	thinGap = 0.18
	// tabGap is the least gap that is a space on a page that holds spaces.
	tabGap = 0.5
	// arabicGap is the same between letters of a right-to-left line, whose spaces
	// PDFium loses at times.
	arabicGap = 0.3
	// wideGap is the least gap that may part two lines on one baseline.
	wideGap = 1.2
	// wideRatio is how much wider than the row's other gaps it must be.
	wideRatio = 1.8
)

// split turns a row into lines, from left to right.
func (p *page) split(atoms []atom, size float32, c cuts) []line {
	limit := wideGap * size
	if gaps := gapsOf(atoms); len(gaps) >= 4 {
		slices.Sort(gaps)
		limit = max(limit, wideRatio*gaps[len(gaps)/3])
	}
	var lines []line
	start, right := 0, float32(0)
	for i := 0; i <= len(atoms); i++ {
		if i > start && (i == len(atoms) || atoms[i].left-right > limit || c.part(right, atoms[i].left)) {
			if l := p.line(atoms[start:i]); l.text != "" {
				lines = append(lines, l)
			}
			start = i
		}
		if i < len(atoms) {
			if i == start {
				right = atoms[i].right
			}
			right = max(right, atoms[i].right)
		}
	}
	return lines
}

// gapsOf gives the widths of the row's spaces.
func gapsOf(atoms []atom) []float32 {
	var gaps []float32
	for i := 1; i < len(atoms); i++ {
		if atoms[i].spaced {
			gaps = append(gaps, atoms[i].left-atoms[i-1].right)
		}
	}
	return gaps
}

// letters gives the row's letters from left to right, each marked where a space
// stands before it. On a page that holds spaces of its own, those that PDFium saw
// between Arabic letters are not believed, for justification pulls letters apart.
func (p *page) letters(w *row) []atom {
	rtl := p.rtl || slices.ContainsFunc(w.runs, func(r run) bool {
		return slices.ContainsFunc(r.atoms, func(a atom) bool { return rightToLeft(a.r) })
	})
	var all []atom
	for _, r := range w.runs {
		for _, a := range r.atoms {
			if !a.made || !rtl {
				all = append(all, a)
			}
		}
	}
	if rtl {
		sortByPlace(all)
	}
	return p.setSpaces(all, rtl)
}

// setSpaces takes the spaces out of letters that stand from left to right and
// marks the letters that they go before, together with those that follow a gap.
func (p *page) setSpaces(all []atom, rtl bool) []atom {
	gap := float32(wordGap)
	switch {
	case p.spaced && rtl:
		gap = arabicGap
	case p.spaced:
		gap = tabGap
	}
	letters := all[:0]
	space, least, right := false, float32(0), float32(0)
	for i, a := range all {
		if a.r == ' ' {
			// A space without width counts where there is room for it.
			if room := a.right <= a.left && rtl; !space || !room {
				least = 0
				if room {
					least = thinGap
				}
			}
			space = true
			continue
		}
		if n := len(letters); n > 0 {
			last := letters[n-1]
			room := (start(all[i:]) - right) / min(a.size, last.size)
			a.spaced = space && a.left > last.left && (least == 0 || room > least) || room > gap
		}
		if right = max(right, a.right); len(letters) == 0 {
			right = a.right
		}
		space = false
		letters = append(letters, a)
	}
	return letters
}

// start is where the first letter begins, the vowel marks that go before it
// included.
func start(atoms []atom) float32 {
	left := atoms[0].left
	for i := range atoms[:min(len(atoms), 4)] {
		left = min(left, atoms[i].left)
		if !unicode.Is(unicode.Mn, atoms[i].r) {
			break
		}
	}
	return left
}

// sortByPlace sorts letters from left to right. A vowel mark goes to the left of
// the letter it stands over, which is after it in reading order; letters that one
// glyph stands for stay together.
func sortByPlace(atoms []atom) {
	var bases []atom
	for _, a := range atoms {
		if unicode.IsLetter(a.r) && a.r != tatweel {
			bases = append(bases, a)
		}
	}
	sort.SliceStable(bases, func(i, j int) bool { return bases[i].x < bases[j].x })
	place := func(a atom) float32 {
		if !unicode.Is(unicode.Mn, a.r) || len(bases) == 0 {
			return a.x
		}
		middle := (a.left + a.right) / 2
		apart := func(i int) float32 { return abs(middle - (bases[i].left+bases[i].right)/2) }
		i := sort.Search(len(bases), func(i int) bool { return bases[i].x >= middle })
		best := min(i, len(bases)-1)
		for j := max(i-2, 0); j < min(i+2, len(bases)); j++ {
			if apart(j) < apart(best) {
				best = j
			}
		}
		return bases[best].x - 0.01
	}
	places := make([]float32, len(atoms))
	index := make([]int, len(atoms))
	for i, a := range atoms {
		places[i], index[i] = place(a), i
	}
	sort.SliceStable(index, func(i, j int) bool { return places[index[i]] < places[index[j]] })
	sorted := make([]atom, len(atoms))
	for i, j := range index {
		sorted[i] = atoms[j]
	}
	for i := 1; i < len(sorted); i++ {
		if drawnOver(sorted[i-1], sorted[i]) {
			sorted[i-1], sorted[i] = sorted[i], sorted[i-1]
		}
	}
	copy(atoms, sorted)
}

// drawnOver reports whether b is the alef of a lam-alef that is drawn in two
// pieces: it stands within the lam a, which is read first.
func drawnOver(a, b atom) bool {
	return a.r == 'ل' && alef(b.r) && a.cluster != b.cluster && b.left >= a.left && b.right <= a.right+0.2*(b.right-b.left)
}

// line makes a line of letters that stand from left to right. There is at least
// one.
func (p *page) line(atoms []atom) line {
	l := line{page: p.number, order: atoms[0].order}
	l.measure(p, atoms)
	rtl, ltr := 0, 0
	for _, a := range atoms {
		l.order = min(l.order, a.order)
		switch {
		case rightToLeft(a.r):
			rtl++
		case leftToRight(a.r):
			ltr++
		}
	}
	if gaps := gapsOf(atoms); len(gaps) > 0 {
		slices.Sort(gaps)
		l.gap = gaps[len(gaps)/2]
	}
	atoms = respace(atoms)
	if rtl > 0 || p.rtl && ltr == 0 {
		l.rtl = rtl*2 >= ltr
		atoms = reading(atoms, l.rtl)
	}
	l.write(atoms)
	return l
}

// respace puts the spaces back as letters of their own.
func respace(atoms []atom) []atom {
	out := make([]atom, 0, len(atoms)+len(atoms)/4)
	for i, a := range atoms {
		if i > 0 && a.spaced {
			out = append(out, atom{r: ' ', left: atoms[i-1].right, right: a.left, base: a.base, size: a.size})
		}
		out = append(out, a)
	}
	return out
}

// measure finds the line's box and the style of most of its letters.
func (l *line) measure(p *page, atoms []atom) {
	count := map[int]int{}
	best := atoms[0]
	left, right := atoms[0].left, atoms[0].right
	for _, a := range atoms {
		left, right = min(left, a.left), max(right, a.right)
		count[a.style]++
		if n, m := count[a.style], count[best.style]; n > m {
			best = a
		}
	}
	l.base, l.size = best.base, best.size
	bold := 0
	for s, n := range count {
		if p.styles[s].bold {
			bold += n
		}
	}
	l.bold = bold*10 >= len(atoms)*8
	l.italic = p.styles[best.style].italic
	l.box = rect{left, l.base - below*l.size, right, l.base + above*l.size}
}

// raisedBy reports whether a stands above the line's baseline in smaller type.
func (l *line) raisedBy(a atom) bool {
	return a.size < 0.85*l.size && a.base > l.base+0.1*l.size
}
