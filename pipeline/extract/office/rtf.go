package office

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// RTF reads a Rich Text Format file. Its errors are [block.SkipError].
func RTF(data []byte, o block.Options) (block.Document, error) {
	return block.Document{}, block.Skip(corpus.ReasonFormat, "not yet read")
}
