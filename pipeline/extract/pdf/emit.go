package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// writer puts a paragraph together, as a reader reads it and as it stands in
// the file, and remembers which bytes are the same.
type writer struct {
	text, raw strings.Builder
	anchors   []corpus.Anchor
}

// same writes s to both. A space after a space, as is left where a mark is taken
// out, goes to the file's text only.
func (w *writer) same(s string) {
	if strings.HasPrefix(s, " ") && w.bare() {
		w.raw.WriteByte(' ')
		s = s[1:]
	}
	if s == "" {
		return
	}
	t, r := w.text.Len(), w.raw.Len()
	if n := len(w.anchors); n > 0 {
		if last := &w.anchors[n-1]; last.Text+last.Len == t && last.Raw+last.Len == r {
			last.Len += len(s)
			w.text.WriteString(s)
			w.raw.WriteString(s)
			return
		}
	}
	w.anchors = append(w.anchors, corpus.Anchor{Text: t, Raw: r, Len: len(s)})
	w.text.WriteString(s)
	w.raw.WriteString(s)
}

// bare reports whether the text is empty or ends with white space.
func (w *writer) bare() bool {
	s := w.text.String()
	return s == "" || strings.IndexByte(" \t\n", s[len(s)-1]) >= 0
}

// lines writes the lines of a paragraph from byte skip of the first on. Marks in
// the set notes are left out of the text.
func (w *writer) lines(lines []line, skip int, v vocabulary, notes map[string]bool) {
	for i := range lines {
		l := &lines[i]
		from := 0
		if i == 0 {
			w.raw.WriteString(l.text[:skip])
			from = skip
		}
		body := l.text
		broken := i+1 < len(lines) && endsBroken(body)
		if broken {
			_, n := utf8.DecodeLastRuneInString(body)
			body = body[:len(body)-n]
		}
		w.line(l, body, from, notes)
		if i+1 == len(lines) {
			break
		}
		next := lines[i+1].text
		switch {
		case broken:
			w.raw.WriteString("-")
			if v.keeps(body, next) {
				w.text.WriteString("-")
			}
			w.raw.WriteString("\n")
		case unspaced(l.text, next):
			w.raw.WriteString("\n")
		default:
			w.raw.WriteString("\n")
			if !w.bare() {
				w.text.WriteString(" ")
			}
		}
	}
}

// unspaced reports whether no space goes between two lines.
func unspaced(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return ideographic(last) || ideographic(first) || hyphen(last) || opens(last)
}

// line writes body, which is the line's text or the start of it, from byte from
// on, without the marks of notes.
func (w *writer) line(l *line, body string, from int, notes map[string]bool) {
	for _, r := range l.raised {
		if r.start < from || r.end > len(body) {
			continue
		}
		if mark := cleanMark(body[r.start:r.end]); mark == "" || !notes[mark] || power(body[:r.start]) {
			continue
		}
		w.same(strings.ReplaceAll(body[from:r.start], "\u00AD", "-"))
		w.raw.WriteString(body[r.start:r.end])
		from = r.end
	}
	w.same(visible(body[from:]))
}

// power reports whether a raised number after this text is a power, as in "km2",
// and no footnote's mark.
func power(before string) bool {
	letters := 0
	for len(before) > 0 {
		r, n := utf8.DecodeLastRuneInString(before)
		if !unicode.IsLetter(r) || ideographic(r) {
			break
		}
		letters++
		before = before[:len(before)-n]
	}
	return letters == 1 || letters == 2
}

// visible replaces a hyphen at the very end, which belongs to the text there.
func visible(s string) string { return strings.ReplaceAll(s, string(softHyphen), "-") }

// block makes a block of p.
func (c *composer) block(p *para) (block.Block, bool) {
	first := &p.lines[0]
	b := block.Block{Role: corpus.RoleBody, Page: first.page, Note: p.note, Centred: p.centred(), Bold: p.bold()}
	skip := p.noteLen
	if p.note == "" && p.cell == nil {
		b.Label, skip = startLabel(p.lines)
	}
	var w writer
	w.lines(p.lines, skip, c.vocabulary, c.marks)
	b.Text = strings.TrimSpace(w.text.String())
	if b.Text == "" {
		return b, false
	}
	lead := len(w.text.String()) - len(strings.TrimLeft(w.text.String(), " \t\n"))
	if raw := w.raw.String(); raw != b.Text {
		b.Raw, b.Anchors = raw, w.anchors
		if lead > 0 || len(b.Text) < w.text.Len() {
			b.Anchors = trimAnchors(w.anchors, lead, len(b.Text))
		}
	}
	for i := range p.lines {
		b.Boxes = append(b.Boxes, c.boxes(&p.lines[i])...)
	}
	if strings.HasPrefix(b.Label, "-") || strings.HasPrefix(b.Label, "–") && len(b.Label) <= 3 || bullet(b.Label) && b.Label != "" {
		b.Label = "•"
	}
	return b, true
}

// trimAnchors shifts anchors by lead bytes of text and cuts them to size.
func trimAnchors(anchors []corpus.Anchor, lead, size int) []corpus.Anchor {
	var out []corpus.Anchor
	for _, a := range anchors {
		a.Text -= lead
		if a.Text < 0 {
			a.Raw, a.Len, a.Text = a.Raw-a.Text, a.Len+a.Text, 0
		}
		a.Len = min(a.Len, size-a.Text)
		if a.Len > 0 {
			out = append(out, a)
		}
	}
	return out
}

// boxes gives the line's place on its page as displayed.
func (c *composer) boxes(l *line) []corpus.Box {
	rects := l.boxes
	if len(rects) == 0 {
		rects = []rect{l.box}
	}
	s := c.sheets[l.page-1]
	var out []corpus.Box
	for _, r := range rects {
		r = turnBack(r, s.turn, s.width, s.height)
		out = append(out, corpus.Box{Page: l.page, Left: r.left, Bottom: r.bottom, Right: r.right, Top: r.top})
	}
	return out
}

// quotes reports whether the paragraph is set off as another's words: it stands in
// from both edges of its column, and is in italics or opens with a quotation mark.
func (p *para) quotes() bool {
	first := &p.lines[0]
	opening, _ := utf8.DecodeRuneInString(first.text)
	if len(p.lines) < 2 || !first.italic && !strings.ContainsRune("“«\"„‹", opening) {
		return false
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.box.left < p.left+1.5*l.size || l.box.right > p.right-1.5*l.size {
			return false
		}
	}
	return !p.centred()
}

// centred reports whether all lines stand in the middle of their column.
func (p *para) centred() bool {
	e := edge{p.left, p.right}
	for i := range p.lines {
		if !centred(&p.lines[i], e) {
			return false
		}
	}
	return true
}

func (p *para) bold() bool {
	return !slices.ContainsFunc(p.lines, func(l line) bool { return !l.bold })
}
