package word

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"rapporteur/corpus"
)

const mainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// Write writes a report as a .docx file over a template; nil stands for the
// default template. A template that cannot be used is an error of
// [corpus.CodeUsage] that says what it lacks.
func Write(w io.Writer, r corpus.Report, template []byte) error {
	p := defaultPack()
	if template != nil {
		var err error
		if p, err = open(template); err != nil {
			return err
		}
	}
	l, err := newLayout(p, r)
	if err != nil {
		return err
	}
	if err := l.fill(); err != nil {
		return err
	}
	return p.write(w)
}

// layout is a template being filled with a report.
type layout struct {
	pack   *pack
	report corpus.Report
	// main is the name of the document part.
	main string
	// values are what placeholders stand for.
	values map[string]string
	rtl    bool
}

func newLayout(p *pack, r corpus.Report) (*layout, error) {
	main, err := p.main()
	if err != nil {
		return nil, err
	}
	words := wordsFor(r.Language)
	return &layout{
		pack: p, report: r, main: main, rtl: corpus.RightToLeft(r.Language),
		values: map[string]string{
			"title": r.Title, "date": dated(r), "cutoff": dated(r),
			"meetings": strings.Join(r.Scope.Meetings, ", "), "page": words.page, "of": words.of,
		},
	}, nil
}

// dated is the cut-off day as the report's language writes it.
func dated(r corpus.Report) string { return cmp.Or(r.Dated, r.Scope.Cutoff) }

// fill puts the report into every part that takes some of it.
func (l *layout) fill() error {
	styles, err := l.styles()
	if err != nil {
		return err
	}
	notes, err := l.document(styles)
	if err != nil {
		return err
	}
	for _, kind := range []string{"header", "footer"} {
		names, err := l.pack.related(l.main, kind)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := l.margin(name); err != nil {
				return err
			}
		}
	}
	if notes != "" {
		if err := l.pack.addNotes(l.main, notes); err != nil {
			return err
		}
	}
	if err := l.settings(); err != nil {
		return err
	}
	if err := l.recipe(); err != nil {
		return err
	}
	return l.properties()
}

// styles resolves the styles, and adds those that the template lacks.
func (l *layout) styles() (styleIDs, error) {
	names, err := l.pack.related(l.main, "styles")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, corpus.Errorf(corpus.CodeUsage, "template: it has no styles: save it in Word, or start from the default template")
	}
	s, err := readSheet(l.pack.parts[names[0]])
	if err != nil {
		return nil, templateFault(names[0], err)
	}
	ids, more, err := s.resolve()
	if err != nil {
		return nil, err
	}
	edits := []edit{s.root.insert(s.data, nil, more)}
	if l.rtl {
		edits = append(edits, s.rightToLeft())
	}
	l.pack.put(names[0], apply(s.data, edits))
	return ids, nil
}

// document fills the body; it gives the footnotes that the content needs.
func (l *layout) document(styles styleIDs) (notes string, err error) {
	data := l.pack.parts[l.main]
	root, err := parse(data)
	if err != nil {
		return "", templateFault(l.main, err)
	}
	if root.value("xmlns:w") != mainNamespace {
		return "", corpus.Errorf(corpus.CodeUsage, "template: it is saved in another form of Word's format: save it as a Word document (.docx)")
	}
	place := contentPlace(root)
	if place == nil {
		return "", corpus.Errorf(corpus.CodeUsage, "template: {{content}} is missing: put it alone in a paragraph where the report is to stand")
	}
	governing := sectionAfter(root, place)
	last, err := l.lastNote()
	if err != nil {
		return "", err
	}
	c := composer{
		report: l.report, cites: citationsOf(l.report.Passages), styles: styles, words: wordsFor(l.report.Language),
		sections: sectionsOf(data, governing, l.rtl), rtl: l.rtl, note: last,
	}
	c.compose()
	edits := placeholders(data, root, l.values, place)
	edits = append(edits, l.sections(data, root, governing, place, &c)...)
	l.pack.put(l.main, apply(data, edits))
	return c.notes.String(), nil
}

// lastNote is the number of the template's last footnote.
func (l *layout) lastNote() (int, error) {
	names, err := l.pack.related(l.main, "footnotes")
	if err != nil || len(names) == 0 {
		return 0, err
	}
	root, err := parse(l.pack.parts[names[0]])
	if err != nil {
		return 0, templateFault(names[0], err)
	}
	return lastNote(root), nil
}

// sections puts the content in its place and sees to the sections round it.
func (l *layout) sections(data []byte, root, governing, place *node, c *composer) []edit {
	content := string(c.out)
	own := place.child("w:pPr").child("w:sectPr")
	var edits []edit
	root.each(func(n *node) {
		if n.name != "w:sectPr" || n == own {
			return
		}
		switch {
		case n == governing && c.breaks > 0:
			edits = append(edits, edit{n.start, n.end, c.sections.later})
		case l.rtl:
			props := setProperty(properties(data, n), property{"w:bidi", "<w:bidi/>"})
			edits = append(edits, edit{n.start, n.end, joinSection(props)})
		}
	})
	if own != nil { // the placeholder's paragraph ended a section
		end := c.sections.first
		if c.breaks > 0 {
			end = c.sections.later
		}
		content += fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr></w:p>`, escape(c.styles[styleSection]), end)
	}
	return append(edits, edit{place.start, place.end, content})
}

// margin fills a header or a footer.
func (l *layout) margin(name string) error {
	data := l.pack.parts[name]
	root, err := parse(data)
	if err != nil {
		return templateFault(name, err)
	}
	l.pack.put(name, apply(data, placeholders(data, root, l.values, nil)))
	return nil
}
