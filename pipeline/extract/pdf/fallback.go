package pdf

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Fallback makes a document of a second reading, for where there is no first: its
// pages and lines are all the layout that it knows. Its error is a
// [block.SkipError] where there is nothing to read.
func Fallback(second string) (block.Document, error) {
	doc := block.Document{MediaType: mediaType, Extractor: "ledongthuc", Grade: corpus.GradeC}
	pages := strings.Split(strings.TrimSuffix(second, "\f"), "\f")
	doc.Pages = len(pages)
	for i, page := range pages {
		for _, paragraph := range strings.Split(page, "\n\n") {
			if len(doc.Blocks) == defaultBlocks {
				break
			}
			text := strings.Join(strings.Fields(cleanText(turnRuns(paragraph))), " ")
			if text != "" {
				doc.Blocks = append(doc.Blocks, block.Block{Role: corpus.RoleBody, Page: i + 1, Text: text})
			}
		}
	}
	if len(doc.Blocks) == 0 {
		return doc, block.Skip(corpus.ReasonEmpty, "the PDF holds no text that can be read")
	}
	return doc, nil
}

// cleanText drops what only steers layout and joins letters with their marks.
func cleanText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case dropped(r), r < ' ' && r != '\n' && r != '\t':
		case presentation(r):
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}
