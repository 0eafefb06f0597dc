package pdf

import (
	"errors"
	"strings"
	"unicode/utf16"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Defaults of [block.Options].
const (
	defaultPages  = 2000
	defaultBytes  = 256 << 20
	defaultBlocks = 200_000
)

// mediaType is that of every document here.
const mediaType = "application/pdf"

// Errors of FPDF_GetLastError.
const (
	errorFile     = 2
	errorFormat   = 3
	errorPassword = 4
	errorSecurity = 5
)

// Read reads a PDF with PDFium. Its error is a [block.SkipError] where the file
// is to blame. The grade is left to [Judge].
func (r *Reader) Read(data []byte, o block.Options) (block.Document, error) {
	return r.safely(data, o, scansAtOnce)
}

// safely reads a PDF and turns a panic into an error.
func (r *Reader) safely(data []byte, o block.Options, scans int) (doc block.Document, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = block.Skip(corpus.ReasonBroken, "the file breaks its reader (%.200v); open and save it again in the program that made it", v)
		}
	}()
	limit := o.MaxBytes
	if limit <= 0 {
		limit = defaultBytes
	}
	if len(data) > limit {
		return doc, block.Skip(corpus.ReasonTooLarge, "the file has %d bytes, more than the %d allowed; split it", len(data), limit)
	}
	g, err := r.open()
	if err != nil {
		return doc, err
	}
	defer g.close()
	document, err := g.document(data)
	if err != nil {
		return doc, err
	}
	return g.read(document, o, scans)
}

// document opens data.
func (g *guest) document(data []byte) (uint64, error) {
	at := g.put(data)
	if at == 0 {
		return 0, block.Skip(corpus.ReasonMemory, "the file has %d bytes, more than its reader has room for; split it", len(data))
	}
	document := g.call("FPDF_LoadMemDocument", at, uint64(len(data)), 0)
	if g.err != nil {
		return 0, g.broken()
	}
	if document != 0 {
		return document, nil
	}
	switch code := g.call("FPDF_GetLastError"); code {
	case errorPassword, errorSecurity:
		return 0, block.Skip(corpus.ReasonPassword, "the PDF asks for a password; ask the sender for a copy without one")
	case errorFile, errorFormat:
		return 0, block.Skip(corpus.ReasonBroken, "the PDF is damaged beyond repair; ask the sender for a new copy")
	default:
		return 0, block.Skip(corpus.ReasonBroken, "the PDF cannot be opened (PDFium error %d); ask the sender for a new copy", code)
	}
}

// broken says why the guest failed.
func (g *guest) broken() error {
	full := g.memory.Size() > guestPages<<16/10*8
	if errors.Is(g.err, errGuestMemory) || strings.Contains(g.err.Error(), "memory") || full {
		return block.Skip(corpus.ReasonMemory, "reading the PDF needs more memory than its reader has; open and save it again, or split it")
	}
	return block.Skip(corpus.ReasonBroken, "the PDF breaks its reader; open and save it again in the program that made it")
}

// read turns an open document into blocks.
func (g *guest) read(document uint64, o block.Options, scans int) (block.Document, error) {
	n := int(int32(g.call("FPDF_GetPageCount", document)))
	if n > maxPages(o) {
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "the PDF has %d pages, more than the %d allowed; split it", n, maxPages(o))
	}
	doc := block.Document{MediaType: mediaType, Extractor: "pdfium", Pages: n}
	var sheets []*sheet
	for i := 0; i < n; i++ {
		p := g.page(document, i)
		if g.err != nil {
			return doc, g.broken()
		}
		sheets = append(sheets, p.sheet())
	}
	doc.Title, doc.Language = g.meta(document, "Title"), g.language(document)
	pictures := g.recognise(&doc, document, sheets, scans, o)
	compose(&doc, sheets, pictures, o)
	if g.err != nil {
		return doc, g.broken()
	}
	if len(pictures) == 0 && onlyPictures(sheets) {
		return doc, scannedOnly(&doc)
	}
	if len(doc.Blocks) == 0 {
		return doc, block.Skip(corpus.ReasonEmpty, "the PDF holds no text; ask the sender whether it should")
	}
	return doc, nil
}

// maxMeta bounds what is read of a document's own description, in bytes.
const maxMeta = 1024

// meta reads an entry of the document's information dictionary.
func (g *guest) meta(document uint64, tag string) string {
	name := g.put(append([]byte(tag), 0))
	buf := g.call("malloc", maxMeta)
	if name == 0 || buf == 0 {
		return ""
	}
	return g.utf16At(buf, g.call("FPDF_GetMetaText", document, name, buf, maxMeta))
}

// language reads the language that the document's catalogue names, as ISO 639-1,
// "" where it names none.
func (g *guest) language(document uint64) string {
	buf := g.call("malloc", maxMeta)
	if buf == 0 || g.function("FPDFCatalog_GetLanguage") == nil {
		return ""
	}
	tag := g.utf16At(buf, g.call("FPDFCatalog_GetLanguage", document, buf, maxMeta))
	code, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

// utf16At reads a text of n bytes, its end mark included.
func (g *guest) utf16At(at, n uint64) string {
	size := uint32(n)
	if size < 4 || size > maxMeta {
		return ""
	}
	raw, ok := g.memory.Read(uint32(at), size-2)
	if !ok {
		return ""
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i]) | uint16(raw[2*i+1])<<8
	}
	return strings.TrimSpace(string(utf16.Decode(units)))
}
