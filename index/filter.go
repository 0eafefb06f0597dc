package index

import (
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
	"rapporteur/index/query"
)

// wanted reports whether a value of a keyword field is what a query asks for.
// Capitals do not matter; "RU*" asks for all that begin so; a meeting may be
// given by its number and a document in any style of its symbol.
func wanted(field, want, value string) bool {
	if begin, ok := strings.CutSuffix(want, "*"); ok {
		return len(value) >= len(begin) && strings.EqualFold(value[:len(begin)], begin)
	}
	if strings.EqualFold(want, value) {
		return true
	}
	switch field {
	case "meeting":
		if _, err := strconv.Atoi(want); err == nil {
			return strings.HasSuffix(value, "-"+want)
		}
		return strings.EqualFold(strings.ReplaceAll(want, " ", "-"), value)
	case "symbol":
		s, _, err := corpus.ParseSymbol(want)
		return err == nil && strings.EqualFold(s.String(), value)
	}
	return false
}

// filters gives the ops that the query's fields ask for: a list is an OR, and
// the lists stand in AND.
func filters(q corpus.Query) []op {
	var out []op
	add := func(field string, values []string) {
		if len(values) > 0 {
			out = append(out, fieldOp(query.Field{Name: field, Values: values}))
		}
	}
	add("theme", numbers(q.Themes))
	add("source", q.Sources)
	add("group", q.Groups)
	add("meeting", q.Meetings)
	add("kind", texts(q.Kinds))
	add("act", texts(q.Acts))
	add("status", texts(q.Statuses))
	add("region", q.Regions)
	if q.Language != "" {
		add("lang", []string{q.Language})
	}
	if !q.Superseded {
		out = append(out, not{keywordOp{field: "superseded", says: "replaced by a revision", wants: func(string) bool { return true }}})
	}
	return out
}

// filtered gives the live documents that pass all filters.
func (p *part) filtered(fs []op) (*roaring.Bitmap, error) {
	out := p.live
	for _, f := range fs {
		found, err := f.match(p, out)
		if err != nil {
			return nil, err
		}
		out = roaring.And(out, found)
	}
	return out, nil
}

func numbers(themes []corpus.Theme) []string {
	out := make([]string, len(themes))
	for i, t := range themes {
		out[i] = strconv.Itoa(int(t))
	}
	return out
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
