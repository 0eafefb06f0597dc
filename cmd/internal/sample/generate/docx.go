package main

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"io/fs"
	"strings"
	"text/template"
	"time"

	"rapporteur/corpus"
)

//go:embed parts
var parts embed.FS

// fonts are the three families that a Word file names.
type fonts struct{ Latin, Chinese, Arabic string }

// officeFonts are what Word users have; printFonts are free ones, for the PDFs.
var (
	officeFonts = fonts{Latin: "Calibri", Chinese: "SimSun", Arabic: "Traditional Arabic"}
	printFonts  = fonts{Latin: "Noto Serif", Chinese: "Noto Serif CJK SC", Arabic: "Noto Naskh Arabic"}
)

// page is what the parts' templates are filled with.
type page struct {
	Title, Language, Locale, Date, Number, Footer, Keywords string
	RTL                                                     bool
	Fonts                                                   fonts
	Notes                                                   []note
}

// note is a footnote; Runs is finished XML.
type note struct {
	ID   int
	Runs string
}

// packageParts maps a part's name in the package to its template, in the order
// in which Word writes them.
var packageParts = [][2]string{
	{"[Content_Types].xml", "content_types.xml"},
	{"_rels/.rels", "package_rels.xml"},
	{"word/_rels/document.xml.rels", "document_rels.xml"},
	{"word/styles.xml", "styles.xml"},
	{"word/numbering.xml", "numbering.xml"},
	{"word/settings.xml", "settings.xml"},
	{"word/footnotes.xml", "footnotes.xml"},
	{"word/header1.xml", "header.xml"},
	{"word/footer1.xml", "footer.xml"},
	{"docProps/core.xml", "core.xml"},
}

// writeDOCX gives a Word file; the same text gives the same bytes.
func writeDOCX(t text, f fonts) ([]byte, error) {
	w := &word{text: t, rtl: corpus.RightToLeft(t.Language)}
	w.document()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range packageParts {
		content, err := fillPart(p[1], w.page(f))
		if err != nil {
			return nil, err
		}
		if err := addPart(z, p[0], content); err != nil {
			return nil, err
		}
	}
	if err := addPart(z, "word/document.xml", w.out.Bytes()); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close package of %s: %w", t.Name, err)
	}
	return out.Bytes(), nil
}

func (w *word) page(f fonts) page {
	locale := map[string]string{"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN"}
	return page{
		Title: w.text.Header.Title, Language: w.text.Language, Locale: locale[w.text.Language],
		Date: w.text.Truth.Date, Number: w.text.Number, Footer: w.text.Footer,
		Keywords: sourceMark(w.text), RTL: w.rtl, Fonts: f, Notes: w.notes,
	}
}

// sourceMark ties a PDF to the source it was made from.
func sourceMark(t text) string { return "source-" + t.digest }

func fillPart(name string, p page) ([]byte, error) {
	raw, err := fs.ReadFile(parts, "parts/"+name)
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	tmpl, err := template.New(name).Funcs(template.FuncMap{"x": escape}).Parse(string(raw))
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	var out bytes.Buffer
	if err := tmpl.Execute(&out, p); err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	return out.Bytes(), nil
}

func addPart(z *zip.Writer, name string, content []byte) error {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate}
	h.Modified = time.Date(2030, time.January, 1, 0, 0, 0, 0, time.UTC)
	f, err := z.CreateHeader(h)
	if err != nil {
		return fmt.Errorf("add %s: %w", name, err)
	}
	if _, err := f.Write(content); err != nil {
		return fmt.Errorf("add %s: %w", name, err)
	}
	return nil
}

func escape(s string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(s)); err != nil { // a Builder never fails
		return ""
	}
	return out.String()
}
