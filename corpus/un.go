package corpus

import (
	"regexp"
	"strings"
)

// UNSymbol is the form of the symbols of United Nations documents, as in the
// guide of the Dag Hammarskjöld Library: organ, subsidiary body, session or
// year, number, and the marks of changes, parted by slashes:
// "A/HRC/22/9", "A/RES/70/125", "E/CN.16/2025/2/Add.1". It begins with an organ
// or a treaty body that is known, and has two further parts at least.
const UNSymbol = `(?:A|S|E|T|ST|SG|TD|DP|ID|CEDAW|CERD|CCPR|CRPD|CRC|CAT|CMW|CED|CBD|FCCC|UNEP|ECE|ESCAP|LC|NPT)(?:/[A-Z][A-Z]*(?:[.-]\d{1,3})*|/\d{1,4})+/(?:[A-Z]{1,4}[.-]?)?\d{1,4}(?:/(?:Rev|Add|Corr)\.\d{1,2})*`

var (
	unWhole   = regexp.MustCompile(`^` + UNSymbol + `$`)
	unSeries  = regexp.MustCompile(`^(?:A|S|E|T|ST|SG|TD|DP|ID|CEDAW|CERD|CCPR|CRPD|CRC|CAT|CMW|CED|CBD|FCCC|UNEP|ECE|ESCAP|LC|NPT)(?:/[A-Z][A-Z]*(?:[.-]\d{1,3})*|/\d{1,4})+$`)
	unChange  = regexp.MustCompile(`/(Rev|Add|Corr)\.(\d{1,2})`)
	unSession = regexp.MustCompile(`(?:/\d{1,4})+$`)
)

// parseUN reads a symbol of the United Nations: the session is part of the
// series, so that a meeting follows from it.
func parseUN(s string) (Symbol, bool) {
	s = strings.TrimRight(s, "*")
	if !unWhole.MatchString(s) {
		at := strings.LastIndex(s, "/src-") // a number of ours
		if at < 0 || !unSeries.MatchString(s[:at]) {
			return Symbol{}, false
		}
		return Symbol{Series: s[:at], Number: s[at+1:]}, true
	}
	suffix := ""
	for _, m := range unChange.FindAllStringSubmatch(s, -1) {
		suffix += "(" + m[1] + "." + strings.TrimLeft(m[2], "0") + ")"
	}
	base := unChange.ReplaceAllString(s, "")
	at := strings.LastIndex(base, "/")
	if !unSeries.MatchString(base[:at]) {
		return Symbol{}, false
	}
	return Symbol{Series: base[:at], Number: base[at+1:], Suffix: suffix}, true
}

// unSuffix prints the changes as the United Nations does.
func (s Symbol) unSuffix() string {
	return strings.NewReplacer("(", "/", ")", "").Replace(s.Suffix)
}
