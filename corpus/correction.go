package corpus

import "slices"

// HeaderEdit is what a person makes of the header of one document, whatever was
// read from it or told of it.
type HeaderEdit struct {
	Fields []FieldEdit `json:"fields"`
}

// FieldEdit is one field of a header, before and after, written as the sidecar
// writes it: sources by name, separated by semicolons. An After of "" says that
// there is none.
type FieldEdit struct {
	// Name is "symbol", "meeting", "date", "title", "source", "on_behalf_of",
	// "language" or "attribution".
	Name string `json:"name"`
	// Before was on this Basis.
	Before string `json:"before"`
	Basis  Basis  `json:"basis"`
	After  string `json:"after"`
}

// EditableFields are the names of the fields that can be corrected, in the
// order of a header.
func EditableFields() []string {
	return []string{"symbol", "meeting", "date", "source", "on_behalf_of", "title", "language", "attribution"}
}

// OfWork reports whether a field is one of the act of contributing, so that it
// is the same in every file of a work.
func OfWork(field string) bool {
	return slices.Contains([]string{"meeting", "source", "on_behalf_of", "attribution"}, field)
}

// Corrections give what a document's header is by the decisions that stand, by
// the names of fields.
func Corrections(log []Decision) map[string]string {
	out := make(map[string]string)
	for _, d := range StandingHeaders(log) {
		for _, f := range d.Header.Fields {
			out[f.Name] = f.After
		}
	}
	return out
}

// ToldBefore gives what was said on a basis in the fields that were corrected,
// by the decisions about a document, so that it is not lost with the correction.
func ToldBefore(log []Decision, basis Basis) map[string]string {
	out := make(map[string]string)
	for _, d := range log {
		if d.Header == nil || d.Action != DecisionCorrect {
			continue
		}
		for _, f := range d.Header.Fields {
			if f.Basis == basis {
				out[f.Name] = f.Before
			}
		}
	}
	return out
}
