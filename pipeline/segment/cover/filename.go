package cover

import (
	"path"
	"regexp"
	"strings"

	"rapporteur/corpus"
)

var (
	// officialName is the Union's own: sector and year, event, series, number,
	// variant, format, language.
	officialName = regexp.MustCompile(`(?i)^([A-Z])(\d{2})-([A-Z0-9]+)-([A-Z]+)-(\d{4})(?:[!_]?((?:[RAC]\d{1,2})*)[!_]?(?:MSW|PDF|ZIP|HTM)?(?:[-_]([EFSRCA]))?)?(?:/[a-z]{2})?$`)
	officialPart = regexp.MustCompile(`(?i)[RAC]\d{1,2}`)
	// ownName is what people make of a symbol: "CWG-Internet-22_3_Rev1_E".
	ownName     = regexp.MustCompile(`(?i)^((?:CWG|WG|GTC|EG)[-_ ]?[A-Z&-]+?|C|PP|WTPF|WCIT|WTDC|WTSA)[-_ ]?(\d{1,3})[-_ ](?:doc[-_ ]?)?0*(\d{1,4}|(?:DT|DL|INF|TD)[-_ ]?\d{1,4})((?:[-_ .]?\(?(?:rev|add|corr)[-_. ]?\d{1,2}\)?)*)(?:[-_ ]([EFSRCA]))?$`)
	ownNamePart = regexp.MustCompile(`(?i)(rev|add|corr)[-_. ]?(\d{1,2})`)
	eventGroup  = regexp.MustCompile(`^(?:CL|RCL|R)?(?:CWG|WG)?-?(INTERNET|INTPOL|COP|WSIS|FHR|SFP|LANG|ITR|HB)(\d{1,3})$`)
	eventNumber = regexp.MustCompile(`^([A-Z]+)(\d{1,3})$`)
)

// FromFileName reads the symbol that a file's name stands for, with what
// follows from it: body, meeting, language.
func FromFileName(name string) corpus.Header {
	base := strings.TrimSpace(path.Base(strings.ReplaceAll(name, "\\", "/")))
	if len(base) > 200 {
		return corpus.Header{}
	}
	stem := strings.TrimSuffix(base, path.Ext(base))
	for _, read := range []func(string) (string, string){official, own} {
		printed, letter := read(stem)
		if printed == "" {
			continue
		}
		symbol, _, err := corpus.ParseSymbol(printed)
		if err != nil {
			continue
		}
		return FromSymbol(symbol, corpus.LanguageOfLetter(strings.ToUpper(letter)), corpus.BasisFileName)
	}
	return corpus.Header{}
}

// official reads "S18-PP-C-0062!A1!MSW-F".
func official(stem string) (symbol, letter string) {
	m := officialName.FindStringSubmatch(stem)
	if m == nil {
		return "", ""
	}
	number := strings.TrimLeft(m[5], "0")
	if number == "" {
		return "", ""
	}
	if series := strings.ToUpper(m[4]); series != "C" {
		number = series + "/" + number
	}
	for _, part := range officialPart.FindAllString(m[6], -1) {
		kind := map[byte]string{'R': "Rev", 'A': "Add", 'C': "Corr"}[part[0]&^0x20]
		number += "(" + kind + "." + strings.TrimLeft(part[1:], "0") + ")"
	}
	return eventSeries(strings.ToUpper(m[3]), m[2]) + "/" + number, m[7]
}

// eventSeries writes the event of a file's name as symbols have it: CL of 2025
// is C25, RCLINTPOL18 is the 18th meeting of CWG-Internet.
func eventSeries(event, year string) string {
	if event == "CL" {
		return "C" + year
	}
	if m := eventGroup.FindStringSubmatch(event); m != nil {
		group := m[1]
		if group == "INTPOL" || group == "INTERNET" {
			group = "Internet"
		}
		return "CWG-" + group + "-" + m[2]
	}
	if m := eventNumber.FindStringSubmatch(event); m != nil {
		return m[1] + "-" + m[2]
	}
	return event + "-" + year
}

// own reads what people make of a symbol, which may not hold a slash.
func own(stem string) (symbol, letter string) {
	m := ownName.FindStringSubmatch(stem)
	if m == nil {
		return "", ""
	}
	body := strings.ReplaceAll(m[1], "_", "-")
	if len(m[1]) < 3 && m[1] != strings.ToUpper(m[1]) {
		return "", ""
	}
	number := strings.ToUpper(m[3])
	for _, c := range []string{"DT", "DL", "INF", "TD"} {
		if rest, ok := strings.CutPrefix(number, c); ok {
			number = c + "/" + strings.TrimLeft(rest, "-_ 0")
		}
	}
	for _, part := range ownNamePart.FindAllStringSubmatch(m[4], -1) {
		number += "(" + part[1] + "." + part[2] + ")"
	}
	return body + "-" + m[2] + "/" + number, m[5]
}

// FromSymbol is the header that follows from a symbol alone.
func FromSymbol(s corpus.Symbol, language string, basis corpus.Basis) corpus.Header {
	h := corpus.Header{Symbol: corpus.Field[corpus.Symbol]{Value: s, Basis: basis}}
	h.Body = corpus.Field[string]{Value: s.Body(), Basis: basis}
	if endsInDigit(s.Series) && !(strings.Contains(s.Series, "/") && s.Body() == s.Series) { // "A/CN.9" is a body
		h.Meeting = corpus.Field[string]{Value: s.Series, Basis: basis}
	}
	if language != "" {
		h.Language = corpus.Field[string]{Value: language, Basis: basis}
	}
	return h
}
