package extract

import "rapporteur/pipeline/extract/block"

// The types of package block, under the name by which the rest of the pipeline
// knows them.
type (
	// Document is what a reader saw in one file.
	Document = block.Document
	// Block is one paragraph of it.
	Block = block.Block
	// Cell places a block in a table.
	Cell = block.Cell
	// SkipError says why a file could not be read.
	SkipError = block.SkipError
	// Options tune a reading.
	Options = block.Options
)
