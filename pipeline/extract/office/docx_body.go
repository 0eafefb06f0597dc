package office

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// story is a stream of paragraphs: the body, a note, a text box, a head.
type story struct {
	// role is what its blocks are, "" for the body, where they vary.
	role corpus.Role
	note string
	cell *block.Cell
	// open is the paragraph being read; it goes on into the next where its own
	// mark is deleted. props are those of the last mark.
	open  paragraph
	props docxProps
	// label is the number that the open paragraph got; counted says that it
	// has been counted.
	held bool
	// boxes are the text boxes anchored in the open paragraph.
	boxes []block.Block
	// fields are the field codes that have an end, and how many are open.
	fields fields
	// boxDepth counts text boxes inside text boxes.
	boxDepth int
}

// runState is what the elements around a run say of it.
type runState struct {
	change change
	// style is the paragraph's style ID.
	style string
}

// blocks reads the paragraphs and tables below n.
func (r *docxReader) blocks(n *node, s *story, st runState) {
	for _, k := range n.kids {
		switch k.name {
		case "w:p":
			r.paragraph(k, s, st)
		case "w:tbl":
			r.table(k, s, st)
		case "w:sdt":
			if content := k.child("w:sdtContent"); content != nil {
				r.blocks(content, s, st)
			}
		case "w:altChunk":
			r.altChunk(k, s)
		case "w:sectPr":
			r.section(k)
		case "mc:AlternateContent":
			if chosen := alternative(k); chosen != nil {
				r.blocks(chosen, s, st)
			}
		case "w:r", "w:hyperlink", "m:oMath", "m:oMathPara":
			r.inline(&node{kids: []*node{k}}, s, st)
		default:
			if !skipped(k.name) {
				r.blocks(k, s, st.within(k.name))
			}
		}
	}
}

// skipped are elements whose text is no text of the document.
func skipped(name string) bool {
	switch name {
	case "", "w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:tblPrEx", "w:sdtPr", "w:sdtEndPr", "w:sectPr",
		"w:customXmlPr", "w:smartTagPr", "mc:Fallback", "w:instrText", "w:delInstrText", "w:fldData", "w:ffData", "w:numberingChange",
		"w:footnoteRef", "w:endnoteRef", "w:annotationRef", "w:separator", "w:continuationSeparator", "w:pgNum", "w:rt", "w:rubyPr":
		return true
	}
	return false
}

// within gives the state inside an element of tracked changes.
func (st runState) within(name string) runState {
	switch name {
	case "w:ins":
		st.change = st.change.and(inserted)
	case "w:del":
		st.change = st.change.and(deleted)
	case "w:moveTo":
		st.change = st.change.and(movedHere)
	case "w:moveFrom":
		st.change = st.change.and(movedAway)
	}
	return st
}

// and combines a change with one around it. What was inserted and then deleted
// is in neither the final nor the original text.
func (c change) and(inner change) change {
	switch {
	case c == unchanged || c == inner:
		return inner
	case (c == inserted || c == movedHere) && (inner == deleted || inner == movedAway):
		return passing
	}
	return c
}

// paragraph reads a w:p. Where its mark is deleted, or inserted in the
// original view, it stays open and the next one continues it.
func (r *docxReader) paragraph(n *node, s *story, st runState) {
	ppr := n.child("w:pPr")
	own := paragraphProps(ppr)
	st.style = ppr.child("w:pStyle").get("w:val")
	if st.style == "" {
		st.style = r.styles.paragraph
	}
	props := own.over(r.styles.style(st.style)).over(r.styles.defaults)
	if own.num.hasID || own.num.hasLevel {
		props.num.style = ""
	}
	s.props = props
	r.inline(n, s, st)
	mark := ppr.child("w:rPr")
	if ppr != nil {
		if sect := ppr.child("w:sectPr"); sect != nil {
			r.section(sect)
		}
	}
	gone := markChange(mark)
	if gone == unchanged {
		gone = st.change
	}
	if !gone.shown(r.out.original) || dropCap(ppr) {
		s.held = true
		return
	}
	markHidden := runProps(mark).over(r.runStyle(st.style, "")).vanish == on
	r.close(s, markHidden)
}

// markChange says whether the paragraph's mark itself was inserted or deleted.
func markChange(rpr *node) change {
	c := unchanged
	for _, name := range [...]string{"w:ins", "w:moveTo", "w:del", "w:moveFrom"} {
		if rpr.child(name) != nil {
			c = c.and(runState{}.within(name).change)
		}
	}
	return c
}

// dropCap reports a frame that holds the large first letter of the next
// paragraph.
func dropCap(ppr *node) bool {
	v := ppr.child("w:framePr").get("w:dropCap")
	return v == "drop" || v == "margin"
}

// close ends the open paragraph: its number is counted even where it has no
// text, as Word does, unless all of it is hidden.
func (r *docxReader) close(s *story, markHidden bool) {
	b := block.Block{Role: s.role, Note: s.note, Cell: s.cell, Centred: s.props.centred == on}
	blank := s.open.blank(r.out.original)
	if !(blank && markHidden) {
		b.Label, b.Level = r.label(s.props)
	}
	if heading := s.props.level(); heading > 0 {
		b.Level = heading
	}
	if b.Role == "" {
		b.Role = bodyRole(s)
	}
	r.out.paragraph(&s.open, b)
	s.held = false
	for _, box := range s.boxes {
		r.out.emit(box)
	}
	s.boxes = nil
	if s.cell == nil && s.role == "" {
		r.out.flushNotes()
	}
}

func bodyRole(s *story) corpus.Role {
	switch {
	case s.cell != nil:
		return corpus.RoleTable
	case s.props.level() > 0:
		return corpus.RoleHeading
	case s.props.quote:
		return corpus.RoleQuotation
	}
	return corpus.RoleBody
}

// endParagraph closes what a story or cell left open.
func (r *docxReader) endParagraph(s *story) {
	if s.held || !s.open.untouched() || len(s.boxes) > 0 {
		s.props.num = numRef{}
		r.close(s, false)
	}
}

// label counts a paragraph in its list and gives its label and list level.
func (r *docxReader) label(p docxProps) (string, int) {
	id, at, ok := r.lists.place(p.num)
	if !ok {
		return "", 0
	}
	return r.lists.next(id, at), at + 1
}
