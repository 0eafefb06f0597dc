package label

import (
	"strings"
	"unicode/utf8"
)

// Label is the number printed before a paragraph.
type Label struct {
	// Text is the number without the punctuation around it; "" for bullets.
	Text string
	// Style is the number's form: counts run within one style. "" is no label.
	Style string
	// Value is the place in the count, from 1; 0 where it is not known.
	Value int
	// Parent is what stands before the last dot of "3.2.1": "3.2".
	Parent string
	// Length is how many bytes of the paragraph the label and the space
	// around it take; 0 for labels that are not in the text.
	Length int
	// Bullet is set for list signs that do not count.
	Bullet bool

	sure   bool
	letter int // the value read as a letter, where Style reads it as a Roman number
	glued  bool
}

// None reports whether there is neither number nor bullet.
func (l Label) None() bool { return l.Style == "" }

// maxLength bounds a label's text in bytes.
const maxLength = 48

// styleBullet is the style of all bullets.
const styleBullet = "•"

// bullets are the signs that open list items, with those of symbol fonts.
const bullets = "•·∙▪▫■□●○◦‣⁃❖➢➤►▶✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8"

// Parse reads the label that stands at the start of text. Bullets and numbers
// with punctuation are sure; others wait for [Scan].
func Parse(text string) Label {
	body := strings.TrimLeftFunc(text, isSpace)
	lead := len(text) - len(body)
	for _, read := range []func(string) Label{bullet, sectionSign, number, roman, letter, chinese, arabicWord} {
		if l := read(body); !l.None() && len(l.Text) <= maxLength && l.Length < len(body) {
			l.Length += lead
			return l
		}
	}
	return Label{}
}

// Printed reads a label that the word processor computes: "1.", "a)", "•",
// "Article 3".
func Printed(s string) Label {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 2*maxLength {
		return Label{}
	}
	if utf8.RuneCountInString(s) == 1 && !isAlphanumeric(s) || strings.ContainsAny(s, bullets) {
		return Label{Style: styleBullet, Bullet: true, sure: true}
	}
	l := Parse(s + " X")
	l.Length = 0
	if l.None() || l.glued {
		l = Label{Text: strings.Trim(s, " \t.:;,-–—()[]（）、"), Style: "w:" + withoutDigits(s)}
	}
	l.sure = true
	if l.Text == "" && !l.Bullet || len(l.Text) > maxLength {
		return Label{}
	}
	return l
}

func bullet(s string) Label {
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	after := strings.TrimLeftFunc(rest, isSpace)
	gap := len(rest) - len(after)
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case after == "":
		return Label{}
	case strings.ContainsRune(bullets, r) && !strings.ContainsRune(bullets, next):
	case strings.ContainsRune("*-–—‒−", r) && gap > 0 && (isLetter(next) || isDigit(next) || strings.ContainsRune("“\"'«‘„([…", next)):
	case r == 'o' && gap > 0 && (rest[0] == '\t' || gap > 1 || isUpper(next)):
	default:
		return Label{}
	}
	return Label{Style: styleBullet, Bullet: true, sure: true, Length: n + gap}
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if isDigit(r) {
			return -1
		}
		return r
	}, s)
}

// Sure reports whether the label stands without its neighbours in the count.
func (l Label) Sure() bool { return l.sure }
