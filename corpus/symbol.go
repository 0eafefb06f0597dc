package corpus

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Symbol is a document's number, normalised: "CWG-Internet-22/3(Rev.1)". It
// marshals as that string. The letter of a language version is not part of it.
type Symbol struct {
	// Series is the body with its meeting or year: "CWG-Internet-22", "C25".
	Series string
	// Number is the document's number in the series: "3", "DT/5", "src-1a2b3c4d".
	Number string
	// Suffix is the chain of revisions, addenda and corrigenda, normalised:
	// "(Rev.1)(Add.2)". The order matters: an addendum to a revision.
	Suffix string
}

var (
	symbolSuffix  = regexp.MustCompile(`(?i)[\s(]\s*(rev|add|corr)(?:ision|endum|igendum)?\.?\s*(\d+)\s*\)?`)
	symbolLetter  = regexp.MustCompile(`[-\s]([EFSRCA])$`)
	symbolHyphen  = regexp.MustCompile(`[\x{2010}-\x{2015}\x{2212}]`)
	symbolMeeting = regexp.MustCompile(`^(.*[A-Za-z])[-\s]+(\d+)$`)
	symbolYear    = regexp.MustCompile(`^(C|PP|WTPF|WCIT|WTDC|WTSA|RA|WRC)[-\s]?(\d{2})$`)
)

// ParseSymbol reads a printed document number in any of the styles in use:
// "CWG-Internet 22/3-E", "WG-Internet 11/7", "C17/98(Rev.1)", "C17/DT/5",
// "PP14/34(Rev.1)(Add.1)-R", "C17/130-E (Rev. 1)". It also gives the language
// code of the document letter, or "". An error means s is no document number.
func ParseSymbol(s string) (Symbol, string, error) {
	s = strings.Join(strings.Fields(symbolHyphen.ReplaceAllString(s, "-")), " ")
	if un, ok := parseUN(s); ok {
		return un, "", nil
	}
	var suffix strings.Builder
	for _, m := range symbolSuffix.FindAllStringSubmatch(s, -1) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return Symbol{}, "", Errorf(CodeInvalid, "document number %q: %s %s is out of range", s, m[1], m[2])
		}
		fmt.Fprintf(&suffix, "(%s%s.%d)", strings.ToUpper(m[1][:1]), strings.ToLower(m[1][1:]), n)
	}
	base := strings.TrimSpace(symbolSuffix.ReplaceAllString(s, ""))
	language := ""
	if m := symbolLetter.FindStringSubmatch(base); m != nil {
		language = LanguageOfLetter(m[1])
		base = strings.TrimSpace(base[:len(base)-2])
	}
	series, number, ok := strings.Cut(base, "/")
	series, number = strings.TrimSpace(series), strings.ReplaceAll(number, " ", "")
	if !ok || series == "" || number == "" || len(base) > 80 {
		return Symbol{}, "", Errorf(CodeInvalid, "%q is not a document number such as CWG-Internet-22/3", s)
	}
	return Symbol{Series: normalSeries(series), Number: number, Suffix: suffix.String()}, language, nil
}

// normalSeries writes a series as the Union does now: the group's older short
// names become CWG-Internet, and a meeting's number follows a hyphen.
func normalSeries(s string) string {
	if m := symbolYear.FindStringSubmatch(s); m != nil {
		if m[1] == "WTPF" {
			return m[1] + "-" + m[2]
		}
		return m[1] + m[2]
	}
	if m := symbolMeeting.FindStringSubmatch(s); m != nil {
		return NormalBody(m[1]) + "-" + m[2]
	}
	return strings.ReplaceAll(s, " ", "-")
}

// NormalBody gives a body's short name in one spelling: "WG-Internet",
// "CWGInternet" and "GTC-Internet" are all CWG-Internet.
func NormalBody(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), " ", "-")
	switch strings.ToLower(strings.ReplaceAll(s, "-", "")) {
	case "wginternet", "cwginternet", "gtcinternet", "ргсинтернет":
		return "CWG-Internet"
	}
	return s
}

// IsZero reports whether there is no symbol.
func (s Symbol) IsZero() bool { return s == Symbol{} }

// Work is the symbol without revisions and addenda: what is counted.
func (s Symbol) Work() string {
	if s.IsZero() {
		return ""
	}
	return s.Series + "/" + s.Number
}

// Body is the series without its meeting: "CWG-Internet".
func (s Symbol) Body() string {
	if unSeries.MatchString(s.Series) {
		return unSession.ReplaceAllString(s.Series, "")
	}
	if m := symbolMeeting.FindStringSubmatch(strings.ReplaceAll(s.Series, "-", " ")); m != nil {
		return strings.TrimSuffix(s.Series, "-"+m[2])
	}
	return s.Series
}

// Revision is the number of the last revision in the suffix, 0 for none.
func (s Symbol) Revision() int {
	n := 0
	for _, m := range symbolSuffix.FindAllStringSubmatch(s.Suffix, -1) {
		if strings.EqualFold(m[1], "rev") {
			n, _ = strconv.Atoi(m[2])
		}
	}
	return n
}

// Branch is the work with its addenda and corrigenda, revisions left out: two
// symbols of one branch are versions of the same text.
func (s Symbol) Branch() string {
	out := s.Work()
	for _, m := range symbolSuffix.FindAllStringSubmatch(s.Suffix, -1) {
		if !strings.EqualFold(m[1], "rev") {
			out += m[0]
		}
	}
	return out
}

// String writes the symbol as printed today.
func (s Symbol) String() string {
	if s.IsZero() {
		return ""
	}
	if unSeries.MatchString(s.Series) {
		return s.Work() + s.unSuffix()
	}
	return s.Work() + s.Suffix
}

// MarshalText writes the symbol as its string.
func (s Symbol) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Symbol) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Symbol{}
		return nil
	}
	parsed, _, err := ParseSymbol(string(text))
	if err == nil {
		*s = parsed
	}
	return err
}
