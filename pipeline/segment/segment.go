package segment

import (
	"rapporteur/corpus"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/extract/block"
)

// Names knows who may submit; a *[member.Registry] does.
type Names interface {
	Resolve(name string) (corpus.Source, bool)
	Split(line string) []corpus.Source
	Find(text string) []member.Mention
}

// Flags are what the command line says of a whole job. A flag wins over
// nothing but absence.
type Flags struct{ Meeting, Source string }

// Segmenter turns what a reader saw into a header and passages.
type Segmenter struct {
	// Names resolves sources.
	Names Names
}

// Submission is a thin version.
func (s Segmenter) Submission(file string, hash corpus.Hash, doc block.Document, side Sidecar, flags Flags) (corpus.Header, []corpus.Passage, error) {
	var h corpus.Header
	h.Meeting = corpus.Field[string]{Value: "UNKNOWN", Basis: corpus.BasisDefault}
	h.Symbol = corpus.Field[corpus.Symbol]{Value: corpus.Symbol{Series: "UNKNOWN", Number: "src-" + hash.Short()}, Basis: corpus.BasisAssigned}
	var out []corpus.Passage
	for _, b := range doc.Blocks {
		if b.Text == "" {
			continue
		}
		out = append(out, corpus.Passage{Role: b.Role, Level: b.Level, Text: b.Text, Raw: b.Raw, Anchors: b.Anchors, Marks: b.Marks, Boxes: b.Boxes, Page: b.Page, Language: "und"})
	}
	return h, out, nil
}
