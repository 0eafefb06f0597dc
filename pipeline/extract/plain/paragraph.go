package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// doc is a decoded plain text on its way to paragraphs.
type doc struct {
	text    string
	lines   []line
	margin  []margin
	flow    []bool
	cleaner *Cleaner
	// glyphs counts the lines that begin with each doubtful bullet.
	glyphs map[string]int
	// markdown is set where the document has Markdown's marks; soft where the
	// lines of a paragraph are joined wherever they end.
	markdown, soft bool
}

func newDoc(text string) *doc {
	d := &doc{text: text, lines: splitLines(text), cleaner: NewCleaner(text), glyphs: map[string]int{}}
	for i := range d.lines {
		l := &d.lines[i]
		l.label = labelOf(d.textOf(i))
		if l.label.kind == doubtful {
			d.glyphs[l.label.style]++
		}
	}
	d.margin, d.flow = d.margins(), d.flows()
	d.markdown = d.isMarkdown()
	d.soft = d.markdown && d.spaced()
	return d
}

func (d *doc) textOf(i int) string { return d.text[d.lines[i].from:d.lines[i].to] }

// paragraph is lines first to last, both included, that belong together.
type paragraph struct {
	first, last int
	label       label
}

// paragraphFrom gives the paragraph that begins at line i. The label is that of
// its first line where that line's place allows one; before is the paragraph
// above, and seen the last number of each style.
func (d *doc) paragraphFrom(i int, seen map[string]int) paragraph {
	p := paragraph{first: i, last: i, label: d.lines[i].label}
	if p.label.kind == rule {
		return p
	}
	if p.label.kind == number {
		seen[p.label.style] = p.label.ordinal
	}
	for {
		j := d.nextWritten(p.last)
		if j < 0 || !d.joins(p, j, seen) {
			return p
		}
		p.last = j
	}
}

// joins reports whether line j, the next that is not blank, goes on the
// paragraph p.
func (d *doc) joins(p paragraph, j int, seen map[string]int) bool {
	i := p.last
	a, b := d.textOf(i), d.textOf(j)
	if d.lines[j].label.kind == rule || d.lines[i].label.kind == rule {
		return false
	}
	m := d.margin[i]
	if j > i+1 {
		return j == i+2 && m.wrapped && m.full(d.lines[i], firstToken(b)) && !endsSentence(a) &&
			startsLower(b) && !endsItem(a) && d.lines[j].label.kind == noLabel
	}
	if d.flow[i] && d.flow[j] {
		return !endsSentence(a) || startsLower(b)
	}
	if d.begins(p, j, seen) {
		return false
	}
	if d.soft && d.lines[i].columns <= maxColumns && !strings.HasPrefix(d.text[d.lines[i].to:], "  ") {
		return !quoted(b) && !fence.MatchString(b) && !atxHeading.MatchString(b)
	}
	if m.wrapped {
		return d.joinsWrapped(p, i, j)
	}
	return d.joinsLoose(p, i, j)
}

// joinsWrapped decides where lines were broken at a margin.
func (d *doc) joinsWrapped(p paragraph, i, j int) bool {
	a, b := d.textOf(i), d.textOf(j)
	m := d.margin[i]
	switch {
	case endsSentence(a) && !m.full(d.lines[i], firstToken(b)):
		return false
	case !endsSentence(a) && !m.nearly(d.lines[i], firstToken(b)):
		return lowerCase(b) && !endsItem(a) || endsOpen(a) && !endsComma(a) && !endsItem(a) || capitals(a) && capitals(b) && isJoiningWord(strings.ToLower(firstWord(b)))
	case capitals(a) != capitals(b) && (capitals(a) && !endsOpen(a) || endsSentence(a) && len(b) > 12):
		return false
	case headingWord(a) || headingWord(b), endsItem(a) && !startsLower(b) && !endsAddress(b):
		return false
	case endsSentence(a) && (d.headingAt(j) || introduces(b)), endsAddress(a) && !startsLower(b), d.wordAlone(i, j):
		return false
	}
	if d.lines[j].indent >= d.lines[i].indent+2 && endsSentence(a) && p.last > p.first {
		return false
	}
	return true
}

// headingAt reports whether line j looks like a heading: short, without a sign
// at its end, before a line that begins anew.
func (d *doc) headingAt(j int) bool {
	k := d.nextWritten(j)
	if k < 0 || startsLower(d.textOf(j)) || endsSentence(d.textOf(j)) || endsOpen(d.textOf(j)) {
		return false
	}
	m := d.margin[j]
	return m.wrapped && !m.full(d.lines[j], firstToken(d.textOf(k))) && !startsLower(d.textOf(k))
}

