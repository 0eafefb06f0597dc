// Package office reads what word processors write: DOCX, ODT and RTF.
//
// The three readers differ in how they find text and agree in what becomes of
// it. Each walks its file in reading order and hands runs of text to a
// [paragraph], which knows three things about every run: whether a tracked
// change put it there or took it away, whether it is hidden, and whether it is
// bold. At the end of a paragraph the [writer] turns the runs into one block:
// the final text (or the original, where asked), the changes as marks on it,
// hidden words as a block of their own behind it, then text boxes, then notes
// and comments. Running heads come last, one of each wording.
//
// Numbers are computed, for no word processor stores them: a [numbering] holds
// the list definitions of a file in one shape for all formats, counts as Word
// counts, and prints each number in the script that its level asks for.
//
// Files are untrusted. An archive is opened with caps on entries, bytes and
// compression ratio; XML becomes a tree with caps on depth and size and no
// entity is ever expanded; every walk is bounded by that tree. A file that
// cannot be read ends as a [block.SkipError] that says what to do about it;
// these functions return no other kind of error.
package office
