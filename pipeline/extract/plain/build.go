package plain

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// builder turns paragraphs into blocks.
type builder struct {
	doc      *doc
	markdown bool
	blocks   []block.Block
	limit    int
	// full is set when there were more blocks than the limit.
	full bool
	// seen is the last number of each style of list.
	seen map[string]int
	// indents are those of the lists that the last bullet stands in.
	indents []int
	tables  int
}

func (b *builder) build() {
	b.seen = map[string]int{}
	for i := 0; i < len(b.doc.lines) && !b.full; {
		if b.doc.lines[i].blank() {
			i++
			continue
		}
		if next := b.markdownAt(i); next > i {
			b.indents = nil
			i = next
			continue
		}
		p := b.doc.paragraphFrom(i, b.seen)
		b.paragraph(p)
		i = p.last + 1
	}
}

// paragraph adds the block of p.
func (b *builder) paragraph(p paragraph) {
	d := b.doc
	at := span{d.lines[p.first].from, d.lines[p.last].to}
	bl := block.Block{Role: corpus.RoleBody}
	switch k := p.label.kind; {
	case k == bullet || k == dash || k == doubtful && d.sureGlyph(p.first):
		at.from = min(at.from+p.label.size, at.to)
		bl.Label = "•"
		bl.Level = b.level(d.lines[p.first].indent)
	default:
		b.indents = nil
	}
	b.add(bl, at, p.first, nil)
}

// level gives the depth of a bullet from the indents of those around it.
func (b *builder) level(indent int) int {
	for len(b.indents) > 0 && b.indents[len(b.indents)-1] > indent {
		b.indents = b.indents[:len(b.indents)-1]
	}
	if n := len(b.indents); n == 0 || b.indents[n-1] < indent && n < 9 {
		b.indents = append(b.indents, indent)
	}
	return len(b.indents)
}

// add cleans the text at a span of the document and appends the block, and the
// footnotes that stood in it. Line first gives the page.
func (b *builder) add(bl block.Block, at span, first int, cuts []span) {
	raw := b.doc.text[at.from:at.to]
	bl.Page = b.page(first)
	if b.markdown {
		cuts = mergeSpans(cuts, markup(raw))
	}
	fill(&bl, raw, b.doc.cleaner, cuts)
	b.push(bl)
	for _, n := range b.doc.cleaner.notes(raw) {
		f := block.Block{Role: corpus.RoleFootnote, Note: n.mark, Page: bl.Page}
		fill(&f, n.raw, b.doc.cleaner, nil)
		b.push(f)
	}
}

// page gives the page of a line, 0 where the document has none.
func (b *builder) page(i int) int {
	if l := b.doc.lines; l[len(l)-1].page > 1 {
		return l[i].page
	}
	return 0
}

func (b *builder) push(bl block.Block) {
	switch {
	case bl.Text == "":
	case len(b.blocks) >= b.limit:
		b.full = true
	default:
		b.blocks = append(b.blocks, bl)
	}
}

// fill sets a block's text from its paragraph in the file, and the way back to
// it where they differ.
func fill(bl *block.Block, raw string, c *Cleaner, cuts []span) {
	text, anchors := c.clean(raw, cuts)
	bl.Text = text
	if text != raw {
		bl.Raw, bl.Anchors = raw, anchors
	}
}
