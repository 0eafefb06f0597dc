package segment

import (
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment/cover"
)

// Corrected gives a segmenter for one file, of whose header people have
// corrected these fields: see [corpus.FieldEdit]. A value of "" says that there
// is none.
func (s Segmenter) Corrected(fields map[string]string) Segmenter {
	s.corrected = fields
	return s
}

// CheckCorrection gives the value of a field in its normal form; its error has
// [corpus.CodeUsage] and says what may be written.
func (s Segmenter) CheckCorrection(field, value string) (string, error) {
	value = strings.Join(strings.Fields(value), " ")
	if len(value) > maxCell || strings.ToValidUTF8(value, "") != value {
		return "", corpus.Errorf(corpus.CodeUsage, "%s: the value is too long or not UTF-8", field)
	}
	if value == "" {
		if field == "on_behalf_of" || field == "date" || field == "title" {
			return "", nil
		}
		return "", corpus.Errorf(corpus.CodeUsage, "%s: a document must have one: give it", field)
	}
	switch field {
	case "symbol":
		symbol, _, err := corpus.ParseSymbol(value)
		return symbol.String(), err
	case "meeting":
		return meetingName(value), nil
	case "source", "on_behalf_of":
		names := s.named(value)
		if names == "" || s.named(names) != names { // a name that would be read as another is none
			return "", corpus.Errorf(corpus.CodeUsage, "%s: %q names nobody: give names, separated by semicolons", field, value)
		}
		return names, nil
	case "date", "language", "attribution":
		normal, problem := checkedCell(field, value)
		if problem != "" {
			return "", corpus.Errorf(corpus.CodeUsage, "%s: %s", field, problem)
		}
		return normal, nil
	case "title":
		return value, nil
	}
	return "", corpus.Errorf(corpus.CodeUsage, "%q is no field that can be corrected: there are %s", field, strings.Join(corpus.EditableFields(), ", "))
}

// named writes the sources that a value names by their names.
func (s Segmenter) named(value string) string {
	var names []string
	for _, src := range s.parties(value) {
		names = append(names, src.Name)
	}
	return strings.Join(names, "; ")
}

// parties are the sources that a value names, by name or by code.
func (s Segmenter) parties(value string) []corpus.Source {
	known, _ := s.names().(interface {
		Source(id string) (corpus.Source, bool)
	})
	var out []corpus.Source
	for _, name := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(";；؛", r) }) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if known != nil {
			if src, ok := known.Source(strings.ToUpper(name)); ok {
				out = append(out, src)
				continue
			}
		}
		out = append(out, s.names().Split(name)...)
	}
	return out
}

// correctedHeader is what people have corrected, and what the document number
// that they gave says besides.
func (s Segmenter) correctedHeader() (h, implied corpus.Header) {
	const basis = corpus.BasisCorrected
	for field, value := range s.corrected {
		text := corpus.Field[string]{Value: value, Basis: basis}
		switch field {
		case "symbol":
			if symbol, _, err := corpus.ParseSymbol(value); err == nil {
				implied = cover.FromSymbol(symbol, "", basis)
				h.Symbol, h.Body = implied.Symbol, implied.Body
			}
		case "meeting":
			h.Meeting = text
		case "date":
			h.Date = text
		case "title":
			h.Title = text
		case "language":
			h.Language = text
		case "attribution":
			h.Attribution = corpus.Field[corpus.Attribution]{Value: corpus.Attribution(value), Basis: basis}
		case "source":
			h.Sources = corpus.Field[[]corpus.Source]{Value: s.parties(value), Basis: basis}
		case "on_behalf_of":
			h.OnBehalfOf = corpus.Field[[]corpus.Source]{Value: s.parties(value), Basis: basis}
		}
	}
	return h, implied
}
