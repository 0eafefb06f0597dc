// Package prove holds a report that was written to a file against the corpus.
//
//	file → what it shows → the report made again from the corpus → differences
//
// The file is read back as a reader sees it: its sentences, quotations, cells
// and what each cites. The report is made again from the store by the recipe
// that the file carries, and is written in the same format; every line that the
// two do not share is a fault. So a count is never compared with itself, and no
// sentence, cell or link of a file goes unlooked at. Beside that each quotation
// is looked up in the store, byte for byte, at the place that it cites, each
// sentence must cite something, and a report without names may not tell any.
//
// A report of a corpus that has changed since is not made again; that is said
// as a fault, for its counts cannot be proved any more.
package prove
