package word

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// states are how the four states look: a mark that needs no colour, and a fill.
var states = []struct {
	state      corpus.CellState
	mark, fill string
}{
	{corpus.CellAddressed, "●", "CFE2F3"},
	{corpus.CellCitedOnly, "○", "EEF2F6"},
	{corpus.CellNotAddressed, "–", ""},
	{corpus.CellNotRead, "?", "FFF3CD"},
}

// table writes a table whose header row is repeated on each page and whose
// rows are not broken. It holds no footnotes: citations are links, and go to a
// column of their own where the table does not show them. The caption is not
// said again where titled tells that the heading before the table has it.
func (c *composer) table(t corpus.Table, titled bool) {
	t = c.withPlaces(t)
	if isMatrix(t) {
		c.legend(t)
	}
	if t.Caption != "" && !titled {
		c.paragraph(paragraphProperties{style: styleCaption, rtl: c.rtl}, func() {
			c.run(t.Caption, runProperties{rtl: c.rtl})
		})
	}
	widths := columnWidths(t, c.width())
	if len(widths) == 0 {
		return
	}
	c.tableProperties(t.Caption, widths)
	if !bare(t.Header) {
		c.row(t.Header, widths, true)
	}
	for _, row := range t.Rows {
		c.row(row, widths, false)
	}
	c.raw("</w:tbl>\n")
	// Two tables without a paragraph between them would become one.
	c.paragraph(paragraphProperties{style: styleSection, rtl: c.rtl}, func() {})
}

func (c *composer) tableProperties(caption string, widths []int) {
	c.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="` + escape(c.styles[styleTable]) + `"/>`)
	if c.rtl {
		c.raw("<w:bidiVisual/>")
	}
	c.raw(fmt.Sprintf(`<w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, sum(widths)))
	c.raw(`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	if caption != "" {
		c.raw(`<w:tblCaption w:val="` + escape(caption) + `"/>`)
	}
	c.raw("</w:tblPr><w:tblGrid>")
	for _, w := range widths {
		c.raw(`<w:gridCol w:w="` + strconv.Itoa(w) + `"/>`)
	}
	c.raw("</w:tblGrid>\n")
}

func (c *composer) row(cells []corpus.TableCell, widths []int, header bool) {
	c.raw("<w:tr><w:trPr><w:cantSplit/>")
	if header {
		c.raw("<w:tblHeader/>")
	}
	c.raw("</w:trPr>")
	for i, w := range widths {
		var cell corpus.TableCell
		if i < len(cells) {
			cell = cells[i]
		}
		c.cell(cell, w, header)
	}
	c.raw("</w:tr>\n")
}

func (c *composer) cell(cell corpus.TableCell, width int, header bool) {
	c.raw(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(width) + `" w:type="dxa"/>`)
	if fill := fillOf(cell.State, header); fill != "" {
		c.raw(`<w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/>`)
	}
	c.raw("</w:tcPr>")
	p := paragraphProperties{style: styleCell, rtl: c.rtl, centred: cell.State != ""}
	if header {
		p.style = styleHead
		p.centred = isCount(cell)
	}
	if cell.Verbatim {
		p.rtl = rightToLeft(cell.Language, cell.Text)
	}
	c.paragraph(p, func() { c.cellContent(cell, p.rtl) })
	c.raw("</w:tc>")
}

func fillOf(s corpus.CellState, header bool) string {
	if header {
		return "E3EAF1"
	}
	for _, look := range states {
		if look.state == s {
			return look.fill
		}
	}
	return ""
}

func (c *composer) cellContent(cell corpus.TableCell, rtl bool) {
	p := runProperties{rtl: rtl}
	switch {
	case cell.State != "":
		text := markOf(cell.State)
		if n := len(cell.Cites); n > 0 {
			text += " " + strconv.Itoa(n)
		}
		if passage, known := c.cites[first(cell.Cites)]; known {
			c.link(passage.bookmark, text, p)
			return
		}
		c.run(text, p)
	case cell.Verbatim:
		p.language = known(cell.Language)
		c.run(cell.Text, p)
	case cell.Text == "" && len(cell.Cites) > 0:
		c.places(cell.Cites, rtl)
	case len(cell.Cites) == 1:
		c.pinpoint(cell.Cites[0], cell.Text, rtl)
	default:
		c.run(cell.Text, p)
	}
}

func markOf(s corpus.CellState) string {
	for _, look := range states {
		if look.state == s {
			return look.mark
		}
	}
	return string(s)
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// bare reports whether a header has no words.
func bare(header []corpus.TableCell) bool {
	return !slices.ContainsFunc(header, func(c corpus.TableCell) bool { return c.Text != "" })
}

// isCount reports whether a cell is a number. What it counts is cited in the
// prose of the section that it is about.
func isCount(c corpus.TableCell) bool {
	_, err := strconv.Atoi(c.Text)
	return err == nil
}

// withPlaces adds a column with the places of the passages that a row cites,
// unless each row shows them already.
func (c *composer) withPlaces(t corpus.Table) corpus.Table {
	if isMatrix(t) || !slices.ContainsFunc(t.Rows, c.hidesPlaces) {
		return t
	}
	t.Header = append(slices.Clone(t.Header), corpus.TableCell{Text: c.words.where})
	rows := make([][]corpus.TableCell, len(t.Rows))
	for i, row := range t.Rows {
		var cites []string
		for _, cell := range row {
			cites = append(cites, cell.Cites...)
		}
		full := append(slices.Clone(row), make([]corpus.TableCell, max(0, len(t.Header)-1-len(row)))...)
		rows[i] = append(full, corpus.TableCell{Cites: unique(cites)})
	}
	t.Rows = rows
	return t
}

// hidesPlaces reports whether a row cites a passage whose place it does not
// show.
func (c *composer) hidesPlaces(row []corpus.TableCell) bool {
	for _, cell := range row {
		if isCount(cell) {
			continue
		}
		for _, id := range cell.Cites {
			p, passage := c.cites[id]
			shows := func(cell corpus.TableCell) bool { return strings.Contains(cell.Text, p.Pinpoint) }
			if passage && !slices.ContainsFunc(row, shows) {
				return true
			}
		}
	}
	return false
}

func unique(list []string) []string {
	var out []string
	seen := make(map[string]bool)
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func isMatrix(t corpus.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []corpus.TableCell) bool {
		return slices.ContainsFunc(row, func(cell corpus.TableCell) bool { return cell.State != "" })
	})
}
