package pdf

import (
	"slices"
	"sort"
	"unicode"
)

// line is a stretch of text on one baseline without a wide gap in it.
type line struct {
	page int
	box  rect
	// base and size are those of most of its letters.
	base, size   float32
	bold, italic bool
	// rtl is set where the line is read from right to left.
	rtl bool
	// text is in reading order, spaces single. A hyphen that PDFium takes for a
	// broken word's is '\u00AD' at its end.
	text string
	// raised are the spans of text that stand above the baseline in small type.
	raised []span
	// first is the width of the first word, as read, and second the place where
	// the second begins; 0 where there is none.
	first, second float32
	// gap is the width of most spaces between its words.
	gap float32
	// joined is set where the line was put together of parts with wide gaps
	// between them, and boxes are theirs; its first part ends before a tab.
	joined bool
	boxes  []rect
	// order is the place of its first letter in the page's content.
	order int
}

// span is a byte range.
type span struct{ start, end int }

// atom is a letter of a line, or a space between two.
type atom struct {
	r           rune
	left, right float32
	// x is where the pen stood, by which letters of a word sort even where one
	// is drawn under another.
	x, base, size float32
	style         int
	order         int
	made          bool
	// spaced is set where a space stands to its left.
	spaced bool
	// cluster numbers the letters that one glyph stands for.
	cluster int
}

func (a atom) space() bool { return a.r == ' ' }

// sharesGlyph reports whether a and the letter before it are drawn as one.
func (a atom) sharesGlyph(b atom) bool {
	near := 0.03 * a.size
	return abs(a.x-b.x) < near && abs(a.base-b.base) < near && !a.made && !b.made
}

// Lines are taken to reach from below to above their baseline by these parts of
// their size, since boxes of fonts differ beyond use.
const (
	below = 0.25
	above = 0.80
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

// lines puts the letters of a page that are written in direction turn into
// lines, in the order of the page from top to bottom.
func (p *page) lines(turn int) []line {
	rows := rowsOf(runsOf(p.atoms(turn)))
	letters := make([][]atom, 0, len(rows))
	for i := range rows {
		letters = append(letters, p.letters(&rows[i]))
	}
	gutters := gutterBins(letters, p.width)
	var lines []line
	for i, r := range rows {
		lines = append(lines, p.split(letters[i], r.size, cuts{gutters, p.uprights(r)})...)
	}
	return lines
}

// atoms cleans the page's letters.
func (p *page) atoms(turn int) []atom {
	atoms := make([]atom, 0, len(p.glyphs))
	cluster := 0
	for i, g := range p.glyphs {
		s := p.styles[g.style]
		if s.turn != turn || g.r == '\r' || g.r == '\n' {
			continue
		}
		r, ok := p.clean(i)
		if !ok {
			continue
		}
		size := s.size
		if size < 1 {
			size = max(g.box.height()*0.8, 1)
		}
		a := atom{
			r: r, left: g.box.left, right: g.box.right, x: g.x, base: g.base, size: size,
			style: g.style, order: i, made: g.made,
		}
		if n := len(atoms); n > 0 && a.sharesGlyph(atoms[n-1]) {
			a.x = atoms[n-1].x
		} else {
			cluster++
		}
		a.cluster = cluster
		atoms = append(atoms, a)
	}
	return atoms
}

// clean gives the character that glyph i stands for, or false where it stands
// for none.
func (p *page) clean(i int) (rune, bool) {
	g := p.glyphs[i]
	r := g.r
	if s, ok := symbols[r]; ok {
		return s, true
	}
	switch {
	case r == 0x02:
		return 0xAD, true
	case unicode.IsSpace(r):
		return ' ', true
	case r == 0, r != tatweel && dropped(r):
		return 0, false
	case r < ' ', r == 0xFFFE, r == 0xFFFF:
		if p.stretcher(g) {
			return tatweel, true
		}
		return unicode.ReplacementChar, true
	}
	return r, true
}

// stretcher reports whether g, which has no meaning, is one of the strokes that
// stretch Arabic words: narrow, and of a font that draws Arabic.
func (p *page) stretcher(g glyph) bool {
	s := p.styles[g.style]
	return s.arabic && g.box.width() < 0.35*max(s.size, 1)
}

// survey notes what holds for the page as a whole.
func (p *page) survey() {
	spaces, letters, rtl, ltr := 0, 0, 0, 0
	for _, g := range p.glyphs {
		switch {
		case g.r == ' ' && !g.made:
			spaces++
		case rightToLeft(g.r):
			rtl++
			p.styles[g.style].arabic = true
		case leftToRight(g.r):
			ltr++
		}
		if g.r > ' ' {
			letters++
		}
	}
	p.spaced = spaces*15 > letters
	p.rtl = rtl > ltr
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
