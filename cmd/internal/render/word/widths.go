package word

import (
	"strings"

	"rapporteur/corpus"
)

// Bounds of a column, in characters of the text size of a table.
const (
	narrowest = 4
	longWord  = 20
	longText  = 400
	sampled   = 500 // rows that are looked at
)

// columnWidths shares total, in twentieths of a point, among the columns: each
// gets room for its longest word and, of what is left, as much as its texts are
// long. Columns of a matrix are equal, apart from the first.
func columnWidths(t corpus.Table, total int) []int {
	n := columnCount(t)
	if n == 0 {
		return nil
	}
	need, wish, longest := measured(t, n)
	if isMatrix(t) {
		return matrixWidths(n, total, min(max(longest[0], 12), 32))
	}
	rows := min(len(t.Rows), sampled)
	for i := range wish {
		wish[i] = min(wish[i]/max(rows, 1), longest[i])
	}
	return share(need, wish, total)
}

func columnCount(t corpus.Table) int {
	n := len(t.Header)
	for _, row := range t.Rows {
		n = max(n, len(row))
	}
	return n
}

// leastWidth is what a table takes if no word may break; 0 for a matrix.
func leastWidth(t corpus.Table) int {
	if isMatrix(t) {
		return 0
	}
	need, _, _ := measured(t, columnCount(t))
	least := 0
	for _, n := range need {
		least += max(n, narrowest)*characterWidth + cellMargins
	}
	return least
}

// measured gives for each column the length of its longest word, that of all
// its texts, and that of the longest.
func measured(t corpus.Table, n int) (need, wish, longest []int) {
	need, wish, longest = make([]int, n), make([]int, n), make([]int, n)
	look := func(cells []corpus.TableCell, percent int) {
		for i, cell := range cells {
			if cell.State != "" {
				continue
			}
			text := cell.Text
			if text == "" && len(cell.Cites) > 0 {
				text = strings.Repeat("x", longWord)
			}
			word, all := measure(text)
			need[i] = max(need[i], min(word*percent/100, longWord))
			longest[i] = max(longest[i], all)
			wish[i] += min(all, longText)
		}
	}
	look(t.Header, 125) // bold
	for _, row := range t.Rows[:min(len(t.Rows), sampled)] {
		look(row, 100)
	}
	return need, wish, longest
}

// matrixWidths gives the first column room for that many characters, at most a
// third of the page.
func matrixWidths(n, total, chars int) []int {
	widths := make([]int, n)
	left := min(chars*characterWidth+cellMargins, total/3)
	if n == 1 {
		left = total
	}
	widths[0] = left
	for i := 1; i < n; i++ {
		widths[i] = (total - left) / (n - 1)
	}
	return widths
}

// Widths in twentieths of a point: a character at 9 points, and the margins of
// a cell.
const (
	characterWidth = 105
	cellMargins    = 160
)

func share(need, wish []int, total int) []int {
	widths := make([]int, len(need))
	least, wanted := 0, 0
	for i := range need {
		need[i] = max(need[i], narrowest)
		widths[i] = need[i]*characterWidth + cellMargins
		least += widths[i]
		wanted += max(wish[i]-need[i], 0)
	}
	rest := total - least
	for i := range widths {
		switch {
		case rest < 0:
			widths[i] = widths[i] * total / least
		case wanted > 0:
			widths[i] += rest * max(wish[i]-need[i], 0) / wanted
		default:
			widths[i] += rest / len(widths)
		}
	}
	return widths
}

// measure counts the characters of the longest word and of the whole text;
// those of Chinese count twice and break anywhere.
func measure(s string) (word, all int) {
	run := 0
	for _, r := range s {
		switch {
		case r == ' ' || r == '\n' || r == '\t':
			run = 0
			all++
			continue
		case r >= 0x2E80:
			run = 2
			all += 2
		default:
			run++
			all++
		}
		word = max(word, run)
	}
	return word, all
}

func sum(list []int) int {
	n := 0
	for _, v := range list {
		n += v
	}
	return n
}
