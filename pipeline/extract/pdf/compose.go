package pdf

import (
	"slices"
	"sort"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// boldName reports whether a font's name says that it is bold.
func boldName(name string) bool {
	n := strings.ToLower(name)
	return strings.Contains(n, "bold") || strings.Contains(n, "black") || strings.Contains(n, "heavy")
}

// composer makes a document of sheets.
type composer struct {
	sheets     []*sheet
	spacing    spacing
	vocabulary vocabulary
	// body is the size of most of the text.
	body float32
	// marks are the marks of all footnotes and endnotes.
	marks map[string]bool
	// tables counts the tables seen.
	tables int
	// zones and paras are those of each page.
	zones [][]zone
	paras [][]para
	sizes []blockSize
}

// compose fills doc.Blocks. Pictures are the blocks of scanned pages, counted from
// 0, that were recognised.
func compose(doc *block.Document, sheets []*sheet, pictures map[int][]block.Block, o block.Options) {
	c := &composer{sheets: sheets, body: bodySize(sheets)}
	setRunningApart(sheets)
	c.zones = make([][]zone, len(sheets))
	c.paras = make([][]para, len(sheets))
	for i, s := range sheets {
		c.zones[i] = c.arrange(s)
	}
	c.spacing = spacingOf(c.zones)
	c.vocabulary = vocabularyOf(c.zones)
	for i, s := range sheets {
		for _, z := range c.zones[i] {
			c.zone(i, z, s.rtl)
		}
	}
	c.findEndnotes()
	limit := o.MaxBlocks
	if limit <= 0 {
		limit = defaultBlocks
	}
	for i, s := range sheets {
		c.page(doc, i, s)
		doc.Blocks = append(doc.Blocks, pictures[i]...)
		if len(doc.Blocks) > limit {
			doc.Blocks = doc.Blocks[:limit]
			doc.Warnings = append(doc.Warnings, "the document has more paragraphs than are read; the rest is left out")
			break
		}
	}
	setHeadings(doc, c.body, c.sizes)
}

// bodySize is the size of type that most letters have.
func bodySize(sheets []*sheet) float32 {
	count := map[int]int{}
	for _, s := range sheets {
		for _, l := range s.lines {
			count[sizeKey(l.size)] += len(l.text)
		}
	}
	best, most := 20, 0
	for k, n := range count {
		if n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return float32(best) / 2
}

// arrange puts the lines and the tables of a sheet in reading order.
func (c *composer) arrange(s *sheet) []zone {
	s.setNotesApart(c.body)
	tables := s.takeTables()
	var elements []element
	for k := range s.lines {
		l := &s.lines[k]
		elements = append(elements, element{box: l.box, order: l.order, line: l, chars: len(l.text)})
	}
	for k := range tables {
		t := &tables[k]
		elements = append(elements, element{box: t.box, order: t.cells[0].lines[0].order, table: t})
	}
	if len(s.lines) == 0 || s.lines[0].page != 1 {
		return zones(elements, s.rtl, 0)
	}
	first, second, rest := coverCells(elements, s.rtl)
	return slices.Concat(zones(first, s.rtl, maxDepth), zones(second, s.rtl, maxDepth), zones(rest, s.rtl, 0))
}

// zone adds the paragraphs of one zone to those of page i.
func (c *composer) zone(i int, z zone, rtl bool) {
	var lines []line
	flush := func() {
		c.text(i, lines, z, rtl)
		lines = nil
	}
	for _, e := range z.elements {
		if e.line != nil {
			lines = append(lines, *e.line)
			continue
		}
		flush()
		c.table(i, e.table, rtl)
	}
	flush()
}

// text adds the paragraphs of lines; the first may carry on the last paragraph
// before.
func (c *composer) text(i int, lines []line, z zone, rtl bool) {
	for _, part := range looseTables(lines, rtl) {
		if part.table != nil {
			c.table(i, part.table, rtl)
			continue
		}
		paras := c.spacing.paragraphs(rejoin(part.lines, rtl), z.left, z.right, rtl)
		if last := c.last(i); last != nil && len(paras) > 0 && c.spacing.runsOn(last, &paras[0].lines[0], z) {
			last.lines = append(last.lines, paras[0].lines...)
			paras = paras[1:]
		}
		c.paras[i] = append(c.paras[i], paras...)
	}
}

// last is the last paragraph before the end of what page i has so far, where
// another zone or the page before ended with it.
func (c *composer) last(i int) *para {
	for j := i; j >= 0 && j >= i-1; j-- {
		if n := len(c.paras[j]); n > 0 {
			return &c.paras[j][n-1]
		}
	}
	return nil
}

// table adds the cells of t.
func (c *composer) table(i int, t *table, rtl bool) {
	if !t.single {
		c.tables++
	}
	for k := range t.cells {
		cell := &t.cells[k]
		lines := rejoin(cell.lines, rtl)
		left, right := lines[0].box.left, lines[0].box.right
		for _, l := range lines {
			left, right = min(left, l.box.left), max(right, l.box.right)
		}
		paras := c.spacing.paragraphs(lines, left, right, rtl)
		for p := range paras {
			paras[p].cell, paras[p].table, paras[p].single = cell, c.tables, t.single
		}
		c.paras[i] = append(c.paras[i], paras...)
	}
}

// page adds the blocks of page i to doc.
func (c *composer) page(doc *block.Document, i int, s *sheet) {
	c.running(doc, s.head, corpus.RoleHeader, s.rtl)
	for k := 0; k < len(c.paras[i]); k++ {
		p := &c.paras[i][k]
		b, ok := c.block(p)
		if !ok {
			continue
		}
		switch {
		case p.note != "":
			b.Role = corpus.RoleFootnote
		case p.cell != nil && !p.single:
			b.Role = corpus.RoleTable
			b.Cell = &block.Cell{Table: p.table, Row: p.cell.row, Column: p.cell.column}
			if n := len(doc.Blocks); n > 0 && doc.Blocks[n-1].Cell != nil && *doc.Blocks[n-1].Cell == *b.Cell {
				mergeCell(&doc.Blocks[n-1], b)
				continue
			}
		case p.single:
			b.Role = corpus.RoleBox
		case b.Label == "" && p.quotes():
			b.Role = corpus.RoleQuotation
		}
		doc.Blocks = append(doc.Blocks, b)
		c.sizes = append(c.sizes, blockSize{len(doc.Blocks) - 1, p.lines[0].size, len(p.lines)})
	}
	c.notes(doc, s)
	c.aside(doc, s)
	c.running(doc, s.foot, corpus.RoleFooter, s.rtl)
}

// mergeCell appends another paragraph to a cell.
func mergeCell(cell *block.Block, b block.Block) {
	cell.Text += "\n" + b.Text
	cell.Boxes = append(cell.Boxes, b.Boxes...)
	cell.Bold = cell.Bold && b.Bold
	cell.Raw, cell.Anchors = "", nil
}

// running adds running lines.
func (c *composer) running(doc *block.Document, lines []line, role corpus.Role, rtl bool) {
	for _, l := range rejoin(lines, rtl) {
		p := para{lines: []line{l}, cell: &tableCell{}}
		if b, ok := c.block(&p); ok {
			b.Role, b.Cell = role, nil
			doc.Blocks = append(doc.Blocks, b)
		}
	}
}

// notes adds the footnotes of a page.
func (c *composer) notes(doc *block.Document, s *sheet) {
	for _, n := range s.notes {
		_, skip := n.lines[0].noteMark()
		p := para{lines: n.lines, note: n.mark, noteLen: skip}
		if b, ok := c.block(&p); ok {
			b.Role = corpus.RoleFootnote
			doc.Blocks = append(doc.Blocks, b)
		}
	}
}

// aside adds the lines of a page that are set in another direction.
func (c *composer) aside(doc *block.Document, s *sheet) {
	sort.SliceStable(s.asides, func(i, j int) bool { return s.asides[i].order < s.asides[j].order })
	for _, l := range s.asides {
		if strings.TrimSpace(l.text) == "" {
			continue
		}
		r := l.box
		doc.Blocks = append(doc.Blocks, block.Block{
			Role: corpus.RoleBody, Page: l.page, Text: visible(l.text),
			Boxes: []corpus.Box{{Page: l.page, Left: r.left, Bottom: r.bottom, Right: r.right, Top: r.top}},
		})
	}
}

// findEndnotes makes footnotes of the paragraphs that begin with a raised mark,
// and collects the marks of all notes.
func (c *composer) findEndnotes() {
	all := map[string]bool{}
	for i := range c.paras {
		for k := range c.paras[i] {
			p := &c.paras[i][k]
			if p.cell != nil {
				continue
			}
			l := &p.lines[0]
			if mark, n := l.noteMark(); n > 0 && l.raisedTo(n) {
				p.note, p.noteLen = mark, n
				all[mark] = true
			}
		}
	}
	for _, s := range c.sheets {
		for _, n := range s.notes {
			all[n.mark] = true
		}
	}
	c.marks = all
}
