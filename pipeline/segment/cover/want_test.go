package cover

import (
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// document makes one block of each line.
func document(text string) block.Document {
	var doc block.Document
	for l := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		doc.Blocks = append(doc.Blocks, block.Block{Role: corpus.RoleBody, Text: l})
	}
	return doc
}

func ids(list []corpus.Source) string {
	var out []string
	for _, s := range list {
		out = append(out, s.ID)
	}
	return strings.Join(out, " ")
}

// want is a header in words; "" is absent.
type want struct {
	symbol, body, meeting, date, place, agenda, original, nature, title, sources, behalf, language string
	// bare is a number that waits for its series.
	bare string
	// cover is how many lines form the header block.
	cover int
}

func got(r Reading) want {
	h := r.Header
	return want{
		symbol: h.Symbol.Value.String(), body: h.Body.Value, meeting: h.Meeting.Value, date: h.Date.Value, place: h.Place.Value,
		agenda: h.AgendaItem.Value, original: strings.Join(h.OriginalLanguages.Value, " "), nature: h.Nature.Value, title: h.Title.Value,
		sources: ids(h.Sources.Value), behalf: ids(h.OnBehalfOf.Value), language: h.Language.Value, bare: r.BareNumber(), cover: len(r.Blocks),
	}
}
