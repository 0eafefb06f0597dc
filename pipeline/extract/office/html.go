package office

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// This file reads HTML and plain text that stand inside a Word document; whole
// web pages have a reader of their own elsewhere.

// maxMIMEParts bounds the parts of a web archive.
const maxMIMEParts = 1000

// htmlPage collects the paragraphs of a page.
type htmlPage struct {
	blocks []block.Block
	text   strings.Builder
	role   corpus.Role
	level  int
	label  string
	cell   *block.Cell
	tables int
}

func htmlBlocks(data []byte) []block.Block {
	in, err := charset.NewReader(bytes.NewReader(data), "text/html")
	if err != nil {
		in = bytes.NewReader(data)
	}
	root, err := html.Parse(in)
	if err != nil {
		return nil
	}
	p := &htmlPage{role: corpus.RoleBody}
	p.walk(root, 0)
	p.end()
	return p.blocks
}

// end closes the paragraph being read.
func (p *htmlPage) end() {
	if text := trimmed(p.text.String()); text != "" {
		role := p.role
		if p.cell != nil {
			role = corpus.RoleTable
		}
		p.blocks = append(p.blocks, block.Block{Role: role, Level: p.level, Label: p.label, Text: text, Cell: p.cell})
		p.label = ""
	}
	p.text.Reset()
}

func (p *htmlPage) walk(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		p.text.WriteString(spaces(n.Data))
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Noscript:
		return
	case atom.Br:
		p.text.WriteByte('\n')
		return
	case atom.Table:
		p.table(n, depth)
		return
	case atom.Ul, atom.Ol:
		p.list(n, depth)
		return
	}
	if !htmlBlock(n.DataAtom) {
		p.children(n, depth)
		return
	}
	p.end()
	role, level := p.role, p.level
	if h := n.Data; len(h) == 2 && h[0] == 'h' && h[1] >= '1' && h[1] <= '6' {
		p.role, p.level = corpus.RoleHeading, int(h[1]-'0')
	} else if n.DataAtom == atom.Blockquote {
		p.role = corpus.RoleQuotation
	}
	p.children(n, depth)
	p.end()
	p.role, p.level = role, level
}

func (p *htmlPage) children(n *html.Node, depth int) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		p.walk(k, depth+1)
	}
}

func htmlBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Li, atom.Dt, atom.Dd, atom.Dl,
		atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Nav, atom.Aside, atom.Figure, atom.Figcaption, atom.Hr, atom.Body,
		atom.Html, atom.Address, atom.Fieldset, atom.Form, atom.Caption:
		return true
	}
	return false
}

func (p *htmlPage) list(n *html.Node, depth int) {
	p.end()
	level := p.level
	p.level++
	at := 0
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom == atom.Li {
			at++
			p.end()
			p.label = "•"
			if n.DataAtom == atom.Ol {
				p.label = strconv.Itoa(at) + "."
			}
		}
		p.walk(k, depth+1)
	}
	p.end()
	p.level, p.label = level, ""
}

func (p *htmlPage) table(n *html.Node, depth int) {
	p.end()
	outer := p.cell
	p.tables++
	at := block.Cell{Table: p.tables}
	p.rows(n, depth, &at)
	p.cell = outer
}

func (p *htmlPage) rows(n *html.Node, depth int, at *block.Cell) {
	if depth > maxDepth {
		return
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.DataAtom {
		case atom.Tr:
			at.Row++
			at.Column = 0
			p.rows(k, depth+1, at)
		case atom.Td, atom.Th:
			at.Column++
			here := *at
			p.cell = &here
			p.children(k, depth+1)
			p.cell = &here
			p.end()
		case atom.Caption:
			p.cell = nil
			p.walk(k, depth+1)
		default:
			p.rows(k, depth+1, at)
		}
	}
}

// textBlocks makes a paragraph of each line.
func textBlocks(data []byte) []block.Block {
	data, _ = toUTF8(data)
	var out []block.Block
	for line := range strings.Lines(strings.ToValidUTF8(string(data), "\uFFFD")) {
		if text := trimmed(line); text != "" {
			out = append(out, block.Block{Role: corpus.RoleBody, Text: text})
		}
	}
	return out
}

// webArchive gives the first HTML part of a MIME message, as Word saves a
// single-file web page.
func webArchive(data []byte) ([]byte, bool) {
	if !bytes.Contains(bytes.ToLower(data[:min(len(data), 2048)]), []byte("mime-version:")) {
		return nil, false
	}
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return nil, false
	}
	if kind == "text/html" {
		return decodeMIME(m.Body, m.Header.Get("Content-Transfer-Encoding"))
	}
	if params["boundary"] == "" {
		return nil, false
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for range maxMIMEParts {
		part, err := parts.NextRawPart()
		if err != nil {
			break
		}
		if strings.HasPrefix(part.Header.Get("Content-Type"), "text/html") {
			return decodeMIME(part, part.Header.Get("Content-Transfer-Encoding"))
		}
	}
	return nil, false
}

func decodeMIME(in io.Reader, encoding string) ([]byte, bool) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		in = quotedprintable.NewReader(in)
	case "base64":
		in = base64.NewDecoder(base64.StdEncoding, in)
	}
	data, err := io.ReadAll(io.LimitReader(in, maxChunk))
	return data, err == nil || len(data) > 0
}
