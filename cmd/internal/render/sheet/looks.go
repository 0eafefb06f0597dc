package sheet

import (
	"github.com/xuri/excelize/v2"

	"rapporteur/corpus"
)

// looks are the styles of cells, by number in the workbook.
type looks struct {
	head, tallHead, text, rtlText, link, source int
	states                                      map[corpus.CellState]int
}

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

const (
	ink     = "0B4A7D"
	line    = "BAC4CE"
	heading = "E3EAF1"
)

func (b *book) looks() {
	order := uint64(1) // left to right
	start := "left"
	if b.rtl {
		order, start = 2, "right"
	}
	head := excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: fill(heading), Border: borders(),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", ReadingOrder: order},
	}
	b.style.head = b.add(head)
	tall := head
	tall.Alignment = &excelize.Alignment{WrapText: true, Vertical: "bottom", Horizontal: "center", ReadingOrder: order}
	b.style.tallHead = b.add(tall)
	b.style.source = b.add(excelize.Style{
		Font: &excelize.Font{Bold: true}, Border: borders(),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: start, ReadingOrder: order},
	})
	b.style.text = b.add(excelize.Style{Border: borders(), Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "left"}})
	b.style.rtlText = b.add(excelize.Style{
		Border:    borders(),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "right", ReadingOrder: 2},
	})
	b.style.link = b.add(excelize.Style{
		Font: &excelize.Font{Color: ink, Underline: "single"}, Border: borders(),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "left", ReadingOrder: 1},
	})
	b.style.states = make(map[corpus.CellState]int)
	for _, look := range states {
		b.style.states[look.state] = b.add(excelize.Style{
			Fill: fill(look.fill), Border: borders(), Font: &excelize.Font{Color: ink},
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center"},
		})
	}
}

func (b *book) add(s excelize.Style) int {
	id, err := b.file.NewStyle(&s)
	b.do(err)
	return id
}

func fill(colour string) excelize.Fill {
	if colour == "" {
		return excelize.Fill{}
	}
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func borders() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: line, Style: 1})
	}
	return out
}

func markOf(s corpus.CellState) string {
	for _, look := range states {
		if look.state == s {
			return look.mark
		}
	}
	return string(s)
}
