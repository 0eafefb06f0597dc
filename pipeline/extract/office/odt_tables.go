package office

import "rapporteur/pipeline/extract/block"

// maxRepeat bounds repeated rows and columns, which spreadsheets use for their
// empty rest.
const maxRepeat = 1000

// table reads a table:table: cell after cell, row after row.
func (r *odtReader) table(n *node, s *odtStory) {
	outer, list := s.cell, s.list
	r.close(s, odtProps{})
	s.list = nil
	r.out.tables++
	at := block.Cell{Table: r.out.tables}
	r.rows(n, s, &at)
	s.cell, s.list = outer, list
	if outer == nil && s.role == "" {
		r.out.flushNotes()
	}
}

func (r *odtReader) rows(n *node, s *odtStory, at *block.Cell) {
	for _, k := range n.kids {
		switch k.name {
		case "table:table-row":
			at.Row++
			at.Column = 1
			r.cells(k, s, at)
			at.Row += repeats(k, "table:number-rows-repeated") - 1
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			r.rows(k, s, at)
		case "text:soft-page-break":
		case "text:change", "text:change-start", "text:change-end":
			r.inline(&node{kids: []*node{k}}, s, odtProps{})
		}
	}
}

func (r *odtReader) cells(n *node, s *odtStory, at *block.Cell) {
	for _, k := range n.kids {
		if k.name != "table:table-cell" && k.name != "table:covered-table-cell" {
			continue
		}
		here := *at
		s.cell = &here
		r.blocks(k, s)
		s.cell = &here
		r.close(s, odtProps{})
		at.Column += repeats(k, "table:number-columns-repeated")
	}
}

func repeats(n *node, name string) int {
	return max(1, min(bounded(n.get(name), 1), maxRepeat))
}
