package office

import (
	"strconv"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// docxNotes are the notes and comments of a document by their IDs.
type docxNotes struct {
	foot, end noteSet
	comments  map[string]*node
	// order is the comments' order in their part; marks are those given.
	order       []*node
	marks       map[string]bool
	commentRels map[string]relation
}

// noteSet is one kind of notes.
type noteSet struct {
	role   corpus.Role
	byID   map[string]*node
	format string
	next   int
	used   map[string]bool
	rels   map[string]relation
}

func (r *docxReader) readNotes() docxNotes {
	settings := r.part("settings")
	n := docxNotes{
		foot:  newNoteSet(r.part("footnotes"), "w:footnote", settings.child("w:footnotePr"), "decimal"),
		end:   newNoteSet(r.part("endnotes"), "w:endnote", settings.child("w:endnotePr"), "lowerRoman"),
		marks: make(map[string]bool), comments: make(map[string]*node),
	}
	n.foot.rels, n.end.rels, n.commentRels = r.relationsOf("footnotes"), r.relationsOf("endnotes"), r.relationsOf("comments")
	r.part("comments").each("w:comment", func(k *node) {
		if id := k.get("w:id"); n.comments[id] == nil {
			n.comments[id] = k
			n.order = append(n.order, k)
		}
	})
	return n
}

func newNoteSet(root *node, name string, props *node, format string) noteSet {
	s := noteSet{role: corpus.RoleFootnote, byID: make(map[string]*node), used: make(map[string]bool), format: format, next: 1}
	root.each(name, func(k *node) {
		if kind := k.get("w:type"); kind == "" || kind == "normal" {
			s.byID[k.get("w:id")] = k
		}
	})
	s.settle(props)
	return s
}

// settle takes format and start from a footnotePr or endnotePr.
func (s *noteSet) settle(props *node) {
	if f := props.child("w:numFmt"); f != nil {
		s.format = f.get("w:val")
	}
	if start := props.child("w:numStart"); start != nil && len(s.used) == 0 {
		s.next = bounded(start.get("w:val"), 1)
	}
}

// noteReference reads a reference to a note; the note waits for the end of its
// paragraph or table. It reports whether the rest of the run is the mark.
func (u *docxRun) noteReference(k *node) bool {
	set := &u.notes.foot
	if k.name == "w:endnoteReference" {
		set = &u.notes.end
	}
	id := k.get("w:id")
	custom := isOn(k.get("w:customMarkFollows"), false)
	note := set.byID[id]
	if note == nil || set.used[id] || u.story.note != "" || !u.state.change.shown(u.out.original) || u.story.fields.inCode() {
		return custom
	}
	set.used[id] = true
	mark := u.customMark()
	if !custom {
		mark = formatNumber(set.format, set.next, u.lists.language)
		set.next++
	}
	u.later(set.role, mark, note, set.rels)
	return custom
}

// customMark is the text of a run behind a reference whose mark it is.
func (u *docxRun) customMark() string {
	var p paragraph
	inner := *u
	inner.story = &story{}
	for _, k := range u.rest {
		if k.name == "w:t" || k.name == "w:sym" {
			inner.piece(k)
		}
	}
	p = inner.story.open
	var b block.Block
	p.fill(&b, u.out.original)
	return short(b.Text)
}

// maxMark bounds labels and marks, which files may repeat without end.
const maxMark = 100

// short gives the beginning of a mark.
func short(s string) string {
	if r := []rune(s); len(r) > maxMark {
		return string(r[:maxMark])
	}
	return s
}

// later reads a note's paragraphs into the blocks that wait; rels are those
// of the part that it stands in.
func (r *docxReader) later(role corpus.Role, mark string, n *node, rels map[string]relation) {
	outer := r.rels
	r.rels = rels
	defer func() { r.rels = outer }()
	made := r.out.aside(func() {
		s := &story{role: role, note: mark, fields: matchFields(n)}
		r.blocks(n, s, runState{})
		r.endParagraph(s)
	})
	r.out.later = append(r.out.later, made...)
}

// comment reads a comment where the text first refers to it. Its mark is what
// Word prints beside the text: initials and a running number.
func (r *docxReader) comment(id string) {
	n := r.notes.comments[id]
	if n == nil || r.notes.marks[id] {
		return
	}
	r.notes.marks[id] = true
	mark := short(n.get("w:initials")) + strconv.Itoa(len(r.notes.marks))
	r.later(corpus.RoleComment, mark, n, r.notes.commentRels)
}

// remainingComments reads comments that the text does not refer to.
func (r *docxReader) remainingComments() {
	for _, n := range r.notes.order {
		r.comment(n.get("w:id"))
	}
	r.out.flushNotes()
}

// headRef is a reference to a running head: its role and its part.
type headRef struct {
	role   corpus.Role
	target string
}

// section notes the running heads that a section refers to and how it numbers
// its notes.
func (r *docxReader) section(n *node) {
	r.notes.foot.settle(n.child("w:footnotePr"))
	r.notes.end.settle(n.child("w:endnotePr"))
	for _, k := range n.kids {
		role := corpus.RoleHeader
		switch k.name {
		case "w:headerReference":
		case "w:footerReference":
			role = corpus.RoleFooter
		default:
			continue
		}
		rel, ok := r.rels[k.get("r:id")]
		ref := headRef{role, rel.target}
		if ok && !rel.external && !r.knownHead(ref) {
			r.heads = append(r.heads, ref)
		}
	}
}

func (r *docxReader) knownHead(ref headRef) bool {
	for _, h := range r.heads {
		if h == ref {
			return true
		}
	}
	return false
}

// runningHeads reads the heads and feet of all sections, the first of each
// wording.
func (r *docxReader) runningHeads() {
	said := make(map[headRef]bool)
	for _, ref := range r.heads {
		n, err := r.pkg.xml(ref.target)
		if err != nil || n == nil {
			r.out.lost("%s %s is missing or damaged and left out", ref.role, ref.target)
			continue
		}
		r.rels, _ = r.pkg.relations(ref.target)
		made := r.out.aside(func() {
			s := &story{role: ref.role, fields: matchFields(n)}
			r.blocks(n, s, runState{})
			r.endParagraph(s)
		})
		r.out.emitNew(made, said)
	}
}

// emitNew emits the blocks whose role and text were not said before.
func (w *writer) emitNew(made []block.Block, said map[headRef]bool) {
	for _, b := range made {
		if key := (headRef{b.Role, b.Text}); !said[key] {
			said[key] = true
			w.blocks = append(w.blocks, b)
		}
	}
	w.flushNotes()
}
