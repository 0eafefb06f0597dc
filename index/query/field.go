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

// Vocabulary knows the values that fields may have beyond the fixed lists.
type Vocabulary interface {
	// Value gives a value as the index has it, or with ok false what to say
	// instead: "did you mean …".
	Value(field, value string) (canonical string, hint string, ok bool)
}

// checkValue gives one value of a field as it is looked for; an error says what
// is wrong with it.
func (p *parser) checkValue(name, v string) (string, error) {
	list, fixed := Fixed(name)
	if fixed {
		lower := strings.ToLower(v)
		if slices.Contains(list, lower) {
			return lower, nil
		}
		return "", unknown(name, v, list)
	}
	if p.vocabulary == nil || strings.HasSuffix(v, "*") {
		return v, nil
	}
	canonical, hint, ok := p.vocabulary.Value(name, v)
	if !ok {
		return "", fmt.Errorf("%s %q is not known%s", name, v, hint)
	}
	return canonical, nil
}

// unknown says that a value is not in a list, and which is near it.
func unknown(name, v string, list []string) error {
	use := "use " + strings.Join(list, ", ")
	if name == "theme" {
		use = fmt.Sprintf(`use a number from 1 to %d, or "process"`, corpus.ThemeCount)
	}
	if near := Nearest(v, list); near != "" && len(near) > 2 {
		use = fmt.Sprintf("did you mean %q? Otherwise %s", near, use)
	}
	return fmt.Errorf("%s %q is not known: %s", name, v, use)
}

// Fixed gives the values that a field may have where that is a fixed list.
func Fixed(name string) (list []string, ok bool) {
	switch name {
	case "theme":
		for _, t := range corpus.Themes() {
			list = append(list, strconv.Itoa(int(t)))
		}
		list = append(list, "process")
	case "kind":
		list = texts(corpus.Kinds())
	case "act":
		list = texts(corpus.Acts())
	case "status":
		list = texts([]corpus.Status{corpus.StatusSuggested, corpus.StatusTagged, corpus.StatusAccepted, corpus.StatusRejected})
	case "region":
		list = []string{"a", "b", "c", "d", "e"}
	}
	return list, list != nil
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
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
