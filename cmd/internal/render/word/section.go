package word

import (
	"bytes"
	"strconv"
	"strings"
)

// sections are the properties of the sections that a report is cut into, as
// w:sectPr elements.
type sections struct {
	// first is as the template has it; later does without a first page of its
	// own and a restart of the page numbers; wide is later on its side.
	first, later, wide string
	// portrait and landscape are the widths of text, in twentieths of a point.
	portrait, landscape int
}

const defaultSection = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" ` +
	`w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>`

// sectionsOf derives the sections from the properties in the template, which
// may be nil.
func sectionsOf(data []byte, n *node, rtl bool) sections {
	if n == nil {
		data = []byte(defaultSection)
		n, _ = parse(data) // a constant
	}
	props := properties(data, n)
	if rtl {
		props = setProperty(props, property{"w:bidi", "<w:bidi/>"})
	}
	size, margins := n.child("w:pgSz"), n.child("w:pgMar")
	w, h := twips(size, "w:w", 11906), twips(size, "w:h", 16838)
	sides := twips(margins, "w:left", 1134) + twips(margins, "w:right", 1134) + twips(margins, "w:gutter", 0)
	s := sections{first: joinSection(props), portrait: max(w-sides, 2000), landscape: max(h-sides, 2000)}

	var later []property
	for _, p := range props {
		switch p.name {
		case "w:titlePg", "w:type":
			continue
		case "w:pgNumType":
			p.markup = withoutAttribute(p.markup, "w:start")
		}
		later = append(later, p)
	}
	s.later = joinSection(later)
	if w > h { // the template lies on its side already
		s.wide, s.landscape = s.later, s.portrait
		return s
	}
	s.wide = joinSection(setProperty(later, property{"w:pgSz",
		`<w:pgSz w:w="` + strconv.Itoa(h) + `" w:h="` + strconv.Itoa(w) + `" w:orient="landscape"/>`}))
	return s
}

// twips reads a measure in twentieths of a point.
func twips(n *node, name string, otherwise int) int {
	if v, err := strconv.Atoi(n.value(name)); err == nil && v >= 0 && v < 1<<20 {
		return v
	}
	return otherwise
}

func joinSection(props []property) string { return joinProperties("w:sectPr", sectionOrder, props) }

func withoutAttribute(markup, name string) string {
	i := strings.Index(markup, " "+name+`="`)
	if i < 0 {
		return markup
	}
	from := i + len(name) + 3
	j := strings.IndexByte(markup[from:], '"')
	if j < 0 {
		return markup
	}
	return markup[:i] + markup[from+j+1:]
}

// orient ends the section where the next block needs a page the other way.
func (c *composer) orient(wide bool) {
	if c.wide == wide {
		return
	}
	props := c.sections.later
	switch {
	case c.wide:
		props = c.sections.wide
	case c.breaks == 0:
		props = c.sections.first
	}
	c.wide = wide
	c.breaks++
	if c.splice > 0 {
		tail := bytes.Clone(c.out[c.splice:])
		c.out = append(append(c.out[:c.splice], props...), tail...)
		c.splice = 0
		return
	}
	c.raw("<w:p><w:pPr>")
	c.raw(`<w:pStyle w:val="` + escape(c.styles[styleSection]) + `"/>` + props + "</w:pPr></w:p>\n")
}

// width is the width of text on the present page.
func (c *composer) width() int {
	if c.wide {
		return c.sections.landscape
	}
	return c.sections.portrait
}
