package word

import (
	"strconv"

	"rapporteur/corpus"
)

// legend explains the marks of a matrix in the words of its cells, and the
// numbers over its columns by the names of the themes.
func (c *composer) legend(t corpus.Table) {
	p := runProperties{rtl: c.rtl}
	meaning := make(map[corpus.CellState]string)
	for _, row := range t.Rows {
		for _, cell := range row {
			if cell.State != "" && meaning[cell.State] == "" {
				meaning[cell.State] = cell.Text
			}
		}
	}
	c.paragraph(paragraphProperties{style: styleLegend, rtl: c.rtl}, func() {
		for _, look := range states {
			if word := meaning[look.state]; word != "" {
				c.run(look.mark+" ", runProperties{rtl: c.rtl, bold: true})
				c.run(word+"    ", p)
			}
		}
		c.run(c.words.figure, p)
	})
	if len(c.report.Themes) == 0 {
		return
	}
	c.paragraph(paragraphProperties{style: styleLegend, rtl: c.rtl}, func() {
		for i, theme := range c.report.Themes {
			if i > 0 {
				c.run(" · ", p)
			}
			number := strconv.Itoa(int(theme.Theme))
			c.run(number+" ", runProperties{rtl: c.rtl, bold: true})
			if bookmark := c.anchors["theme-"+number]; bookmark != "" {
				c.link(bookmark, theme.Label, p)
				continue
			}
			c.run(theme.Label, p)
		}
	})
}
