package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"rapporteur/corpus"
)

// column is a column of a list: its heading, and its width in characters.
type column struct {
	head  string
	width int
}

// cell is one cell of a list.
type cell struct {
	text string
	// language is that of a verbatim text, "" for all other.
	language string
	// leads is the ID of the passage that the cell leads to.
	leads string
	// number makes the cell a number to count with; text is then its digits.
	number bool
}

// list writes a sheet with a header that stays in view and filters, and a row
// for each of n things.
func (b *book) list(sheet string, columns []column, n int, row func(i int) []cell) {
	for i, c := range columns {
		b.write(sheet, i+1, 1, c.head, b.style.head)
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(sheet, name, name, float64(c.width)))
	}
	b.do(b.file.SetRowHeight(sheet, 1, headHeight(columns)))
	for i := range n {
		if b.err != nil {
			return
		}
		b.record(sheet, i+2, columns, row(i))
	}
	last, err := excelize.CoordinatesToCellName(len(columns), n+1)
	b.do(err)
	b.do(b.file.AutoFilter(sheet, "A1:"+last, nil))
	b.frame(sheet, 0)
}

func (b *book) record(sheet string, at int, columns []column, cells []cell) {
	lines := 1
	for i, c := range cells {
		style := b.style.text
		switch {
		case corpus.RightToLeft(c.language), b.rtl && c.language == "" && hasArabic(c.text):
			style = b.style.rtlText
		case c.leads != "" && b.row[c.leads] > 0:
			style = b.style.link
		}
		text := b.write(sheet, i+1, at, c.text, style)
		if c.number {
			b.count(sheet, i+1, at, c.text)
		}
		b.lead(sheet, i+1, at, c.leads)
		lines = max(lines, lineCount(text, columns[i].width))
	}
	b.do(b.file.SetRowHeight(sheet, at, min(float64(lines)*lineHeight+2, highest)))
}

// Heights in points; Excel shows no row higher than 409.
const (
	lineHeight = 15
	highest    = 409
)

func headHeight(columns []column) float64 {
	lines := 1
	for _, c := range columns {
		lines = max(lines, lineCount(c.head, c.width-3)) // the button of the filter
	}
	return float64(lines)*lineHeight + 6
}

// lineCount guesses how many lines a text takes in a column, since a
// spreadsheet program does not work out the height of rows it did not write.
func lineCount(text string, width int) int {
	lines := 0
	for part := range strings.Lines(text) {
		n := 0
		for _, r := range part {
			n++
			if r >= 0x2E80 {
				n++
			}
		}
		lines += max(1, (n*11/10+width-1)/max(width, 1))
	}
	return max(lines, 1)
}

// quoted is the name of a sheet within a reference; only plain words go without
// quotation marks.
func quoted(sheet string) string {
	if strings.ContainsFunc(sheet, func(r rune) bool { return r >= utf8.RuneSelf || r == ' ' }) {
		return "'" + sheet + "'"
	}
	return sheet
}

// write puts text into a cell and gives it as written.
func (b *book) write(sheet string, col, row int, text string, style int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	b.do(err)
	if b.err != nil {
		return ""
	}
	text = cut(clean(text))
	b.do(b.file.SetCellStr(sheet, name, text))
	b.do(b.file.SetCellStyle(sheet, name, name, style))
	return text
}

// count makes a cell of digits a number.
func (b *book) count(sheet string, col, row int, digits string) {
	name, err := excelize.CoordinatesToCellName(col, row)
	b.do(err)
	if n, err := strconv.Atoi(digits); err == nil {
		b.do(b.file.SetCellInt(sheet, name, int64(n)))
	}
}

// maxLinks is below the number of links that Excel allows on a sheet.
const maxLinks = 65_000

// lead makes a cell lead to the row of a passage.
func (b *book) lead(sheet string, col, row int, id string) {
	to := b.row[id]
	if to == 0 || b.links[sheet] >= maxLinks || b.err != nil {
		return
	}
	b.links[sheet]++
	name, err := excelize.CoordinatesToCellName(col, row)
	b.do(err)
	tip := clean(b.place[id])
	if utf8.RuneCountInString(tip) > 250 {
		tip = ""
	}
	b.do(b.file.SetCellHyperLink(sheet, name, fmt.Sprintf("%s!A%d", quoted(b.words.sheets.passages), to), "Location", excelize.HyperlinkOpts{Tooltip: &tip}))
}

// frame freezes the header row and that many columns, and sets the page and the
// direction of a sheet.
func (b *book) frame(sheet string, columns int) {
	corner, err := excelize.CoordinatesToCellName(columns+1, 2)
	b.do(err)
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	b.do(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: 1, TopLeftCell: corner, ActivePane: pane}))
	b.do(b.file.SetSheetView(sheet, 0, &excelize.ViewOptions{RightToLeft: &b.rtl}))
	paper, sideways, wide, high := 9, "landscape", 1, 0 // A4, one page wide, as many high as it takes
	fit := true
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &sideways, FitToWidth: &wide, FitToHeight: &high}))
	b.do(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&C&A", OddFooter: "&C&P / &N"}))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$1:$1", Scope: sheet,
	}))
}
