package pdf

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// write sets the line's text from letters in reading order.
func (l *line) write(atoms []atom) {
	buf := make([]byte, 0, len(atoms)*2)
	left, right := atoms[0].left, atoms[0].right
	words := 0
	raised := -1
	for i, a := range atoms {
		if a.r == ' ' {
			if n := len(buf); n > 0 && buf[n-1] != ' ' {
				buf = append(buf, ' ')
				words++
			}
			continue
		}
		switch {
		case words == 0:
			left, right = min(left, a.left), max(right, a.right)
		case words == 1 && l.second == 0:
			l.second = l.begin(a)
		}
		if up := l.raisedBy(a); up != (raised >= 0) {
			if up {
				raised = len(buf)
			} else {
				l.raise(raised, buf)
				raised = -1
			}
		}
		r := a.r
		if r == tatweel {
			continue
		}
		if r == softHyphen && i < len(atoms)-1 {
			r = '-'
		}
		buf = appendRune(buf, r)
	}
	buf = bytes.TrimRight(buf, " ")
	l.raise(raised, buf)
	l.first = right - left
	l.text = string(buf)
}

// begin is where the letter a begins as it is read.
func (l *line) begin(a atom) float32 {
	if l.rtl {
		return a.right
	}
	return a.left
}

// softHyphen is U+00AD, which here means a hyphen that may have been put in by
// the line's end.
const softHyphen = '\u00AD'

// raise notes that buf from start on is raised.
func (l *line) raise(start int, buf []byte) {
	for start >= 0 && start < len(buf) && buf[start] == ' ' {
		start++
	}
	if start >= 0 && start < len(buf) {
		l.raised = append(l.raised, span{start, len(buf)})
	}
}

// appendRune appends r as a reader would type it, joined to the letter before
// where the two make one.
func appendRune(buf []byte, r rune) []byte {
	if presentation(r) {
		return append(buf, norm.NFKC.String(string(r))...)
	}
	if r < 0x300 || !unicode.Is(unicode.M, r) {
		return utf8.AppendRune(buf, r)
	}
	last, n := utf8.DecodeLastRune(buf)
	if n == 0 || last == ' ' {
		return utf8.AppendRune(buf, r)
	}
	pair := norm.NFC.String(string(last) + string(r))
	return append(buf[:len(buf)-n], pair...)
}
