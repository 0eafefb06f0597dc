package label

import "strings"

// Entry is one paragraph as [Compose] needs it.
type Entry struct {
	Label   Label
	Heading bool
	// Top is set for headings that open a part of the document by their words
	// alone, such as "Conclusion" or "Annex".
	Top bool
	// Level is the list level that the word processor gives, 0 for none.
	Level int
}

// maxDepth bounds the nesting of labels.
const maxDepth = 8

// Compose gives the full label of each paragraph, "" where nothing is printed.
//
// A label stands as printed, with two exceptions. An item below another item
// has that one's label before it: "(a)" below "3." is "3.a". And where a count
// starts anew in a section that has a label itself, the section's label goes
// before: "1." in section "II" is "II.1". Where one count runs on through the
// sections it needs no section. A label that holds its parent already, as "1.1"
// does, stays.
func Compose(entries []Entry) []string {
	continued := continuedStyles(entries)
	out := make([]string, len(entries))
	var s stack
	for i, e := range entries {
		s.place(e)
		if e.Label.None() || e.Label.Bullet {
			continue
		}
		out[i] = s.full(continued)
	}
	return out
}

// stack are the labels that are open, outermost first.
type stack []frame

type frame struct {
	label   Label
	heading bool
	level   int
}

// place closes what e closes and puts e's label on top.
func (s *stack) place(e Entry) {
	switch {
	case e.Label.Bullet:
		return
	case e.Label.None():
		if e.Heading {
			s.closeItems(e.Top)
		}
		return
	case e.Label.Parent != "":
		s.closeAround(e.Label)
	default:
		s.closeFor(e)
	}
	if len(*s) < maxDepth {
		*s = append(*s, frame{label: e.Label, heading: e.Heading, level: e.Level})
	}
}

// closeItems closes all items, and all sections too where top is set.
func (s *stack) closeItems(top bool) {
	for i, f := range *s {
		if top || !f.heading {
			*s = (*s)[:i]
			return
		}
	}
}

// closeAround leaves what a dotted number stands in: the numbers that it begins
// with, and sections that count otherwise.
func (s *stack) closeAround(l Label) {
	for i, f := range *s {
		inside := f.label.Text == l.Parent || strings.HasPrefix(l.Parent, f.label.Text+".")
		if !inside && !(f.heading && f.label.Parent == "" && !isDigitStyle(f.label.Style)) {
			*s = (*s)[:i]
			return
		}
	}
}

func isDigitStyle(style string) bool { return strings.Contains(style, "1") }

// closeFor closes the row that e continues, if it continues one. Capitals open
// parts, not sub-items.
func (s *stack) closeFor(e Entry) {
	for i := len(*s) - 1; i >= 0; i-- {
		f := (*s)[i]
		if f.label.Style != e.Label.Style {
			continue
		}
		switch {
		case e.Level > 0 && f.level > 0 && e.Level > f.level:
			*s = (*s)[:i+1]
		case f.heading && !e.Heading && e.Label.Value == 1:
			*s = (*s)[:i+1]
		default:
			*s = (*s)[:i]
		}
		return
	}
	if e.Heading || strings.HasPrefix(e.Label.Style, "A") || strings.HasPrefix(e.Label.Style, "I") {
		s.closeItems(false)
	}
}

// full is the label on top with what belongs before it.
func (s stack) full(continued map[string]bool) string {
	top := s[len(s)-1].label
	parts := []string{top.Text}
	for i := len(s) - 2; i >= 0; i-- {
		below, f := s[i+1], s[i]
		if f.heading && continued[below.label.Style] || holds(below.label, f.label) || absolute(below.label) {
			break
		}
		parts = append([]string{f.label.Text}, parts...)
	}
	return strings.Join(parts, ".")
}

// absolute reports the number of an article or chapter, which stands for itself.
func absolute(l Label) bool { return strings.HasPrefix(l.Style, "第") || l.Style == "§" }

// holds reports whether a label begins with its parent's already.
func holds(l, parent Label) bool {
	return l.Parent != "" && (l.Parent == parent.Text || strings.HasPrefix(l.Parent, parent.Text+"."))
}

// continuedStyles are the styles whose count runs on from one labelled section
// to the next: the first number in a section follows the last of the one
// before, or, for dotted numbers, none comes twice.
func continuedStyles(entries []Entry) map[string]bool {
	out := map[string]bool{}
	last, fresh := map[string]int{}, map[string]bool{}
	dotted := map[string]bool{}
	var s stack
	for _, e := range entries {
		s.place(e)
		l := e.Label
		switch {
		case l.None() || l.Bullet:
		case l.Parent != "":
			if _, known := out[l.Style]; !known {
				out[l.Style] = true
			}
			if dotted[l.Style+l.Text] {
				out[l.Style] = false
			}
			dotted[l.Style+l.Text] = true
		case e.Heading:
			clear(fresh)
		default:
			below := len(s) > 1 && s[len(s)-2].heading
			if n := last[l.Style]; !fresh[l.Style] && n > 0 && l.Value == n+1 && below {
				out[l.Style] = true
			}
			fresh[l.Style] = true
			last[l.Style] = l.Value
		}
	}
	return out
}
