// Package pdf reads PDFs. A PDF says where each letter stands and nothing else,
// so a reading goes up in steps, each a file of its own:
//
//	runtime.go     PDFium as WebAssembly, without files, with bounded memory
//	glyph.go       letters with their places and styles; drawing.go, ruling lines
//	rows.go        letters → rows; split.go, rows → lines with their spaces
//	arabic.go      the letters of a right-to-left line in reading order
//	running.go     lines that stand on page after page, set apart
//	notes.go       footnotes, set apart and known by their marks
//	tables.go      cells, from ruling lines (rules.go, uprights.go) or from
//	               alignment (loose.go)
//	columns.go     the order in which a reader reads the lines of a page
//	paragraphs.go  lines → paragraphs, over columns and pages
//	labels.go      printed numbers and bullets taken off
//	hyphen.go      words that a line's end broke, made whole
//	headings.go    headings by style and numbering
//	emit.go        paragraphs → blocks, with what stands in the file beside them
//	scan.go        pages that are pictures, by tesseract where it is installed
//
// [Reader.Read] does all this. [Second] reads the same file with another engine,
// and [Judge] compares the two and grades the result (grade.go, looks.go).
// [Fallback] is for where only the second reading is to be had.
package pdf
