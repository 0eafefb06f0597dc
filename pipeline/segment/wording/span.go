package wording

import (
	"regexp"
	"strings"
)

// dateSpan finds the dates of a meeting: "25-26 January 2018", "29 October -
// 16 November 2018", "del 12 al 14 de mayo de 2025", "2018年4月17-27日".
var dateSpan = regexp.MustCompile(`(?i)(?:(?:from|du|del|с|من)\s+)?` +
	`\d{1,2}(?:er|st|nd|rd|th)?(?:` + of + monthName + `)?(?:\s+(?:de\s+)?\d{4})?\s*(?:-|and|to|au|al|y|et|и|по|إلى)\s*\d{1,2}(?:st|nd|rd|th)?` + of + monthName + `(?:` + year + `)?` +
	`|` + monthName + `\s+\d{1,2}\s*-\s*\d{1,2},?\s+\d{4}` +
	`|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?\s?[-至]\s?(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日`)

var (
	placeBefore = regexp.MustCompile(`([\p{L}][\p{L}\p{M}'. -]{0,60}?)(?:\s\([\p{L} '-]{2,40}\))?\s*,\s*$`)
	placeAfter  = regexp.MustCompile(`^\s*,?\s*([\p{L}][\p{L}\p{M}'. -]{0,60}?)\s*(?:[,/(;]|$)`)
)

// PlaceAndSpan reads a meeting's place from a tidy line such as "Geneva, 15-25
// May 2017". It gives "" and false where the line has no dates of a meeting.
func PlaceAndSpan(s string) (place string, ok bool) {
	at := dateSpan.FindStringIndex(s)
	if at == nil {
		return placeAndDay(s)
	}
	return placeBeside(s[:at[0]], s[at[1]:]), true
}

// placeAndDay reads a meeting of one day: a place, a comma and a date, with
// nothing else on the line.
func placeAndDay(s string) (string, bool) {
	i := strings.Index(s, ",")
	if i < 0 || i > 60 {
		return "", false
	}
	rest := strings.TrimSpace(s[i+1:])
	if iso, n := Date(rest); iso == "" || n != len(rest) || n < 8 {
		return "", false
	}
	place := placeBeside(s[:i+1], "")
	return place, place != "" && MonthOf(place) == 0
}

func placeBeside(before, after string) string {
	if i := strings.LastIndex(before, " - "); i >= 0 {
		before = before[i+3:]
	}
	if m := placeBefore.FindStringSubmatch(before); m != nil {
		return strings.TrimSpace(m[1])
	}
	if m := placeAfter.FindStringSubmatch(after); m != nil {
		return strings.TrimSpace(m[1])
	}
	return ""
}
