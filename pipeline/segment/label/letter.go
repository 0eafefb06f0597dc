package label

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/pipeline/segment/wording"
)

var (
	romanForm   = regexp.MustCompile(`^([(（]?)([IVXL]{1,7}|[ivxl]{1,7})([)）]|\.\)?|` + space + `?[-–—:]|)`)
	romanValid  = regexp.MustCompile(`^(?i)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$`)
	letterForm  = regexp.MustCompile(`^([(（]?)([A-Za-z]|[А-Яа-яЁё]|[ء-ي]ـ?)(` + space + `?[)）]|\.\)?|` + space + `?[-–—]|)`)
	chineseForm = regexp.MustCompile(`^(?:([一二三四五六七八九十百]{1,4})[、．.]|[（(]([一二三四五六七八九十百]{1,4})[)）]|第([一二三四五六七八九十百]{1,5}|\d{1,3})(条|章|节|部分)(?:[：:、]|` + space + `))`)
	arabicForm  = regexp.MustCompile(`^((?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:ا\x{064B}|\x{064B}ا|اً|ا))` + space + `?[:،\-–.]`)
)

// roman reads "II\tProposals", "IV.", "(ii)"; one letter that may as well be a
// letter in a row says so.
func roman(s string) Label {
	m := romanForm.FindStringSubmatch(s)
	if m == nil || m[2] == "" || !romanValid.MatchString(m[2]) || strings.EqualFold(m[2], "l") {
		return Label{}
	}
	mark := strings.TrimFunc(m[3], isSpace)
	length, tab, next := split(s, len(m[0]))
	gap := length > len(m[0])
	closed := strings.HasSuffix(mark, ")") || mark == "）"
	upper := isUpper(rune(m[2][0]))
	glued := !gap && mark == "." && capitalised(s[length:])
	if m[1] != "" && !closed || !gap && !(closed && isLetter(next)) && !glued {
		return Label{}
	}
	l := Label{Text: m[2], Value: romanValue(strings.ToUpper(m[2])), Length: length, Style: brackets(m[1]) + "i" + closing(mark)}
	if upper {
		l.Style = brackets(m[1]) + "I" + closing(mark)
	}
	if len(m[2]) == 1 {
		l.letter = int(m[2][0]|0x20) - 'a' + 1
	}
	kind := wording.Heading(s[length:])
	known := kind == wording.Section || kind == wording.Box
	switch {
	case closed:
		l.sure = true
	case glued:
		l.sure = known
	case mark == "" && (!upper || !opens(next)), mark == "-" && !upper:
		return Label{}
	case mark == "":
		l.sure = known || tab
	case mark == ".":
		l.sure = known || len(m[2]) > 1 || m[2] == "I" && opens(next)
	default:
		l.sure = known || len(m[2]) > 1 && upper
	}
	return l
}

func closing(mark string) string {
	switch {
	case strings.HasSuffix(mark, ")"), mark == "）":
		return ")"
	case strings.HasPrefix(mark, "."):
		return "."
	case mark == "":
		return ""
	}
	return "-"
}

func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}[s[i]]
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}

// alphabets are the orders in which letters count.
var alphabets = []string{
	"abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}

// letter reads "(a)", "б)", "أ )", "A."; a letter with a full stop waits for its
// neighbours.
func letter(s string) Label {
	m := letterForm.FindStringSubmatch(s)
	if m == nil || m[3] == "" && m[1] == "" {
		return Label{}
	}
	mark := strings.TrimFunc(m[3], isSpace)
	length, _, next := split(s, len(m[0]))
	gap := length > len(m[0])
	closed := strings.HasSuffix(mark, ")") || mark == "）"
	first, _ := utf8.DecodeRuneInString(m[2])
	if m[1] != "" && !closed || !gap && !(closed && isLetter(next)) || closed && isDigit(next) && first == 'c' {
		return Label{}
	}
	if closing(mark) == "-" && !isUncased(first) {
		return Label{}
	}
	l := Label{Text: strings.TrimSuffix(m[2], "ـ"), Length: length, sure: closed || isUncased(first)}
	l.Value = letterValue(l.Text)
	l.Style = brackets(m[1]) + letterStyle(first) + closing(mark)
	return l
}

func letterStyle(r rune) string {
	switch {
	case isUncased(r):
		return "أ"
	case r >= 0x400 && isUpper(r):
		return "А"
	case r >= 0x400:
		return "а"
	case isUpper(r):
		return "A"
	}
	return "a"
}

func letterValue(s string) int {
	s = strings.NewReplacer("ا", "أ", "إ", "أ", "ة", "ه").Replace(strings.ToLower(s))
	for _, a := range alphabets {
		if i := strings.Index(a, s); i >= 0 {
			return utf8.RuneCountInString(a[:i]) + 1
		}
	}
	return 0
}

// chinese reads "一、", "（一）" and "第三条".
func chinese(s string) Label {
	m := chineseForm.FindStringSubmatch(s)
	if m == nil {
		return Label{}
	}
	length, _, _ := split(s, len(m[0]))
	l := Label{Length: length, sure: true}
	switch {
	case m[1] != "":
		l.Text, l.Style, l.Value = m[1], "一、", chineseValue(m[1])
	case m[2] != "":
		l.Text, l.Style, l.Value = m[2], "（一）", chineseValue(m[2])
	default:
		l.Text, l.Style, l.Value = "第"+m[3]+m[4], "第"+m[4], chineseValue(m[3])
	}
	return l
}

func chineseValue(s string) int {
	total, unit := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			unit = unit*10 + int(r-'0')
		case r == '十':
			total, unit = total+max(unit, 1)*10, 0
		case r == '百':
			total, unit = total+max(unit, 1)*100, 0
		default:
			unit = strings.Index("一二三四五六七八九", string(r))/len("一") + 1
		}
	}
	return total + unit
}

// arabicWord reads "أولاً:", "ثانياً -".
func arabicWord(s string) Label {
	m := arabicForm.FindStringSubmatch(s)
	if m == nil {
		return Label{}
	}
	length, _, _ := split(s, len(m[0]))
	stem := strings.TrimRight(m[1], "ا\u064b")
	for i, w := range []string{"أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"} {
		if w == stem {
			return Label{Text: m[1], Style: "أولاً", Value: i + 1, Length: length, sure: true}
		}
	}
	return Label{}
}
