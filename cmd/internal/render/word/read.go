package word

import (
	"slices"
	"strings"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
)

// wholeReport is the bookmark round what a report puts into a template.
const wholeReport = "rapporteur_report"

// Read reads a document that [Write] wrote, or what somebody made of it. Text
// outside the report's own, and the table of contents, whose numbers Word
// fills, are loose. Its errors have [corpus.CodeUsage].
func Read(data []byte) (shown.Report, error) {
	p, err := open(data)
	if err != nil {
		return shown.Report{}, corpus.Errorf(corpus.CodeUsage, "this is no Word document: %w", err)
	}
	d := documentReader{pack: p, styles: map[string]string{}, notes: map[string]*node{}}
	if d.report.Recipe, err = p.readRecipe(); err != nil {
		return shown.Report{}, err
	}
	if d.report.Recipe.Language == "" {
		return shown.Report{}, corpus.Errorf(corpus.CodeUsage, "this document is no report of rapporteur: it does not say what it was made from")
	}
	if err := d.read(); err != nil {
		return shown.Report{}, err
	}
	return d.report, nil
}

type documentReader struct {
	pack   *pack
	report shown.Report
	// styles leads from identifiers to visible names, notes from numbers to
	// footnotes.
	styles map[string]string
	notes  map[string]*node
	inside bool
}

func (d *documentReader) read() error {
	names, err := d.pack.related("", "officeDocument")
	if err != nil || len(names) == 0 {
		return corpus.Errorf(corpus.CodeUsage, "it has no Word document inside")
	}
	for _, kind := range []string{"styles", "footnotes", "header", "footer"} {
		parts, err := d.pack.related(names[0], kind)
		if err != nil {
			return err
		}
		for _, name := range parts {
			root, err := parse(d.pack.parts[name])
			if err != nil {
				return templateFault(name, err)
			}
			d.other(kind, root)
		}
	}
	root, err := parse(d.pack.parts[names[0]])
	if err != nil {
		return templateFault(names[0], err)
	}
	d.inside = !hasBookmark(root)
	d.blocks(root.child("w:body"))
	return nil
}

// other reads a part beside the document.
func (d *documentReader) other(kind string, root *node) {
	for _, k := range root.kids {
		switch kind {
		case "styles":
			d.styles[k.value("w:styleId")] = k.child("w:name").value("w:val")
		case "footnotes":
			d.notes[k.value("w:id")] = k
		default:
			d.loose(textOf(k))
		}
	}
}

func (d *documentReader) loose(text string) {
	if strings.TrimSpace(text) != "" {
		d.report.Loose = append(d.report.Loose, text)
	}
}

func hasBookmark(root *node) bool {
	found := false
	root.each(func(n *node) { found = found || n.name == "w:bookmarkStart" && n.value("w:name") == wholeReport })
	return found
}

// blocks reads the children of the body, of a table's cell or of a control.
func (d *documentReader) blocks(parent *node) {
	if parent == nil {
		return
	}
	id := ""
	for _, n := range parent.kids {
		switch {
		case n.name == "w:bookmarkStart" && n.value("w:name") == wholeReport:
			d.inside, id = true, n.value("w:id")
		case n.name == "w:bookmarkEnd" && n.value("w:id") == id && id != "":
			d.inside = false
		case n.name == "w:sdt" && isContents(n), !d.inside && n.name != "w:sdt":
			d.loose(textOf(n))
		case n.name == "w:p":
			d.paragraph(n)
		case n.name == "w:tbl":
			d.table(n)
		case n.name == "w:sdt":
			d.blocks(n.child("w:sdtContent"))
		}
	}
}

func isContents(n *node) bool {
	return n.child("w:sdtPr").child("w:docPartObj").child("w:docPartGallery").value("w:val") == "Table of Contents"
}

func (d *documentReader) paragraph(n *node) {
	style := strings.ToLower(d.styles[n.child("w:pPr").child("w:pStyle").value("w:val")])
	switch {
	case strings.HasPrefix(style, "heading "):
		d.line(shown.Heading, textOf(n), nil)
	case style == strings.ToLower(styleSource):
		d.line(shown.Place, textOf(n), anchors(n))
	case style == strings.ToLower(styleQuote), style == strings.ToLower(styleQuoteRTL):
		var cites []string
		if i := len(d.report.Lines); i > 0 && d.report.Lines[i-1].Kind == shown.Place {
			cites = slices.Clone(d.report.Lines[i-1].Cites)
		}
		d.line(shown.Quotation, textOf(n), cites)
	case style == strings.ToLower(styleNote):
		d.line(shown.Note, textOf(n), nil)
	case style == strings.ToLower(styleParagraph):
		d.sentences(n)
	default:
		d.line(shown.Caption, textOf(n), anchors(n))
	}
}

// sentences cuts a paragraph behind each footnote, which holds what the
// sentence before it cites.
func (d *documentReader) sentences(n *node) {
	var text strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
		if n.name == "w:footnoteReference" {
			d.line(shown.Sentence, text.String(), d.cited(n.value("w:id")))
			text.Reset()
			return
		}
		text.WriteString(character(n))
		for _, k := range n.kids {
			if k.name != "w:pPr" {
				walk(k)
			}
		}
	}
	walk(n)
	d.line(shown.Sentence, text.String(), nil)
}

// cited are the anchors in a footnote, then its text, which names documents.
func (d *documentReader) cited(id string) []string {
	note := d.notes[id]
	if note == nil {
		return nil
	}
	return append(anchors(note), strings.TrimSpace(textOf(note)))
}

func (d *documentReader) table(n *node) {
	for _, row := range n.kids {
		for _, cell := range row.kids {
			if cell.name == "w:tc" {
				d.line(shown.Cell, textOf(cell), anchors(cell))
			}
		}
	}
}

func (d *documentReader) line(kind shown.Kind, text string, cites []string) {
	if kind != shown.Quotation {
		text = strings.Join(strings.Fields(text), " ")
	}
	if strings.TrimSpace(text) == "" && len(cites) == 0 {
		return
	}
	d.report.Lines = append(d.report.Lines, shown.Line{Kind: kind, Text: text, Cites: cites})
}

// anchors are where the links of an element lead, and the passages that it is
// the place of.
func anchors(n *node) []string {
	var out []string
	n.each(func(k *node) {
		switch name := k.value("w:name"); {
		case k.name == "w:hyperlink" && k.value("w:anchor") != "":
			out = append(out, k.value("w:anchor"))
		case k.name == "w:bookmarkStart" && strings.HasPrefix(name, "cited_"):
			out = append(out, name)
		}
	})
	return out
}

// textOf is the text of an element as it is read.
func textOf(n *node) string {
	var b strings.Builder
	paragraphs := 0
	n.content(func(k *node) {
		if k.name == "w:p" {
			if paragraphs++; paragraphs > 1 {
				b.WriteString("\n")
			}
		}
		b.WriteString(character(k))
	})
	return b.String()
}

// content visits the element and what is in it, without properties.
func (n *node) content(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		if k.name != "w:pPr" && k.name != "w:rPr" {
			k.content(visit)
		}
	}
}

// character is the text that an element itself stands for.
func character(n *node) string {
	switch n.name {
	case "w:t":
		return string(n.text)
	case "w:tab":
		return "\t"
	case "w:br":
		return "\n"
	case "w:noBreakHyphen":
		return "-"
	}
	return ""
}
