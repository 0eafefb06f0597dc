// Package index finds passages. It is a shadow of the store: everything in it
// can be rebuilt, and nothing is true because it is here.
//
// A passage becomes one document with an inverted text and a row of keywords:
//
//	exact               every word as written, with positions: phrases, prefixes, spelling
//	text_en … text_ar   what is left of its words without endings, in its own language
//	heading             the words of the heading above: they add to a score
//	source, theme, …    one term per value: filters and facets
//
// Chinese stands in exact as overlapping pairs of characters, so that a word
// is a phrase of pairs and is found exactly where it stands.
//
// A query is answered in two steps, segment by segment. First it is a sum of
// sets: each leaf gives a bitmap of passages, AND, OR and NOT join them, filters
// take away, and the facets of what is left are counted by combinations of values
// (combination.go). Then the best are found by BM25, each word with the frequency
// it has in the passages' own language; what cannot be among them is not scored
// (prune.go). Long lists of postings are unpacked once and kept for the next
// searches, within a bound (kept.go); without them all is the same, but slower.
//
// Hits of the same score stand as in their documents, proposals first. A page
// ends in a cursor, which holds the weights of the words, so that the pages of
// one search fit together while passages arrive.
//
// A query that names a concept of the codebook may also find, after the rest and
// counted apart, what is tagged with the concept's themes: related.go.
//
// Only stop words are treated by the company they keep: in an AND they are
// passed over in passages whose language they are stop words of.
//
// Bleve's scorch keeps the segments, the terms and the places of words on disk
// (the places packed as pack.go says); its queries, facets and highlighter are
// not used.
//
// One process owns an index. [Open] in a second one gives [corpus.CodeBusy]; who
// may not write opens it with [OpenReadOnly], beside others who only read.
package index
