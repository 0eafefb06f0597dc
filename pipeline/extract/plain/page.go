package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxDepth bounds how deep elements are followed; the parser itself gives up
// long before.
const maxDepth = 1000

// page collects the blocks of a web page.
type page struct {
	blocks  []block.Block
	limit   int
	full    bool
	cleaner *Cleaner
	// original keeps deleted words and leaves inserted ones out.
	original        bool
	title, language string
	warnings        []string
	tables          int
	// raw is the paragraph so far; bold counts its visible bytes in bold.
	raw         strings.Builder
	bold, heavy int
	// marks are tracked changes as spans of raw.
	marks []corpus.Mark
	// label waits for the first paragraph of its list item.
	label string
	// level is the depth that Word gave the list item it belongs to.
	level int
	// hidden are hidden parts of the paragraph, which follow it as blocks.
	hidden []string
	ruby   bool
}

// context is what the elements around a paragraph say of it.
type context struct {
	role    corpus.Role
	level   int
	cell    *block.Cell
	note    string
	pre     bool
	bold    bool
	centred bool
	list    *list
	change  corpus.MarkType
}

func newPage(text string, limit int) *page {
	c := NewCleaner(text)
	c.keepBreaks = true
	return &page{limit: limit, cleaner: c}
}

// head takes the title and language.
func (p *page) head(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html, atom.Body:
			if lang := attr(n, "lang") + attr(n, "xml:lang"); p.language == "" && lang != "" {
				p.language = languageOf(attr(n, "lang"), attr(n, "xml:lang"))
			}
		case atom.Title:
			if p.title == "" && n.FirstChild != nil && n.Namespace == "" {
				p.title, _ = Clean(n.FirstChild.Data)
			}
		case atom.Meta:
			if p.language == "" && strings.EqualFold(attr(n, "http-equiv"), "content-language") {
				p.language = languageOf(attr(n, "content"))
			}
		case atom.P, atom.Table:
			return
		}
	}
}

