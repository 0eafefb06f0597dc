package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelKind says how a line announces that it begins a paragraph.
type labelKind int

const (
	noLabel labelKind = iota
	// bullet is a sure bullet; dash a sign that may also be a dash inside a
	// sentence; doubtful a letter or sign that some programs write for a bullet.
	bullet
	dash
	doubtful
	// number is "1.", "(a)", "II" with a tab, and so on.
	number
	// key is "Region: …".
	key
	// rule is a line of one repeated sign.
	rule
)

// label is what a line begins with.
type label struct {
	kind labelKind
	// style is the same for labels of one list; ordinal is the label's place in
	// it, 0 where it is not known.
	style   string
	ordinal int
	// size is the length in bytes of a bullet with the space after it.
	size int
}

const (
	sureBullets     = "·•▪▫◦‣●○■□◆◇❖➢➔►▶✓✔✗⁃∙⚫\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071\uf0e0\uf02d\uf06f"
	dashBullets     = "-–—*−+"
	doubtfulBullets = "o§Ø?¨ÎØüvq"
)

// labelOf reads the start of a line whose outer white space is gone.
func labelOf(text string) label {
	r, n := utf8.DecodeRuneInString(text)
	rest := text[n:]
	gap := len(rest) - len(strings.TrimLeftFunc(rest, blankRune))
	switch {
	case text == "":
		return label{}
	case isRule(text):
		return label{kind: rule}
	case strings.ContainsRune(sureBullets, r) && rest != "":
		return label{kind: bullet, style: string(r), size: n + gap}
	case strings.ContainsRune(dashBullets, r) && gap > 0:
		return label{kind: dash, style: string(r), size: n + gap}
	case strings.ContainsRune(doubtfulBullets, r) && gap > 0:
		return label{kind: doubtful, style: string(r), size: n + gap}
	}
	if style, ordinal := numberOf(text); style != "" {
		return label{kind: number, style: style, ordinal: ordinal}
	}
	if isKey(text) {
		return label{kind: key}
	}
	return label{}
}

// isRule reports whether text is a drawn line.
func isRule(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("_-=*~–—─━═.#", first) {
		return false
	}
	n := 0
	for _, r := range text {
		if r != first && !unicode.IsSpace(r) {
			return false
		}
		if r == first {
			n++
		}
	}
	return n >= 3 && (first != '.' || n >= 6)
}

// isKey reports whether text is a line of a form: a few words that begin with
// a capital, a colon and a value.
func isKey(text string) bool {
	head, value, ok := strings.Cut(text, ":")
	if !ok {
		head, value, ok = strings.Cut(text, "：")
	}
	if !ok || len(head) > 80 || value == "" || strings.HasPrefix(value, "//") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(head)
	if !unicode.IsLetter(first) || unicode.IsLower(first) {
		return false
	}
	for _, r := range head {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" /'’()-\u00a0", r) {
			return false
		}
	}
	return len(strings.Fields(head)) <= 5
}

// stuckNumber is a number whose following space was lost: "vi.Different".
var stuckNumber = regexp.MustCompile(`^([0-9]{1,2}(?:\.[0-9]{1,2}){0,4}|[ivx]{1,5}|[a-z])\.\p{Lu}\p{Ll}`)

// numberOf reads a list number at the start of text. The style names the kind
// of number and the signs around it; "" means that there is none.
func numberOf(text string) (style string, ordinal int) {
	if s, n := chineseNumber(text); s != "" {
		return s, n
	}
	if m := stuckNumber.FindStringSubmatch(text); m != nil {
		return styleOf(m[1], ".", false)
	}
	body := text
	open := strings.HasPrefix(body, "(")
	if open {
		body = strings.TrimLeft(body[1:], " ")
	}
	end := strings.IndexFunc(body, func(r rune) bool { return !wordChar(r) && r != '.' })
	if end <= 0 || end > 14 {
		return "", 0
	}
	token, rest := body[:end], body[end:]
	closing := ""
	switch {
	case open && !strings.HasPrefix(strings.TrimLeft(rest, " "), ")"):
		return "", 0
	case strings.HasPrefix(strings.TrimLeft(rest, " "), ")"):
		closing = ")"
		rest = strings.TrimLeft(rest, " ")[1:]
	case strings.HasSuffix(token, "."):
		closing = "."
		token = strings.TrimSuffix(token, ".")
	case strings.HasPrefix(rest, "\t"):
		closing = "\t"
	case strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, " - "):
		closing = "-"
	}
	if rest == "" || !open && closing != ")" && !startsBlank(rest) && closing != "-" {
		return "", 0
	}
	return styleOf(token, closing, open)
}

// styleOf reads the number itself, and refuses what is not likely one with such
// a closing sign.
func styleOf(token, closing string, open bool) (string, int) {
	kind, n := ordinalOf(token)
	switch {
	case kind == "" || kind == "dotted" && closing == "-":
		return "", 0
	case closing == "" && !open && kind != "dotted":
		return "", 0
	case closing == "-" && kind != "1":
		return "", 0
	}
	if open {
		closing = "()"
	}
	return kind + closing, n
}

func startsBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return blankRune(r)
}

// chineseNumber reads "一、", "（二）", "第三条", "4、".
func chineseNumber(text string) (string, int) {
	const digits = "一二三四五六七八九十"
	body := strings.TrimPrefix(strings.TrimPrefix(text, "（"), "第")
	n, count := 0, 0
	for _, r := range body {
		d := strings.IndexRune(digits, r) / len("一")
		switch {
		case strings.ContainsRune(digits, r):
			n, count = n*10+d+1, count+1
			continue
		case r >= '0' && r <= '9' && count < 3:
			n, count = n*10+int(r-'0'), count+1
			continue
		}
		if count == 0 || count > 4 || !strings.ContainsRune("、）条章节款．", r) {
			return "", 0
		}
		return "zh" + string(r), n
	}
	return "", 0
}
