// Package plain reads files that are text already: plain text, Markdown and
// HTML.
//
// Three questions stand between such a file and its paragraphs. Which bytes are
// which letters: [Decode] takes valid UTF-8 for what it is, weighs the older
// encodings by how much their letters look like writing, and repairs text that
// an earlier program decoded wrongly. Which lines belong together: [Text] finds
// out where a file was wrapped at a right margin and where each line is a
// paragraph of its own. And which characters are the author's: [Clean] takes out
// what converters left behind and keeps a map to the original, so that a
// quotation can be found in the file again.
//
//	text, charset, err := plain.Decode(data)
//	doc, err := plain.Text(data, block.Options{})
//	for _, b := range doc.Blocks {
//		// b.Text has single spaces; b.Raw and b.Anchors lead back
//	}
//
// What an author wrote wrongly stays: only traces of programs are removed.
package plain
