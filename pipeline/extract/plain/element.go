package plain

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/corpus"
)

// longLandmark is the length from which the text of a page's head or side is
// taken for content: a page's furniture is short.
const longLandmark = 600

// walk follows a node and what is in it.
func (p *page) walk(n *html.Node, c context, depth int) {
	if depth > maxDepth || p.full {
		return
	}
	switch n.Type {
	case html.TextNode:
		p.text(n.Data, c)
		return
	case html.ElementNode:
		if p.element(n, c, depth) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	p.children(n, c, depth)
}

func (p *page) children(n *html.Node, c context, depth int) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		p.walk(k, c, depth+1)
	}
}

// inner follows the children of a block element: the paragraph before it ends,
// and so does the last paragraph in it.
func (p *page) inner(n *html.Node, outer, c context, depth int) {
	p.flush(outer)
	p.children(n, c, depth)
	p.flush(c)
}

// element follows an element of its own kind; false leaves its children to the
// caller.
func (p *page) element(n *html.Node, c context, depth int) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Title, atom.Svg, atom.Canvas, atom.Audio,
		atom.Video, atom.Iframe, atom.Object, atom.Select, atom.Datalist, atom.Button, atom.Noframes, atom.Rp, atom.Annotation:
		return true
	case atom.Rt, atom.Rtc:
		p.sawRuby()
		return true
	}
	d, isBlock := p.around(n, c)
	switch n.DataAtom {
	case atom.Br:
		p.write("\n", c)
		return true
	case atom.Hr:
		p.flush(c)
		return true
	case atom.Table:
		p.table(n, c, d, depth)
		return true
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		p.listElement(n, c, d, depth)
		return true
	case atom.Li:
		p.item(n, c, d, depth)
		return true
	case atom.Q:
		p.write("“", d)
		p.children(n, d, depth)
		p.write("”", d)
		return true
	case atom.A:
		if noteLink(n) {
			return true
		}
	case atom.Span:
		if strings.Contains(style(n), "mso-list:ignore") {
			p.wordLabel(n)
			return true
		}
	}
	switch {
	case isBlock:
		p.inner(n, c, d, depth)
	case d.role == corpus.RoleHidden && c.role != corpus.RoleHidden:
		p.hidden = append(p.hidden, allText(n))
	default:
		p.children(n, d, depth)
	}
	return true
}

func (p *page) sawRuby() {
	if !p.ruby {
		p.ruby = true
		p.warnings = append(p.warnings, "readings beside Chinese characters (ruby) were left out")
	}
}

// around gives the context inside an element, and whether the element is a
// block.
func (p *page) around(n *html.Node, c context) (context, bool) {
	isBlock := blockElement(n)
	css := style(n)
	if isBlock && n.DataAtom != atom.Li && n.DataAtom != atom.P && n.DataAtom != atom.Div && c.role == corpus.RoleHeading {
		c.role, c.level = corpus.RoleBody, 0
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if c.role == corpus.RoleBody {
			c.role, c.level, c.list = corpus.RoleHeading, int(n.Data[1]-'0'), nil
		}
	case atom.Blockquote:
		if c.role == corpus.RoleBody {
			c.role = corpus.RoleQuotation
		}
	case atom.Pre, atom.Textarea, atom.Xmp, atom.Listing, atom.Plaintext:
		c.pre = true
	case atom.B, atom.Strong, atom.Th, atom.Dt, atom.Summary:
		c.bold = true
	case atom.Center:
		c.centred = true
	case atom.Ins:
		c.change = corpus.MarkInserted
	case atom.Del:
		c.change = corpus.MarkDeleted
	}
	if strings.Contains(css, "text-align:center") || strings.EqualFold(attr(n, "align"), "center") && n.DataAtom != atom.Table {
		c.centred = true
	}
	if strings.Contains(css, "font-weight:bold") || strings.Contains(css, "font-weight:700") {
		c.bold = true
	}
	c = p.special(n, css, c)
	return c, isBlock || c.role != corpus.RoleHidden && strings.Contains(css, "display:block")
}

