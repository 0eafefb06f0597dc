package pdf

import (
	"sort"
	"strings"
	"unicode"
)

// Where running lines may stand, as parts of the page's height.
const (
	headZone = 0.86
	footZone = 0.14
	// samePlace is how far apart two running lines of different pages may stand,
	// in points.
	samePlace = 4
	// maxRunning is how many lines of one page may be running at either end.
	maxRunning = 6
)

// setRunningApart moves the lines that stand on page after page from the lines of
// the sheets to their heads and feet. A line is running where it stands at the
// top or the bottom of its page, and at least two of the three pages before and the
// three after have the same words, numbers aside, at the same height (one, where
// there are not that many pages); or where it is nothing but a page's number.
func setRunningApart(sheets []*sheet) {
	seen := map[string][]place{}
	for i, s := range sheets {
		s.frames = framesOf(s.rules)
		for _, edge := range s.edges() {
			for _, l := range edge {
				key := runningKey(s.lines[l].text)
				seen[key] = append(seen[key], place{i, s.lines[l].base})
			}
		}
	}
	for i, s := range sheets {
		drop := map[int]bool{}
		for side, edge := range s.edges() {
			for _, l := range edge {
				if !running(sheets, i, l, seen) {
					break
				}
				drop[l] = true
			}
			s.settle(side, drop)
		}
		s.dropLines(drop)
	}
}

// place is where a line stands: on which sheet and how high.
type place struct {
	sheet int
	base  float32
}

// edges gives the lines that may be running, from the edge of the page inwards:
// those of the top, then those of the bottom.
func (s *sheet) edges() [2][]int {
	order := make([]int, len(s.lines))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return s.lines[order[a]].base > s.lines[order[b]].base })
	var edges [2][]int
	for _, i := range order {
		if s.lines[i].base < headZone*s.height || len(edges[0]) == maxRunning {
			break
		}
		edges[0] = append(edges[0], i)
	}
	for k := len(order) - 1; k >= 0; k-- {
		if s.lines[order[k]].base > footZone*s.height || len(edges[1]) == maxRunning {
			break
		}
		edges[1] = append(edges[1], order[k])
	}
	return edges
}

// running reports whether line l of sheet i is running.
func running(sheets []*sheet, i, l int, seen map[string][]place) bool {
	s := sheets[i]
	if pageNumber(s.lines[l].text) {
		for k := range s.lines {
			beside := k != l && abs(s.lines[k].base-s.lines[l].base) < samePlace
			if beside && !pageNumber(s.lines[k].text) && !repeated(sheets, i, k, seen) {
				return false // it numbers the text beside it
			}
		}
		return true
	}
	return repeated(sheets, i, l, seen)
}

// repeated reports whether line l of sheet i stands on other pages too.
func repeated(sheets []*sheet, i, l int, seen map[string][]place) bool {
	s := sheets[i]
	var before *sheet
	if i > 0 {
		before = sheets[i-1]
	}
	key := runningKey(s.lines[l].text)
	if key == "" || s.underNoteRule(&s.lines[l]) || s.inTable(&s.lines[l], before) {
		return false
	}
	on := map[int]bool{i: true}
	for _, p := range seen[key] {
		if d := p.sheet - i; d >= -3 && d <= 3 && abs(p.base-s.lines[l].base) <= samePlace {
			on[p.sheet] = true
		}
	}
	around := min(i+3, len(sheets)-1) - max(i-3, 0) + 1
	if around <= 3 {
		return len(on) >= 2
	}
	return len(on) >= 3
}

// inTable reports whether l stands in a frame of three rows or more, whose rows
// may look alike on page after page, or in one that carries on a table of the page
// before.
func (s *sheet) inTable(l *line, before *sheet) bool {
	for _, f := range s.frames {
		if fieldOf(f.ys, l.base) < 0 || columnOf(f.xs, l.box.left+1) < 0 {
			continue
		}
		if len(f.ys) >= 4 {
			return true
		}
		if before == nil {
			continue
		}
		for _, g := range before.frames {
			if len(g.ys) >= 3 && abs(g.box.top-f.box.top) > 20 && samePlaces(f.xs, g.xs) {
				return true
			}
		}
	}
	return false
}

// samePlaces reports whether two frames have their upright lines at the same
// places.
func samePlaces(a, b []float32) bool {
	if len(a) != len(b) || len(a) < 3 {
		return false
	}
	for i := range a {
		if abs(a[i]-b[i]) > touch {
			return false
		}
	}
	return true
}

// runningKey is a line without what differs from page to page.
func runningKey(text string) string {
	var b strings.Builder
	digit := false
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		case unicode.IsSpace(r):
			continue
		}
		digit = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// pageNumber reports whether text is no more than a page's number: "12", "- 2 -",
// "Page 3 of 8", "3/8", "iv".
func pageNumber(text string) bool {
	t := strings.Trim(strings.ToLower(text), " -–—|•.[]()")
	for _, word := range pageWords {
		t = strings.TrimSpace(strings.TrimPrefix(t, word))
	}
	parts := strings.FieldsFunc(t, func(r rune) bool { return r == '/' || r == ' ' })
	if len(parts) == 3 && pageOf[parts[1]] {
		parts = []string{parts[0], parts[2]}
	}
	if len(parts) == 0 || len(parts) > 2 {
		return false
	}
	for _, p := range parts {
		if !shortNumber(p) {
			return false
		}
	}
	return true
}

// pageWords go before a page's number.
var pageWords = []string{"page", "página", "pagina", "страница", "стр.", "с.", "p.", "الصفحة", "صفحة", "第"}

// pageOf stand between a page's number and how many there are.
var pageOf = map[string]bool{"of": true, "de": true, "sur": true, "из": true, "من": true, "/": true}

// shortNumber reports whether s is a number of up to four digits, or a small
// Roman one.
func shortNumber(s string) bool {
	s = strings.TrimSuffix(s, "页")
	if s == "" || len([]rune(s)) > 4 {
		return false
	}
	if strings.Trim(s, "ivxl") == "" {
		return true
	}
	for _, r := range s {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// settle copies the dropped lines of one end of the page to where they belong.
func (s *sheet) settle(side int, drop map[int]bool) {
	for i, l := range s.lines {
		if !drop[i] {
			continue
		}
		top := l.base > s.height/2
		switch {
		case side == 0 && top:
			s.head = append(s.head, l)
		case side == 1 && !top:
			s.foot = append(s.foot, l)
		}
	}
}

func (s *sheet) dropLines(drop map[int]bool) {
	kept := s.lines[:0]
	for i, l := range s.lines {
		if !drop[i] {
			kept = append(kept, l)
		}
	}
	s.lines = kept
}
