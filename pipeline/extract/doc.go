// Package extract turns the bytes of one file into blocks: paragraphs in
// reading order with their roles, numbers, pages and tracked changes.
//
// There is one file per format. [Read] looks at the bytes, not at the file's
// name, to choose a reader. Files are untrusted: a [Pool] runs Read in child
// processes with a deadline and a memory limit, so that a file can end its
// reader and nothing else. Whatever cannot be read comes back as a
// [SkipError] with one of the ledger's reasons.
package extract
