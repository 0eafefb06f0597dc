package label

import (
	"strconv"
	"strings"
)

// Scan decides, over all paragraphs of a document in reading order, which
// candidates are labels: those that are sure, and those whose neighbours in the
// count are there. Candidates that fail come back as none.
func Scan(candidates []Label) []Label {
	c := counting{last: map[string]int{}, seen: map[string]bool{}, latest: map[string]string{}}
	for i, l := range candidates {
		if !l.None() {
			c.last[l.count(l.Value)] = i
			if l.letter > 0 {
				c.last[l.asLetter().count(l.letter)] = i
			}
		}
	}
	out := make([]Label, len(candidates))
	for i, l := range candidates {
		if l.None() {
			continue
		}
		l = c.chosen(l)
		if l.sure || c.follows(l) || l.Value == 1 && l.Parent == "" && c.last[l.count(2)] > i {
			out[i] = l
			c.keep(l)
		}
	}
	return out
}

// counting is what has been counted so far.
type counting struct {
	// last is where in the document a number of a style stands last.
	last map[string]int
	// seen are the numbers accepted, by style.
	seen map[string]bool
	// latest is the style that was read last within one pair of brackets.
	latest map[string]string
}

func (c *counting) keep(l Label) {
	c.seen[l.count(l.Value)] = true
	c.seen[l.path()] = true
	c.latest[l.wrap()] = l.count(l.Value)
}

// follows reports whether the number before l has been accepted: "3" after "2",
// "3.2" after "3.1", "3.1" after "3".
func (c *counting) follows(l Label) bool {
	if l.Value > 1 && c.seen[l.count(l.Value-1)] {
		return true
	}
	return l.Parent != "" && l.Value <= 1 && (c.seen["#"+l.Parent] || c.last[l.count(l.Value+1)] > 0)
}

// chosen reads "(i)" as the letter after "(h)" where "(h)" was just before, as
// one otherwise.
func (c *counting) chosen(l Label) Label {
	if l.letter == 0 {
		return l
	}
	if a := l.asLetter(); c.latest[l.wrap()] == a.count(a.Value-1) {
		return a
	}
	return l
}

func (l Label) asLetter() Label {
	style := "a"
	if strings.Contains(l.Style, "I") {
		style = "A"
	}
	l.Style = strings.NewReplacer("I", style, "i", style).Replace(l.Style)
	l.Value, l.letter = l.letter, 0
	return l
}

// count names a number within its style.
func (l Label) count(value int) string {
	return l.Style + "|" + l.Parent + "|" + strconv.Itoa(value)
}

// path names a number by its digits alone, whatever stands around them.
func (l Label) path() string {
	if l.Parent != "" {
		return "#" + l.Parent + "." + strconv.Itoa(l.Value)
	}
	if isDigitStyle(l.Style) {
		return "#" + strconv.Itoa(l.Value)
	}
	return "#" + l.Style + l.Text
}

// wrap is the style without its counter: letters and Roman numbers of one wrap
// may be one row.
func (l Label) wrap() string {
	return strings.NewReplacer("I", "^", "A", "^", "i", "", "a", "").Replace(l.Style)
}
