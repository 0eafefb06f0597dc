package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// para is a paragraph: lines that are read as one.
type para struct {
	lines []line
	// start and end are the edges of the column it stands in.
	left, right float32
	// table and cell are set for the text of a cell, note for a footnote.
	table   int
	cell    *tableCell
	single  bool
	note    string
	noteLen int
	rtl     bool
}

// spacing knows how far apart the lines of one paragraph are, by the size of
// type in half points.
type spacing map[int]float32

func sizeKey(size float32) int { return int(size*2 + 0.5) }

// spacingOf counts the distances of lines that follow each other.
func spacingOf(pages [][]zone) spacing {
	count := map[int]map[int]int{}
	for _, zones := range pages {
		for _, z := range zones {
			for i := 1; i < len(z.elements); i++ {
				a, b := z.elements[i-1].line, z.elements[i].line
				if a == nil || b == nil {
					continue
				}
				d := a.base - b.base
				if k := sizeKey(a.size); k == sizeKey(b.size) && d > 0.8*a.size && d < 2.6*a.size {
					if count[k] == nil {
						count[k] = map[int]int{}
					}
					count[k][int(d*4+0.5)]++
				}
			}
		}
	}
	s := spacing{}
	for k, distances := range count {
		best, most := 0, 0
		for d, n := range distances {
			// Of nearly equals the closer wins: the wider is that of paragraphs.
			if n > most || n == most && d < best {
				best, most = d, n
			}
		}
		for d, n := range distances {
			if d < best && n*3 >= most && n >= 3 {
				best = d
			}
		}
		if most >= 2 {
			s[k] = float32(best) / 4
		}
	}
	return s
}

// of is the distance of lines of the given size.
func (s spacing) of(size float32) float32 {
	if d, ok := s[sizeKey(size)]; ok {
		return d
	}
	return 1.2 * size
}

// paragraphs puts the lines of one column, in order, into paragraphs.
func (s spacing) paragraphs(lines []line, left, right float32, rtl bool) []para {
	edges := s.edges(lines, left, right)
	var out []para
	for i, l := range lines {
		if n := len(out); n > 0 && !s.breaks(&out[n-1], &lines[i-1], &l, edges[i-1]) {
			out[n-1].lines = append(out[n-1].lines, l)
			continue
		}
		out = append(out, para{lines: []line{l}, left: left, right: right, rtl: rtl})
	}
	return out
}

// edge is how far the lines of a block reach.
type edge struct{ left, right float32 }

// edges gives for each line how far lines reach where it stands: those of its
// block where that has three lines or more, else those of the column.
func (s spacing) edges(lines []line, left, right float32) []edge {
	out := make([]edge, len(lines))
	for i := 0; i < len(lines); {
		j := i + 1
		e := edge{lines[i].box.left, lines[i].box.right}
		for j < len(lines) && s.together(&lines[j-1], &lines[j]) {
			e.left, e.right = min(e.left, lines[j].box.left), max(e.right, lines[j].box.right)
			j++
		}
		if j-i < 3 {
			e = edge{left, right}
		}
		for k := i; k < j; k++ {
			out[k] = e
		}
		i = j
	}
	return out
}

// together reports whether b follows a at the usual distance in the same type.
func (s spacing) together(a, b *line) bool {
	d := a.base - b.base
	return d > 0 && d <= 1.22*s.of(min(a.size, b.size)) && abs(a.size-b.size) <= 0.08*max(a.size, b.size)
}

// breaks reports whether b begins a paragraph after p, whose last line is a.
func (s spacing) breaks(p *para, a, b *line, e edge) bool {
	if endsBroken(a.text) && s.together(a, b) {
		return false
	}
	if !s.together(a, b) || startsLabel(b) || hasLeader(a.text) {
		return true
	}
	room := a.room(e)
	fits := room > b.need()+0.3*a.size
	if a.bold != b.bold && (fits || a.base-b.base > 1.04*s.of(a.size)) {
		return true
	}
	if centred(a, e) && centred(b, e) {
		return false
	}
	if s.indents(p, a, b, fits) {
		return true
	}
	if !fits {
		return false
	}
	width := e.right - e.left
	if endsSentence(a.text) || room > 0.4*width {
		return true
	}
	first, _ := utf8.DecodeRuneInString(b.text)
	if b.rtl || ideographic(first) {
		return room > 0.15*width
	}
	if a.bold && b.bold {
		// A title breaks where its words do.
		return !unicode.IsLower(first) && room > 0.35*width
	}
	return !unicode.IsLower(first) && room > 0.12*width
}

