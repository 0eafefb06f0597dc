package web

import (
	"rapporteur/corpus"
)

// headerField is a field of a document's header with where its value comes from.
type headerField struct {
	// Name is the field's, the last part of its message key.
	Name string
	// Values are as read; Sources are shown by name instead.
	Values   []string
	Sources  []corpus.Source
	Basis    corpus.Basis
	Conflict string
}

// headerFields are the fields that are known, in the order of a header.
func headerFields(h corpus.Header) []headerField {
	var out []headerField
	add := func(name string, basis corpus.Basis, conflict string, values ...string) {
		if basis != "" {
			out = append(out, headerField{Name: name, Values: values, Basis: basis, Conflict: conflict})
		}
	}
	add("symbol", h.Symbol.Basis, h.Symbol.Conflict, h.Symbol.Value.String())
	add("meeting", h.Meeting.Basis, h.Meeting.Conflict, h.Meeting.Value)
	add("date", h.Date.Basis, h.Date.Conflict, h.Date.Value)
	add("place", h.Place.Basis, h.Place.Conflict, h.Place.Value)
	add("original_languages", h.OriginalLanguages.Basis, h.OriginalLanguages.Conflict, h.OriginalLanguages.Value...)
	add("nature", h.Nature.Basis, h.Nature.Conflict, h.Nature.Value)
	for _, f := range []struct {
		name  string
		field corpus.Field[[]corpus.Source]
	}{{"sources", h.Sources}, {"on_behalf_of", h.OnBehalfOf}} {
		if f.field.Known() {
			out = append(out, headerField{Name: f.name, Sources: f.field.Value, Basis: f.field.Basis, Conflict: f.field.Conflict})
		}
	}
	add("title", h.Title.Basis, h.Title.Conflict, h.Title.Value)
	add("agenda_item", h.AgendaItem.Basis, h.AgendaItem.Conflict, h.AgendaItem.Value)
	add("language", h.Language.Basis, h.Language.Conflict, h.Language.Value)
	add("attribution", h.Attribution.Basis, h.Attribution.Conflict, string(h.Attribution.Value))
	return out
}

// fieldKey is the last part of the message's key of a field that is corrected.
func fieldKey(name string) string {
	if name == "source" {
		return "sources"
	}
	return name
}
