package office

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// odtStory is a stream of paragraphs: the body, a note, a text box, a head.
type odtStory struct {
	role  corpus.Role // "" for the body, where roles vary
	note  string
	cell  *block.Cell
	open  paragraph
	boxes []block.Block
	// list is what the next paragraph is an item of, nil outside lists.
	list *odtItem
	// hidden is set inside a hidden section.
	hidden bool
	// boxDepth counts text boxes inside text boxes.
	boxDepth int
}

// odtItem is a list item whose first paragraph has not been read.
type odtItem struct {
	id, style string
	level     int
	// header is set for an item without a number, read once it has one.
	header, read bool
	// start is the number that the item sets, "" for the next one.
	start string
}

// blocks reads the paragraphs, lists and tables below n.
func (r *odtReader) blocks(n *node, s *odtStory) {
	for _, k := range n.kids {
		switch k.name {
		case "text:p", "text:h":
			r.paragraph(k, s)
		case "text:list":
			r.list(k, s, nil)
		case "text:numbered-paragraph":
			r.numberedParagraph(k, s)
		case "text:section":
			outer := s.hidden
			s.hidden = outer || k.get("text:display") == "none" || k.get("text:is-hidden") == "true"
			r.blocks(k, s)
			s.hidden = outer
		case "table:table":
			r.table(k, s)
		case "text:change", "text:change-start", "text:change-end", "office:annotation":
			r.inline(&node{kids: []*node{k}}, s, odtProps{})
		default:
			switch {
			case odtSkipped(k.name):
			case shape(k.name):
				r.shape(k, s)
				r.emitBoxes(s)
			default:
				r.blocks(k, s)
			}
		}
	}
}

// odtSkipped are elements whose text is no text of the document.
func odtSkipped(name string) bool {
	switch name {
	case "", "text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls",
		"text:table-of-content-source", "text:alphabetical-index-source", "text:illustration-index-source", "text:table-index-source",
		"text:object-index-source", "text:user-index-source", "text:bibliography-source", "text:script", "text:number", "office:event-listeners",
		"svg:title", "svg:desc", "office:binary-data", "text:note-citation", "text:ruby-text", "dc:creator", "dc:date", "meta:date-string",
		"field:param", "text:list-label", "office:annotation-end", "office:dde-source", "office:scripts", "text:label":
		return true
	}
	return false
}

func shape(name string) bool {
	switch name {
	case "draw:frame", "draw:custom-shape", "draw:rect", "draw:g", "draw:ellipse", "draw:circle", "draw:line", "draw:connector", "draw:polygon",
		"draw:polyline", "draw:path", "draw:caption", "draw:regular-polygon", "draw:control", "draw:measure":
		return true
	}
	return false
}

// paragraph reads a text:p or text:h. One whose end was inserted goes on into
// the next where the original text is asked for.
func (r *odtReader) paragraph(n *node, s *odtStory) {
	props := r.styles.style("paragraph", n.get("text:style-name"))
	run := props
	if s.hidden || r.hiddenField(n) {
		run.hidden = on
	}
	r.inline(n, s, run)
	if r.change() == inserted && r.out.original {
		return
	}
	b := block.Block{Role: s.role, Note: s.note, Cell: s.cell, Centred: props.centred == on}
	heading := props.heading
	if n.name == "text:h" {
		heading = max(1, min(bounded(n.get("text:outline-level"), 1), levelCount))
	}
	if b.Role == "" {
		b.Role = corpus.RoleBody
		switch {
		case s.cell != nil:
			b.Role = corpus.RoleTable
		case heading > 0:
			b.Role = corpus.RoleHeading
		case props.quote:
			b.Role = corpus.RoleQuotation
		}
	}
	if !(run.hidden == on && s.open.blank(r.out.original)) {
		b.Label, b.Level = r.label(n, s, props)
	}
	if heading > 0 {
		b.Level = heading
	}
	r.end(s, b)
}

// end writes the open paragraph and what is anchored in it.
func (r *odtReader) end(s *odtStory, b block.Block) {
	r.out.paragraph(&s.open, b)
	r.emitBoxes(s)
	if s.cell == nil && s.role == "" {
		r.out.flushNotes()
	}
}

func (r *odtReader) emitBoxes(s *odtStory) {
	for _, box := range s.boxes {
		r.out.emit(box)
	}
	s.boxes = nil
}

// close ends what a story or cell left open.
func (r *odtReader) close(s *odtStory, props odtProps) {
	if s.open.untouched() && len(s.boxes) == 0 {
		return
	}
	b := block.Block{Role: s.role, Note: s.note, Cell: s.cell}
	if b.Role == "" {
		b.Role = corpus.RoleBody
		if s.cell != nil {
			b.Role = corpus.RoleTable
		}
	}
	r.end(s, b)
}

// label gives the number and level of a paragraph: of its list item for the
// first paragraph of one, else of the outline for a heading.
func (r *odtReader) label(n *node, s *odtStory, props odtProps) (string, int) {
	if item := s.list; item != nil {
		if item.read {
			return "", 0
		}
		item.read = true
		if item.header {
			return "", item.level + 1
		}
		if item.start != "" {
			r.lists.restart(item.id, item.level, bounded(item.start, 1))
		}
		return r.lists.label(item.id, item.level, item.style), item.level + 1
	}
	if n.name != "text:h" || n.get("text:is-list-header") == "true" || props.listed && props.list == "" {
		return "", 0
	}
	at := min(bounded(n.get("text:outline-level"), 1), levelCount) - 1
	if v := n.get("text:start-value"); v != "" && n.get("text:restart-numbering") == "true" {
		r.lists.restart(outlineList, at, bounded(v, 1))
	}
	return r.lists.next(outlineList, at), at + 1
}

// list reads a text:list inside the item outer, nil for none.
func (r *odtReader) list(n *node, s *odtStory, outer *odtItem) {
	saved := s.list
	style, id, level := n.get("text:style-name"), "", 0
	if outer != nil {
		id, level = outer.id, outer.level+1
		if style == "" {
			style = outer.style
		}
	} else {
		id = r.lists.begin(n, style)
	}
	for _, k := range n.kids {
		if k.name != "text:list-item" && k.name != "text:list-header" {
			if !odtSkipped(k.name) {
				r.blocks(&node{kids: []*node{k}}, s)
			}
			continue
		}
		item := &odtItem{id: id, style: style, level: level, header: k.name == "text:list-header", start: k.get("text:start-value")}
		if own := k.get("text:style-override"); own != "" {
			item.style = own
		}
		r.item(k, s, item, style)
	}
	s.list = saved
}

// item reads what a list item holds; an item that only holds a list has no
// number of its own.
func (r *odtReader) item(n *node, s *odtStory, item *odtItem, style string) {
	for _, k := range n.kids {
		s.list = item
		if k.name == "text:list" {
			inner := *item
			inner.style = style
			r.list(k, s, &inner)
			continue
		}
		r.blocks(&node{kids: []*node{k}}, s)
	}
}

func (r *odtReader) numberedParagraph(n *node, s *odtStory) {
	style := n.get("text:style-name")
	id := r.lists.byID[n.get("text:list-id")]
	if id == "" {
		id = r.lists.begin(n, style)
		if own := n.get("text:list-id"); own != "" {
			r.lists.byID[own] = id
		}
	}
	saved := s.list
	s.list = &odtItem{id: id, style: style, level: min(bounded(n.get("text:level"), 1), levelCount) - 1, start: n.get("text:start-value")}
	r.blocks(n, s)
	s.list = saved
}
