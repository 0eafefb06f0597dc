package office

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxTables bounds tables inside tables.
const maxTables = 32

// paragraph ends a paragraph. One whose mark is deleted goes on into the next.
func (r *rtfReader) paragraph(st *rtfState) {
	if r.story.plain != nil {
		return
	}
	if !st.change.shown(r.out.original) {
		return
	}
	r.endParagraph(st)
}

// endParagraph writes the open paragraph with the properties in force.
func (r *rtfReader) endParagraph(st *rtfState) {
	s, p := r.story, st.para
	b := block.Block{Role: s.role, Note: s.note, Centred: p.centred}
	if s.role == "" || len(r.tables) > 0 {
		b.Cell = r.here(p.table)
	}
	style := r.styles[p.style]
	heading := style.heading
	if p.outline > 0 && heading == 0 {
		heading = p.outline
	}
	b.Label, b.Level = r.label(p)
	if heading > 0 {
		b.Level = heading
	}
	if b.Role == "" {
		b.Role = corpus.RoleBody
		switch {
		case b.Cell != nil:
			b.Role = corpus.RoleTable
		case heading > 0:
			b.Role = corpus.RoleHeading
		case style.quote:
			b.Role = corpus.RoleQuotation
		}
	}
	r.out.paragraph(&s.open, b)
	for _, box := range s.boxes {
		r.out.emit(box)
	}
	s.boxes = nil
	if b.Cell == nil && s.role == "" {
		r.out.flushNotes()
	}
}

// finish ends what a story left open.
func (r *rtfReader) finish(st *rtfState) {
	r.flushBytes(st)
	if !r.story.open.untouched() || len(r.story.boxes) > 0 {
		r.endParagraph(st)
	}
}

// label gives the number of the open paragraph: as the file has it written
// out, else computed. The list counts in either case.
func (r *rtfReader) label(p rtfPara) (string, int) {
	s := r.story
	written, labelled := s.label, s.labelled
	s.label, s.labelled = "", false
	if p.list <= 0 && !labelled {
		return "", 0
	}
	at := min(max(p.level, 0), levelCount-1)
	key := listKey(p.list)
	bullet, computed := sign(written), ""
	if i := r.lists.instances[key]; i != nil {
		bullet = i.level(at).format == "bullet"
		computed = r.lists.next(key, at)
	}
	switch {
	case !labelled:
		return computed, at + 1
	case bullet:
		return "•", at + 1
	}
	return written, at + 1
}

// sign reports a label of one character that is no letter or number.
func sign(s string) bool {
	c, size := utf8.DecodeRuneInString(s)
	return size > 0 && size == len(s) && !unicode.IsLetter(c) && !unicode.IsNumber(c)
}

// here gives the cell that a paragraph at that depth of tables is in, nil
// outside. Tables that it is not in have ended.
func (r *rtfReader) here(depth int) *block.Cell {
	if depth < len(r.tables) {
		r.tables = r.tables[:depth]
	}
	for len(r.tables) < depth {
		r.out.tables++
		r.tables = append(r.tables, block.Cell{Table: r.out.tables, Row: 1, Column: 1})
	}
	if depth == 0 {
		return nil
	}
	cell := r.tables[depth-1]
	return &cell
}

// cell ends a cell of a table at that depth.
func (r *rtfReader) cell(st *rtfState, depth int) {
	if r.story.plain != nil {
		return
	}
	st.para.table = max(st.para.table, depth)
	if depth == 1 {
		st.para.table = 1
	}
	r.endParagraph(st)
	r.here(st.para.table)
	r.tables[len(r.tables)-1].Column++
}

// row ends a row of the table at that depth.
func (r *rtfReader) row(depth int) {
	if depth <= len(r.tables) {
		t := &r.tables[depth-1]
		t.Row, t.Column = t.Row+1, 1
		r.tables = r.tables[:depth]
	}
}
