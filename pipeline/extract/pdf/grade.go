package pdf

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Judge grades doc.
func Judge(doc *block.Document, second string, secondErr error) { doc.Grade = corpus.GradeB }
