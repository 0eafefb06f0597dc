// Package sample is a small invented corpus: what a secretariat might receive
// before two meetings of a working group, from States that do not exist.
//
// `rapporteur demo` ingests it and the tests of every room measure against it.
// It holds what makes real folders hard: six languages; Word, PDF and plain
// text in three encodings; one paper in two languages and one in two formats; a
// joint paper, a paper on behalf of a group, a revision with tracked changes, a
// covering note, a chair's report, a text without any header, and a file that
// nobody can open.
//
//	files, sidecar := sample.FS(), sample.Metadata()
//	truth, err := sample.Truth() // what a careful reader finds in each paragraph
//
// The files are made by the program in folder generate from the texts in folder
// sources, where each paragraph stands under its labels. Edit there, then run
//
//	go run ./cmd/internal/sample/generate
//
// All States, groups, figures and events are invented.
package sample
