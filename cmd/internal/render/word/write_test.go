package word

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

var update = flag.Bool("update", false, "write the golden files anew")

// written writes a report and gives the parts of the file.
func written(t *testing.T, r corpus.Report, template []byte) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, template); err != nil {
		t.Fatal(err)
	}
	return partsOf(t, b.Bytes())
}

func partsOf(t *testing.T, docx []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, f := range z.File {
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("part %s has the time %v", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

func TestGolden(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		parts := written(t, sampleReport(language), nil)
		for _, part := range []string{"document", "footnotes"} {
			file := filepath.Join("testdata", part+"-"+language+".xml")
			got := parts["word/"+part+".xml"]
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs from %s; look at the difference after go test -update", part, file)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	for _, template := range [][]byte{nil, Template()} {
		var a, b bytes.Buffer
		if err := Write(&a, sampleReport("en"), template); err != nil {
			t.Fatal(err)
		}
		if err := Write(&b, sampleReport("en"), template); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Error("the same report and template gave other bytes")
		}
	}
}

func TestWhatIsWritten(t *testing.T) {
	parts := written(t, sampleReport("en"), nil)
	doc := parts["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading3"/>`,
		`<w:pStyle w:val="VerbatimQuote"/></w:pPr>`,
		`<w:pStyle w:val="VerbatimQuoteRTL"/><w:bidi/>`,
		`<w:lang w:bidi="ar-SA"/>`, `<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>`, `<w:rFonts w:hint="eastAsia"/>`,
		`links &amp; to report &lt;soon&gt;.</w:t><w:br/>`, `stands</w:t><w:tab/>`,
		`<w:t xml:space="preserve">4</w:t><w:tab/>`, // the number of a paragraph
		`w:orient="landscape"`, `<w:tblHeader/>`, `<w:cantSplit/>`,
		`<w:instrText xml:space="preserve"> TOC \o "1-1" \h \z \u </w:instrText>`,
		`<w:instrText xml:space="preserve"> PAGEREF _Toc900000001 \h </w:instrText>`,
		`● 2`, `○ 1`, `>–<`, `>?<`,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("document.xml lacks %s", want)
		}
	}
	if n := strings.Count(doc, ">Who addressed what<"); n != 2 { // contents, heading; not again over the table
		t.Errorf("the title of the matrix stands %d times, want 2", n)
	}
	notes := parts["word/footnotes.xml"]
	if n := strings.Count(notes, "<w:footnoteRef/>"); n != 5 {
		t.Errorf("%d footnotes, want one for each of the 5 statements that cite", n)
	}
	if text := plain(notes); !strings.Contains(text, "CWG-Internet-30/1, II.1; II.2 · CWG-Internet-30/3, 4") {
		t.Errorf("citations are not grouped by document: %s", text)
	}
	if !strings.Contains(parts["word/settings.xml"], `<w:updateFields w:val="true"/><w:footnotePr>`) {
		t.Error("settings do not ask for fields to be updated, or in the wrong place")
	}
	if core := parts["docProps/core.xml"]; !strings.Contains(core, "2025-09-12T00:00:00Z") || !strings.Contains(core, "contributions &amp; views") {
		t.Errorf("core properties: %s", core)
	}
}

// plain gives the text of a part's w:t elements.
func plain(part string) string {
	root, err := parse([]byte(part))
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	root.each(func(n *node) {
		if n.name == "w:t" {
			b.Write(n.text)
		}
	})
	return b.String()
}

func TestQuotationsAreVerbatim(t *testing.T) {
	text := plain(written(t, sampleReport("ar"), nil)["word/document.xml"])
	for _, quote := range []string{arabicQuote, chineseQuote} {
		if !strings.Contains(text, quote) {
			t.Errorf("not verbatim: %s", quote)
		}
	}
}

func TestNoFootnotesInTables(t *testing.T) {
	r := sampleReport("en")
	r.Blocks = append(r.Blocks, corpus.Table{
		Header: []corpus.TableCell{{Text: "What"}},
		Rows:   [][]corpus.TableCell{{{Text: "Asks for a report", Cites: []string{"CWG-Internet-30/1#II.1", "CWG-Internet-30/3#4"}}}},
	})
	root, err := parse([]byte(written(t, r, nil)["word/document.xml"]))
	if err != nil {
		t.Fatal(err)
	}
	var last *node
	root.each(func(n *node) {
		if n.name != "w:tbl" {
			return
		}
		last = n
		n.each(func(k *node) {
			if k.name == "w:footnoteReference" {
				t.Error("a footnote stands in a table")
			}
		})
	})
	if cells := last.kids[len(last.kids)-1]; len(cells.kids) != 3 { // w:trPr, the cell, its places
		t.Error("a table that cites and shows no place got no column for it")
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	parts := written(t, sampleReport("en"), nil)
	names, ids := make(map[string]bool), make(map[string]bool)
	var anchors []string
	for _, part := range []string{"word/document.xml", "word/footnotes.xml"} {
		root, err := parse([]byte(parts[part]))
		if err != nil {
			t.Fatal(err)
		}
		root.each(func(n *node) {
			switch n.name {
			case "w:bookmarkStart":
				name, id := n.value("w:name"), n.value("w:id")
				if names[name] || ids[id] || len(name) > 40 {
					t.Errorf("bookmark %q %s is not alone, or too long", name, id)
				}
				names[name], ids[id] = true, true
			case "w:hyperlink":
				anchors = append(anchors, n.value("w:anchor"))
			}
		})
	}
	for _, a := range anchors {
		if !names[a] {
			t.Errorf("a link leads to %q, which is no bookmark", a)
		}
	}
	if len(anchors) < 20 {
		t.Errorf("only %d links", len(anchors))
	}
}

func TestSections(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		root, err := parse([]byte(written(t, sampleReport(language), nil)["word/document.xml"]))
		if err != nil {
			t.Fatal(err)
		}
		var shapes []string
		root.each(func(n *node) {
			if n.name == "w:sectPr" {
				shapes = append(shapes, fmt.Sprintf("%s %v %v", n.child("w:pgSz").value("w:w"), n.child("w:titlePg") != nil, n.child("w:bidi") != nil))
			}
		})
		rtl := language == "ar"
		want := []string{
			fmt.Sprintf("11906 true %v", rtl), fmt.Sprintf("16838 false %v", rtl), fmt.Sprintf("11906 false %v", rtl),
			fmt.Sprintf("16838 false %v", rtl), fmt.Sprintf("11906 false %v", rtl),
		}
		if !slices.Equal(shapes, want) {
			t.Errorf("%s: sections are %q, want %q", language, shapes, want)
		}
	}
}

func TestEmptyReport(t *testing.T) {
	written(t, corpus.Report{}, nil)
	r := corpus.Report{Blocks: []corpus.Block{corpus.Table{Wide: true}, corpus.Table{Rows: [][]corpus.TableCell{{{Text: "a"}, {Text: "b"}}}}}}
	checkOrder(t, written(t, r, nil))
}

// BenchmarkManyQuotations writes a report with 20,000 quotations, each with a
// footnote of its own.
func BenchmarkManyQuotations(b *testing.B) {
	r := sampleReport("en")
	for i := range 20_000 {
		id := fmt.Sprintf("CWG-Internet-30/9#%d", i)
		text := fmt.Sprintf("Passage %d. ", i) + strings.Repeat("Sylvania asks for the cost of transit to be looked at. ", 6)
		r.Passages = append(r.Passages, corpus.CitedPassage{ID: id, Ref: "CWG-Internet-30/9", Short: fmt.Sprint(i), Pinpoint: id, Language: "en", Text: text})
		r.Blocks = append(r.Blocks, corpus.Quotation{Text: text, Language: "en", Source: "Sylvania", Cite: id, Pinpoint: id},
			corpus.Paragraph{Number: i, Sentences: []corpus.Statement{{Text: "One more.", Cites: []string{id}}}})
	}
	for b.Loop() {
		if err := Write(io.Discard, r, nil); err != nil {
			b.Fatal(err)
		}
	}
}
