package label

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur/pipeline/segment/wording"
)

const space = `[\s\p{Z}]`

var (
	numberForm  = regexp.MustCompile(`^([(（]?)(\p{Nd}{1,3}(?:[.．]\p{Nd}{1,3}){0,5})(` + space + `?[)）]|[.．]\)?|、|` + space + `?[-–—]|:|)`)
	signForm    = regexp.MustCompile(`^([§¶])` + space + `?(\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*)[.)]?` + space)
	unitForm    = regexp.MustCompile(`^(?:[GMTk]?Hz|[GMTk]bit|[GMTkK]bps|[GMT]B|per cent|USD|CHF|EUR|GDP|Gt|Mt|GW|MW|CO)`)
	maxBare     = 199
	punctuation = map[string]string{"）": ")", "．": ".", "–": "-", "—": "-"}
)

// number reads "1.", "1)", "(1)", "1.1", "1.1.On", "1\tText", "1- ".
func number(s string) Label {
	m := numberForm.FindStringSubmatch(s)
	if m == nil {
		return Label{}
	}
	digits := strings.ReplaceAll(ascii(m[2]), "．", ".")
	mark := strings.TrimFunc(m[3], isSpace)
	if p, ok := punctuation[mark]; ok {
		mark = p
	}
	length, tab, next := split(s, len(m[0]))
	gap := length > len(m[0])
	closed := strings.HasSuffix(mark, ")")
	if (m[1] != "") != closed && m[1] != "" || isDigit(next) && (!gap || mark == "-" || mark == ":") || wording.StartsWithDate(wording.Tidy(s[:min(len(s), 80)])) {
		return Label{}
	}
	l := Label{Text: strings.ReplaceAll(m[2], "．", "."), Length: length}
	parts := strings.Split(digits, ".")
	l.Value, _ = strconv.Atoi(parts[len(parts)-1])
	if len(parts) > 1 {
		l.Parent = strings.Join(parts[:len(parts)-1], ".")
		l.Style = "d" + strconv.Itoa(len(parts)) + brackets(m[1])
		return dotted(l, s, mark, gap, tab, next)
	}
	l.Style = brackets(m[1]) + "1" + mark
	return plain(l, s, mark, gap, tab, next)
}

func brackets(open string) string {
	if open != "" {
		return "("
	}
	return ""
}

// dotted judges "1.1" and deeper.
func dotted(l Label, s, mark string, gap, tab bool, next rune) Label {
	switch {
	case unitForm.MatchString(s[l.Length:]), mark == "-", mark == ":":
		return Label{}
	case !gap && (mark == "" || !opens(next)):
		if mark != "" || !opens(next) {
			return Label{}
		}
		l.glued = true
	}
	l.sure = !l.glued && (tab || strings.HasPrefix(mark, ".") && opens(next) || mark == ")")
	return l
}

// plain judges a number without dots.
func plain(l Label, s, mark string, gap, tab bool, next rune) Label {
	if l.Value == 0 || !gap && !opens(next) && mark != "、" && mark != ")" || mark == "" && next == ')' {
		return Label{}
	}
	known := wording.Heading(s[l.Length:]) == wording.Section || wording.Heading(s[l.Length:]) == wording.Box
	switch mark {
	case ")", ".", ".)", "、":
		l.sure = !(mark == "." && !gap && !isUpper(next) && !isUncased(next))
	case "-":
		l.sure = known || isUncased(next)
	case ":":
		l.sure = known
	default:
		if l.Value > maxBare || !opens(next) {
			return Label{}
		}
		if !gap && !known && !capitalised(s[l.Length:]) {
			return Label{}
		}
		l.glued = !gap
		l.sure = gap && tab || known
	}
	return l
}

// capitalised reports a capital followed by a small letter, so that "2Report"
// may be a number glued to a title and "3GPP" may not.
func capitalised(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return isUpper(first) && isLetter(second) && !isUpper(second) && !isUncased(second)
}

// sectionSign reads "§ 4" as "§4".
func sectionSign(s string) Label {
	m := signForm.FindStringSubmatch(s)
	if m == nil {
		return Label{}
	}
	length, _, _ := split(s, len(m[0]))
	value, _ := strconv.Atoi(ascii(m[2]))
	return Label{Text: m[1] + m[2], Style: m[1], Value: value, Length: length, sure: true}
}
