package pdf

import (
	"sort"
	"strings"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// blockSize is the size of type and the number of lines of a block.
type blockSize struct {
	block int
	size  float32
	lines int
}

const (
	// maxHeading bounds a heading, in lines and bytes.
	maxHeadingLines = 3
	maxHeadingBytes = 300
	// larger is how much larger than the body a heading is set.
	larger = 1.1
)

// setHeadings finds headings by their style: short paragraphs in larger or bold
// type, where the body is not bold. Their level is the depth of their number, or
// the rank of their size.
func setHeadings(doc *block.Document, body float32, sizes []blockSize) {
	bold, plain := 0, 0
	for _, b := range doc.Blocks {
		if b.Bold {
			bold += len(b.Text)
		} else {
			plain += len(b.Text)
		}
	}
	var found []blockSize
	ranks := map[int]bool{}
	for _, s := range sizes {
		if s.block >= len(doc.Blocks) {
			break
		}
		b := &doc.Blocks[s.block]
		if b.Role != corpus.RoleBody || !headingShape(b, s) {
			continue
		}
		if s.size >= larger*body || b.Bold && bold < plain {
			found = append(found, s)
			ranks[sizeKey(s.size)] = true
		}
	}
	keys := make([]int, 0, len(ranks))
	for k := range ranks {
		keys = append(keys, k)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(keys)))
	for _, s := range found {
		b := &doc.Blocks[s.block]
		b.Role = corpus.RoleHeading
		b.Level = depth(b)
		if b.Level == 0 {
			b.Level = min(sort.Search(len(keys), func(i int) bool { return keys[i] <= sizeKey(s.size) })+1, 9)
		}
	}
}

// headingShape reports whether a block could be a heading by its text.
func headingShape(b *block.Block, s blockSize) bool {
	if s.lines > maxHeadingLines || len(b.Text) > maxHeadingBytes || bullet(b.Label) && b.Label != "" {
		return false
	}
	if !strings.ContainsFunc(b.Text, unicode.IsLetter) || hasLeader(b.Text) {
		return false
	}
	return !strings.HasSuffix(b.Text, ".") && !strings.HasSuffix(b.Text, ";") && !strings.HasSuffix(b.Text, ",") || len(b.Text) < 60 && b.Bold
}

// depth counts the parts of a heading's number: 2 for "3.1", 0 without one.
func depth(b *block.Block) int {
	t := b.Label
	if t == "" {
		t, _, _ = strings.Cut(b.Text, " ")
	}
	t = strings.TrimRight(t, ".)")
	if t == "" || strings.Trim(t, "0123456789.") != "" || len(t) > 12 {
		return 0
	}
	return min(strings.Count(t, ".")+1, 9)
}
