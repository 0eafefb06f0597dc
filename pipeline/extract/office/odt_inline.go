package office

import (
	"strconv"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxSpaces bounds one text:s, of which a single space is read.
const maxSpaces = 16

// inline reads what stands inside a paragraph, below n.
func (r *odtReader) inline(n *node, s *odtStory, props odtProps) {
	for _, k := range n.kids {
		switch k.name {
		case "":
			r.text(spaces(k.text), s, props)
		case "text:s":
			r.text(strings.Repeat(" ", max(1, min(bounded(k.get("text:c"), 1), maxSpaces))), s, props)
		case "text:tab":
			r.text("\t", s, props)
		case "text:line-break":
			r.text("\n", s, props)
		case "text:span":
			r.inline(k, s, r.styles.style("text", k.get("text:style-name")).over(props))
		case "text:note":
			r.note(k, s)
		case "office:annotation":
			r.annotation(k)
		case "text:change", "text:change-start", "text:change-end":
			r.changePoint(k, s, props)
		case "text:hidden-text":
			hidden := props
			if k.get("text:is-hidden") == "true" {
				hidden.hidden = on
			}
			r.inline(k, s, hidden)
		case "text:variable-set", "text:user-field-get", "text:variable-get":
			if k.get("text:display") != "none" {
				r.inline(k, s, props)
			}
		case "text:p", "text:h", "text:list", "table:table":
			// Paragraphs inside a paragraph stand in no valid file.
			r.blocks(&node{kids: []*node{k}}, s)
		default:
			r.inlineOther(k, s, props)
		}
	}
}

func (r *odtReader) inlineOther(k *node, s *odtStory, props odtProps) {
	switch {
	case odtSkipped(k.name), k.name == "text:hidden-paragraph":
	case shape(k.name):
		r.inlineShape(k, s, props)
	default:
		r.inline(k, s, props)
	}
}

// spaces makes all white space in XML text plain, for tabs and line breaks
// are elements of their own.
func spaces(s string) string {
	return strings.Map(func(c rune) rune {
		if c == '\n' || c == '\t' || c == '\r' {
			return ' '
		}
		return c
	}, s)
}

func (r *odtReader) text(t string, s *odtStory, props odtProps) {
	r.out.votes.count(t, props.lang)
	s.open.add(run{text: withoutPrivate(t, props.symbol), change: r.change(), hidden: props.hidden == on, bold: props.bold == on})
}

// hiddenField reports whether a paragraph has a field that hides all of it.
func (r *odtReader) hiddenField(n *node) bool {
	found := false
	n.walk(func(k *node) bool {
		if k.name == "text:hidden-paragraph" && k.get("text:is-hidden") == "true" {
			found = true
		}
		return k == n || k.name != "text:note" && !shape(k.name)
	})
	return found
}

// note reads a footnote or endnote into the blocks that wait for the end of
// the paragraph or table.
func (r *odtReader) note(k *node, s *odtStory) {
	body := k.child("text:note-body")
	if body == nil || s.note != "" || !r.change().shown(r.out.original) {
		return
	}
	mark := trimmed(k.child("text:note-citation").content())
	if label := k.child("text:note-citation").get("text:label"); label != "" {
		mark = label
	}
	r.later(corpus.RoleFootnote, short(mark), body)
}

func (r *odtReader) later(role corpus.Role, mark string, body *node) {
	made := r.out.aside(func() {
		s := &odtStory{role: role, note: mark}
		r.blocks(body, s)
		r.close(s, odtProps{})
	})
	r.out.later = append(r.out.later, made...)
}

// annotation reads a comment; its mark is made as Word makes it.
func (r *odtReader) annotation(k *node) {
	r.comments++
	initials := k.child("meta:creator-initials").content()
	if initials == "" {
		initials = k.child("loext:sender-initials").content()
	}
	body := &node{}
	for _, kk := range k.kids {
		if strings.HasPrefix(kk.name, "text:") {
			body.kids = append(body.kids, kk)
		}
	}
	r.later(corpus.RoleComment, short(trimmed(initials))+strconv.Itoa(r.comments), body)
}

// inlineShape reads a frame or shape inside a paragraph: a formula in its
// place, a text box behind the paragraph.
func (r *odtReader) inlineShape(k *node, s *odtStory, props odtProps) {
	if text, ok := r.formula(k); ok {
		r.text(text, s, props)
		return
	}
	r.shape(k, s)
}

// shape reads the text boxes of a frame or shape.
func (r *odtReader) shape(k *node, s *odtStory) {
	if s.boxDepth >= maxBoxDepth {
		return
	}
	made := r.out.aside(func() {
		box := &odtStory{role: s.role, note: s.note, hidden: s.hidden, boxDepth: s.boxDepth + 1}
		if box.role == "" {
			box.role = corpus.RoleBox
		}
		r.shapeText(k, box)
	})
	r.out.count -= len(made) // counted again where they are emitted
	s.boxes = append(s.boxes, made...)
}

// shapeText reads the content of a shape: of a frame's alternatives only the
// first, for the others show the same.
func (r *odtReader) shapeText(k *node, box *odtStory) {
	if k.name != "draw:frame" {
		r.blocks(k, box)
		r.close(box, odtProps{})
		return
	}
	for _, kk := range k.kids {
		switch kk.name {
		case "draw:text-box", "table:table":
			r.blocks(&node{kids: []*node{kk}}, box)
			r.close(box, odtProps{})
			return
		case "draw:object", "draw:object-ole":
			if text, ok := r.formula(k); ok {
				r.out.emit(block.Block{Role: box.role, Note: box.note, Text: trimmed(text)})
				return
			}
			r.out.lost("an embedded object is not read")
			return
		case "draw:image":
			r.out.pictures++
			return
		}
	}
}

// formula gives the text of a frame that holds a MathML formula.
func (r *odtReader) formula(k *node) (string, bool) {
	object := k.child("draw:object")
	if object == nil {
		return "", false
	}
	math := object.child("math:math")
	if math == nil && r.zip != nil {
		root, err := r.xml(partName(object.get("xlink:href")) + "/content.xml")
		if err == nil && root != nil && root.name == "math:math" {
			math = root
		}
	}
	if math == nil {
		return "", false
	}
	var b strings.Builder
	math.walk(func(m *node) bool {
		b.WriteString(strings.TrimSpace(m.text))
		return !strings.HasPrefix(m.name, "math:annotation")
	})
	return b.String(), trimmed(b.String()) != ""
}
