package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelShape is a printed number or bullet at the start of a paragraph. What
// follows it decides whether it is one.
var labelShape = regexp.MustCompile(`^(?:` +
	`[•▪■➢✓◦□❖·‣⁃●○–—\-*]` + // bullets
	`|\d{1,3}(?:\.\d{1,3}){0,5}[.)]?(?:\s?(?:bis|ter|quater))?` + // 1 1. 1.1 1) 14 bis
	`|\(\d{1,3}\)|\[\d{1,3}\]` +
	`|\(?[A-Za-z][.)]|\(?[ivxlcIVXLC]{1,7}[.)]|[IVX]{1,5}` + // a) (a) iv. IV
	`|\(?[А-Яа-яЁё]\)|[А-ЯЁ]\.` +
	`|\(?[\x{0621}-\x{064A}]{1,2}[.)]` +
	`|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}、` +
	`)`)

// bullet reports whether label is a bullet rather than a number.
func bullet(label string) bool {
	r, n := utf8.DecodeRuneInString(label)
	return n == len(label) && strings.ContainsRune("•▪■➢✓◦□❖·‣⁃●○–—-*", r)
}

// bare reports whether label is a number without a sign that says so, which may
// be a quantity or a year.
func bare(label string) bool {
	last, _ := utf8.DecodeLastRuneInString(label)
	return unicode.IsDigit(last) && !strings.Contains(label, ".") || strings.Trim(label, "IVX") == ""
}

const (
	// labelGap is how much wider than the line's other spaces the space after a
	// label is, and tabWide how wide it is after a number without a sign; both
	// as parts of the size of type.
	labelGap = 0.22
	tabWide  = 0.9
	// hanging is how far text may stand from the place where its first line
	// begins and still be aligned with it, in parts of the size of type.
	hanging = 0.35
)

// startLabel is label for lines that are known to begin a paragraph: there, a
// number or letter in brackets, or a number with a full stop, needs no wide gap.
func startLabel(lines []line) (string, int) {
	if m, n := label(lines); n > 0 {
		return m, n
	}
	text := lines[0].text
	m := labelShape.FindString(text)
	if m == "" || len(m) == len(text) || text[len(m)] != ' ' {
		return "", 0
	}
	letters := []rune(strings.Trim(m, "().[]"))
	last := m[len(m)-1]
	sure := last == ')' || last == ']' || last == '.' && (unicode.IsDigit(letters[0]) || len(letters) > 1)
	if !sure || len(letters) == 0 {
		return "", 0
	}
	rest := strings.TrimLeft(text[len(m):], " \t")
	return m, len(text) - len(rest)
}

// label gives the printed label that the lines of a paragraph begin with, and how
// many bytes of the first line it takes with the space after it. A number is a
// label where the gap after it is that of a tab, or where the lines below hang
// from the text after it.
func label(lines []line) (string, int) {
	l := &lines[0]
	m := labelShape.FindString(l.text)
	if m == "" {
		return "", 0
	}
	rest := strings.TrimLeft(l.text[len(m):], " \t")
	n := len(l.text) - len(rest)
	if rest == "" {
		return "", 0
	}
	if n == len(m) {
		// A label of Chinese or Arabic may touch its text.
		next, _ := utf8.DecodeRuneInString(rest)
		touches := strings.HasSuffix(m, "、") || strings.HasSuffix(m, "）") || rightToLeft(next) && strings.HasSuffix(m, ")")
		if !touches {
			return "", 0
		}
		return m, n
	}
	tab := l.text[len(m)] == '\t'
	gap := l.labelGap()
	switch {
	case bullet(m):
		if tab || gap > labelGap*l.size || m != "-" && m != "–" && m != "—" && m != "*" {
			return m, n
		}
	case strings.ContainsAny(m, " "):
		return "", 0
	case tab && gap > 0 && !bare(m):
		return m, n
	case bare(m):
		if len(m) <= 3 && gap > tabWide*l.size {
			return m, n
		}
	case gap > l.gap+labelGap*l.size || hangs(lines):
		return m, n
	}
	return "", 0
}

// labelGap is the width of the line's first space.
func (l *line) labelGap() float32 {
	if l.second == 0 {
		return 0
	}
	if l.rtl {
		return l.box.right - l.first - l.second
	}
	return l.second - l.box.left - l.first
}

// hangs reports whether the second line begins where the text after the first
// line's label does, and not where the label does.
func hangs(lines []line) bool {
	if len(lines) < 2 || lines[0].second == 0 {
		return false
	}
	a, b := &lines[0], &lines[1]
	if a.rtl {
		return abs(b.box.right-a.second) < hanging*a.size && a.box.right-b.box.right > a.size*0.5
	}
	return abs(b.box.left-a.second) < hanging*a.size && b.box.left-a.box.left > a.size*0.5
}