// special gives the context inside elements that are not the page's body.
func (p *page) special(n *html.Node, css string, c context) context {
	if hasAttr(n, "hidden") || strings.Contains(css, "display:none") || strings.Contains(css, "visibility:hidden") || strings.Contains(css, "mso-hide:all") {
		c.role = corpus.RoleHidden
		return c
	}
	role, class := strings.ToLower(attr(n, "role")), " "+strings.ToLower(attr(n, "class"))+" "
	if c.role == corpus.RoleHidden {
		return c
	}
	switch {
	case strings.Contains(css, "mso-element:comment"):
		c.role = corpus.RoleComment
	case role == "doc-footnote" || role == "doc-endnote" || role == "doc-endnotes" || strings.Contains(class, " footnotes ") ||
		strings.Contains(css, "mso-element:footnote;") || strings.HasSuffix(css, "mso-element:footnote") || strings.HasSuffix(css, "mso-element:endnote"):
		c.role, c.level = corpus.RoleFootnote, 0
	case n.DataAtom == atom.Nav || role == "navigation":
		c.role = corpus.RoleHeader
	case (n.DataAtom == atom.Header || role == "banner") && visible(n) < longLandmark && !inArticle(n):
		c.role = corpus.RoleHeader
	case (n.DataAtom == atom.Footer || role == "contentinfo") && !inArticle(n):
		c.role = corpus.RoleFooter
	case n.DataAtom == atom.Aside || role == "complementary":
		c.role = corpus.RoleFooter
		if visible(n) >= longLandmark {
			c.role = corpus.RoleBox
		}
	}
	if c.role == corpus.RoleFootnote {
		c.note = noteNumber(n, c.note)
	}
	return c
}

var (
	noteID   = regexp.MustCompile(`^(?i:_?(?:fn|ftn|edn|footnote|endnote)[-_:]?)([0-9]{1,4})$`)
	noteHref = regexp.MustCompile(`^#(?i:_?(?:fn|ftn|edn|footnote|endnote)(?:ref)?[-_:]?[0-9]{1,4}|_?(?:fn|ftn|edn)ref[-_:]?[0-9]{1,4})$`)
	noteMark = regexp.MustCompile(`^[\s\[(]*(?:[0-9ivx]{1,4}|\*|†|↩\x{fe0e}?|↑|\^)[\s\])]*$`)
)

// noteNumber reads a footnote's mark from the identifier of its element.
func noteNumber(n *html.Node, otherwise string) string {
	if m := noteID.FindStringSubmatch(attr(n, "id")); m != nil {
		return m[1]
	}
	return otherwise
}

// noteLink reports whether a link is the mark of a footnote, or the way back
// from it.
func noteLink(n *html.Node) bool {
	role := attr(n, "role")
	if role == "doc-noteref" || role == "doc-backlink" {
		return true
	}
	return noteHref.MatchString(attr(n, "href")) && noteMark.MatchString(allText(n))
}

// inArticle reports whether a head or foot belongs to a part of the page.
func inArticle(n *html.Node) bool {
	for a := n.Parent; a != nil; a = a.Parent {
		switch a.DataAtom {
		case atom.Article, atom.Section, atom.Main, atom.Blockquote:
			return true
		}
	}
	return false
}

// visible measures the text in an element, as far as longLandmark; a Chinese
// character counts for three.
func visible(n *html.Node) int {
	size := 0
	for k := range n.Descendants() {
		if k.Type == html.TextNode {
			for _, r := range strings.TrimSpace(k.Data) {
				size++
				if wideGlyph(r) {
					size += 2
				}
			}
			if size >= longLandmark {
				break
			}
		}
	}
	return size
}

func allText(n *html.Node) string {
	var sb strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode && sb.Len() < 64<<10 {
			sb.WriteString(k.Data)
		}
	}
	return sb.String()
}

// blockElement reports whether an element begins a paragraph of its own.
func blockElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Html, atom.Legend, atom.Listing,
		atom.Main, atom.Nav, atom.Optgroup, atom.Option, atom.P, atom.Plaintext, atom.Pre, atom.Section, atom.Summary,
		atom.Textarea, atom.Xmp, atom.Frameset:
		return true
	}
	return false
}
