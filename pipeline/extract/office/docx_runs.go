package office

import (
	"strconv"
	"strings"
)

// inline reads what stands inside a paragraph, below n.
func (r *docxReader) inline(n *node, s *story, st runState) {
	formula := false // the element before was one
	for _, k := range n.kids {
		if k.name == "m:oMath" || k.name == "m:oMathPara" {
			if formula {
				r.mathSign(" ", s, st)
			}
			formula = true
			r.math(k, s, st)
			continue
		}
		formula = formula && k.name != "w:r"
		switch k.name {
		case "w:r":
			r.run(k, s, st)
		case "w:sdt":
			if content := k.child("w:sdtContent"); content != nil {
				r.inline(content, s, st)
			}
		case "w:ruby":
			r.inline(k.only("w:rubyBase"), s, st)
		case "mc:AlternateContent":
			if chosen := alternative(k); chosen != nil {
				r.inline(chosen, s, st)
			}
		case "w:commentRangeStart", "w:commentReference":
			r.comment(k.get("w:id"))
		case "w:p", "w:tbl":
			// A paragraph inside a paragraph stands only in damaged files.
			r.blocks(k.wrap(), s, st)
		default:
			if !skipped(k.name) {
				r.inline(k, s, st.within(k.name))
			}
		}
	}
}

// wrap gives a parent that has n as its only child.
func (n *node) wrap() *node { return &node{kids: []*node{n}} }

// only gives a parent of n's children of that name.
func (n *node) only(name string) *node {
	out := &node{}
	n.each(name, func(k *node) { out.kids = append(out.kids, k) })
	return out
}

// runStyle gives the properties of a run without its own ones.
func (r *docxReader) runStyle(paragraph, character string) docxProps {
	key := [2]string{paragraph, character}
	if p, ok := r.runs[key]; ok {
		return p
	}
	p := docxProps{outline: -1}
	if character != "" {
		p = r.styles.style(character)
	}
	p = p.over(r.styles.style(paragraph)).over(r.styles.defaults)
	r.runs[key] = p
	return p
}

// docxRun is a w:r being read.
type docxRun struct {
	*docxReader
	story *story
	state runState
	props docxProps
	rest  []*node // what follows in the run
}

func (r *docxReader) run(n *node, s *story, st runState) {
	rpr := n.child("w:rPr")
	props := runProps(rpr).over(r.runStyle(st.style, rpr.child("w:rStyle").get("w:val")))
	if rpr != nil {
		// A run of a numbering picture or of a formula may carry its change here.
		if c := markChange(rpr); c != unchanged {
			st.change = st.change.and(c)
		}
	}
	u := &docxRun{docxReader: r, story: s, state: st, props: props}
	for i, k := range n.kids {
		u.rest = n.kids[i+1:]
		if u.piece(k) {
			break
		}
	}
}

// piece reads one element of a run; it reports whether the rest of the run is
// a note's own mark and no text.
func (u *docxRun) piece(k *node) bool {
	switch k.name {
	case "w:t", "m:t":
		u.text(k.content())
	case "w:delText":
		u.state.change = u.state.change.and(deleted)
		u.text(k.content())
	case "w:tab", "w:ptab":
		u.text("\t")
	case "w:br", "w:cr":
		u.text("\n")
	case "w:noBreakHyphen":
		u.text("\u2011")
	case "w:softHyphen":
		u.text("\u00AD")
	case "w:sym":
		u.symbol(k)
	case "w:fldChar":
		u.story.fields.char(k)
		u.text(formField(k))
	case "w:footnoteReference", "w:endnoteReference":
		return u.noteReference(k)
	case "w:commentReference":
		u.comment(k.get("w:id"))
	case "w:drawing", "w:pict", "w:object":
		u.drawing(k)
	case "mc:AlternateContent":
		if chosen := alternative(k); chosen != nil {
			for _, kk := range chosen.kids {
				u.piece(kk)
			}
		}
	case "w:ruby":
		u.inline(k.only("w:rubyBase"), u.story, u.state)
	default:
		if !skipped(k.name) {
			u.inline(k, u.story, u.state)
		}
	}
	return false
}

// text adds to the open paragraph what is no field instruction.
func (u *docxRun) text(s string) {
	if s == "" || u.story.fields.inCode() {
		return
	}
	if !strings.Contains(s, "\u00AD") {
		s = withoutPrivate(s, u.props.symbol)
	}
	if u.state.change.shown(u.out.original) {
		u.out.votes.count(s, u.props.lang)
	}
	u.story.open.add(run{text: s, change: u.state.change, hidden: u.props.vanish == on, bold: u.props.bold == on})
}

// symbol reads a w:sym: a character of a font by its code.
func (u *docxRun) symbol(k *node) {
	code, err := strconv.ParseUint(k.get("w:char"), 16, 32)
	if err != nil || code > 0x10FFFF {
		return
	}
	font := k.get("w:font")
	switch {
	case private(rune(code)):
		if s := symbolText(font, byte(code)); s != "" {
			u.text(s)
			return
		}
		if !symbolFont(font) {
			u.text(string(rune(code & 0xFF)))
		}
	case symbolFont(font) && code < 0x100:
		u.text(symbolText(font, byte(code)))
	default:
		u.text(string(rune(code)))
	}
}
