package office

import (
	"strconv"
	"strings"
)

// maxStyleChain bounds a basedOn chain; Word allows some ten.
const maxStyleChain = 64

// tri is a property that may be on, off or left to the style above.
type tri int8

const (
	unset tri = iota
	on
	off
)

func (t tri) or(above tri) tri {
	if t == unset {
		return above
	}
	return t
}

// numRef is what numPr says: unset parts have has… false.
type numRef struct {
	id       string
	level    int
	hasID    bool
	hasLevel bool
	// style is the style that brought the ID, "" for the paragraph itself.
	style string
}

// docxProps are the properties of a style, a paragraph or a run that matter.
type docxProps struct {
	outline int // heading level from 1; 0 for body text, -1 for unset
	num     numRef
	vanish  tri
	bold    tri
	centred tri
	lang    languages
	heading int  // by the style's name
	quote   bool // by the style's name
	symbol  string
}

// over gives p with what it leaves unset taken from above.
func (p docxProps) over(above docxProps) docxProps {
	if p.outline < 0 {
		p.outline = above.outline
	}
	if !p.num.hasID {
		p.num.id, p.num.hasID, p.num.style = above.num.id, above.num.hasID, above.num.style
	}
	if !p.num.hasLevel {
		p.num.level, p.num.hasLevel = above.num.level, above.num.hasLevel
	}
	p.vanish = p.vanish.or(above.vanish)
	p.bold = p.bold.or(above.bold)
	p.centred = p.centred.or(above.centred)
	p.lang = p.lang.or(above.lang)
	if p.heading == 0 {
		p.heading = above.heading
	}
	p.quote = p.quote || above.quote
	if p.symbol == "" {
		p.symbol = above.symbol
	}
	return p
}

// level is the heading level that the properties amount to, 0 for none.
func (p docxProps) level() int {
	if p.heading > 0 {
		return p.heading
	}
	return max(p.outline, 0)
}

// docxStyles are the styles of a document, resolved on demand.
type docxStyles struct {
	nodes    map[string]*node
	resolved map[string]docxProps
	// names are the styles' names by their IDs.
	names map[string]string
	// paragraph is the default paragraph style's ID.
	paragraph string
	defaults  docxProps
}

func readDocxStyles(root *node) *docxStyles {
	s := &docxStyles{nodes: make(map[string]*node), resolved: make(map[string]docxProps), names: make(map[string]string)}
	s.defaults = docxProps{outline: -1}
	if d := root.child("w:docDefaults"); d != nil {
		s.defaults = runProps(d.path("w:rPrDefault", "w:rPr")).over(paragraphProps(d.path("w:pPrDefault", "w:pPr")))
	}
	root.each("w:style", func(n *node) {
		id := n.get("w:styleId")
		if id == "" || s.nodes[id] != nil {
			return
		}
		s.nodes[id] = n
		s.names[id] = n.child("w:name").get("w:val")
		if n.get("w:type") == "paragraph" && isOn(n.get("w:default"), false) && s.paragraph == "" {
			s.paragraph = id
		}
	})
	return s
}

// style gives a style's properties with those of the styles it is based on.
func (s *docxStyles) style(id string) docxProps {
	if p, ok := s.resolved[id]; ok {
		return p
	}
	p := docxProps{outline: -1}
	seen := make(map[string]bool)
	for at := id; at != "" && !seen[at] && len(seen) < maxStyleChain; {
		seen[at] = true
		n := s.nodes[at]
		if n == nil {
			break
		}
		p = p.over(s.own(at, n))
		at = n.child("w:basedOn").get("w:val")
	}
	s.resolved[id] = p
	return p
}

// own gives what a style says itself. A style whose name the file does not
// keep, as some producers do, goes by its ID.
func (s *docxStyles) own(id string, n *node) docxProps {
	p := runProps(n.child("w:rPr")).over(paragraphProps(n.child("w:pPr")))
	name := s.names[id]
	if name == "" {
		name = id
	}
	if p.num.hasID {
		p.num.style = id
	}
	if n.get("w:type") != "character" {
		p.heading, p.quote = headingLevel(name), quotationStyle(name)
	}
	return p
}

// paragraphProps reads a pPr without its style.
func paragraphProps(n *node) docxProps {
	p := docxProps{outline: -1}
	if n == nil {
		return p
	}
	if v, err := strconv.Atoi(n.child("w:outlineLvl").get("w:val")); err == nil {
		p.outline = 0
		if v >= 0 && v < 9 {
			p.outline = v + 1
		}
	}
	if num := n.child("w:numPr"); num != nil {
		if id := num.child("w:numId"); id != nil {
			p.num.id, p.num.hasID = id.get("w:val"), true
		}
		if v, err := strconv.Atoi(num.child("w:ilvl").get("w:val")); err == nil && v >= 0 && v < 9 {
			p.num.level, p.num.hasLevel = v, true
		}
	}
	if jc := n.child("w:jc"); jc != nil {
		p.centred = off
		if jc.get("w:val") == "center" {
			p.centred = on
		}
	}
	return p
}

// runProps reads an rPr without its style.
func runProps(n *node) docxProps {
	p := docxProps{outline: -1}
	if n == nil {
		return p
	}
	p.vanish = toggle(n.child("w:vanish"))
	p.bold = toggle(n.child("w:b"))
	if p.bold == unset {
		p.bold = toggle(n.child("w:bCs"))
	}
	if l := n.child("w:lang"); l != nil {
		p.lang = languages{western: l.get("w:val"), eastAsian: l.get("w:eastAsia"), complex: l.get("w:bidi")}
	}
	if f := n.child("w:rFonts"); f != nil && symbolFont(f.get("w:ascii")) {
		p.symbol = f.get("w:ascii")
	}
	return p
}

// toggle reads an on/off property that counts as on where it stands alone.
func toggle(n *node) tri {
	switch {
	case n == nil:
		return unset
	case isOn(n.get("w:val"), true):
		return on
	}
	return off
}

func isOn(v string, absent bool) bool {
	switch strings.ToLower(v) {
	case "":
		return absent
	case "0", "false", "off", "none":
		return false
	}
	return true
}
