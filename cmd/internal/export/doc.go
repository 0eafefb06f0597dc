// Package export hands the corpus to other tools: passages with their claims
// as CSV or JSON Lines, and as a REFI-QDA project (.qdpx, version 1.0 of
// 2019), which NVivo, MAXQDA, ATLAS.ti and QualCoder open. Documents become
// sources, themes and kinds become codes, claims that count become codings.
//
// The same corpus gives the same bytes: identifiers come from hashes, and the
// only time in a project is the cut-off day.
package export
