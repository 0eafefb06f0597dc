package pdf

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// note is a footnote: its mark and its lines, the mark still in them.
type note struct {
	mark  string
	lines []line
}

// Footnotes stand below a short rule at the left, or the right, of a column.
const (
	minNoteRule = 30  // points
	maxNoteRule = 0.5 // of the page's width
)

// setNotesApart moves the footnotes of a page from its lines to its notes. They
// are the lines below a short rule that are in smaller type than the body, from
// the first that begins with a mark.
func (s *sheet) setNotesApart(body float32) {
	for _, rule := range s.noteRules() {
		var below, rest []line
		for _, l := range s.lines {
			if l.base < rule.bottom && l.size < 0.97*body && l.box.right > rule.left-touch && l.box.left > rule.left-3*body || //
				l.base < rule.bottom && l.size < 0.97*body && s.rtl && l.box.left < rule.right+touch {
				below = append(below, l)
			} else {
				rest = append(rest, l)
			}
		}
		notes := notesOf(below)
		if len(notes) == 0 {
			continue
		}
		s.notes = append(s.notes, notes...)
		s.lines = rest
	}
}

// noteRules gives the rules that may have footnotes below them.
func (s *sheet) noteRules() []rect {
	var rules []rect
	for i, r := range s.rules {
		w := r.width()
		if r.height() > thin || w < minNoteRule || w > maxNoteRule*s.width || r.bottom > 0.8*s.height {
			continue
		}
		alone := true
		for j, o := range s.rules {
			if i != j && o.bottom <= r.top+touch && o.top >= r.bottom-touch && o.left <= r.right+touch && o.right >= r.left-touch {
				alone = false
				break
			}
		}
		if alone {
			rules = append(rules, r)
		}
		if len(rules) == 8 {
			break
		}
	}
	sort.Slice(rules, func(i, j int) bool { return rules[i].left < rules[j].left })
	return rules
}

// underNoteRule reports whether l looks like a footnote: it begins with a mark and
// has a footnotes' rule above it.
func (s *sheet) underNoteRule(l *line) bool {
	if _, n := l.noteMark(); n == 0 {
		return false
	}
	for _, r := range s.noteRules() {
		if r.bottom > l.base {
			return true
		}
	}
	return false
}

// notesOf parts lines into notes; none where the first line has no mark.
func notesOf(lines []line) []note {
	rows := rejoin(lines, false)
	var notes []note
	for _, l := range rows {
		mark, n := l.noteMark()
		switch {
		case n > 0 && (len(notes) == 0 || l.raisedTo(n) || mark[0] > '9' || mark[0] == '*' || follows(notes[len(notes)-1].mark, mark)):
			notes = append(notes, note{mark: mark, lines: []line{l}})
		case len(notes) > 0:
			last := &notes[len(notes)-1]
			last.lines = append(last.lines, l)
		default:
			return nil
		}
	}
	return notes
}

// follows reports whether mark b is the next after a.
func follows(a, b string) bool {
	x, okA := atoi(a)
	y, okB := atoi(b)
	return okA && okB && y == x+1
}

func atoi(s string) (int, bool) {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, s != "" && len(s) < 6
}

// noteMark gives the mark that the line begins with and how many bytes of the
// line it takes: up to three digits, or signs such as * and †, raised or not. A
// mark that is not raised must not be part of a number.
func (l *line) noteMark() (string, int) {
	n := 0
	for n < len(l.text) && n < 3 && l.text[n] >= '0' && l.text[n] <= '9' {
		n++
	}
	if n == 0 {
		for i, r := range l.text {
			if !strings.ContainsRune("*†‡§¶", r) || i > 9 {
				break
			}
			n = i + utf8.RuneLen(r)
		}
	}
	if n == 0 {
		return "", 0
	}
	next, _ := utf8.DecodeRuneInString(l.text[n:])
	if !l.raisedTo(n) && !unicode.IsLetter(next) && !strings.ContainsRune(" .)«“\"(", next) {
		return "", 0
	}
	mark := l.text[:n]
	for n < len(l.text) && strings.IndexByte(" .)", l.text[n]) >= 0 {
		n++
	}
	return mark, n
}

// raisedTo reports whether the line begins with raised text that covers its first
// n bytes, give or take spaces and a full stop.
func (l *line) raisedTo(n int) bool {
	return len(l.raised) > 0 && l.raised[0].start == 0 && l.raised[0].end <= n && l.raised[0].end >= 1 && l.raised[0].end < len(l.text)
}

// cleanMark gives raised text as a mark, "" where it can be none.
func cleanMark(s string) string {
	s = strings.Trim(s, " ()[].,")
	if _, ok := atoi(s); ok && len(s) <= 3 {
		return s
	}
	if s != "" && strings.Trim(s, "*†‡§¶") == "" {
		return s
	}
	return ""
}
