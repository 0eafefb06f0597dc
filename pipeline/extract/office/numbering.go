package office

import "strings"

// levelCount is how many levels a list has: nine in Word, ten in OpenDocument.
const levelCount = 10

// maxNumber bounds what a file may make a list start at.
const maxNumber = 1_000_000

// level is how one level of a list counts and prints.
type level struct {
	defined bool
	start   int
	// format is an ST_NumberFormat of OOXML: "decimal", "lowerLetter", "none".
	format string
	// text is the label with %1 to %9 for the numbers of the levels.
	text string
	// restart is 0 where every shallower level restarts this one, neverRestart
	// where none does, else the one-based level down to which they do.
	restart int
	// legal prints all numbers of the label in decimal.
	legal bool
	// hidden is set where the label is formatted as hidden text.
	hidden bool
	// style is the paragraph style whose paragraphs are on this level.
	style string
}

const neverRestart = -1

// list is a definition that counts: what instances of it share is the counter.
type list struct {
	levels [levelCount]level
	counts [levelCount]int
	seen   [levelCount]bool
}

// instance is a use of a list that may change some of its levels. Instances of
// one list continue each other's numbers, except where they override a start.
type instance struct {
	list   *list
	levels [levelCount]*level // overriding definitions, nil for the list's own
	starts [levelCount]*int   // overriding starts, nil for none
	begun  [levelCount]bool   // overriding starts already used
}

// numbering counts the lists of one document.
type numbering struct {
	instances map[string]*instance
	// language is for ordinals: "1st", "1er".
	language string
}

func newNumbering() *numbering { return &numbering{instances: make(map[string]*instance)} }

func (i *instance) level(at int) *level {
	if i.levels[at] != nil {
		return i.levels[at]
	}
	return &i.list.levels[at]
}

func (i *instance) start(at int) int {
	if i.starts[at] != nil {
		return *i.starts[at]
	}
	return i.level(at).start
}

// next counts one paragraph on a level, from 0, of an instance and gives its
// label; "" for an unknown instance or a level that prints nothing.
func (n *numbering) next(id string, at int) string {
	i := n.instances[id]
	if i == nil || at < 0 || at >= levelCount {
		return ""
	}
	l := i.list
	switch {
	case i.starts[at] != nil && !i.begun[at]:
		i.begun[at] = true
		l.counts[at] = *i.starts[at]
	case l.seen[at]:
		l.counts[at]++
	default:
		l.counts[at] = i.start(at)
	}
	l.seen[at] = true
	for up := 0; up < at; up++ {
		if !l.seen[up] {
			l.seen[up], l.counts[up] = true, i.start(up)
		}
	}
	for down := at + 1; down < levelCount; down++ {
		if r := i.level(down).restart; r == 0 || r > at {
			l.seen[down] = false
		}
	}
	return n.label(i, at)
}

// restart makes the next paragraph on a level print number.
func (n *numbering) restart(id string, at, number int) {
	if i := n.instances[id]; i != nil && at >= 0 && at < levelCount {
		i.list.seen[at], i.list.counts[at] = true, number-1
	}
}

// label prints the numbers as they stand.
func (n *numbering) label(i *instance, at int) string {
	v := i.level(at)
	if v.hidden {
		return ""
	}
	if v.format == "bullet" {
		return bulletLabel(v.text)
	}
	var b strings.Builder
	for k := 0; k < len(v.text); k++ {
		if v.text[k] != '%' || k+1 >= len(v.text) || v.text[k+1] < '1' || v.text[k+1] > '9' {
			b.WriteByte(v.text[k])
			continue
		}
		k++
		b.WriteString(n.number(i, int(v.text[k]-'1'), v.legal))
	}
	return trimmed(b.String())
}

// number prints one level's number.
func (n *numbering) number(i *instance, at int, legal bool) string {
	format := i.level(at).format
	if legal && format != "none" {
		format = "decimal"
	}
	count := i.list.counts[at]
	if !i.list.seen[at] {
		count = i.start(at)
	}
	return formatNumber(format, count, n.language)
}

// bulletLabel is the same for all bullets, whatever their font draws.
func bulletLabel(text string) string {
	if trimmed(text) == "" {
		return ""
	}
	return "•"
}
