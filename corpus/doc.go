// Package corpus says what we know: submissions, the documents they brought,
// the passages of those documents, and what we assert about each passage.
//
// Four ideas carry every type here.
//
//   - A file is what was received; a submission is the act of sending it. So a
//     joint paper, a revision and a language version are one document each with
//     several sources, versions or renditions, and counts are counts of works.
//   - Everything asserted is a [Claim] with [Evidence]: a span and its verbatim
//     quotation. [Dossier.Verify] refuses a claim whose quotation is not, byte
//     for byte, in the stored text.
//   - Silence is not a position. A theme without a claim is "not addressed",
//     which is a different thing from "only cited" and from "not read".
//   - What could not be read is kept too, as a [LedgerLine] with a reason.
//
// The package does no input or output and imports nothing of this project; the
// store, the index, the pipeline and the commands all depend on it.
package corpus
