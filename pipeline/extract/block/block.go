// Package block is the language that the readers of all formats speak: a file is
// a [Document], a document is [Block] after block in reading order, and a file
// that cannot be read is a [SkipError] with one of the ledger's reasons.
package block

import (
	"fmt"

	"rapporteur/corpus"
)

// Document is what a reader saw in one file.
type Document struct {
	MediaType string
	// Extractor names the reader: "pdfium", "ledongthuc", "docx", "text" …
	Extractor string
	Grade     corpus.Grade
	// Pages is 0 for formats without pages.
	Pages int
	// Blocks are in reading order.
	Blocks []Block
	// Title and Language are what the file's own properties say; hints only.
	Title, Language string
	// Postponed counts the scanned pages that a reading of minutes could
	// recognise, and this one of seconds did not.
	Postponed int
	// Warnings are for people: what was seen and not read.
	Warnings []string
}

// Block is a paragraph as the file holds it: not yet a passage, for its label
// may still stand in its text and its section is not known.
type Block struct {
	Role corpus.Role
	// Level is a heading's or list item's depth from 1; 0 for plain text.
	Level int
	// Label is the list number the program that wrote the file would print
	// ("1.", "a)", "II"), computed from its numbering; "" where the number, if
	// any, is typed into the text. Bullets have "•".
	Label string
	// Page counts from 1; 0 where the format has none.
	Page int
	// Text is what a reader reads: artefacts removed, hyphenation resolved,
	// spaces single, NFC. Tabs and line breaks inside a paragraph are kept as
	// "\t" and "\n".
	Text string
	// Raw and Anchors tie Text to the file, as in [corpus.Passage].
	Raw     string
	Anchors []corpus.Anchor
	Marks   []corpus.Mark
	Boxes   []corpus.Box
	// Note is the mark that a footnote or comment answers to.
	Note string
	// Cell is where a table cell stands; nil outside tables.
	Cell *Cell
	// Centred and Bold are hints for recognising headers and headings.
	Centred, Bold bool
}

// Cell places a block in a table: the table's ordinal in the document, row and
// column, all from 1.
type Cell struct{ Table, Row, Column int }

// SkipError says why a file could not be read; the ledger shows it.
type SkipError struct {
	Reason corpus.Reason
	// Detail says what was found and what to do about it.
	Detail string
}

func (e *SkipError) Error() string { return fmt.Sprintf("not read: %s: %s", e.Reason, e.Detail) }

// Skip makes a [SkipError].
func Skip(reason corpus.Reason, format string, args ...any) error {
	return &SkipError{Reason: reason, Detail: fmt.Sprintf(format, args...)}
}

// Options tune a reading; the zero value is the default.
type Options struct {
	// MaxBytes, MaxPages and MaxBlocks bound one file; 0 means the defaults.
	MaxBytes, MaxPages, MaxBlocks int
	// Language is an ISO 639-1 hint for scans, "" for none.
	Language string
	// Original shows the text before tracked changes.
	Original bool
}
