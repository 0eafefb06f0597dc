package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// part is a file of an archive made for a test.
type part struct{ name, text string }

func archiveOf(parts ...part) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			panic(err)
		}
		if _, err := w.Write([]byte(p.text)); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const wordSpaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// docxOf makes a document of a body and further parts, which are named by
// their relationship: "styles", "numbering", "header".
func docxOf(body string, parts ...part) []byte {
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	all := []part{
		{"[Content_Types].xml", types},
		{"_rels/.rels", rels + `<Relationship Id="a" Type="` + kinds + `officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", `<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A  title</dc:title></p>`},
		{"word/document.xml", "<w:document" + wordSpaces + "><w:body>" + body + "</w:body></w:document>"},
	}
	for i, p := range parts {
		kind, _, _ := strings.Cut(p.name, "/")
		text := p.text
		if kind != "aFChunk" {
			text = "<w:" + kind + wordSpaces + ">" + text + "</w:" + kind + ">"
		}
		rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="part%d.xml"/>`, p.name, kinds, kind, i)
		all = append(all, part{fmt.Sprintf("word/part%d.xml", i), text})
	}
	return archiveOf(append(all, part{"word/_rels/document.xml.rels", rels + "</Relationships>"})...)
}

const odfSpaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:math="http://www.w3.org/1998/Math/MathML"`

// odtOf makes a document of automatic styles, a text, and the content of
// styles.xml.
func odtOf(auto, text, styles string) []byte {
	return archiveOf(
		part{"mimetype", "application/vnd.oasis.opendocument.text"},
		part{"content.xml", "<office:document-content" + odfSpaces + "><office:automatic-styles>" + auto + "</office:automatic-styles><office:body><office:text>" + text + "</office:text></office:body></office:document-content>"},
		part{"styles.xml", "<office:document-styles" + odfSpaces + ">" + styles + "</office:document-styles>"},
		part{"meta.xml", "<office:document-meta" + odfSpaces + "><office:meta><dc:title>A title</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>"},
		part{"META-INF/manifest.xml", `<manifest/>`},
	)
}

// show writes a document's blocks one a line: role, label, text, note, cell,
// marks, as far as they are there.
func show(doc block.Document) string {
	var lines []string
	for _, b := range doc.Blocks {
		s := string(b.Role)
		if b.Level > 0 {
			s += fmt.Sprint(b.Level)
		}
		if b.Cell != nil {
			s += fmt.Sprintf(" %d:%d,%d", b.Cell.Table, b.Cell.Row, b.Cell.Column)
		}
		if b.Label != "" {
			s += " [" + b.Label + "]"
		}
		if b.Note != "" {
			s += " (" + b.Note + ")"
		}
		s += " " + strings.NewReplacer("\t", "→", "\n", "↵").Replace(b.Text)
		for _, m := range b.Marks {
			s += fmt.Sprintf(" {%s %d-%d %s}", m.Type, m.Start, m.End, m.Text)
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

// expect compares a reading with the lines of want.
func expect(t *testing.T, doc block.Document, err error, want string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	checkBlocks(t, t.Name(), doc)
	want = strings.TrimSpace(strings.ReplaceAll(want, "\n\t\t\t", "\n"))
	want = strings.TrimSpace(strings.ReplaceAll(want, "\n\t\t", "\n"))
	if got := show(doc); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// expectSkip checks that a file is not read, for that reason.
func expectSkip(t *testing.T, err error, reason corpus.Reason, words string) {
	t.Helper()
	var skip *block.SkipError
	if !errors.As(err, &skip) || skip.Reason != reason || !strings.Contains(skip.Detail, words) {
		t.Errorf("got %v, want %s with %q", err, reason, words)
	}
}
