package render

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"rapporteur/corpus"
)

// Markdown writes the report as CommonMark with pipe tables.
func Markdown(w io.Writer, r corpus.Report) error {
	m := markdown{cites: citationsOf(r)}
	fmt.Fprintf(&m.out, "# %s\n", escapeMarkdown(r.Title))
	for _, b := range r.Blocks {
		m.block(b)
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

type markdown struct {
	out   strings.Builder
	cites citations
}

func (m *markdown) block(b corpus.Block) {
	switch b := b.(type) {
	case corpus.Heading:
		fmt.Fprintf(&m.out, "\n%s %s\n", strings.Repeat("#", b.Level+1), escapeMarkdown(b.Text))
	case corpus.Paragraph:
		m.paragraph(b)
	case corpus.Quotation:
		m.quotation(b)
	case corpus.Table:
		m.table(b)
	}
}

func (m *markdown) paragraph(p corpus.Paragraph) {
	m.out.WriteString("\n")
	if p.Number > 0 {
		fmt.Fprintf(&m.out, "%d\\. ", p.Number)
	}
	for i, s := range p.Sentences {
		if i > 0 {
			m.out.WriteString(" ")
		}
		m.out.WriteString(escapeMarkdown(s.Text))
		if len(s.Cites) > 0 {
			m.out.WriteString(" [" + escapeMarkdown(m.places(s.Cites)) + "]")
		}
	}
	m.out.WriteString("\n")
}

func (m *markdown) places(cites []string) string {
	var docs []string
	for _, d := range m.cites.grouped(cites) {
		var texts []string
		for _, p := range d.Places {
			texts = append(texts, p.Text)
		}
		if len(texts) == 0 {
			docs = append(docs, d.Ref)
			continue
		}
		docs = append(docs, d.Ref+", "+strings.Join(texts, "; "))
	}
	return strings.Join(docs, " · ")
}

func (m *markdown) quotation(q corpus.Quotation) {
	label := ""
	if q.Label != "" {
		label = q.Label + " · "
	}
	remark := ""
	if q.Remark != "" {
		remark = ", " + q.Remark
	}
	fmt.Fprintf(&m.out, "\n**%s%s** (%s%s):\n\n", label, escapeMarkdown(q.Source), escapeMarkdown(q.Pinpoint), escapeMarkdown(remark))
	for line := range strings.Lines(q.Text) {
		fmt.Fprintf(&m.out, "> %s\n", escapeMarkdown(strings.TrimSuffix(line, "\n")))
	}
}

func (m *markdown) table(t corpus.Table) {
	m.out.WriteString("\n")
	m.row(t.Header)
	m.out.WriteString("|" + strings.Repeat(" --- |", len(t.Header)) + "\n")
	for _, row := range t.Rows {
		m.row(row)
	}
}

func (m *markdown) row(cells []corpus.TableCell) {
	m.out.WriteString("|")
	for _, c := range cells {
		text := escapeMarkdown(c.Text)
		if c.State != "" {
			text = stateMarks[c.State] + " " + text
			if c.State == corpus.CellAddressed {
				text = fmt.Sprintf("%s (%d)", text, len(c.Cites))
			}
		}
		m.out.WriteString(" " + strings.ReplaceAll(text, "\n", "<br>") + " |")
	}
	m.out.WriteString("\n")
}

var markdownEscaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "<", `&lt;`, "&", `&amp;`, "|", `\|`, "#", `\#`, "~", `\~`,
)

// looseUnderscore is one that could open or close emphasis; inside a word it
// cannot (CommonMark 0.31, rules 2 and 4 of emphasis).
var looseUnderscore = regexp.MustCompile(`(^|[^\pL\pN_])(_+)|(_+)($|[^\pL\pN_])`)

// escapeMarkdown keeps text from being taken for markup.
func escapeMarkdown(s string) string {
	s = markdownEscaper.Replace(s)
	if !strings.Contains(s, "_") {
		return s
	}
	return looseUnderscore.ReplaceAllStringFunc(s, func(m string) string { return strings.ReplaceAll(m, "_", `\_`) })
}
