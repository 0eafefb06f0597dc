package word

import (
	"bytes"
	"context"
	"errors"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/libreoffice"
)

// longest is the time that one conversion may take.
const longest = 10 * time.Minute

// pdfFilter asks for a PDF whose headings, tables and languages a screen reader
// finds (PDF/UA).
const pdfFilter = `pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},` +
	`"ExportBookmarks":{"type":"boolean","value":"true"}}`

// PDF makes a tagged PDF of a Word file with the LibreOffice that is installed.
// The page numbers of the table of contents are filled. Where LibreOffice is
// not installed, the error has [corpus.CodeUsage] and says what to install.
func PDF(ctx context.Context, docx []byte) ([]byte, error) {
	if _, err := libreoffice.Find(); err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "a PDF cannot be made: %w", err)
	}
	plain, err := forOffice(docx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	pdf, err := libreoffice.Convert(ctx, plain, "docx", "pdf", pdfFilter)
	if errors.Is(err, context.Canceled) {
		return nil, err
	}
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeInternal, "%w", err)
	}
	return pdf, nil
}

// forOffice gives the Word file as LibreOffice needs it to fill the page
// numbers.
func forOffice(docx []byte) ([]byte, error) {
	p, err := open(docx)
	if err != nil {
		return nil, err
	}
	main, err := p.main()
	if err != nil {
		return nil, err
	}
	p.put(main, withoutContentsField(p.parts[main]))
	var b bytes.Buffer
	err = p.write(&b)
	return b.Bytes(), err
}
