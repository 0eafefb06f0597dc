// Package pdf reads PDFs. A PDF says where each letter stands and nothing else,
// so a reading goes up in steps, each a file of its own:
//
//	glyph.go       letters with places and styles, from PDFium
//	lines.go       letters → lines, spaces decided, superscripts seen
//	arabic.go      the letters of a right-to-left line in reading order
//	running.go     lines that stand on every page set apart
//	notes.go       footnotes found and tied to their marks
//	tables.go      cells, from ruling lines or from alignment
//	columns.go     the order in which a reader reads the lines of a page
//	paragraphs.go  lines → paragraphs, over columns and pages
//	labels.go      printed numbers and bullets taken off
//	headings.go    headings by style and numbering
//	hyphen.go      words that a line's end broke made whole
//
// [Reader.Read] does all this with PDFium. [Second] reads the same file with
// another engine, and [Judge] compares the two and grades the result.
package pdf
