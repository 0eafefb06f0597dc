package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf16"
)

// pdfDeadline bounds one conversion; a cold LibreOffice takes a minute.
const pdfDeadline = 3 * time.Minute

// makePDF turns a Word file into a PDF at path, unless the PDF there was made
// from the same source. Without LibreOffice a missing or old PDF is an error.
func makePDF(ctx context.Context, t text, path string) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Contains(bytes.ToUpper(old), pdfMark(t)) {
		return nil
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		return fmt.Errorf("%s must be made anew and LibreOffice is not installed: %w", filepath.Base(path), err)
	}
	dir, err := os.MkdirTemp("", "sample-pdf")
	if err != nil {
		return fmt.Errorf("temporary folder: %w", err)
	}
	defer os.RemoveAll(dir)
	content, err := writeDOCX(t, printFonts)
	if err != nil {
		return err
	}
	docx := filepath.Join(dir, t.Name+".docx")
	if err := os.WriteFile(docx, content, 0o644); err != nil {
		return fmt.Errorf("write Word file: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, pdfDeadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "pdf", "--outdir", dir, docx)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("convert %s: %w: %s", t.Name, err, out)
	}
	pdf, err := os.ReadFile(filepath.Join(dir, t.Name+".pdf"))
	if err != nil {
		return fmt.Errorf("converted %s: %w", t.Name, err)
	}
	return os.WriteFile(path, pdf, 0o644)
}

// pdfMark is the source mark as LibreOffice writes it among the PDF's
// properties: UTF-16 in hexadecimal.
func pdfMark(t text) []byte {
	var raw []byte
	for _, u := range utf16.Encode([]rune(sourceMark(t))) {
		raw = append(raw, byte(u>>8), byte(u))
	}
	return []byte(strings.ToUpper(hex.EncodeToString(raw)))
}