// introduces reports whether text is a few words with a colon, such as
// "Recommendations:".
func introduces(text string) bool {
	return strings.HasSuffix(text, ":") && !startsLower(text) && len(strings.Fields(text)) <= 4
}

// itemEnd is the end of an item of a list or of a clause of a preamble.
var itemEnd = regexp.MustCompile(`(?:[;:؛；]|[;,؛]\s+(?:and|or|et|ou|y|e|o|и|или))$`)

// endsItem reports whether text ends as an item of a list does.
func endsItem(text string) bool { return itemEnd.MatchString(text[max(0, len(text)-24):]) }

// headingWords are headings of one word that stand above parts of papers.
const headingWords = " abstract introduction summary background preamble purpose conclusion conclusions recommendations proposals proposal references annex document " +
	"résumé introduction contexte préambule objet recommandations propositions proposition références annexe " +
	"resumen introducción antecedentes preámbulo objeto conclusiones recomendaciones propuestas propuesta referencias anexo " +
	"введение резюме преамбула цель заключение выводы рекомендации предложения предложение приложение "

// headingWord reports whether text is one of them and no more.
func headingWord(text string) bool {
	text = strings.TrimSuffix(text, ":")
	return !startsLower(text) && !strings.Contains(text, " ") && strings.Contains(headingWords, " "+strings.ToLower(text)+" ")
}

// wordAlone reports whether line j is a single word with a capital, such as
// "Abstract", after a line that ends with none and before one that begins anew.
func (d *doc) wordAlone(i, j int) bool {
	b := d.textOf(j)
	k := d.nextWritten(j)
	last, _ := utf8.DecodeRuneInString(lastWord([]byte(d.textOf(i))))
	return k > 0 && firstToken(b) == b && !startsLower(b) && !endsSentence(b) && !endsOpen(d.textOf(i)) &&
		!unicode.IsUpper(last) && !startsLower(d.textOf(k))
}

// joinsLoose decides where each line is a paragraph unless its sentence plainly
// runs on.
func (d *doc) joinsLoose(p paragraph, i, j int) bool {
	a, b := d.textOf(i), d.textOf(j)
	if endsSentence(a) {
		return false
	}
	if p.label.kind == bullet && d.lines[j].indent > 0 {
		return true
	}
	if (p.label.kind == number || p.label.kind == dash) && d.lines[j].indent >= d.lines[p.first].indent+2 {
		return startsLower(b) || endsOpen(a)
	}
	if capitals(a) {
		return capitals(b) && endsOpen(a)
	}
	if startsLower(b) {
		return endsOpen(a) || d.lines[i].columns >= 40
	}
	return endsOpen(a) && !strings.HasSuffix(a, ",") && !strings.HasSuffix(a, "-") && d.lines[i].columns >= 15
}

// begins reports whether line j has a label that begins a paragraph there.
func (d *doc) begins(p paragraph, j int, seen map[string]int) bool {
	i := p.last
	l := d.lines[j].label
	ended := d.ended(p, j)
	switch l.kind {
	case bullet:
		return true
	case dash:
		return ended || d.lines[i].label.kind == dash && d.lines[i].label.style == l.style
	case doubtful:
		return d.sureGlyph(j) && ended
	case number:
		last, ok := seen[l.style]
		return ended || ok && l.ordinal == last+1
	case key:
		return ended
	}
	return false
}

// ended reports whether the paragraph p may end before line j.
func (d *doc) ended(p paragraph, j int) bool {
	a, word := d.textOf(p.last), firstToken(d.textOf(j))
	m, l := d.margin[p.last], d.lines[p.last]
	switch {
	case endsSentence(a):
		return true
	case endsOpen(a):
		return false
	case !m.wrapped:
		return true
	case p.label.kind == key || d.lines[j].label.kind == number:
		return !m.full(l, word)
	}
	return !m.nearly(l, word)
}

// sureGlyph reports whether the doubtful bullet of line j is one: the document
// has several, or it stands apart from its text.
func (d *doc) sureGlyph(j int) bool {
	l := d.lines[j].label
	return l.kind == doubtful && (d.glyphs[l.style] >= 3 || d.glyphs[l.style] == 2 && l.style != "?" || l.size >= len(l.style)+2)
}

// firstToken gives the first word of text with the signs that stick to it; in
// Chinese the first character.
func firstToken(text string) string {
	for i, r := range text {
		if blankRune(r) {
			return text[:i]
		}
		if wideGlyph(r) {
			return text[:i+len(string(r))]
		}
	}
	return text
}
