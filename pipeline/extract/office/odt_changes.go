package office

import "strings"

// readChanges notes the tracked changes. A deletion's words stand in it; an
// insertion's stand in the text between two points that name it.
func (r *odtReader) readChanges(n *node) {
	n.each("text:changed-region", func(k *node) {
		for _, name := range [...]string{"text:id", "xml:id"} {
			if id := k.get(name); id != "" {
				r.changes[id] = k
			}
		}
	})
}

// change says whether the current place is inside an insertion.
func (r *odtReader) change() change {
	if len(r.inside) > 0 {
		return inserted
	}
	return unchanged
}

// changePoint reads a point where a change begins, ends or took words away.
func (r *odtReader) changePoint(k *node, s *odtStory, props odtProps) {
	id := k.get("text:change-id")
	region := r.changes[id]
	switch k.name {
	case "text:change-start":
		if region.child("text:insertion") != nil {
			r.inside[id] = true
		}
	case "text:change-end":
		delete(r.inside, id)
	case "text:change":
		if gone := region.child("text:deletion"); gone != nil {
			change := r.change().and(deleted)
			s.open.add(run{text: r.deletedText(gone), change: change, hidden: props.hidden == on})
			delete(r.changes, id) // a deletion has one place
		}
	}
}

// deletedText joins the paragraphs of a deletion by line breaks.
func (r *odtReader) deletedText(n *node) string {
	var parts []string
	n.walk(func(k *node) bool {
		switch k.name {
		case "office:change-info":
			return false
		case "text:p", "text:h":
			parts = append(parts, plainText(k))
			return false
		}
		return true
	})
	return strings.Join(parts, "\n")
}

// plainText is the text of a paragraph without notes and comments.
func plainText(n *node) string {
	var b strings.Builder
	n.walk(func(k *node) bool {
		switch k.name {
		case "":
			b.WriteString(spaces(k.text))
		case "text:s":
			b.WriteByte(' ')
		case "text:tab":
			b.WriteByte('\t')
		case "text:line-break":
			b.WriteByte('\n')
		case "text:note", "office:annotation":
			return false
		}
		return k == n || !odtSkipped(k.name) || k.name == ""
	})
	return b.String()
}
