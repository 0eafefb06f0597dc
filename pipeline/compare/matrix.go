package compare

import (
	"slices"

	"rapporteur/corpus"
)

// matrix is theme × source, in the order of the sources' names.
func (v *view) matrix(o Options) corpus.Matrix {
	m := corpus.Matrix{Themes: o.Themes, Sources: emptied(v.sources), Cells: []corpus.Cell{}}
	for _, t := range o.Themes {
		for _, src := range v.sources {
			m.Cells = append(m.Cells, v.cell(t, src.ID))
		}
	}
	return m
}

// cell tells addressing from mere citing, and silence from an unread file.
func (v *view) cell(t corpus.Theme, source string) corpus.Cell {
	var addressed, cited []string
	read := false
	for _, u := range v.units {
		if u.withheld || !slices.Contains(u.sources, source) {
			continue
		}
		read = true
		switch {
		case u.addresses(t):
			addressed = append(addressed, u.ID)
		case u.cites(t):
			cited = append(cited, u.ID)
		}
	}
	cell := corpus.Cell{Theme: t, Source: source, Passages: []string{}}
	switch {
	case len(addressed) > 0:
		cell.State, cell.Passages = corpus.CellAddressed, addressed
	case len(cited) > 0:
		cell.State, cell.Passages = corpus.CellCitedOnly, cited
	case read:
		cell.State = corpus.CellNotAddressed
	default:
		cell.State = corpus.CellNotRead
	}
	return cell
}
