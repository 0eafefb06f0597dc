// Package segment turns what a reader saw in a file into what the corpus keeps:
// a header and passages.
//
//	blocks → cover (which lines are the header block)
//	       → units (one per paragraph, rules and page numbers left out)
//	       → labels, headings, boxes, quotations, languages
//	       → passages
//
// Package cover reads the header, package label the printed numbers, package
// wording has the fixed words of the six languages. What this package does
// itself is to decide what each paragraph is, and to keep the text tied to the
// file: where a label is taken off or spaces are joined, the anchors and marks
// of the paragraph move along.
//
// Nothing a reader gives is left out but rules, page numbers and empty
// paragraphs. IDs are given later, by [corpus.AssignIDs].
package segment
