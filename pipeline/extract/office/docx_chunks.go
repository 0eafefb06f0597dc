package office

import (
	"bytes"
	"errors"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Limits of documents imported into a document.
const (
	maxChunkDepth = 2
	maxChunks     = 200
	maxChunk      = 8 << 20 // bytes of imported HTML or plain text
)

// altChunk reads a document of another format that Word would merge in when
// it opens the file. What kind it is, its content says.
func (r *docxReader) altChunk(k *node, s *story) {
	rel, ok := r.rels[k.get("r:id")]
	if r.chunks[rel.target] || len(r.chunks) >= maxChunks {
		return
	}
	if !ok || rel.external {
		r.out.lost("an imported part (altChunk %s) is not in the file", k.get("r:id"))
		return
	}
	r.chunks[rel.target] = true
	data, err := r.pkg.read(rel.target)
	if err != nil || data == nil {
		r.out.lost("imported part %s is missing or damaged: its text is not read", rel.target)
		return
	}
	r.endParagraph(s)
	kind, blocks, err := r.chunk(data)
	var skip *block.SkipError
	if errors.As(err, &skip) {
		r.out.lost("imported part %s (%s): its text is not read: %s", rel.target, kind, skip.Detail)
		return
	}
	r.out.warn("imported part %s (%s) was read where the document merges it in; its numbering is its own", rel.target, kind)
	r.merge(blocks, s)
}

// chunk reads an imported part by its content.
func (r *docxReader) chunk(data []byte) (string, []block.Block, error) {
	kind := Sniff(data)
	o := block.Options{Original: r.out.original, MaxBlocks: r.out.maxBlocks}
	switch {
	case kind == "docx" || kind == "docm":
		if r.depth >= maxChunkDepth {
			return kind, nil, block.Skip(corpus.ReasonTooLarge, "documents are imported into documents more than %d deep", maxChunkDepth)
		}
		doc, err := readDOCX(data, o, r.depth+1)
		return kind, doc.Blocks, err
	case kind == "rtf":
		doc, err := RTF(data, o)
		return kind, doc.Blocks, err
	case kind == "odt":
		doc, err := ODT(data, o)
		return kind, doc.Blocks, err
	case kind != "":
		return kind, nil, block.Skip(corpus.ReasonFormat, "no reader for it here")
	case len(data) > maxChunk:
		return "text", nil, block.Skip(corpus.ReasonTooLarge, "it has %d bytes", len(data))
	}
	if html, ok := webArchive(data); ok {
		return "MHTML", htmlBlocks(html), nil
	}
	head := bytes.ToLower(data[:min(len(data), 1024)])
	if bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<!doctype html")) || bytes.Contains(head, []byte("<body")) || bytes.Contains(head, []byte("<p>")) {
		return "HTML", htmlBlocks(data), nil
	}
	return "text", textBlocks(data), nil
}

// merge emits the blocks of an imported part. Its running heads are dropped,
// as Word drops them.
func (r *docxReader) merge(blocks []block.Block, s *story) {
	tables := r.out.tables
	for _, b := range blocks {
		if b.Role == corpus.RoleHeader || b.Role == corpus.RoleFooter {
			continue
		}
		if b.Cell != nil {
			cell := *b.Cell
			cell.Table += tables
			r.out.tables = max(r.out.tables, cell.Table)
			b.Cell = &cell
		}
		if s.role != "" {
			b.Role = s.role
		}
		if s.cell != nil {
			b.Cell = s.cell
			if b.Role == corpus.RoleBody || b.Role == corpus.RoleHeading {
				b.Role = corpus.RoleTable
			}
		}
		r.out.emit(b)
	}
}
