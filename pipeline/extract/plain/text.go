package plain

import (
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const (
	// defaultMaxBytes bounds a file of text, maxPlain one without markup, which
	// holds no pictures.
	defaultMaxBytes = 64 << 20
	maxPlain        = 16 << 20
	// defaultMaxBlocks bounds its paragraphs.
	defaultMaxBlocks = 500_000
	// maxLines bounds its lines, blank ones too, for each takes memory.
	maxLines = 1_000_000
	// defaultMaxPages bounds its form feeds.
	defaultMaxPages = 20_000
)

// Text reads plain text and Markdown. Its errors are [block.SkipError]s.
func Text(data []byte, o block.Options) (block.Document, error) {
	if most := limit(o.MaxBytes, maxPlain); len(data) > most {
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "%d MB of text, and %d are read at most: split the file", len(data)>>20, most>>20)
	}
	text, charset, err := open(data, o)
	if err != nil {
		return block.Document{}, err
	}
	if n := countLines(text); n > maxLines {
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "%d lines, more than %d; split the file", n, maxLines)
	}
	b := &builder{doc: newDoc(text), limit: limit(o.MaxBlocks, defaultMaxBlocks)}
	b.markdown = b.doc.markdown
	b.build()
	return b.document(charset, o)
}

func limit(given, otherwise int) int {
	if given > 0 {
		return given
	}
	return otherwise
}

// open checks a file of text and decodes it.
func open(data []byte, o block.Options) (text, charset string, err error) {
	if most := limit(o.MaxBytes, defaultMaxBytes); len(data) > most {
		return "", "", block.Skip(corpus.ReasonTooLarge, "%d bytes of text, more than %d; split the file", len(data), most)
	}
	if len(data) == 0 {
		return "", "", block.Skip(corpus.ReasonEmpty, "the file has no bytes")
	}
	if IsBinary(data) {
		return "", "", block.Skip(corpus.ReasonFormat, "not text in any known encoding; save as PDF, DOCX or text")
	}
	text, charset, err = Decode(data)
	if err != nil {
		return "", "", err
	}
	if strings.TrimFunc(text, blankRune) == "" {
		return "", "", block.Skip(corpus.ReasonEmpty, "the file has no text, only white space")
	}
	return text, charset, nil
}

// document wraps up what was built.
func (b *builder) document(charset string, o block.Options) (block.Document, error) {
	pages := 0
	if last := b.doc.lines[len(b.doc.lines)-1].page; last > 1 {
		pages = last
	}
	switch {
	case len(b.blocks) == 0:
		return block.Document{}, block.Skip(corpus.ReasonEmpty, "the file has no text")
	case b.full:
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "more than %d paragraphs; split the file", b.limit)
	case pages > limit(o.MaxPages, defaultMaxPages):
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "%d pages, more than %d; split the file", pages, limit(o.MaxPages, defaultMaxPages))
	}
	d := block.Document{MediaType: "text/plain", Extractor: "text", Pages: pages, Blocks: b.blocks}
	if b.markdown {
		d.MediaType = "text/markdown"
	}
	d.Grade, d.Warnings = gradeOf(b.doc.text, charset)
	return d, nil
}

// gradeOf says how far decoded text is trusted, and why not fully.
func gradeOf(text, charset string) (corpus.Grade, []string) {
	lost := strings.Count(text, "\ufffd")
	switch {
	case lost*200 > len(text):
		return corpus.GradeC, []string{"many characters were lost before the file came here and show as \ufffd"}
	case lost > 0:
		return corpus.GradeB, []string{"some characters were lost before the file came here and show as \ufffd"}
	case strings.Contains(charset, " with "):
		return corpus.GradeB, []string{"the file mixes two encodings, " + charset}
	}
	return corpus.GradeA, nil
}
