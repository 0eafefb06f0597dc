package main

import (
	"fmt"
	"strings"
)

// paragraph writes one paragraph; extra is further properties as XML, in the
// order the schema asks for.
func (w *word) paragraph(style, extra string, runs []run) {
	w.printf(`<w:p><w:pPr><w:pStyle w:val="%s"/>`, style)
	// numPr comes before bidi, jc and rPr after it.
	number, rest := "", extra
	if i := strings.Index(extra, `</w:numPr>`); i >= 0 {
		number, rest = extra[:i+len(`</w:numPr>`)], extra[i+len(`</w:numPr>`):]
	}
	w.printf(`%s%s%s</w:pPr>`, number, w.when(w.rtl, `<w:bidi/>`), rest)
	for _, r := range runs {
		w.run(r)
	}
	w.printf(`</w:p>`)
}

// insertedMark says that the paragraph itself, not only its words, is new.
func (w *word) insertedMark(b block) string {
	if !b.added {
		return ""
	}
	return `<w:rPr><w:ins ` + w.change() + `/></w:rPr>`
}

func (w *word) run(r run) {
	open, end, tag := "", "", "w:t"
	switch r.mark {
	case "ins":
		open, end = `<w:ins `+w.change()+`>`, `</w:ins>`
	case "del":
		open, end, tag = `<w:del `+w.change()+`>`, `</w:del>`, "w:delText"
	}
	w.out.WriteString(open)
	if r.note != "" {
		w.notes = append(w.notes, note{ID: len(w.notes) + 1, Runs: w.runXML(" "+r.note, "w:t")})
		w.printf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, len(w.notes))
	}
	w.out.WriteString(w.runXML(r.text, tag))
	w.out.WriteString(end)
}

// runXML writes text as runs, tabs as Word's own tabs.
func (w *word) runXML(s, tag string) string {
	var out strings.Builder
	for _, p := range w.pieces(s) {
		fmt.Fprintf(&out, `<w:r>%s`, w.when(p.rtl, `<w:rPr><w:rtl/></w:rPr>`))
		for i, part := range strings.Split(p.text, "\t") {
			out.WriteString(w.when(i > 0, `<w:tab/>`))
			if part != "" {
				fmt.Fprintf(&out, `<%s xml:space="preserve">%s</%s>`, tag, escape(part), tag)
			}
		}
		out.WriteString(`</w:r>`)
	}
	return out.String()
}

func (w *word) change() string {
	w.changes++
	return fmt.Sprintf(`w:id="%d" w:author="%s" w:date="%sT10:00:00Z"`, 900+w.changes, escape(w.text.Editor), w.text.EditedOn)
}
