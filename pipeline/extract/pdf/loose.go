package pdf

import (
	"slices"
	"sort"
)

// stretch is part of a column: lines, or a table without ruling lines.
type stretch struct {
	lines []line
	table *table
}

// looseRows is how many rows that part into columns make a table.
const looseRows = 3

// looseTables finds tables that have no ruling lines: rows that follow each other
// and part into columns at the same places. Lists do so too, but their first
// column is all labels.
func looseTables(lines []line, rtl bool) []stretch {
	rows := rowsOfLines(lines, rtl)
	var out []stretch
	var plain []line
	for i := 0; i < len(rows); {
		n, columns := looseTable(rows[i:])
		if n == 0 {
			plain = append(plain, rows[i]...)
			i++
			continue
		}
		if len(plain) > 0 {
			out = append(out, stretch{lines: plain})
			plain = nil
		}
		t := tableOf(rows[i:i+n], columns, rtl)
		out = append(out, stretch{table: &t})
		i += n
	}
	if len(plain) > 0 {
		out = append(out, stretch{lines: plain})
	}
	return out
}

// looseTable gives how many of the first rows are a table, and its columns.
func looseTable(rows [][]line) (int, []gap) {
	if len(rows[0]) < 2 {
		return 0, nil
	}
	var columns []gap
	parted, end := 0, 0
	for i, row := range rows {
		if slices.ContainsFunc(row, func(l line) bool { return hasLeader(l.text) }) {
			break
		}
		if i > 0 && rows[i-1][0].base-row[0].base > 3*row[0].size {
			break
		}
		next := widen(columns, row)
		if len(next) < 2 || i > 0 && len(next) < len(columns) {
			break
		}
		if len(row) == 1 && (i == 0 || !within(columns, row[0])) {
			break
		}
		columns = next
		if len(row) > 1 {
			parted++
			end = i + 1
		} else if end == i {
			end = i + 1
		}
	}
	if parted < looseRows || labelColumn(rows[:end]) {
		return 0, nil
	}
	return end, columns
}

// widen adds the lines of a row to the columns; columns that a line bridges
// become one.
func widen(columns []gap, row []line) []gap {
	all := append([]gap(nil), columns...)
	for _, l := range row {
		all = append(all, gap{l.box.left, l.box.right})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].left < all[j].left })
	var out []gap
	for _, g := range all {
		if n := len(out); n > 0 && g.left < out[n-1].right+1 {
			out[n-1].right = max(out[n-1].right, g.right)
			continue
		}
		out = append(out, g)
	}
	return out
}

// within reports whether l lies in one of the columns.
func within(columns []gap, l line) bool {
	for _, c := range columns {
		if l.box.left >= c.left-2 && l.box.right <= c.right+2 {
			return true
		}
	}
	return false
}

// labelColumn reports whether the rows are a list: most first parts are labels.
func labelColumn(rows [][]line) bool {
	parted, labels := 0, 0
	for _, row := range rows {
		if len(row) < 2 {
			continue
		}
		parted++
		if m := labelShape.FindString(row[0].text); m == row[0].text && len(row) == 2 {
			labels++
		}
	}
	return labels*2 > parted
}

// tableOf puts rows into cells. A row without a first column carries on the row
// above.
func tableOf(rows [][]line, columns []gap, rtl bool) table {
	t := table{box: rows[0][0].box}
	row := 0
	at := map[[2]int]int{}
	for _, lines := range rows {
		place := func(l line) int {
			for j, c := range columns {
				if l.box.left >= c.left-2 && l.box.right <= c.right+2 {
					if rtl {
						return len(columns) - j
					}
					return j + 1
				}
			}
			return 1
		}
		if row == 0 || len(lines) > 1 && place(lines[0]) == 1 {
			row++
		}
		for _, l := range lines {
			t.box = t.box.union(l.box)
			key := [2]int{row, place(l)}
			k, ok := at[key]
			if !ok {
				k = len(t.cells)
				at[key] = k
				t.cells = append(t.cells, tableCell{row: key[0], column: key[1]})
			}
			t.cells[k].lines = append(t.cells[k].lines, l)
		}
	}
	sort.SliceStable(t.cells, func(i, j int) bool {
		a, b := t.cells[i], t.cells[j]
		if a.row != b.row {
			return a.row < b.row
		}
		return a.column < b.column
	})
	return t
}
