package pdf

import "unicode"

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
