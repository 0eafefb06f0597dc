package word

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// footnote puts citations into a footnote and its number into the text.
func (c *composer) footnote(cites []string) {
	c.note++
	id := strconv.Itoa(c.note)
	c.raw("<w:r><w:rPr>" + c.noteStyle() + `</w:rPr><w:footnoteReference w:id="` + id + `"/></w:r>`)

	body, splice := c.out, c.splice
	c.out = nil
	c.paragraph(paragraphProperties{style: styleFootnote, rtl: c.rtl}, func() {
		c.raw("<w:r><w:rPr>" + c.noteStyle() + "</w:rPr><w:footnoteRef/></w:r>")
		c.run(" ", runProperties{rtl: c.rtl})
		c.places(cites, c.rtl)
	})
	c.notes.WriteString(`<w:footnote w:id="` + id + `">`)
	c.notes.Write(c.out)
	c.notes.WriteString("</w:footnote>\n")
	c.out, c.splice = body, splice
}

func (c *composer) noteStyle() string {
	return `<w:rStyle w:val="` + escape(c.styles[styleReference]) + `"/>`
}

// lastNote gives the greatest number of a footnote in the template, so that
// ours come after it.
func lastNote(root *node) int {
	last := 0
	for _, n := range root.kids {
		if id, err := strconv.Atoi(n.value("w:id")); err == nil {
			last = max(last, id)
		}
	}
	return last
}

// addNotes writes the footnotes into the template's part, or the default
// template's where it has none.
func (p *pack) addNotes(main, notes string) error {
	name, err := p.notesPart(main)
	if err != nil {
		return err
	}
	root, err := parse(p.parts[name])
	if err != nil {
		return templateFault(name, err)
	}
	p.put(name, apply(p.parts[name], []edit{root.insert(p.parts[name], nil, notes)}))
	return nil
}

// notesPart finds the footnotes, after adding a part where there is none.
func (p *pack) notesPart(main string) (string, error) {
	names, err := p.related(main, "footnotes")
	if err != nil || len(names) > 0 {
		return strings.Join(names[:min(len(names), 1)], ""), err
	}
	name := p.free(main, "footnotes")
	return name, p.attach(main, name, "footnotes", wordType+"footnotes+xml", defaultPack().parts["word/footnotes.xml"])
}

// free gives a name for a new part beside the document.
func (p *pack) free(main, stem string) string {
	dir := main[:strings.LastIndex(main, "/")+1]
	name := dir + stem + ".xml"
	for n := 1; p.parts[name] != nil; n++ {
		name = fmt.Sprintf("%s%s%d.xml", dir, stem, n)
	}
	return name
}

func templateFault(part string, err error) error {
	return corpus.Errorf(corpus.CodeUsage, "template: part %s: %w", part, err)
}
