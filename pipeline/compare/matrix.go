package compare

import (
	"slices"

	"rapporteur/corpus"
)

// matrix is theme × source, in the order of the sources' names, with counts by
// theme; where no source is named it is the counts alone.
func (v *view) matrix(o Options, proposals []corpus.Proposal) corpus.Matrix {
	m := corpus.Matrix{Themes: o.Themes, Sources: emptied(v.sources), Cells: []corpus.Cell{}, Counts: []corpus.ThemeTally{}}
	of := v.unitsBySource()
	for _, t := range o.Themes {
		count := v.themeCount(t, proposals)
		for _, src := range v.sources {
			cell := v.cell(t, src.ID, of[src.ID])
			m.Cells = append(m.Cells, cell)
			switch cell.State {
			case corpus.CellCitedOnly:
				count.CitedOnly++
			case corpus.CellNotAddressed:
				count.NotAddressed++
			case corpus.CellNotRead:
				count.NotRead++
			}
		}
		m.Counts = append(m.Counts, count)
	}
	return m
}

func (v *view) unitsBySource() map[string][]*unit {
	of := make(map[string][]*unit)
	for _, u := range v.units {
		if !u.withheld {
			for _, id := range u.sources {
				of[id] = append(of[id], u)
			}
		}
	}
	return of
}

func (v *view) themeCount(t corpus.Theme, proposals []corpus.Proposal) corpus.ThemeTally {
	units, _ := v.addressing(t)
	n := v.tallyUnits(units)
	count := corpus.ThemeTally{Theme: t, Works: n.works, Members: n.members, Groups: n.groups, Others: n.others}
	for _, p := range proposals {
		if slices.Contains(p.Themes, t) {
			count.Proposals++
		}
	}
	return count
}

// cell tells addressing from mere citing, and silence from an unread file. A
// text that was read and has no passage that could be cited is silent too.
func (v *view) cell(t corpus.Theme, source string, units []*unit) corpus.Cell {
	var addressed, cited []string
	for _, u := range units {
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
	case v.read[source]:
		cell.State = corpus.CellNotAddressed
	default:
		cell.State = corpus.CellNotRead
	}
	return cell
}

// shownMatrix is what the report may show of a matrix.
func (v *view) shownMatrix(m corpus.Matrix) corpus.Matrix {
	if v.unnamed {
		m.Sources, m.Cells = []corpus.Source{}, []corpus.Cell{}
	}
	return m
}
