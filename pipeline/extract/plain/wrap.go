package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// margin is what is known of the right margin around one line.
type margin struct {
	// wrapped is set where lines were broken at a margin.
	wrapped bool
	// ems chooses the measure in which the margin is sharper; width is it.
	ems   bool
	width int
}

func (m margin) of(l line) int {
	if m.ems {
		return l.ems
	}
	return l.columns
}

// full reports whether l reaches the margin: the word after it had no room.
func (m margin) full(l line, word string) bool { return m.reaches(l, word, m.width-m.width/40) }

// nearly is full with a looser margin, for lines whose sentence is not ended:
// items of lists are often set narrower than the text around them.
func (m margin) nearly(l line, word string) bool { return m.reaches(l, word, m.width-m.width/8) }

func (m margin) reaches(l line, word string, width int) bool {
	columns, ems := widthOf(word)
	need := columns + 1
	if m.ems {
		need = ems + 28
	}
	return m.of(l)+need > width
}

const (
	// halfWindow is how many written lines on each side tell of a margin.
	halfWindow = 14
	// windowStep is how many lines share one look at their surroundings.
	windowStep = 7
	// minColumns and maxColumns bound the widths that are taken for margins.
	minColumns, maxColumns = 38, 140
)

// margins looks at each written line's neighbourhood. The result has one entry
// for each line of the document; blank lines have the zero value.
func (d *doc) margins() []margin {
	ms := make([]margin, len(d.lines))
	var written []int
	for i, l := range d.lines {
		if !l.blank() && l.label.kind != rule {
			written = append(written, i)
		}
	}
	for at := 0; at < len(written); at += windowStep {
		from, to := max(0, at-halfWindow), min(len(written), at+windowStep+halfWindow)
		m := d.marginOf(written[from:to])
		for _, i := range written[at:min(at+windowStep, len(written))] {
			ms[i] = m
			if d.lines[i].columns > maxColumns && m.of(d.lines[i]) > m.width+m.width/4 {
				ms[i] = margin{}
			}
		}
	}
	return ms
}

// marginOf weighs the lines of one neighbourhood.
func (d *doc) marginOf(window []int) margin {
	var short []int
	for _, i := range window {
		if d.lines[i].columns <= maxColumns {
			short = append(short, i)
		}
	}
	if len(short) < 2 || len(short)*2 < len(window) {
		return margin{}
	}
	byColumns, byEms := d.cluster(short, false), d.cluster(short, true)
	m, near := margin{width: byColumns.width}, byColumns.near
	if byEms.near > byColumns.near {
		m, near = margin{width: byEms.width, ems: true}, byEms.near
	}
	if byColumns.width < minColumns || near*100 < 38*len(short) || near < 2 {
		return margin{}
	}
	m.wrapped = d.running(short, m)
	return m
}

const (
	// flowLines is the least number of lines that show that words, not lines,
	// stand on lines; flowColumns is how wide such lines are at most.
	flowLines, flowColumns = 16, 32
)

// flows finds runs of very short lines whose sentences go on from one to the
// next: what is left of text where a converter put each word or two on a line.
// The result has one entry for each line.
func (d *doc) flows() []bool {
	flows := make([]bool, len(d.lines))
	for i := 0; i < len(d.lines); i++ {
		j, lower := i, 0
		for ; j < len(d.lines) && d.lines[j].columns <= flowColumns && !d.lines[j].blank(); j++ {
			if startsLower(d.textOf(j)) && d.lines[j].label.kind == noLabel {
				lower++
			}
		}
		if j-i >= flowLines && lower*2 >= j-i {
			for k := i; k < j; k++ {
				flows[k] = true
			}
		}
		i = j
	}
	return flows
}

// crowd is how many lines end near the widest.
type crowd struct{ width, near int }

func (d *doc) cluster(window []int, ems bool) crowd {
	m := margin{ems: ems}
	widths := make([]int, len(window))
	for k, i := range window {
		widths[k] = m.of(d.lines[i])
	}
	slices.Sort(widths)
	c := crowd{width: widths[len(widths)-1-len(widths)/20]}
	for _, w := range widths {
		if w >= c.width-c.width/6 {
			c.near++
		}
	}
	return c
}

// running reports whether sentences run on over the ends of the lines that reach
// the margin, as they do where a program broke them and seldom do in a list of
// short paragraphs.
func (d *doc) running(window []int, m margin) bool {
	runs, ends := 0, 0
	for _, i := range window {
		if i+1 >= len(d.lines) || m.of(d.lines[i]) < m.width-m.width/6 {
			continue
		}
		j := d.nextWritten(i)
		if j < 0 || j > i+2 {
			continue
		}
		if d.runsOn(i, j) {
			runs++
		} else {
			ends++
		}
	}
	return runs > 0 && runs*5 >= 2*(runs+ends)
}

// nextWritten gives the next line that is not blank, -1 for none.
func (d *doc) nextWritten(i int) int {
	for j := i + 1; j < len(d.lines); j++ {
		if !d.lines[j].blank() {
			return j
		}
	}
	return -1
}

// runsOn reports whether the sentence at the end of line i goes on in line j.
func (d *doc) runsOn(i, j int) bool {
	a, b := d.textOf(i), d.textOf(j)
	if endsSentence(a) {
		return false
	}
	return startsLower(b) || endsOpen(a)
}

// endsSentence reports whether text ends with a sign after which a paragraph
// may end.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)]）】」』 \u00a0")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?:;…。！？：；؟؛۔", r) && text != ""
}

// endsOpen reports whether text ends where a paragraph cannot end: with a
// comma, a hyphen, an opening bracket, or a word such as "of".
func endsOpen(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune(",-‐–—(/&，、،", r) {
		return true
	}
	word := lastWord([]byte(text))
	lower := strings.ToLower(word)
	letter := utf8.RuneCountInString(word) == 1 && lower != word // "Annex A"
	return !letter && isJoiningWord(lower)
}

// startsLower reports whether text begins as the middle of a sentence does. In
// a script without capitals any letter may.
func startsLower(text string) bool {
	text = strings.TrimLeft(text, "\"'“‘«([")
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) || unicode.Is(unicode.Lo, r) || strings.ContainsRune(")]”»,;.–—&，、。）", r) && text != ""
}

// lowerCase reports whether text begins with a small letter or a closing sign.
func lowerCase(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.Is(unicode.Lo, r) && startsLower(text)
}

func endsComma(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(",，、،", r)
}

// endsAddress reports whether text ends with a web or mail address.
func endsAddress(text string) bool {
	last := text[strings.LastIndexAny(text, " \t")+1:]
	return strings.Contains(last, "://") || strings.HasPrefix(last, "www.") || strings.Contains(last, "@") && strings.Contains(last, ".")
}

// capitals reports whether text is a line in capitals.
func capitals(text string) bool {
	upper := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 4
}
