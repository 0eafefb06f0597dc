package word

import "strings"

// span is a w:t element, and where its text begins in that of the paragraph.
type span struct {
	node *node
	at   int
}

// paragraphText joins the text of a paragraph, without that of paragraphs in
// text boxes inside it.
func paragraphText(p *node) (string, []span) {
	var text strings.Builder
	var spans []span
	var walk func(*node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "w:t":
				spans = append(spans, span{k, text.Len()})
				text.Write(k.text)
			case "w:p":
			default:
				walk(k)
			}
		}
	}
	walk(p)
	return text.String(), spans
}

// contentPlace finds the paragraph of the body that holds {{content}}, nil for
// none. In a table or a text box there is no room for a report.
func contentPlace(root *node) *node {
	var walk func(*node) *node
	walk = func(n *node) *node {
		for _, k := range n.kids {
			switch k.name {
			case "w:p":
				if text, _ := paragraphText(k); strings.TrimSpace(text) == "{{content}}" {
					return k
				}
			case "w:body", "w:sdt", "w:sdtContent":
				if place := walk(k); place != nil {
					return place
				}
			}
		}
		return nil
	}
	return walk(root)
}

// sectionAfter finds the properties of the section that n stands in: the first
// that end at or after it.
func sectionAfter(root, n *node) *node {
	var found *node
	root.each(func(k *node) {
		if found == nil && k.name == "w:sectPr" && k.start >= n.start {
			found = k
		}
	})
	return found
}

// placeholders replaces every placeholder outside the element skip. Only the
// w:t elements that a placeholder covers change.
func placeholders(data []byte, root *node, values map[string]string, skip *node) []edit {
	var edits []edit
	root.each(func(n *node) {
		if n.name == "w:p" && (skip == nil || n.start < skip.start || n.end > skip.end) {
			edits = append(edits, replaceIn(n, values)...)
		}
	})
	return edits
}

func replaceIn(p *node, values map[string]string) []edit {
	text, spans := paragraphText(p)
	if !strings.Contains(text, "{{") {
		return nil
	}
	fresh := make([]strings.Builder, len(spans))
	changed := make([]bool, len(spans))
	at := 0
	keep := func(to int) {
		for i, s := range spans {
			from, end := max(at, s.at), min(to, s.at+len(s.node.text))
			if from < end {
				fresh[i].WriteString(text[from:end])
			}
		}
		at = to
	}
	for at < len(text) {
		from, to, value := nextPlaceholder(text, at, values)
		keep(from)
		if from == to {
			break
		}
		written := false
		for i, s := range spans {
			if s.at < to && s.at+len(s.node.text) > from {
				changed[i] = true
				if !written {
					fresh[i].WriteString(value)
					written = true
				}
			}
		}
		at = to
	}
	return textEdits(spans, fresh, changed)
}

func textEdits(spans []span, fresh []strings.Builder, changed []bool) []edit {
	var edits []edit
	for i, s := range spans {
		if changed[i] {
			edits = append(edits, edit{s.node.start, s.node.end,
				`<w:t xml:space="preserve">` + escape(fresh[i].String()) + "</w:t>"})
		}
	}
	return edits
}

// nextPlaceholder finds the next known placeholder; from and to are the length
// of text where there is none. Unknown ones stay as they are.
func nextPlaceholder(text string, at int, values map[string]string) (from, to int, value string) {
	for {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			return len(text), len(text), ""
		}
		from = at + i
		j := strings.Index(text[from:], "}}")
		if j < 0 {
			return len(text), len(text), ""
		}
		to = from + j + 2
		if value, known := values[strings.ToLower(strings.TrimSpace(text[from+2:to-2]))]; known {
			return from, to, value
		}
		at = from + 2
	}
}
