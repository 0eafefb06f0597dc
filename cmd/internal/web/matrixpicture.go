package web

import "rapporteur/corpus"

// picturedMatrix lays out the heat map as SVG.
type picturedMatrix struct {
	matrixPage
	Rows      []matrixRow
	Direction string
}

// The sizes of the picture, in its own units.
const (
	cellWidth, cellHeight = 54, 26
	nameWidth             = 240
	headHeight            = 40
)

// Width is that of the picture.
func (p picturedMatrix) Width() int { return nameWidth + len(p.Themes)*cellWidth + 10 }

// Height is that of the picture, with the legend.
func (p picturedMatrix) Height() int { return headHeight + len(p.Rows)*cellHeight + 50 }

// NameX is where a source's name begins: left of the cells, or right of them
// where the language runs from right to left.
func (p picturedMatrix) NameX() int {
	if p.Direction == "rtl" {
		return p.Width() - 8
	}
	return 8
}

// X is where a column begins.
func (p picturedMatrix) X(column int) int {
	if p.Direction == "rtl" {
		return p.Width() - nameWidth - (column+1)*cellWidth
	}
	return nameWidth + column*cellWidth
}

// Y is where a row begins.
func (p picturedMatrix) Y(row int) int { return headHeight + row*cellHeight }

// LegendX and LegendY are where an entry of the legend begins.
func (p picturedMatrix) LegendX(entry int) int {
	if p.Direction == "rtl" {
		return p.Width() - 20 - entry*200
	}
	return 8 + entry*200
}

// LegendY is below the last row.
func (p picturedMatrix) LegendY() int { return p.Y(len(p.Rows)) + 16 }

// levelFills are the colours of a cell by its level.
var levelFills = []string{"#fff", "#e1ecf7", "#c3d9ee", "#93b8dd", "#3f78b0", "#17497a"}

// Fill is the cell's colour in the picture, or its pattern.
func (m matrixCell) Fill() string {
	switch m.State {
	case corpus.CellCitedOnly:
		return "url(#cited)"
	case corpus.CellNotRead:
		return "#fff4e0"
	}
	return levelFills[m.Level]
}
