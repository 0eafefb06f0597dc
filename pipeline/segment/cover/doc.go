// Package cover reads what a document says of itself: the header block on its
// first page, its file's name, and, where both are silent, its body.
//
// A header block is a run of short lines, each one or several fields: the body
// and its meeting, place and dates, agenda item, document number with revision
// and addendum lines, date, original language, source line, title. [Read] cuts
// the first blocks of a document into lines, asks a list of small readers what
// each line holds, and takes the run for a header only where its fields weigh
// enough together: a document without a header keeps all its lines as text.
//
// Every value carries its basis, and [Merge] keeps the most trusted one with a
// word on what the others said instead.
package cover
