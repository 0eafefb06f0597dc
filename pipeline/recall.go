package pipeline

import (
	"context"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment"
)

// recall gives a document that is read again what people have corrected of it,
// and what earlier jobs were told where this one tells nothing.
func (in *Ingester) recall(ctx context.Context, r *reading, known corpus.Rendition) error {
	var log []corpus.Decision
	if in.Corrector != nil {
		var err error
		if log, err = in.Corrector.HeaderDecisions(ctx, r.hash); err != nil {
			return err
		}
	}
	r.corrected = corpus.Corrections(log)
	r.side, r.flags = recalled(known.Header, log, r.side, r.flags)
	return nil
}

// recalled gives the row and the flags that were told of a document by an
// earlier job, for one that reads it again and tells nothing of them.
func recalled(h corpus.Header, log []corpus.Decision, side segment.Sidecar, flags segment.Flags) (segment.Sidecar, segment.Flags) {
	row := told(h, log, corpus.BasisSidecar)
	if side == (segment.Sidecar{}) {
		side = segment.Sidecar{
			Symbol: row["symbol"], Meeting: row["meeting"], Date: row["date"], Title: row["title"],
			Language: row["language"], Attribution: row["attribution"], Source: partiesLine(row),
		}
	}
	flag := told(h, log, corpus.BasisFlag)
	if flags.Meeting == "" {
		flags.Meeting = flag["meeting"]
	}
	if flags.Source == "" {
		flags.Source = partiesLine(flag)
	}
	return side, flags
}

// told gives the fields that stand on a basis, or stood on it before they were
// corrected.
func told(h corpus.Header, log []corpus.Decision, basis corpus.Basis) map[string]string {
	out := make(map[string]string)
	before := corpus.ToldBefore(log, basis)
	for _, f := range Fields(h) {
		switch f.Basis {
		case basis:
			out[f.Name] = f.Before
		case corpus.BasisCorrected:
			out[f.Name] = before[f.Name]
		}
	}
	return out
}

// Fields gives the fields of a header that can be corrected, as they are.
func Fields(h corpus.Header) []corpus.FieldEdit {
	values := map[string]corpus.Field[string]{
		"symbol":  {Value: h.Symbol.Value.String(), Basis: h.Symbol.Basis},
		"meeting": h.Meeting, "date": h.Date, "title": h.Title, "language": h.Language,
		"source":       {Value: strings.Join(names(h.Sources.Value), "; "), Basis: h.Sources.Basis},
		"on_behalf_of": {Value: strings.Join(names(h.OnBehalfOf.Value), "; "), Basis: h.OnBehalfOf.Basis},
		"attribution":  {Value: string(h.Attribution.Value), Basis: h.Attribution.Basis},
	}
	var out []corpus.FieldEdit
	for _, name := range corpus.EditableFields() {
		out = append(out, corpus.FieldEdit{Name: name, Before: values[name].Value, Basis: values[name].Basis})
	}
	return out
}

// partiesLine writes sources as a source line names them.
func partiesLine(row map[string]string) string {
	line := row["source"]
	if behalf := row["on_behalf_of"]; line != "" && behalf != "" {
		line += " on behalf of " + behalf
	}
	return line
}
