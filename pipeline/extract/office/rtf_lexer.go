package office

// rtfToken is one piece of an RTF file.
type rtfToken struct {
	kind rtfKind
	// word is a control word's name.
	word string
	// value is a control word's parameter, a byte of text or a symbol.
	value int
	// has is set where the control word had a parameter.
	has bool
}

type rtfKind uint8

const (
	rtfEnd rtfKind = iota
	rtfOpen
	rtfClose
	rtfWord
	rtfSymbol
	rtfByte
)

// Limits of control words; the specification gives 32 letters and a 32-bit
// number.
const (
	maxWord   = 32
	maxDigits = 10
)

// rtfLexer cuts an RTF file into tokens.
type rtfLexer struct {
	data []byte
	at   int
}

func (l *rtfLexer) next() rtfToken {
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '{':
			return rtfToken{kind: rtfOpen}
		case '}':
			return rtfToken{kind: rtfClose}
		case '\\':
			return l.control()
		case '\r', '\n', 0:
		default:
			return rtfToken{kind: rtfByte, value: int(c)}
		}
	}
	return rtfToken{kind: rtfEnd}
}

// control reads what follows a backslash.
func (l *rtfLexer) control() rtfToken {
	if l.at >= len(l.data) {
		return rtfToken{kind: rtfEnd}
	}
	c := l.data[l.at]
	if !letter(c) {
		l.at++
		switch c {
		case '\'':
			return l.hex()
		case '\r', '\n':
			return rtfToken{kind: rtfWord, word: "par"}
		}
		return rtfToken{kind: rtfSymbol, value: int(c)}
	}
	start := l.at
	for l.at < len(l.data) && letter(l.data[l.at]) && l.at-start < maxWord {
		l.at++
	}
	t := rtfToken{kind: rtfWord, word: string(l.data[start:l.at])}
	t.value, t.has = l.number()
	if l.at < len(l.data) && l.data[l.at] == ' ' {
		l.at++
	}
	if t.word == "bin" {
		l.at += min(max(t.value, 0), len(l.data)-l.at)
	}
	return t
}

// number reads a parameter. Digits beyond the limit are read and ignored.
func (l *rtfLexer) number() (int, bool) {
	at, sign := l.at, 1
	if at < len(l.data) && l.data[at] == '-' {
		at, sign = at+1, -1
	}
	n, digits := 0, 0
	for ; at < len(l.data) && l.data[at] >= '0' && l.data[at] <= '9'; at++ {
		if digits++; digits <= maxDigits {
			n = n*10 + int(l.data[at]-'0')
		}
	}
	if digits == 0 {
		return 0, false
	}
	l.at = at
	return sign * n, true
}

// hex reads the two digits of a byte; what are none stand for themselves.
func (l *rtfLexer) hex() rtfToken {
	if l.at+2 <= len(l.data) {
		hi, lo := hexDigit(l.data[l.at]), hexDigit(l.data[l.at+1])
		if hi >= 0 && lo >= 0 {
			l.at += 2
			return rtfToken{kind: rtfByte, value: hi<<4 | lo, has: true}
		}
	}
	return rtfToken{kind: rtfSymbol, value: '\''}
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// skipGroup goes behind the end of the group that the lexer is in.
func (l *rtfLexer) skipGroup() {
	for depth := 1; depth > 0; {
		switch t := l.next(); t.kind {
		case rtfOpen:
			depth++
		case rtfClose:
			depth--
		case rtfEnd:
			return
		}
	}
}
