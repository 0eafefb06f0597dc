package office

import "rapporteur/pipeline/extract/block"

// table reads a w:tbl: cell after cell, row after row, nested tables where
// they stand.
func (r *docxReader) table(n *node, s *story, st runState) {
	outer, props := s.cell, s.props
	r.endParagraph(s)
	r.out.tables++
	at := block.Cell{Table: r.out.tables}
	r.rows(n, s, st, &at)
	s.cell, s.props = outer, props
	if outer == nil && s.role == "" {
		r.out.flushNotes()
	}
}

// rows reads the rows below n, also inside content controls. A row that the
// text does not have, for it was deleted, keeps its words as marks.
func (r *docxReader) rows(n *node, s *story, st runState, at *block.Cell) {
	for _, k := range n.kids {
		switch {
		case k.name == "w:tr":
			tr := st
			tr.change = tr.change.and(markChange(k.child("w:trPr")))
			if tr.change.shown(r.out.original) {
				at.Row++
			}
			at.Column = 1 + bounded(k.path("w:trPr", "w:gridBefore").get("w:val"), 0)
			r.cells(k, s, tr, at)
		case k.name == "w:sdt":
			if content := k.child("w:sdtContent"); content != nil {
				r.rows(content, s, st, at)
			}
		case !skipped(k.name):
			r.rows(k, s, st.within(k.name), at)
		}
	}
}

// cells reads the cells below n. Columns are those of the grid: a cell that
// spans two moves the next one on by two.
func (r *docxReader) cells(n *node, s *story, st runState, at *block.Cell) {
	for _, k := range n.kids {
		switch {
		case k.name == "w:tc":
			tcpr := k.child("w:tcPr")
			tc := st
			if tcpr.child("w:cellDel") != nil {
				tc.change = tc.change.and(deleted)
			} else if tcpr.child("w:cellIns") != nil {
				tc.change = tc.change.and(inserted)
			}
			here := *at
			s.cell = &here
			r.blocks(k, s, tc)
			s.cell = &here
			r.endParagraph(s)
			at.Column += max(1, bounded(tcpr.child("w:gridSpan").get("w:val"), 1))
		case k.name == "w:sdt":
			if content := k.child("w:sdtContent"); content != nil {
				r.cells(content, s, st, at)
			}
		case !skipped(k.name):
			r.cells(k, s, st.within(k.name), at)
		}
	}
}
