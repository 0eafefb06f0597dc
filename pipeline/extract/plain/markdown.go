package plain

import (
	"regexp"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

var (
	atxHeading = regexp.MustCompile(`^(#{1,6})[ \t]+([^\s#].*?)[ \t]*#*$`)
	fence      = regexp.MustCompile("^(```+|~~~+)")
	tableRule  = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?$`)
	noteText   = regexp.MustCompile(`^\[\^([^\]\s]{1,20})\]:[ \t]*`)
	strongPair = regexp.MustCompile(`\*\*[^*\s][^*\n]*\*\*`)
	linkPair   = regexp.MustCompile(`\]\((https?://|#|mailto:)`)
)

// isMarkdown reports whether the document has marks that plain text does not.
func (d *doc) isMarkdown() bool {
	fences := 0
	for i, l := range d.lines {
		text := d.textOf(i)
		switch {
		case l.blank():
		case atxHeading.MatchString(text), d.tableAt(i), noteText.MatchString(text):
			return true
		case fence.MatchString(text):
			fences++
		case strings.Contains(text, "**") && strongPair.MatchString(text), linkPair.MatchString(text):
			return true
		}
	}
	return fences >= 2
}

// markdownAt adds the blocks of a heading, code, quotation, table or note that
// begins at line i, and gives the line after it; i where none does.
func (b *builder) markdownAt(i int) int {
	d := b.doc
	text := d.textOf(i)
	switch {
	case atxHeading.MatchString(text):
		m := atxHeading.FindStringSubmatchIndex(text)
		from := d.lines[i].from
		b.add(block.Block{Role: corpus.RoleHeading, Level: m[3] - m[2]}, span{from + m[4], from + m[5]}, i, nil)
		return i + 1
	case d.setextAt(i) > 0:
		b.add(block.Block{Role: corpus.RoleHeading, Level: d.setextAt(i)}, span{d.lines[i].from, d.lines[i].to}, i, nil)
		return i + 2
	case fence.MatchString(text):
		return b.code(i)
	case quoted(text):
		return b.quotation(i)
	case d.tableAt(i):
		return b.pipeTable(i)
	case noteText.MatchString(text):
		return b.noteText(i)
	}
	return i
}

// spaced reports whether blank lines divide the document as Markdown asks: only
// then does a line's end inside a paragraph mean nothing.
func (d *doc) spaced() bool {
	blank := 0
	for _, l := range d.lines {
		if l.blank() {
			blank++
		}
	}
	return blank*6 >= len(d.lines)
}

// setextAt gives the level of a heading that the line below underlines, or 0.
func (d *doc) setextAt(i int) int {
	if i+1 >= len(d.lines) || i > 0 && !d.lines[i-1].blank() || d.lines[i].columns > 100 {
		return 0
	}
	title, under := d.textOf(i), d.textOf(i+1)
	k := d.lines[i].label.kind
	if len(under) < 3 || title == "" || endsSentence(title) || k == bullet || k == dash || k == rule {
		return 0
	}
	switch strings.Trim(under, under[:1]) + under[:1] {
	case "=":
		return 1
	case "-":
		return 2
	}
	return 0
}

// code adds fenced text as it stands, its line breaks kept.
func (b *builder) code(i int) int {
	d := b.doc
	mark := fence.FindString(d.textOf(i))
	end := i + 1
	for end < len(d.lines) && !strings.HasPrefix(d.textOf(end), mark) {
		end++
	}
	if end == len(d.lines) || end == i+1 {
		return min(end, i+1)
	}
	c := *d.cleaner
	c.keepBreaks = true
	bl := block.Block{Role: corpus.RoleBody, Page: b.page(i)}
	raw := d.text[d.lines[i+1].from:d.lines[end-1].to]
	fill(&bl, raw, &c, nil)
	b.push(bl)
	return end + 1
}

func quoted(text string) bool {
	return strings.HasPrefix(text, "> ") || text == ">" || strings.HasPrefix(text, ">>") || strings.HasPrefix(text, ">\t")
}

// quotation adds lines that begin with ">" as paragraphs; a line with nothing
// else divides them.
func (b *builder) quotation(i int) int {
	d := b.doc
	first := -1
	var cuts []span
	flush := func(end int) {
		if first >= 0 {
			at := span{d.lines[first].from, d.lines[end-1].to}
			b.add(block.Block{Role: corpus.RoleQuotation}, at, first, shift(cuts, at.from))
		}
		first, cuts = -1, nil
	}
	for ; i < len(d.lines) && quoted(d.textOf(i)); i++ {
		body := strings.TrimLeft(d.textOf(i), "> \t")
		if body == "" {
			flush(i)
			continue
		}
		if labelOf(body).kind != noLabel {
			flush(i)
		}
		if first < 0 {
			first = i
		}
		from := d.lines[i].from
		cuts = append(cuts, span{from, from + len(d.textOf(i)) - len(body)})
	}
	flush(i)
	return i
}

func shift(spans []span, by int) []span {
	out := make([]span, len(spans))
	for k, s := range spans {
		out[k] = span{s.from - by, s.to - by}
	}
	return out
}

// tableAt reports whether line i is the head of a table drawn with bars.
func (d *doc) tableAt(i int) bool {
	if i+1 >= len(d.lines) || !strings.Contains(d.textOf(i), "|") {
		return false
	}
	under := d.textOf(i + 1)
	return strings.Contains(under, "|") && strings.Contains(under, "-") && tableRule.MatchString(under)
}

func (b *builder) pipeTable(i int) int {
	d := b.doc
	b.tables++
	row := 0
	for head := i; i < len(d.lines) && strings.Contains(d.textOf(i), "|"); i++ {
		if i == head+1 {
			continue
		}
		row++
		for col, at := range barCells(d.textOf(i)) {
			from := d.lines[i].from
			cell := &block.Cell{Table: b.tables, Row: row, Column: col + 1}
			b.add(block.Block{Role: corpus.RoleTable, Cell: cell, Bold: i == head}, span{from + at.from, from + at.to}, i, nil)
		}
	}
	return i
}

// barCells gives where the cells of a table's row stand, without the white space
// around them; a bar after a backslash belongs to its cell.
func barCells(text string) []span {
	end := len(strings.TrimRight(text, " \t"))
	at := 0
	if strings.HasPrefix(text, "|") {
		at = 1
	}
	if end > at && text[end-1] == '|' && !strings.HasSuffix(text[:end], `\|`) {
		end--
	}
	var cells []span
	for k := at; k <= end; k++ {
		if k < end && (text[k] != '|' || k > 0 && text[k-1] == '\\') {
			continue
		}
		cell := text[at:k]
		lead := len(cell) - len(strings.TrimLeft(cell, " \t"))
		cells = append(cells, span{at + lead, at + lead + len(strings.TrimSpace(cell))})
		at = k + 1
	}
	return cells
}

// noteText adds a footnote's text and the lines it goes on in.
func (b *builder) noteText(i int) int {
	d := b.doc
	m := noteText.FindStringSubmatchIndex(d.textOf(i))
	last := i
	for last+1 < len(d.lines) && !d.lines[last+1].blank() && !noteText.MatchString(d.textOf(last+1)) {
		last++
	}
	at := span{d.lines[i].from + m[1], d.lines[last].to}
	b.add(block.Block{Role: corpus.RoleFootnote, Note: d.textOf(i)[m[2]:m[3]]}, at, i, nil)
	return last + 1
}
