package query

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// literalMode begins a query that is one literal text.
const literalMode = "literal:"

// Fields are the names that may stand before a colon.
func Fields() []string {
	return []string{"source", "group", "region", "theme", "kind", "act", "meeting", "lang", "symbol", "status", "date"}
}

var dateForm = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

// fieldNode makes the node of one field; an error says what is wrong with a
// value, without its place.
func fieldNode(name string, values []string) (Node, error) {
	if name == "date" {
		return datesNode(values)
	}
	for i, v := range values {
		ok, allowed := allowedValue(name, strings.ToLower(v))
		if !ok {
			return nil, fmt.Errorf("%s %q is not known: use %s", name, v, allowed)
		}
		if allowed != "" {
			values[i] = strings.ToLower(v)
		}
	}
	return Field{Name: name, Values: values}, nil
}

// allowedValue reports whether a field may have a value, and what it may have
// where that is a fixed list.
func allowedValue(name, v string) (bool, string) {
	var list []string
	switch name {
	case "theme":
		n, err := strconv.Atoi(v)
		ok := v == "process" || err == nil && corpus.Theme(n).Valid() && strconv.Itoa(n) == v
		return ok, `a number from 1 to 12, or "process"`
	case "kind":
		for _, k := range corpus.Kinds() {
			list = append(list, string(k))
		}
	case "act":
		for _, a := range corpus.Acts() {
			list = append(list, string(a))
		}
	case "status":
		list = []string{string(corpus.StatusSuggested), string(corpus.StatusTagged), string(corpus.StatusAccepted), string(corpus.StatusRejected)}
	default:
		return true, ""
	}
	return slices.Contains(list, v), strings.Join(list, ", ")
}

func datesNode(values []string) (Node, error) {
	if len(values) != 1 {
		return nil, fmt.Errorf("date takes one day, month, year or range")
	}
	from, to, ranged := strings.Cut(values[0], "..")
	if !ranged {
		to = from
	}
	for _, d := range []string{from, to} {
		if d != "" && !dateForm.MatchString(d) || from+to == "" {
			return nil, fmt.Errorf("date %q is not understood: write 2025, 2025-09, 2025-09-12 or a range such as 2025-01..2025-09", values[0])
		}
	}
	return Dates{From: from, To: to}, nil
}

// Contains reports whether a document's date is in the range. Dates that are
// less precise than the bounds are compared as far as both go.
func (n Dates) Contains(date string) bool {
	if date == "" {
		return false
	}
	from, to := clip(n.From, len(date)), clip(n.To, len(date))
	return clip(date, len(from)) >= from && (to == "" || clip(date, len(to)) <= to)
}

func clip(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}
