package plain

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// list is a list of a web page while its items are read.
type list struct {
	// kind is "1", "a", "A", "i", "I", "•", or "" for none.
	kind string
	next int
	step int
	// depth counts lists around it and itself.
	depth int
}

// listElement follows a list.
func (p *page) listElement(n *html.Node, outer, c context, depth int) {
	l := &list{kind: "•", next: 1, step: 1, depth: 1}
	if outer.list != nil {
		l.depth = outer.list.depth + 1
	}
	if n.DataAtom == atom.Ol {
		l.kind = "1"
		if t := attr(n, "type"); strings.Contains("1aAiI", t) && len(t) == 1 {
			l.kind = t
		}
		if hasAttr(n, "reversed") {
			l.step = -1
			l.next = items(n)
		}
		if start, err := strconv.Atoi(strings.TrimSpace(attr(n, "start"))); err == nil && abs(start) < 1e6 {
			l.next = start
		}
	}
	l.kind = styledKind(style(n), l.kind)
	c.list = l
	p.inner(n, outer, c, depth)
}

func abs(n int) int { return max(n, -n) }

func items(n *html.Node) int {
	count := 0
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom == atom.Li {
			count++
		}
	}
	return count
}

// styledKind gives the kind of number that a style asks for.
func styledKind(css, otherwise string) string {
	for _, s := range []struct{ name, kind string }{
		{"lower-alpha", "a"}, {"lower-latin", "a"}, {"upper-alpha", "A"}, {"upper-latin", "A"}, {"lower-roman", "i"},
		{"upper-roman", "I"}, {"decimal", "1"}, {"none", ""}, {"disc", "•"}, {"circle", "•"}, {"square", "•"},
	} {
		if strings.Contains(css, "list-style:"+s.name) || strings.Contains(css, "list-style-type:"+s.name) {
			return s.kind
		}
	}
	return otherwise
}

// item follows a list item. Its first paragraph has the number.
func (p *page) item(n *html.Node, outer, c context, depth int) {
	p.flush(outer)
	if c.list == nil {
		c.list = &list{kind: "•", depth: 1}
	}
	l := *c.list
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "value"))); err == nil && abs(v) < 1e6 && l.kind != "•" {
		c.list.next = v
		l.next = v
	}
	c.list.next += c.list.step
	l.kind = styledKind(style(n), l.kind)
	if c.role == corpus.RoleBody || c.role == corpus.RoleQuotation {
		c.level = l.depth
	}
	p.label = listLabel(l.kind, l.next)
	if c.role == corpus.RoleFootnote {
		p.label = ""
		if c.note == "" {
			c.note = strconv.Itoa(l.next)
		}
	}
	p.children(n, c, depth)
	p.flush(c)
	p.label = ""
}

// listLabel writes the number of an item as a browser shows it.
func listLabel(kind string, n int) string {
	switch {
	case kind == "•" || kind == "":
		return kind
	case (kind == "a" || kind == "A") && n > 0:
		s := alphabetic(n)
		if kind == "A" {
			s = strings.ToUpper(s)
		}
		return s + "."
	case (kind == "i" || kind == "I") && n > 0 && n < 4000:
		s := toRoman(n)
		if kind == "i" {
			s = strings.ToLower(s)
		}
		return s + "."
	}
	return strconv.Itoa(n) + "."
}

// alphabetic writes n as a, b, … z, aa, ab …
func alphabetic(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

var wordLevel = regexp.MustCompile(`mso-list:l[0-9]+level([1-9])`)

// wordLabel takes the number that Word wrote into a paragraph of a list.
func (p *page) wordLabel(n *html.Node) {
	label, _ := Clean(allText(n))
	switch {
	case label == "":
		return
	case labelOf(label+" x").kind == bullet, label == "o", label == "§", label == "-", label == "–", label == "Ø":
		label = "•"
	}
	p.label, p.level = label, 1
	for a := n.Parent; a != nil; a = a.Parent {
		if m := wordLevel.FindStringSubmatch(style(a)); m != nil {
			p.level = int(m[1][0] - '0')
			return
		}
	}
}

// grid finds the columns of a table's cells where others reach over rows.
type grid struct {
	table, row int
	// busy is the row up to which a column is taken by a cell above.
	busy map[int]int
}

// maxSpan bounds how many rows or columns a cell may say it reaches over.
const maxSpan = 1000

// place gives the next free column from col on for a cell of the current row.
func (g *grid) place(n *html.Node, col int) (at, next int) {
	for g.busy[col] >= g.row {
		col++
	}
	width, height := spanOf(n, "colspan"), spanOf(n, "rowspan")
	if height > 1 {
		for k := col; k < col+width; k++ {
			g.busy[k] = g.row + height - 1
		}
	}
	return col, col + width
}

func spanOf(n *html.Node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}

// table follows a table: its caption, then its cells row by row. A table that
// only arranges the page is followed as if it were not there.
func (p *page) table(n *html.Node, outer, c context, depth int) {
	p.flush(outer)
	if layout(n) {
		p.cells(n, c, nil, depth)
		p.flush(c)
		return
	}
	p.tables++
	p.cells(n, c, &grid{table: p.tables, busy: map[int]int{}}, depth)
	p.flush(outer)
}

// layoutNodes bounds how much of a table is looked at to see what it is for.
const layoutNodes = 5000

// layout reports whether a table only arranges the page: it has one cell, or
// says so, or headings stand in it.
func layout(n *html.Node) bool {
	if role := attr(n, "role"); role == "presentation" || role == "none" {
		return true
	}
	cells, seen := 0, 0
	for k := range n.Descendants() {
		if seen++; seen > layoutNodes {
			break
		}
		switch k.DataAtom {
		case atom.Td, atom.Th:
			cells++
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return true
		}
	}
	return cells <= 1
}

// cells follows what is in a table or a group of its rows.
func (p *page) cells(n *html.Node, c context, g *grid, depth int) {
	if depth > maxDepth || p.full {
		return
	}
	col := 1
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.DataAtom {
		case atom.Tbody, atom.Thead, atom.Tfoot, atom.Colgroup:
			p.cells(k, c, g, depth+1)
		case atom.Tr:
			if g != nil {
				g.row++
			}
			p.cells(k, c, g, depth+1)
		case atom.Td, atom.Th:
			d, _ := p.around(k, c)
			if g != nil && d.role != corpus.RoleHidden {
				at := 0
				at, col = g.place(k, col)
				d.cell = &block.Cell{Table: g.table, Row: g.row, Column: at}
				d.list = nil
				if d.role == corpus.RoleBody || d.role == corpus.RoleQuotation {
					d.role, d.level = corpus.RoleTable, 0
				}
			}
			p.inner(k, d, d, depth+1)
		default:
			p.walk(k, c, depth+1)
		}
	}
}
