package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"rapporteur/corpus"
)

// matrix writes sources as rows and themes as columns, and under them what the
// marks mean.
func (b *book) matrix() {
	m := b.report.Matrix
	labels := make(map[corpus.Theme]string)
	for _, t := range b.report.Themes {
		labels[t.Theme] = t.Label
	}
	b.write(b.words.sheets.matrix, 1, 1, b.words.source, b.style.head)
	height := 2
	for i, theme := range m.Themes {
		text := strconv.Itoa(int(theme))
		if l := labels[theme]; l != "" {
			text += ". " + l
		}
		b.write(b.words.sheets.matrix, i+2, 1, text, b.style.tallHead)
		height = max(height, lineCount(text, themeWidth-4)+1)
	}
	b.do(b.file.SetRowHeight(b.words.sheets.matrix, 1, min(float64(height)*lineHeight, highest)))
	b.do(b.file.SetColWidth(b.words.sheets.matrix, "A", "A", sourceWidth))
	if n := len(m.Themes); n > 0 {
		last, err := excelize.ColumnNumberToName(n + 1)
		b.do(err)
		b.do(b.file.SetColWidth(b.words.sheets.matrix, "B", last, themeWidth))
	}
	for i, s := range m.Sources {
		text := b.write(b.words.sheets.matrix, 1, i+2, s.Name, b.style.source)
		b.do(b.file.SetRowHeight(b.words.sheets.matrix, i+2, float64(lineCount(text, sourceWidth))*lineHeight+4))
		for j := range m.Themes {
			if at := j*len(m.Sources) + i; at < len(m.Cells) {
				b.state(j+2, i+2, m.Cells[at])
			}
		}
	}
	b.frame(b.words.sheets.matrix, 1)
	b.legend(len(m.Sources) + 3)
}

// Widths in characters.
const (
	sourceWidth = 32
	themeWidth  = 14
)

func (b *book) state(col, row int, c corpus.Cell) {
	text, id := markOf(c.State), ""
	if n := len(c.Passages); n > 0 {
		text += " " + strconv.Itoa(n)
		id = c.Passages[0]
	}
	b.write(b.words.sheets.matrix, col, row, text, b.style.states[c.State])
	b.lead(b.words.sheets.matrix, col, row, id)
}

func (b *book) legend(row int) {
	for i, look := range states {
		b.write(b.words.sheets.matrix, 1, row+i, look.mark+" "+b.words.states[i], b.style.states[look.state])
	}
	b.write(b.words.sheets.matrix, 1, row+len(states), b.words.figure, b.style.text)
	b.do(b.file.SetRowHeight(b.words.sheets.matrix, row+len(states), float64(lineCount(b.words.figure, sourceWidth))*lineHeight+4))
}
