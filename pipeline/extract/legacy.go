package extract

import (
	"bytes"
	"context"
	"errors"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/extract/office"
	"rapporteur/pipeline/libreoffice"
)

// legacyDeadline is for one conversion by LibreOffice, which starts slowly.
const legacyDeadline = 90 * time.Second

// legacy gives the file extension under which LibreOffice reads a format that
// we do not read, or "".
func legacy(data []byte) string {
	if !bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) && !bytes.HasPrefix(data, []byte("<?xml")) {
		return ""
	}
	switch kind := office.Sniff(data); kind {
	case "doc", "wordxml":
		return map[string]string{"doc": "doc", "wordxml": "xml"}[kind]
	}
	return ""
}

// modern has LibreOffice, where it is installed, write an old Word file as a
// new one.
func modern(ctx context.Context, data []byte, extension string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, legacyDeadline)
	defer cancel()
	docx, err := libreoffice.Convert(ctx, data, extension, "docx", "docx:MS Word 2007 XML")
	switch {
	case errors.Is(err, libreoffice.ErrMissing):
		return nil, block.Skip(corpus.ReasonFormat, "an old Word format (.%s): save it as .docx, or install LibreOffice and read it with --again (%s)",
			extension, libreoffice.Install)
	case ctx.Err() != nil:
		return nil, block.Skip(corpus.ReasonTimeout, "LibreOffice needs longer than %v to read it: save it as .docx", legacyDeadline)
	case err != nil:
		return nil, block.Skip(corpus.ReasonBroken, "%v: save it as .docx", err)
	}
	return docx, nil
}
