package web

import (
	"bytes"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rapporteur/cmd/internal/render/sheet"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// The modes of the matrix.
const (
	modeCount  = "count"
	modeKinds  = "kinds"
	modeChange = "change"
)

// matrixPage is who addressed what: sources by themes.
type matrixPage struct {
	Scope  chosen
	Mode   string
	Modes  []link
	AsList bool
	// Toggle leads to the list and back, SVG and Workbook to the files.
	Toggle, SVG, Workbook string
	// From and To are the meetings that the mode "change" compares.
	From, To string
	Themes   []corpus.ThemeTally
	// Table is the rows as they are written.
	Table  template.HTML
	Legend []matrixCell
	Old    bool
}

// matrixTable is what the matrix shows of sources and themes.
type matrixTable struct {
	Mode   string
	AsList bool
	Themes []corpus.ThemeTally
	Rows   []matrixRow
}

// matrixKey tells the tables of one comparison apart.
type matrixKey struct {
	mode, from, to, language string
	asList                   bool
}

// link is an address with the last part of the message that names it.
type link struct {
	Key, Path string
	Current   bool
}

// matrixRow is one source. Group is set on the first of its kind.
type matrixRow struct {
	Source corpus.Source
	Group  corpus.SourceKind
	Cells  []matrixCell
}

// matrixCell is one theme and one source.
type matrixCell struct {
	Theme  corpus.Theme
	Source string
	State  corpus.CellState
	// Count is of passages; Level is 1 to 5 by its share of the largest.
	Count, Level int
	Kinds        []kindCount
	// Change is "new", "gone", "more", "fewer" or "same" in the mode "change".
	Change string
	Before int
	// Path leads to the passages, "" where there are none.
	Path string
}

// kindCount is how many passages of a kind a cell has.
type kindCount struct {
	Kind  corpus.Kind
	Count int
}

func (s *Server) matrix(r *http.Request) (response, error) {
	page, c, err := s.matrixPage(r)
	if err != nil {
		return nil, err
	}
	key := matrixKey{mode: page.Mode, language: s.language(r), asList: page.AsList}
	if page.Mode == modeChange {
		key.from, key.to = page.From, page.To
	}
	page.Table, err = c.tables.get(key, func() (template.HTML, error) {
		table := matrixTable{page.Mode, page.AsList, page.Themes, page.rows(c, s.inOrder(c.Matrix.Sources, key.language))}
		var out bytes.Buffer
		err := s.templates.render(&out, frame{Language: key.language}, view{name: "matrix", part: "table", page: table})
		return template.HTML(out.String()), err
	})
	return view{name: "matrix", page: page}, err
}

// matrixPage is the page without its rows, and the comparison that they are of.
func (s *Server) matrixPage(r *http.Request) (matrixPage, *comparison, error) {
	u := r.URL
	page := matrixPage{Mode: modeCount, AsList: u.Query().Get("list") == "1"}
	if m := u.Query().Get("mode"); m == modeKinds || m == modeChange {
		page.Mode = m
	}
	var err error
	if page.Scope, err = s.chosen(r.Context(), u); err != nil {
		return page, nil, err
	}
	c, err := s.compared(r, page.Scope.Meetings)
	if err != nil {
		return page, nil, err
	}
	for _, mode := range []string{modeCount, modeKinds, modeChange} {
		page.Modes = append(page.Modes, link{mode, withParameter(u, "mode", mode), mode == page.Mode})
	}
	page.Toggle = withParameter(u, "list", "1")
	if page.AsList {
		page.Toggle = withParameter(u, "list")
	}
	files := url.URL{Path: "/matrix.svg", RawQuery: u.RawQuery}
	page.SVG = files.String()
	files.Path = "/matrix.xlsx"
	page.Workbook = files.String()
	if n := len(page.Scope.All); n > 1 {
		page.From, page.To = page.Scope.All[n-2].ID, page.Scope.All[n-1].ID
	}
	page.Themes, page.Old = c.Matrix.Counts, c.Old
	page.Legend = legend()
	return page, c, nil
}

// legend is one cell of each state.
func legend() []matrixCell {
	return []matrixCell{
		{State: corpus.CellAddressed, Level: 3}, {State: corpus.CellCitedOnly}, {State: corpus.CellNotAddressed}, {State: corpus.CellNotRead},
	}
}

// Kinds are those that cells count in the mode "kinds".
func (p matrixPage) Kinds() []corpus.Kind {
	return slices.DeleteFunc(corpus.Kinds(), func(k corpus.Kind) bool { return !k.Substantive() })
}

func (p matrixPage) rows(c *comparison, sources []corpus.Source) []matrixRow {
	at := make(map[cellKey]corpus.Cell, len(c.Matrix.Cells))
	largest := 1
	for _, cell := range c.Matrix.Cells {
		at[cellKey{cell.Theme, cell.Source}] = cell
		if cell.State == corpus.CellAddressed {
			largest = max(largest, len(cell.Passages))
		}
	}
	var rows []matrixRow
	for _, src := range sources {
		row := matrixRow{Source: src, Cells: make([]matrixCell, 0, len(c.Matrix.Themes))}
		if len(rows) == 0 || rows[len(rows)-1].Source.Kind != src.Kind {
			row.Group = src.Kind
		}
		for _, t := range c.Matrix.Themes {
			row.Cells = append(row.Cells, p.cell(c, at[cellKey{t, src.ID}], largest))
		}
		rows = append(rows, row)
	}
	return rows
}

func (p matrixPage) cell(c *comparison, cell corpus.Cell, largest int) matrixCell {
	out := matrixCell{Theme: cell.Theme, Source: cell.Source, State: cell.State, Count: len(cell.Passages)}
	if cell.State == corpus.CellAddressed {
		out.Level = 1 + (out.Count*4+largest/2)/largest
		out.Level = min(out.Level, 5)
	}
	if out.Count > 0 {
		out.Path = passagesPath(cell, p.Scope.Meetings)
	}
	switch p.Mode {
	case modeKinds:
		kinds := c.kinds[cellKey{cell.Theme, cell.Source}]
		for _, k := range corpus.Kinds() {
			if n := len(kinds[k]); n > 0 {
				out.Kinds = append(out.Kinds, kindCount{k, n})
			}
		}
	case modeChange:
		out.change(c, cell, p.From, p.To)
	}
	return out
}

// passagesPath is the search that shows a cell's passages.
func passagesPath(cell corpus.Cell, meetings []string) string {
	a := parseAsk(url.Values{"theme": {themeID(cell.Theme)}, "source": {cell.Source}, "meeting": meetings})
	if cell.State == corpus.CellCitedOnly {
		a.only["kind"] = []string{string(corpus.KindCitation)}
	} else {
		a.not["kind"] = []string{string(corpus.KindCitation), string(corpus.KindProcedural), string(corpus.KindOther)}
	}
	return a.address()
}

// change compares what a source said at two meetings.
func (m *matrixCell) change(c *comparison, cell corpus.Cell, from, to string) {
	now := 0
	for _, id := range cell.Passages {
		ref, _, _ := strings.Cut(id, "#")
		if slices.Contains(c.meetings[ref], from) {
			m.Before++
		}
		if slices.Contains(c.meetings[ref], to) {
			now++
		}
	}
	if cell.State != corpus.CellAddressed {
		m.Before, now = 0, 0
	}
	m.Count = now
	switch {
	case m.Before == 0 && now == 0:
	case m.Before == 0:
		m.Change = "new"
	case now == 0:
		m.Change = "gone"
	case now > m.Before:
		m.Change = "more"
	case now < m.Before:
		m.Change = "fewer"
	default:
		m.Change = "same"
	}
}

// matrixSVG is the heat map as a picture for a document.
func (s *Server) matrixSVG(r *http.Request) (response, error) {
	page, c, err := s.matrixPage(r)
	if err != nil {
		return nil, err
	}
	rows := page.rows(c, s.inOrder(c.Matrix.Sources, s.language(r)))
	var out bytes.Buffer
	f := s.frame(r, "matrixpicture")
	if err := s.templates.render(&out, f, view{name: "matrixpicture", part: "picture", page: picturedMatrix{page, rows, f.Direction()}}); err != nil {
		return nil, err
	}
	return content{media: "image/svg+xml", name: "matrix.svg", body: out.Bytes()}, nil
}

// matrixWorkbook is the report's workbook, whose first sheet is the matrix.
func (s *Server) matrixWorkbook(r *http.Request) (response, error) {
	scope, err := s.chosen(r.Context(), r.URL)
	if err != nil {
		return nil, err
	}
	c, err := s.compare(r.Context(), workspace.ReportOptions{Meetings: scope.Meetings, Language: s.language(r)})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := sheet.Write(&out, c.Report); err != nil {
		return nil, err
	}
	return content{media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name: "matrix.xlsx", body: out.Bytes()}, nil
}
