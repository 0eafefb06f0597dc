package extract

import (
	"bytes"
	"os"
	"path/filepath"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/extract/office"
	"rapporteur/pipeline/extract/pdf"
	"rapporteur/pipeline/extract/plain"
)

// The media types of the formats that are read.
const (
	mediaPDF  = "application/pdf"
	mediaDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	mediaODT  = "application/vnd.oasis.opendocument.text"
	mediaRTF  = "application/rtf"
	mediaHTML = "text/html"
	mediaText = "text/plain"
)

// direct reads files in this process. It is what a child does, and only a
// child: a file may end the process that reads it.
type direct struct {
	pdf *pdf.Reader // made when the first PDF comes
}

// read chooses a reader by the bytes alone.
func (d *direct) read(data []byte, o Options) (Document, error) {
	if looksLikePDF(data) {
		return d.readPDF(data, o)
	}
	switch kind := office.Sniff(data); kind {
	case "zip":
		if bytes.Contains(data[:min(len(data), 4096)], []byte("[Content_Types].xml")) || bytes.Contains(data, []byte("word/document.xml")) {
			return typed(mediaDOCX)(office.DOCX(data, o)) // cut short: it says where it is broken
		}
		return Document{}, unreadable(kind)
	case "docx", "docm":
		return typed(mediaDOCX)(office.DOCX(data, o))
	case "odt":
		return typed(mediaODT)(office.ODT(data, o))
	case "rtf":
		return typed(mediaRTF)(office.RTF(data, o))
	case "":
	default:
		return Document{}, unreadable(kind)
	}
	switch {
	case plain.IsBinary(data):
		return Document{}, block.Skip(corpus.ReasonFormat, "not a PDF, Word, OpenDocument, RTF, HTML or text file: save it as PDF, DOCX or text")
	case plain.LooksLikeHTML(data):
		return typed(mediaHTML)(plain.HTML(data, o))
	}
	return typed(mediaText)(plain.Text(data, o))
}

// unreadable says what to do about a format that is recognised and not read.
func unreadable(kind string) error {
	switch kind {
	case "encrypted":
		return block.Skip(corpus.ReasonPassword, "protected by a password: ask the sender for a copy without one")
	}
	return block.Skip(corpus.ReasonFormat, "a %s file: save its text as PDF, DOCX or text", kind)
}

func (d *direct) readPDF(data []byte, o Options) (Document, error) {
	r, err := d.reader()
	if err != nil {
		return Document{}, err
	}
	return typed(mediaPDF)(r.Read(data, o))
}

// scan reads a PDF with every scanned page in it.
func (d *direct) scan(data []byte, o Options) (Document, error) {
	r, err := d.reader()
	if err != nil {
		return Document{}, err
	}
	return typed(mediaPDF)(r.Scan(data, o))
}

func (d *direct) reader() (*pdf.Reader, error) {
	if d.pdf != nil {
		return d.pdf, nil
	}
	r, err := pdf.NewReader(cacheDir())
	d.pdf = r
	return r, err
}

// typed fills in what a reader leaves to its caller.
func typed(media string) func(Document, error) (Document, error) {
	return func(doc Document, err error) (Document, error) {
		if doc.MediaType == "" {
			doc.MediaType = media
		}
		if doc.Grade == "" {
			doc.Grade = corpus.GradeA
		}
		return doc, err
	}
}

// looksLikePDF finds the head that may stand within the first 1024 bytes
// (ISO 32000-1, implementation note 13).
func looksLikePDF(data []byte) bool {
	head := data[:min(len(data), 1024)]
	for i := 0; i+5 <= len(head); i++ {
		if string(head[i:i+5]) == "%PDF-" {
			return true
		}
	}
	return false
}

// cacheDir is where compiled WebAssembly is kept between runs, "" for nowhere.
func cacheDir() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, "rapporteur", "wazero")
}
