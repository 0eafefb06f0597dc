// Package shown is what a reader sees of a report that was written to a file:
// its lines in order, with what each cites, and the recipe by which the report
// can be made again. Renderers that can read their own files back give it, so
// that a file can be proved against the corpus.
package shown

import "rapporteur/corpus"

// Report is a file read back.
type Report struct {
	Recipe Recipe
	Lines  []Line
	// Loose are texts beside the report's own: titles, labels, what stands in the
	// margins. They are looked at for names that should not be there.
	Loose []string
}

// Line is one heading, sentence, quotation, cell or caption.
type Line struct {
	Kind Kind
	Text string
	// Cites are the anchors that the line leads to, in order, and the names of
	// documents that it gives without a link.
	Cites []string
}

// Kind is what a line is.
type Kind string

// The kinds. A note is fixed wording, which cites nothing; a place says where
// the quotation after it stands.
const (
	Heading   Kind = "heading"
	Sentence  Kind = "sentence"
	Note      Kind = "note"
	Place     Kind = "place"
	Quotation Kind = "quotation"
	Cell      Kind = "cell"
	Caption   Kind = "caption"
)

// Recipe is by what a report is made again from the same corpus.
type Recipe struct {
	Language    string       `json:"language"`
	Attribution string       `json:"attribution"`
	Cutoff      string       `json:"cutoff"`
	Version     string       `json:"version"`
	Codebook    corpus.Hash  `json:"codebook"`
	Corpus      corpus.Hash  `json:"corpus"`
	Asked       corpus.Asked `json:"asked"`
}

// RecipeOf gives the recipe of a report.
func RecipeOf(r corpus.Report) Recipe {
	return Recipe{
		Language: r.Language, Attribution: r.Scope.Attribution, Cutoff: r.Scope.Cutoff, Version: r.Scope.Version,
		Codebook: r.Scope.Codebook, Corpus: r.Scope.Corpus, Asked: r.Scope.Asked,
	}
}