// hasLeader reports whether dots lead the eye to a page's number, as in a table of
// contents, where each line stands for itself.
func hasLeader(text string) bool {
	return strings.Contains(text, ".....") || strings.Contains(text, ". . . .") || strings.Contains(text, "……")
}

// room is the white between the line's end and its column's edge.
func (l *line) room(e edge) float32 {
	if l.rtl {
		return l.box.left - e.left
	}
	return e.right - l.box.right
}

// need is the room that the line's first word needs on the line before.
func (l *line) need() float32 {
	first, _ := utf8.DecodeRuneInString(l.text)
	if ideographic(first) {
		return l.size * 1.5
	}
	return l.first + 0.25*l.size
}

// indents reports whether b's indentation begins a paragraph.
func (s spacing) indents(p *para, a, b *line, fits bool) bool {
	shift := b.box.left - a.box.left
	if a.rtl && b.rtl {
		shift = a.box.right - b.box.right
	}
	step := 0.8 * a.size
	if flush := alignedAtEnd(a, b); flush && abs(shift) > step && len(p.lines) == 1 && a.inset(p) > 0.25*(p.right-p.left) {
		return true
	}
	switch {
	case shift > step && len(p.lines) > 1:
		return true
	case shift > step:
		_, n := label([]line{*a, *b})
		return n == 0 && (fits || endsSentence(a.text) || a.inset(p) > 0.25*(p.right-p.left))
	case shift < -step && len(p.lines) > 1:
		return true
	}
	return false
}

// inset is how far from its column's edge the line begins.
func (l *line) inset(p *para) float32 {
	if l.rtl {
		return p.right - l.box.right
	}
	return l.box.left - p.left
}

// alignedAtEnd reports whether two lines end at the same place.
func alignedAtEnd(a, b *line) bool {
	if a.rtl {
		return abs(a.box.left-b.box.left) < 2
	}
	return abs(a.box.right-b.box.right) < 2
}

// centred reports whether the line stands in the middle between the edges.
func centred(l *line, e edge) bool {
	left, right := l.box.left-e.left, e.right-l.box.right
	return left > 1.5*l.size && right > 1.5*l.size && abs(left-right) < 0.6*l.size
}

// startsLabel reports whether the line begins with a number or a bullet that its
// own geometry says is a label.
func startsLabel(l *line) bool {
	_, n := label([]line{*l})
	return n > 0
}

// endsBroken reports whether text ends in a hyphen that its line's end may have
// put there.
func endsBroken(text string) bool {
	last, n := utf8.DecodeLastRuneInString(text)
	if n == 0 || !hyphen(last) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
	return unicode.IsLetter(before)
}

// endsSentence reports whether text ends with a mark after which a paragraph may
// end.
func endsSentence(text string) bool {
	t := strings.TrimRight(text, " 0123456789*)]»”\"’")
	if t == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune(".!?:;…。！？：；؟؛", last)
}

// runsOn reports whether b, the first line of the next column or page, carries on
// the paragraph p.
func (s spacing) runsOn(p *para, b *line, next zone) bool {
	a := &p.lines[len(p.lines)-1]
	if p.cell != nil || abs(a.size-b.size) > 0.08*a.size || a.bold != b.bold || startsLabel(b) {
		return false
	}
	if endsBroken(a.text) {
		return true
	}
	e := edge{p.left, p.right}
	if a.room(e) > b.need()+0.3*a.size {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.text)
	if unicode.IsLower(first) {
		return true
	}
	indented := b.box.left > next.left+0.8*b.size
	if b.rtl {
		indented = b.box.right < next.right-0.8*b.size
	}
	return !endsSentence(a.text) && (!indented || len(p.lines) > 1)
}
