package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ordinalOf reads the token of a list number: its kind ("1", "i", "I", "a",
// "A", "dotted", or a script's own) and its place in the list.
func ordinalOf(token string) (kind string, n int) {
	if strings.Contains(token, ".") {
		return dotted(token)
	}
	if n, ok := digits(token); ok {
		return "1", n
	}
	if utf8.RuneCountInString(token) == 1 {
		return letterOrdinal(token)
	}
	if n := roman(strings.ToUpper(token)); n > 0 {
		if token == strings.ToUpper(token) {
			return "I", n
		}
		if token == strings.ToLower(token) {
			return "i", n
		}
	}
	return "", 0
}

// digits reads up to three digits of any script.
func digits(token string) (int, bool) {
	n, count := 0, 0
	for _, r := range token {
		switch {
		case r >= '0' && r <= '9':
			n = n*10 + int(r-'0')
		case r >= '٠' && r <= '٩':
			n = n*10 + int(r-'٠')
		default:
			return 0, false
		}
		count++
	}
	return n, count > 0 && count <= 3
}

// dotted reads "1.2" and "II.1.3"; the place is that of the last part.
func dotted(token string) (string, int) {
	parts := strings.Split(token, ".")
	if len(parts) > 6 {
		return "", 0
	}
	last := 0
	for i, p := range parts {
		n, ok := digits(p)
		if !ok && i == 0 {
			n = roman(p)
			ok = n > 0 || len(p) == 1 && unicode.IsUpper(rune(p[0]))
		}
		if !ok {
			return "", 0
		}
		last = n
	}
	return "dotted", last
}

// letterOrdinal reads a single letter. The letters i, v and x count as letters
// here; the list they are in decides (see [follows]).
func letterOrdinal(token string) (string, int) {
	r, _ := utf8.DecodeRuneInString(token)
	switch {
	case r >= 'a' && r <= 'z':
		return "a", int(r-'a') + 1
	case r >= 'A' && r <= 'Z':
		return "A", int(r-'A') + 1
	case r >= 'а' && r <= 'я':
		return "а", int(r-'а') + 1
	case r >= 'А' && r <= 'Я':
		return "А", int(r-'А') + 1
	case unicode.Is(unicode.Arabic, r):
		const abjad = "أبجدهوزحطيكلمنسعفصقرشت"
		if i := strings.IndexRune(abjad, r); i >= 0 {
			return "أ", i/2 + 1
		}
		return "أ", 0
	}
	return "", 0
}

// roman reads a Roman numeral in capitals up to 89; 0 for anything else.
func roman(s string) int {
	if s == "" || len(s) > 7 {
		return 0
	}
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	total := 0
	for i := range len(s) {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		total += v
	}
	if toRoman(total) != s {
		return 0
	}
	return total
}

// toRoman writes n from 1 to 3999 in Roman capitals.
func toRoman(n int) string {
	var sb strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.value {
			sb.WriteString(d.sign)
			n -= d.value
		}
	}
	return sb.String()
}
