package render

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
)

// Sizes of the pictures, in pixels. A cell is as large as a finger.
const (
	cellWidth  = 46
	cellHeight = 28
	letter     = 7 // the usual width of a letter
	widestName = 300
	topMargin  = 26
)

// heat is a matrix as a picture: each cell leads to the first passage that it
// rests on. The table beside it says the same in words.
type heat struct {
	Width, Height int
	Label         string
	// Heads are the numbers of the themes, over the columns.
	Heads []mark
	Rows  []heatRow
}

type heatRow struct {
	Name  mark
	Cells []mark
}

// mark is one rectangle or text of a picture.
type mark struct {
	X, Y, Width, Height int
	// TextX and TextY are where the text stands.
	TextX, TextY int
	Text, Title  string
	State        corpus.CellState
	// Anchor is what the mark leads to, "" for nothing.
	Anchor string
}

// isMatrix reports whether a table has states.
func isMatrix(t corpus.Table) bool { return len(legend(t)) > 0 }

// heatOf draws a matrix. In a language from right to left its columns run so.
func heatOf(t corpus.Table, r corpus.Report) heat {
	labels := make(map[string]string)
	for _, theme := range r.Themes {
		labels[fmt.Sprint(int(theme.Theme))] = theme.Label
	}
	rtl := corpus.RightToLeft(r.Language)
	names := 0
	for _, row := range t.Rows {
		names = max(names, min(textWidth(row[0].Text), widestName))
	}
	names += 12
	columns := max(len(t.Header)-1, 0)
	h := heat{Width: names + columns*cellWidth, Height: topMargin + len(t.Rows)*cellHeight, Label: t.Caption}
	at := func(x, width int) int {
		if rtl {
			return h.Width - x - width
		}
		return x
	}
	for j := range columns {
		head := t.Header[j+1].Text
		x := at(names+j*cellWidth, cellWidth)
		h.Heads = append(h.Heads, mark{X: x, Width: cellWidth, Height: topMargin, TextX: x + cellWidth/2, TextY: topMargin - 8,
			Text: head, Title: strings.Trim(head+". "+labels[head], ". "), Anchor: "theme-" + head})
	}
	for i, row := range t.Rows {
		y := topMargin + i*cellHeight
		nameX := names - 8
		if rtl {
			nameX = h.Width - names + 8
		}
		line := heatRow{Name: mark{TextX: nameX, TextY: y + 19, Text: clipped(row[0].Text), Title: row[0].Text}}
		for j, c := range row[1:] {
			x := at(names+j*cellWidth, cellWidth)
			line.Cells = append(line.Cells, heatCell(c, row[0].Text, h.Heads[min(j, columns-1)].Title, x, y))
		}
		h.Rows = append(h.Rows, line)
	}
	return h
}

func heatCell(c corpus.TableCell, name, theme string, x, y int) mark {
	m := mark{X: x + 1, Y: y + 1, Width: cellWidth - 2, Height: cellHeight - 2, TextX: x + cellWidth/2, TextY: y + 19,
		Text: stateMarks[c.State], Title: fmt.Sprintf("%s · %s · %s", name, theme, c.Text), State: c.State}
	if n := len(c.Cites); n > 0 {
		m.Text = fmt.Sprint(n)
		m.Title += fmt.Sprintf(" (%d)", n)
		m.Anchor = anchorOf(c.Cites[0])
	}
	return m
}

// textWidth guesses the width of a text.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		n += letter
		if r >= 0x2E80 {
			n += letter
		}
	}
	return n
}

// clipped shortens a name to the room there is.
func clipped(s string) string {
	for short := s; ; {
		if textWidth(short) <= widestName {
			if short == s {
				return s
			}
			return short + "…"
		}
		_, size := utf8.DecodeLastRuneInString(short)
		short = short[:len(short)-size]
	}
}
