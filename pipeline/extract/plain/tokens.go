package plain

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/corpus"
)

// tokens reads a page that the parser gives up on, such as one with elements
// nested a thousand deep: the text between tags, with a paragraph wherever an
// element is no part of a line.
func (p *page) tokens(text string) {
	p.warnings = append(p.warnings, "the page is nested too deeply to be read as a tree; headings, lists and tables were not told apart")
	z := html.NewTokenizer(strings.NewReader(text))
	c := context{role: corpus.RoleBody}
	skip := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			if skip == 0 {
				p.text(string(z.Text()), c)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			skip = p.startTag(z, c, skip)
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == skip {
				skip = 0
			}
			if !inline(a) {
				p.flush(c)
			}
		}
		if p.full {
			return
		}
	}
}

// startTag passes the start of an element, and gives the element whose text is
// to be skipped.
func (p *page) startTag(z *html.Tokenizer, c context, skip atom.Atom) atom.Atom {
	name, _ := z.TagName()
	a := atom.Lookup(name)
	switch {
	case skip != 0:
	case a == atom.Script, a == atom.Style, a == atom.Title, a == atom.Template:
		return a
	case a == atom.Br:
		p.write("\n", c)
	case !inline(a):
		p.flush(c)
	}
	return skip
}

// inline reports whether an element is a part of a line.
func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Del, atom.Dfn, atom.Em, atom.Font,
		atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike,
		atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, 0:
		return true
	}
	return false
}
