package wording

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// months are the names of the Gregorian months as dates use them: nominative
// and genitive in Russian, the Arabized and the Levantine names in Arabic, the
// Maghreb's French-born ones too.
var months = [12]string{
	"january|jan|janvier|janv|enero|январь|января|يناير|كانون الثاني|جانفي",
	"february|feb|février|fevrier|févr|febrero|февраль|февраля|فبراير|شباط|فيفري",
	"march|mar|mars|marzo|март|марта|مارس|آذار",
	"april|apr|avril|avr|abril|апрель|апреля|أبريل|إبريل|ابريل|نيسان|أفريل",
	"may|mai|mayo|май|мая|مايو|أيار|ماي",
	"june|jun|juin|junio|июнь|июня|يونيو|يونية|حزيران|جوان",
	"july|jul|juillet|juil|julio|июль|июля|يوليو|يولية|تموز|جويلية",
	"august|aug|août|aout|agosto|август|августа|أغسطس|آب|أوت",
	"september|sept|sep|septembre|septiembre|setiembre|сентябрь|сентября|سبتمبر|أيلول|شتنبر",
	"october|oct|octobre|octubre|октябрь|октября|أكتوبر|تشرين الأول",
	"november|nov|novembre|noviembre|ноябрь|ноября|نوفمبر|تشرين الثاني|نونبر",
	"december|dec|décembre|decembre|déc|diciembre|декабрь|декабря|ديسمبر|كانون الأول|دجنبر",
}

// monthName is the alternation of all names, longest first, with the doubled
// form of Arabic documents ("تموز/يوليو").
var monthName = func() string {
	names := strings.Split(strings.Join(months[:], "|"), "|")
	sort.Slice(names, func(i, j int) bool {
		return len(names[i]) > len(names[j]) || len(names[i]) == len(names[j]) && names[i] < names[j]
	})
	any := "(?:" + strings.Join(names, "|") + ")"
	return any + `(?:\.|\s?/\s?` + any + `)?`
}()

const (
	dayOf = `(\d{1,2})(?:st|nd|rd|th|er|º|ª|-?(?:го|е))?\.?`
	of    = `\s+(?:de\s+|d'|of\s+)?`
	year  = `(?:\s*,)?\s+(?:de\s+|del\s+|عام\s+|سنة\s+)?(\d{4})(?:\s*(?:года?|г\.))?`
)

var (
	dateDayMonth  = regexp.MustCompile(`(?i)^` + dayOf + of + `(` + monthName + `)` + year)
	dateMonthDay  = regexp.MustCompile(`(?i)^(` + monthName + `)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`)
	dateMonth     = regexp.MustCompile(`(?i)^(` + monthName + `)` + year)
	dateChinese   = regexp.MustCompile(`^(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?`)
	dateISO       = regexp.MustCompile(`^(\d{4})-(\d{2})(?:-(\d{2}))?`)
	dateNumbers   = regexp.MustCompile(`^(\d{1,2})[./](\d{1,2})[./](\d{4})`)
	dateYear      = regexp.MustCompile(`^(\d{4})$`)
	leadingNumber = regexp.MustCompile(`(?i)^\d{1,2}(?:st|nd|rd|th|er|º)?(?:\s?-\s?\d{1,2})?` + of + monthName + `(?:[^\p{L}]|$)`)
)

// Date reads the date at the start of tidy text, as ISO 8601 and as precise as
// printed, and says how many bytes it takes. Numbers alone are read day first.
func Date(s string) (iso string, length int) {
	for _, form := range []struct {
		re               *regexp.Regexp
		year, month, day int
	}{
		{dateDayMonth, 3, 2, 1}, {dateMonthDay, 3, 1, 2}, {dateMonth, 2, 1, 0}, {dateChinese, 1, 2, 3}, {dateISO, 1, 2, 3}, {dateNumbers, 3, 2, 1},
		{dateYear, 1, 0, 0},
	} {
		m := form.re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		part := func(i int) string {
			if i == 0 {
				return ""
			}
			return m[i]
		}
		if iso := isoDate(part(form.year), part(form.month), part(form.day)); iso != "" && !digitAt(s, len(m[0])) {
			return iso, len(m[0])
		}
	}
	return "", 0
}

// DateOf reads a line that is a date and nothing else, or gives "".
func DateOf(line string) string {
	s := Tidy(line)
	if iso, n := Date(s); strings.Trim(s[n:], ".") == "" {
		return iso
	}
	return ""
}

// StartsWithDate reports whether tidy text begins with a day and a month, so
// that the number before it is no label.
func StartsWithDate(s string) bool {
	return leadingNumber.MatchString(s) || dateChinese.MatchString(s) || dateNumbers.MatchString(s)
}

// MonthOf gives 1 to 12 for a month's name in any of the languages, 0 for
// other words.
func MonthOf(name string) int {
	first, _, _ := strings.Cut(strings.ToLower(name), "/")
	first = strings.Trim(first, " .")
	for i, names := range months {
		for n := range strings.SplitSeq(names, "|") {
			if n == first {
				return i + 1
			}
		}
	}
	return 0
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

func isoDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	if y < 1900 || y > 2199 {
		return ""
	}
	if month == "" {
		return year
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		m = MonthOf(month)
	}
	if m < 1 || m > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	d, _ := strconv.Atoi(day)
	if d < 1 || d > daysIn(y, m) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
