package pdf

import (
	"maps"
	"slices"
	"sort"
)

// table is the text of a frame, or of rows whose parts stand in columns.
type table struct {
	box   rect
	cells []tableCell
	// box1 is set where a frame holds one cell: a box round a text.
	single bool
}

// tableCell is a cell with its lines. Rows and columns count from 1; in a table
// that is read from right to left, column 1 is the rightmost.
type tableCell struct {
	row, column int
	lines       []line
}

// takeTables moves the lines that stand in frames to tables.
func (s *sheet) takeTables() []table {
	var tables []table
	for _, f := range s.frames {
		if f.box.area() < 200 {
			continue
		}
		t, rest := s.fill(&f)
		if len(t.cells) == 0 {
			continue
		}
		if t.single && f.box.area() > 0.6*s.width*s.height {
			continue
		}
		s.lines = rest
		tables = append(tables, t)
	}
	return tables
}

// fill puts the lines that stand in the frame into cells.
func (s *sheet) fill(f *frame) (table, []line) {
	grid := f.cells()
	byCell := map[int][]line{}
	var rest []line
	for _, l := range s.lines {
		x, y := (l.box.left+l.box.right)/2, l.base+0.3*l.size
		i, j := fieldOf(f.ys, y), columnOf(f.xs, x)
		if i < 0 || j < 0 {
			rest = append(rest, l)
			continue
		}
		byCell[grid[i][j]] = append(byCell[grid[i][j]], l)
	}
	t := table{box: f.box}
	columns := len(f.xs) - 1
	for k, lines := range byCell {
		c := tableCell{row: k/columns + 1, column: k%columns + 1, lines: lines}
		if s.rtl {
			c.column = columns - k%columns
		}
		t.cells = append(t.cells, c)
	}
	sort.Slice(t.cells, func(i, j int) bool {
		a, b := t.cells[i], t.cells[j]
		if a.row != b.row {
			return a.row < b.row
		}
		return a.column < b.column
	})
	distinct := map[int]bool{}
	for _, row := range grid {
		for _, k := range row {
			distinct[k] = true
		}
	}
	t.single = len(distinct) == 1
	t.renumber()
	return t, rest
}

// renumber leaves out the rows and columns in which no cell begins.
func (t *table) renumber() {
	rows, columns := map[int]int{}, map[int]int{}
	for _, c := range t.cells {
		rows[c.row], columns[c.column] = 0, 0
	}
	number := func(used map[int]int) {
		keys := slices.Sorted(maps.Keys(used))
		for i, k := range keys {
			used[k] = i + 1
		}
	}
	number(rows)
	number(columns)
	for i := range t.cells {
		c := &t.cells[i]
		c.row, c.column = rows[c.row], columns[c.column]
	}
}

// fieldOf finds between which two of the falling places y lies, or -1.
func fieldOf(ys []float32, y float32) int {
	for i := 0; i+1 < len(ys); i++ {
		if y <= ys[i] && y >= ys[i+1] {
			return i
		}
	}
	return -1
}

// columnOf finds between which two of the rising places x lies, or -1.
func columnOf(xs []float32, x float32) int {
	for i := 0; i+1 < len(xs); i++ {
		if x >= xs[i] && x <= xs[i+1] {
			return i
		}
	}
	return -1
}

// rejoin puts back together the lines that stand on one baseline, as they are
// read; a tab stands where they were parted. The result goes from top to bottom.
func rejoin(lines []line, rtl bool) []line {
	var out []line
	for _, row := range rowsOfLines(lines, rtl) {
		l := row[0]
		for _, m := range row[1:] {
			l = l.join(m)
		}
		out = append(out, l)
	}
	return out
}

// rowsOfLines gathers lines by their baselines, from top to bottom and in each
// row as they are read.
func rowsOfLines(lines []line, rtl bool) [][]line {
	sorted := append([]line(nil), lines...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].base > sorted[j].base })
	var rows [][]line
	for _, l := range sorted {
		if n := len(rows); n > 0 {
			first := rows[n-1][0]
			if first.base-l.base < 0.4*min(first.size, l.size) {
				rows[n-1] = append(rows[n-1], l)
				continue
			}
		}
		rows = append(rows, []line{l})
	}
	for _, row := range rows {
		sort.SliceStable(row, func(i, j int) bool { return row[i].box.left < row[j].box.left != rtl })
	}
	return rows
}

// tabStop is how wide a gap in a line is read as a tab, in parts of the size of
// type; less is a space of a justified line.
const tabStop = 4

// join appends m, which stands on the same baseline, to l.
func (l line) join(m line) line {
	gap := max(m.box.left-l.box.right, l.box.left-m.box.right)
	sep := " "
	if gap > tabStop*l.size || !l.joined && labelShape.FindString(l.text) == l.text {
		sep = "\t"
	}
	at := len(l.text) + len(sep)
	if !l.joined {
		l.second = m.box.left
		if l.rtl {
			l.second = m.box.right
		}
	}
	l.text += sep + m.text
	raised := append([]span(nil), l.raised...)
	for _, r := range m.raised {
		raised = append(raised, span{r.start + at, r.end + at})
	}
	l.raised = raised
	l.boxes = append(append([]rect(nil), l.boxes...), m.box)
	l.box = l.box.union(m.box)
	l.bold = l.bold && m.bold
	l.joined = true
	if m.size > l.size {
		l.base, l.size = m.base, m.size
	}
	return l
}
