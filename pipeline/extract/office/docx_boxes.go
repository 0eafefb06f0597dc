package office

import (
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxBoxDepth bounds text boxes inside text boxes; Word allows one.
const maxBoxDepth = 8

// alternative gives the branch of an AlternateContent that is read: the first
// choice, or the fallback where the choice has no text and the fallback does.
func alternative(n *node) *node {
	choice, fallback := n.child("mc:Choice"), n.child("mc:Fallback")
	if choice == nil || (!hasText(choice) && hasText(fallback)) {
		return fallback
	}
	return choice
}

func hasText(n *node) bool {
	found := false
	n.walk(func(k *node) bool {
		switch k.name {
		case "w:t", "m:t", "w:delText", "a:t", "dgm:relIds", "c:chart":
			found = true
		}
		return !found
	})
	return found
}

// drawing reads the text boxes of a shape, and what else of it is text. They
// follow the paragraph that they are anchored in.
func (u *docxRun) drawing(n *node) {
	if u.story.fields.inCode() || u.story.boxDepth >= maxBoxDepth {
		return
	}
	made := u.out.aside(func() { u.shapes(n) })
	u.story.boxes = append(u.story.boxes, made...)
	u.out.count -= len(made) // counted again where they are emitted
}

// shapes emits the text boxes below n.
func (u *docxRun) shapes(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:txbxContent":
			s := &story{role: u.boxRole(), note: u.story.note, fields: matchFields(k), boxDepth: u.story.boxDepth + 1}
			u.blocks(k, s, runState{change: u.state.change})
			u.endParagraph(s)
		case "mc:AlternateContent":
			if chosen := alternative(k); chosen != nil {
				u.shapes(chosen)
			}
		case "dgm:relIds":
			u.related(k.get("r:dm"), "a:p", "a:t")
		case "c:chart":
			u.out.lost("the values of a chart are not read, only its titles and labels")
			u.related(k.get("r:id"), "a:p", "a:t")
			u.chartLabels(k.get("r:id"))
		case "a:p":
			u.emitText(textOf(k, "a:t"))
		case "v:textpath":
			u.emitText(k.get("string"))
		case "a:blip", "v:imagedata":
			u.out.pictures++
		default:
			u.shapes(k)
		}
	}
}

func (u *docxRun) boxRole() corpus.Role {
	if u.story.role != "" {
		return u.story.role
	}
	return corpus.RoleBox
}

func (u *docxRun) emitText(s string) {
	if !u.state.change.shown(u.out.original) {
		return
	}
	if text := trimmed(s); text != "" {
		u.out.emit(block.Block{Role: u.boxRole(), Note: u.story.note, Text: text})
	}
}

// related reads the paragraphs of another part: of a diagram or a chart.
func (u *docxRun) related(id, paragraph, text string) {
	rel, ok := u.rels[id]
	if !ok || rel.external {
		return
	}
	root, err := u.pkg.xml(rel.target)
	if err != nil {
		u.out.lost("%s is damaged and left out", rel.target)
		return
	}
	root.walk(func(k *node) bool {
		if k.name == paragraph {
			u.emitText(textOf(k, text))
			return false
		}
		return true
	})
}

// chartLabels reads the names of a chart's series and categories, each once.
func (u *docxRun) chartLabels(id string) {
	rel, ok := u.rels[id]
	if !ok || rel.external {
		return
	}
	root, err := u.pkg.xml(rel.target)
	if err != nil {
		return
	}
	seen := make(map[string]bool)
	var labels []string
	root.walk(func(k *node) bool {
		if k.name != "c:strCache" {
			return true
		}
		k.each("c:pt", func(pt *node) {
			if s := trimmed(pt.child("c:v").content()); s != "" && !seen[s] {
				seen[s] = true
				labels = append(labels, s)
			}
		})
		return false
	})
	u.emitText(strings.Join(labels, "; "))
}

// textOf joins the texts of the elements of one name below n.
func textOf(n *node, name string) string {
	s := ""
	n.walk(func(k *node) bool {
		switch k.name {
		case name:
			s += k.content()
			return false
		case "a:br":
			s += "\n"
		}
		return true
	})
	return s
}
