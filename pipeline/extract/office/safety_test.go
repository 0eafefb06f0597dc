package office

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// TestSkips gives files that cannot be read, each with its reason.
func TestSkips(t *testing.T) {
	good := docxOf(p("text"))
	odt := func(manifest string) []byte {
		return archiveOf(part{"mimetype", "application/vnd.oasis.opendocument.text"}, part{"content.xml", "<x/>"}, part{"META-INF/manifest.xml", manifest})
	}
	for _, c := range []struct {
		name   string
		read   reader
		data   []byte
		reason corpus.Reason
		words  string
	}{
		{"nothing", DOCX, nil, corpus.ReasonFormat, "not a Word document"},
		{"cut off", DOCX, good[:len(good)-30], corpus.ReasonBroken, "directory"},
		{"damaged part", DOCX, damaged(good), corpus.ReasonBroken, "damaged"},
		{"encrypted", DOCX, oleFile("EncryptedPackage"), corpus.ReasonPassword, "password"},
		{"old Word", DOCX, oleFile("WordDocument"), corpus.ReasonFormat, "save it as .docx"},
		{"other archive", DOCX, archiveOf(part{"a.txt", "x"}), corpus.ReasonFormat, "unpack"},
		{"spreadsheet", DOCX, archiveOf(part{"[Content_Types].xml", "spreadsheetml.sheet.main+xml"}), corpus.ReasonFormat, "xlsx"},
		{"no main part", DOCX, archiveOf(part{"[Content_Types].xml", "wordprocessingml.document.main+xml"}), corpus.ReasonBroken, "names no main document"},
		{"broken XML", DOCX, archiveOf(part{"word/document.xml", "<w:document><w:body>"}), corpus.ReasonBroken, "word/document.xml cannot be read as XML at byte 20"},
		{"no body", DOCX, archiveOf(part{"word/document.xml", "<document/>"}), corpus.ReasonBroken, "no body"},
		{"empty", DOCX, docxOf("<w:p/>"), corpus.ReasonEmpty, "no text"},
		{"pictures only", DOCX, docxOf("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"), corpus.ReasonScanned, "pictures (1)"},
		{"entities", DOCX, archiveOf(part{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`}), corpus.ReasonBroken, "entities"},
		{"too deep", DOCX, docxOf(strings.Repeat("<w:sdt><w:sdtContent>", 300) + strings.Repeat("</w:sdtContent></w:sdt>", 300)), corpus.ReasonBroken, "nested"},
		{"bomb", DOCX, docxOf("<w:p>" + strings.Repeat(" ", 20<<20) + "</w:p>"), corpus.ReasonTooLarge, "inflates"},
		{"entries", DOCX, manyEntries(maxEntries + 1), corpus.ReasonTooLarge, "entries"},
		{"ODT encrypted", ODT, odt("<manifest:encryption-data/>"), corpus.ReasonPassword, "password"},
		{"ODT of another kind", ODT, odt(""), corpus.ReasonFormat, "without a text"},
		{"ODT broken", ODT, archiveOf(part{"mimetype", "application/vnd.oasis.opendocument.text"}), corpus.ReasonBroken, "content.xml"},
		{"ODT not at all", ODT, []byte("text"), corpus.ReasonFormat, "not an OpenDocument"},
		{"RTF not at all", RTF, []byte("text"), corpus.ReasonFormat, "not an RTF"},
		{"RTF empty", RTF, []byte(`{\rtf1}`), corpus.ReasonEmpty, "no text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := c.read(c.data, block.Options{})
			expectSkip(t, err, c.reason, c.words)
		})
	}
	_, err := RTF([]byte(`{\rtf1 x}`), block.Options{MaxBytes: 3})
	expectSkip(t, err, corpus.ReasonTooLarge, "9 bytes")
	_, err = RTF([]byte(`{\rtf1 x\par y\par z}`), block.Options{MaxBlocks: 2})
	expectSkip(t, err, corpus.ReasonTooLarge, "more than 2 paragraphs")
}

// TestHostileRTF reads files that mean to exhaust the reader.
func TestHostileRTF(t *testing.T) {
	for name, text := range map[string]string{
		"deep groups": `{\rtf1 seen` + strings.Repeat("{", 200_000),
		"deep boxes":  `{\rtf1 seen` + strings.Repeat(`{\shptxt x`, 10_000),
		"long number": `{\rtf1 seen\u99999999999999999999?\itap999999999\intbl\cell`,
		"binary":      `{\rtf1 seen\bin99999999 x}`,
		"deep notes":  `{\rtf1 seen` + strings.Repeat(`{\footnote x`, 10_000),
		"styles":      `{\rtf1{\stylesheet{\s1\sbasedon2 a;}{\s2\sbasedon1 b;}}\s1 seen}`,
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := RTF([]byte(text), block.Options{})
			if err != nil || !strings.Contains(show(doc), "seen") {
				t.Errorf("%v, %d blocks", err, len(doc.Blocks))
			}
			checkBlocks(t, name, doc)
		})
	}
}

// TestDamagedParts leaves out what is damaged and says so.
func TestDamagedParts(t *testing.T) {
	doc, err := DOCX(docxOf(p("text"), part{"styles", "<w:style"}), block.Options{})
	expect(t, doc, err, "body text")
	if len(doc.Warnings) != 1 || !strings.HasPrefix(doc.Warnings[0], "styles left out") || doc.Grade != corpus.GradeB {
		t.Errorf("warnings %q, grade %s", doc.Warnings, doc.Grade)
	}
}

func TestSniff(t *testing.T) {
	for want, data := range map[string][]byte{
		"docx": docxOf(p("x")), "odt": odtOf("", "", ""), "rtf": []byte("\r\n{\\rtf1}"), "": []byte("plain text"),
		"docm":      archiveOf(part{"[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"}),
		"xlsx":      archiveOf(part{"[Content_Types].xml", "spreadsheetml.sheet.main+xml"}),
		"pptx":      archiveOf(part{"[Content_Types].xml", "presentationml.presentation.main+xml"}),
		"ods":       archiveOf(part{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}),
		"zip":       archiveOf(part{"a", "x"}),
		"encrypted": oleFile("EncryptedPackage"), "doc": oleFile("WordDocument"), "xls": oleFile("Workbook"), "ole": oleFile("Else"),
		"wordxml": []byte(`<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>`),
	} {
		if got := Sniff(data); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := Sniff(docxOf(p("x"))[:700]); got != "zip" && got != "docx" {
		t.Errorf("of a damaged archive: %q", got)
	}
}

// damaged changes bytes in the middle of the main part.
func damaged(data []byte) []byte {
	out := bytes.Clone(data)
	at := bytes.Index(out, []byte("word/document.xml"))
	at = at + bytes.Index(out[at+1:], []byte("word/document.xml")) // not the content type's
	for i := at + 40; i < at+60; i++ {
		out[i] ^= 0x55
	}
	return out
}

func manyEntries(n int) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for range n {
		if _, err := z.CreateRaw(&zip.FileHeader{Name: "a"}); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// oleFile makes a compound file with one empty stream of that name.
func oleFile(name string) []byte {
	b := make([]byte, 3*512)
	copy(b, oleMagic)
	put := binary.LittleEndian
	put.PutUint16(b[30:], 9)
	put.PutUint32(b[48:], 1) // the directory is in sector 1
	put.PutUint32(b[76:], 0) // the allocation table in sector 0
	put.PutUint32(b[512:], 0xFFFFFFFD)
	put.PutUint32(b[516:], 0xFFFFFFFE)
	entry := func(at int, name string, child uint32) {
		e := b[1024+128*at:]
		for i, u := range utf16.Encode([]rune(name)) {
			put.PutUint16(e[2*i:], u)
		}
		put.PutUint16(e[64:], uint16(2*len(name)+2))
		put.PutUint32(e[68:], 0xFFFFFFFF)
		put.PutUint32(e[72:], 0xFFFFFFFF)
		put.PutUint32(e[76:], child)
	}
	entry(0, "Root Entry", 1)
	entry(1, name, 0xFFFFFFFF)
	return b
}