// languageOf gives the first language code among tags such as "fr-CH".
func languageOf(tags ...string) string {
	for _, tag := range tags {
		code := strings.ToLower(strings.TrimSpace(tag))
		if i := strings.IndexFunc(code, func(r rune) bool { return r < 'a' || r > 'z' }); i >= 0 {
			code = code[:i]
		}
		if len(code) == 2 || len(code) == 3 {
			return code
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// style gives an element's own style in lower case without blanks.
func style(n *html.Node) string {
	return strings.ToLower(strings.Join(strings.Fields(attr(n, "style")), ""))
}

// text adds a text node. A line break in it is a space, nothing between Chinese
// characters; in preformatted text it stays.
func (p *page) text(data string, c context) {
	if c.pre {
		p.write(data, c)
		return
	}
	var sb strings.Builder
	rest := data
	for {
		i := strings.IndexAny(rest, "\n\r")
		if i < 0 {
			break
		}
		before, after := rest[:i], strings.TrimLeft(rest[i:], " \t\r\n\f")
		sb.WriteString(strings.TrimRight(before, " \t"))
		if !betweenWide(before, after) {
			sb.WriteByte(' ')
		}
		rest = after
	}
	sb.WriteString(rest)
	p.write(strings.ReplaceAll(sb.String(), "\t", " "), c)
}

func betweenWide(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \t"))
	first, _ := utf8.DecodeRuneInString(after)
	return wideGlyph(last) && wideGlyph(first)
}

// maxMarks bounds the tracked changes of one paragraph that are kept.
const maxMarks = 2000

// write adds text to the paragraph. Words that a tracked change took away are
// noted and left out.
func (p *page) write(s string, c context) {
	from := p.raw.Len()
	if len(p.marks) >= maxMarks && c.change == corpus.MarkInserted {
		c.change = ""
	}
	switch {
	case c.change == corpus.MarkDeleted && !p.original, c.change == corpus.MarkInserted && p.original:
		if words, _ := Clean(s); words != "" && !p.original && len(p.marks) < maxMarks {
			p.marks = append(p.marks, corpus.Mark{Type: c.change, Start: from, End: from, Text: words})
		}
		return
	case c.change == corpus.MarkInserted:
		p.marks = append(p.marks, corpus.Mark{Type: c.change, Start: from, End: from + len(s)})
	}
	p.raw.WriteString(s)
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		p.heavy++
		if c.bold {
			p.bold++
		}
	}
}

// flush ends the paragraph and makes it a block.
func (p *page) flush(c context) {
	raw := strings.TrimFunc(p.raw.String(), blankRune)
	lead := strings.Index(p.raw.String(), raw)
	b := block.Block{Role: c.role, Level: c.level, Cell: c.cell, Note: c.note, Centred: c.centred, Bold: p.bold > 0 && p.bold == p.heavy}
	marks := p.marks
	p.raw.Reset()
	p.bold, p.heavy, p.marks = 0, 0, nil
	defer p.pushHidden()
	if raw == "" {
		return
	}
	if c.pre {
		p.preformatted(b, raw)
		return
	}
	fill(&b, raw, p.cleaner, nil)
	b.Marks = placeMarks(marks, lead, b, raw)
	if c.list != nil || p.label != "" {
		b.Label, p.label = p.label, ""
		if p.level > 0 {
			b.Level, p.level = p.level, 0
		}
	}
	p.push(b)
	for _, n := range p.cleaner.notes(raw) {
		f := block.Block{Role: corpus.RoleFootnote, Note: n.mark}
		fill(&f, n.raw, p.cleaner, nil)
		p.push(f)
	}
}

// pushHidden adds the hidden parts of the paragraph that ended.
func (p *page) pushHidden() {
	hidden := p.hidden
	p.hidden = nil
	for _, raw := range hidden {
		b := block.Block{Role: corpus.RoleHidden}
		fill(&b, strings.TrimFunc(raw, blankRune), p.cleaner, nil)
		p.push(b)
	}
}

func (p *page) push(b block.Block) {
	switch {
	case b.Text == "":
	case len(p.blocks) >= p.limit:
		p.full = true
	default:
		p.blocks = append(p.blocks, b)
	}
}

// preformatted adds text whose line breaks count: as one block where it is
// short, as paragraphs where it is a document.
func (p *page) preformatted(b block.Block, raw string) {
	if !strings.Contains(raw, "\n\n") && strings.Count(raw, "\n") < 12 {
		fill(&b, raw, p.cleaner, nil)
		p.push(b)
		return
	}
	if countLines(raw) > maxLines {
		p.full = true
		return
	}
	sub := &builder{doc: newDoc(raw), limit: p.limit}
	sub.build()
	for _, s := range sub.blocks {
		if s.Role == corpus.RoleBody {
			s.Role, s.Cell = b.Role, b.Cell
		}
		s.Page = 0
		p.push(s)
	}
}

// placeMarks moves marks from the raw paragraph, whose trimmed part begins at
// lead, to the clean text. Neighbouring marks of one type are joined.
func placeMarks(marks []corpus.Mark, lead int, b block.Block, raw string) []corpus.Mark {
	var out []corpus.Mark
	for _, m := range marks {
		m.Start = textOffset(b, m.Start-lead, len(raw))
		m.End = textOffset(b, m.End-lead, len(raw))
		if m.Type == corpus.MarkInserted {
			m.Text = b.Text[m.Start:m.End]
			if m.Text == "" {
				continue
			}
		}
		if k := len(out) - 1; k >= 0 && out[k].Type == m.Type && out[k].End == m.Start && m.Type == corpus.MarkInserted {
			out[k].End, out[k].Text = m.End, out[k].Text+m.Text
			continue
		}
		out = append(out, m)
	}
	return out
}

// textOffset maps an offset of the raw paragraph to the clean text.
func textOffset(b block.Block, at, size int) int {
	at = min(max(at, 0), size)
	if b.Raw == "" {
		return at
	}
	for _, a := range b.Anchors {
		if at < a.Raw {
			return a.Text
		}
		if at <= a.Raw+a.Len {
			return a.Text + at - a.Raw
		}
	}
	return len(b.Text)
}
