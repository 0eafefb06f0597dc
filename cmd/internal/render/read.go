package render

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
)

// deepest bounds the nesting of a page that is read back.
const deepest = 200

// ReadHTML reads a page that [HTML] wrote, or what somebody made of it. Its
// errors have [corpus.CodeUsage].
func ReadHTML(data []byte) (shown.Report, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return shown.Report{}, corpus.Errorf(corpus.CodeUsage, "this is no page in HTML: %w", err)
	}
	r := pageReader{}
	r.walk(root, 0)
	if r.err != nil {
		return shown.Report{}, r.err
	}
	if r.report.Recipe.Language == "" {
		return shown.Report{}, corpus.Errorf(corpus.CodeUsage, "this page is no report of rapporteur: it does not say what it was made from")
	}
	return r.report, nil
}

// pageReader gathers lines; line is the one being read.
type pageReader struct {
	report shown.Report
	line   shown.Line
	// verbatim keeps the spaces of the line.
	verbatim bool
	err      error
}

// walk reads an element and what is in it.
func (r *pageReader) walk(n *html.Node, depth int) {
	switch {
	case depth > deepest:
		r.err = corpus.Errorf(corpus.CodeUsage, "this page is nested too deep for a report")
		return
	case n.Type == html.TextNode:
		r.line.Text += n.Data
		return
	case n.DataAtom == atom.Style || n.DataAtom == atom.Script:
		return
	case n.DataAtom == atom.Meta:
		r.meta(n)
		return
	case hasClass(n, "cites"):
		r.cites(n)
		return
	}
	r.loose(n)
	kind, breaks := kindOf(n)
	if breaks {
		r.flush()
		r.line.Kind, r.verbatim = kind, n.DataAtom == atom.Q || n.DataAtom == atom.Blockquote || n.DataAtom == atom.Dd
	}
	if n.DataAtom == atom.Dt {
		r.line.Cites = append(r.line.Cites, value(n, "id"))
	}
	for _, name := range []string{"href", "cite"} {
		if to, ok := strings.CutPrefix(value(n, name), "#"); ok {
			r.line.Cites = append(r.line.Cites, to)
		}
	}
	for c := n.FirstChild; c != nil && r.err == nil; c = c.NextSibling {
		r.walk(c, depth+1)
	}
	if breaks {
		r.flush()
	}
}

// flush ends the line. A quotation cites what the line before it says.
func (r *pageReader) flush() {
	l := r.line
	r.line = shown.Line{}
	if !r.verbatim {
		l.Text = strings.Join(strings.Fields(l.Text), " ")
	}
	r.verbatim = false
	if strings.TrimSpace(l.Text) == "" && len(l.Cites) == 0 {
		return
	}
	if l.Kind == "" {
		l.Kind = shown.Cell
	}
	if n := len(r.report.Lines); l.Kind == shown.Quotation && len(l.Cites) == 0 && n > 0 && r.report.Lines[n-1].Kind == shown.Place {
		l.Cites = slices.Clone(r.report.Lines[n-1].Cites)
	}
	r.report.Lines = append(r.report.Lines, l)
}

// cites adds citations to the sentence or cell before them: anchors where they
// are links, else the names of documents.
func (r *pageReader) cites(n *html.Node) {
	var found []string
	for summary := range n.ChildNodes() {
		if summary.DataAtom == atom.Summary {
			found = append(found, strings.Join(strings.Fields(textIn(summary)), " "))
		}
	}
	if r.line.Kind == shown.Cell && strings.TrimSpace(r.line.Text) == "" {
		r.line.Text = strings.Join(found, " ") // a cell that is nothing else
	}
	r.flush()
	for item := range n.Descendants() {
		if item.DataAtom != atom.Li {
			continue
		}
		links := 0
		for a := range item.Descendants() {
			if to, ok := strings.CutPrefix(value(a, "href"), "#"); ok && a.DataAtom == atom.A {
				found = append(found, to)
				links++
			}
		}
		if text := strings.Join(strings.Fields(textIn(item)), " "); links == 0 || text != "" {
			found = append(found, text)
		}
	}
	if len(found) == 1 { // a count of nothing
		found = nil
	}
	if i := len(r.report.Lines) - 1; i >= 0 {
		r.report.Lines[i].Cites = append(r.report.Lines[i].Cites, found...)
	}
}

// kindOf tells which elements stand on a line of their own, and what they are.
func kindOf(n *html.Node) (shown.Kind, bool) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.Title:
		return shown.Heading, true
	case atom.Figcaption, atom.Dt:
		return shown.Place, true
	case atom.Blockquote, atom.Dd, atom.Q:
		return shown.Quotation, true
	case atom.Caption:
		return shown.Caption, true
	case atom.Td, atom.Th, atom.Li, atom.P, atom.Tr:
		return shown.Cell, true
	case atom.Div:
		if hasClass(n, "fixed") {
			return shown.Note, true
		}
		return shown.Cell, true
	case atom.Span:
		switch {
		case !hasClass(n, "sentence"):
			return "", false
		case hasClass(n.Parent, "fixed"):
			return shown.Note, true
		}
		return shown.Sentence, true
	}
	return shown.Cell, n.Type == html.ElementNode && n.Data == "text" // in a picture
}

// meta reads the recipe; of other meta elements the text is looked at.
func (r *pageReader) meta(n *html.Node) {
	content := value(n, "content")
	if value(n, "name") != "rapporteur" {
		return
	}
	if err := json.Unmarshal([]byte(content), &r.report.Recipe); err != nil {
		r.err = corpus.Errorf(corpus.CodeUsage, "this page does not say rightly what it was made from: %w", err)
	}
}

// loose keeps what only some readers of the page are told.
func (r *pageReader) loose(n *html.Node) {
	for _, name := range []string{"aria-label", "title", "alt", "id", "data-source"} {
		if text := value(n, name); text != "" {
			r.report.Loose = append(r.report.Loose, text)
		}
	}
}

func value(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return n != nil && slices.Contains(strings.Fields(value(n, "class")), class)
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			b.WriteString(" ")
		}
	}
	return b.String()
}
