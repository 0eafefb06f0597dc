package word

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"rapporteur/corpus"
)

// longest is the time that one conversion may take.
const longest = 10 * time.Minute

// maxSaid is how much of what LibreOffice printed goes into an error.
const maxSaid = 500

// pdfFilter asks for a PDF whose headings, tables and languages a screen reader
// finds (PDF/UA).
const pdfFilter = `pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},` +
	`"ExportBookmarks":{"type":"boolean","value":"true"}}`

// PDF makes a tagged PDF of a Word file with the LibreOffice that is installed.
// The page numbers of the table of contents are filled. LibreOffice runs with a
// profile of its own that is thrown away, and is ended with all its children
// when ctx is done. Where it is not installed, the error says what to install.
func PDF(ctx context.Context, docx []byte) ([]byte, error) {
	office, err := findOffice()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rapporteur-pdf-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "report.docx")
	if err := writeForOffice(file, docx); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	said, err := convert(ctx, office, dir, file)
	if err != nil {
		return nil, conversionFault(ctx, err, said)
	}
	pdf, err := os.ReadFile(filepath.Join(dir, "report.pdf"))
	if err != nil { // LibreOffice reports success when it could not load a file
		return nil, conversionFault(ctx, errors.New("it wrote no PDF"), said)
	}
	return pdf, nil
}

func findOffice() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", corpus.Errorf(corpus.CodeUsage, "a PDF needs LibreOffice, which is not installed: "+
		"apt install libreoffice-writer-nogui fonts-noto-core fonts-noto-cjk")
}

// writeForOffice writes the Word file as LibreOffice needs it to fill the page
// numbers.
func writeForOffice(file string, docx []byte) error {
	p, err := open(docx)
	if err != nil {
		return err
	}
	main, err := p.main()
	if err != nil {
		return err
	}
	p.put(main, withoutContentsField(p.parts[main]))
	var b bytes.Buffer
	if err := p.write(&b); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o600)
}

// convert runs LibreOffice and gives what it printed.
func convert(ctx context.Context, office, dir, file string) (string, error) {
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "profile"))}
	cmd := exec.CommandContext(ctx, office, "-env:UserInstallation="+profile.String(),
		"--headless", "--norestore", "--nolockcheck", "--convert-to", pdfFilter, "--outdir", dir, file)
	cmd.Env = append(os.Environ(), "HOME="+dir, "SAL_USE_VCLPLUGIN=svp")
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

func conversionFault(ctx context.Context, err error, said string) error {
	if ctx.Err() != nil {
		return fmt.Errorf("LibreOffice was ended before the PDF was ready: %w", ctx.Err())
	}
	if len(said) > maxSaid {
		said = said[:maxSaid] + " …"
	}
	return corpus.Errorf(corpus.CodeInternal, "LibreOffice could not make the PDF (%w): %s", err, said)
}
