package word

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// changed is the default template with a part rewritten.
func changed(t *testing.T, part string, rewrite func(string) string) []byte {
	t.Helper()
	p := defaultPack()
	before := string(p.parts[part])
	after := rewrite(before)
	if before == after {
		t.Fatalf("%s: nothing was rewritten", part)
	}
	p.put(part, []byte(after))
	var b bytes.Buffer
	if err := p.write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func replaced(old, fresh string) func(string) string {
	return func(s string) string { return strings.ReplaceAll(s, old, fresh) }
}

func TestTemplateFaults(t *testing.T) {
	const styles, document = "word/styles.xml", "word/document.xml"
	for name, c := range map[string]struct {
		template []byte
		want     string
	}{
		"no zip": {[]byte("plain text"), "not a .docx file"},
		"missing styles": {changed(t, styles, func(s string) string {
			return strings.NewReplacer(`"Verbatim Quote"`, `"Quote"`, `"heading 2"`, `"Heading Two"`).Replace(s)
		}), `no style "heading 2", "Verbatim Quote"`},
		"no content":     {changed(t, document, replaced("{{content}}", "nothing")), "{{content}} is missing"},
		"content inline": {changed(t, document, replaced("{{content}}", "before {{content}}")), "{{content}} is missing"},
		"strict form": {changed(t, document, replaced("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main")),
			"save it as a Word document"},
		"broken part": {changed(t, document, replaced("</w:body>", "")), "part word/document.xml"},
		"no document": {changed(t, "_rels/.rels", replaced("word/document.xml", "word/other.xml")), "no Word document inside"},
		"macros": {changed(t, contentTypes, replaced("wordprocessingml.document.main+xml", "macroEnabled.main+xml")),
			"macros"},
	} {
		err := Write(io.Discard, sampleReport("en"), c.template)
		if err == nil || !strings.Contains(err.Error(), c.want) || corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%s: %v (%s), want %q", name, err, corpus.ErrorCode(err), c.want)
		}
	}
}

func TestPlaceholderOverRuns(t *testing.T) {
	const cut = `<w:r><w:rPr><w:b/></w:rPr><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>ti</w:t></w:r>` +
		`<w:r><w:t xml:space="preserve">tle}} of {{ CUTOFF }}, {{unknown}}</w:t></w:r>`
	footer := changed(t, "word/footer1.xml", replaced(`<w:r><w:t xml:space="preserve">{{page}} </w:t></w:r>`, cut))
	got := written(t, sampleReport("en"), footer)["word/footer1.xml"]
	want := `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Comparison of contributions &amp; views</w:t></w:r>` +
		`<w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"></w:t></w:r>` +
		`<w:r><w:t xml:space="preserve"> of 2025-09-12, {{unknown}}</w:t></w:r>` +
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>`
	if !strings.Contains(got, want) {
		t.Errorf("footer is %s", got)
	}
}

func TestPlaceholders(t *testing.T) {
	parts := written(t, sampleReport("en"), Template())
	if text := plain(parts["word/document.xml"]); !strings.HasPrefix(text, "CWG-Internet-30, CWG-Internet-312025-09-12Comparison of contributions & viewsContents") {
		t.Errorf("the cover is %.120s", text)
	}
	if got := plain(parts["word/footer1.xml"]); got != "Page 1 of 1" {
		t.Errorf("the footer is %q", got)
	}
	for name, part := range parts {
		if strings.Contains(part, "{{") {
			t.Errorf("%s still has a placeholder", name)
		}
	}
}

// Styles that Word leaves out of a file until they are used come from the
// default template, also where an identifier is taken.
func TestBorrowedStyles(t *testing.T) {
	template := changed(t, "word/styles.xml", func(s string) string {
		s = regexp.MustCompile(`<w:style [^>]*w:styleId="(TableText|TableHead|TOC1|FootnoteReference|ReportTable)">.*?</w:style>`).ReplaceAllString(s, "")
		s = strings.ReplaceAll(s, `"Normal"`, `"Standard"`)
		return strings.Replace(s, "</w:styles>", `<w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Own Style"/></w:style></w:styles>`, 1)
	})
	parts := written(t, sampleReport("en"), template)
	checkOrder(t, parts)
	styles := parts["word/styles.xml"]
	for _, want := range []string{
		`w:styleId="TableTextR"><w:name w:val="Table Text"/><w:basedOn w:val="Standard"/>`,
		`w:styleId="TableHead"><w:name w:val="Table Head"/><w:basedOn w:val="TableTextR"/>`,
		`w:styleId="ReportTable"`, `w:styleId="FootnoteReference"`,
	} {
		if !strings.Contains(styles, want) {
			t.Errorf("styles lack %s", want)
		}
	}
	if !strings.Contains(parts["word/document.xml"], `<w:pStyle w:val="TableTextR"/>`) {
		t.Error("the borrowed style is not used")
	}
}

// A template may have footnotes, or no part for them, or no settings.
func TestTemplateWithOtherParts(t *testing.T) {
	own := changed(t, "word/footnotes.xml", replaced("</w:footnotes>", `<w:footnote w:id="7"><w:p/></w:footnote></w:footnotes>`))
	if notes := written(t, sampleReport("en"), own)["word/footnotes.xml"]; !strings.Contains(notes, `<w:footnote w:id="8">`) {
		t.Error("our footnotes do not follow those of the template")
	}
	bare := changed(t, "word/_rels/document.xml.rels", func(s string) string {
		return regexp.MustCompile(` <Relationship Id="rId[24]".*\n`).ReplaceAllString(s, "")
	})
	parts := written(t, sampleReport("en"), bare)
	checkOrder(t, parts)
	rels := parts["word/_rels/document.xml.rels"]
	for _, kind := range []string{"/footnotes", "/settings"} {
		if !strings.Contains(rels, relationPrefix+kind[1:]) {
			t.Errorf("no relationship %s: %s", kind, rels)
		}
	}
	if !strings.Contains(parts["word/footnotes1.xml"], "<w:footnoteRef/>") {
		t.Error("the footnotes have no part")
	}
}

// A placeholder whose paragraph ends a section keeps the section's end.
func TestContentEndsSection(t *testing.T) {
	template := changed(t, "word/document.xml", replaced(`<w:p><w:r><w:t>{{content}}`,
		`<w:p><w:pPr><w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgNumType w:start="5"/></w:sectPr></w:pPr><w:r><w:t>{{content}}`))
	doc := written(t, sampleReport("en"), template)["word/document.xml"]
	if n := strings.Count(doc, `<w:pgNumType w:start="5"/>`); n != 1 {
		t.Errorf("page numbers start again %d times, want 1", n)
	}
	if n := strings.Count(doc, `<w:pgSz w:w="12240" w:h="15840"/>`); n != 3 {
		t.Errorf("%d sections have the placeholder's page, want 3", n)
	}
	if !strings.Contains(doc, "<w:titlePg/></w:sectPr>\n</w:body>") {
		t.Error("the template's own last section was touched")
	}
}

func TestRightToLeftDefaults(t *testing.T) {
	for name, defaults := range map[string]string{
		"none": "", "empty": "<w:docDefaults/>", "halves": "<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>",
		"full": "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\"fr-FR\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:pPrDefault></w:docDefaults>",
	} {
		template := changed(t, "word/styles.xml", func(s string) string {
			return regexp.MustCompile(`(?s)<w:docDefaults>.*</w:docDefaults>`).ReplaceAllString(s, defaults)
		})
		parts := written(t, sampleReport("ar"), template)
		checkOrder(t, parts)
		root, err := parse([]byte(parts["word/styles.xml"]))
		if err != nil {
			t.Fatal(err)
		}
		d := root.child("w:docDefaults")
		if d.child("w:pPrDefault").child("w:pPr").child("w:bidi") == nil || d.child("w:rPrDefault").child("w:rPr").child("w:rtl") == nil {
			t.Errorf("%s: the document is not from right to left", name)
		}
	}
}

func FuzzTemplate(f *testing.F) {
	const styles = `<w:styles><w:docDefaults/><w:style w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:styleId="b">` +
		`<w:name w:val="heading 2"/></w:style><w:style w:styleId="c"><w:name w:val="heading 3"/></w:style><w:style w:styleId="d">` +
		`<w:name w:val="Verbatim Quote"/></w:style><w:style w:styleId="e"><w:name w:val="Verbatim Quote RTL"/></w:style></w:styles>`
	const document = `<w:document xmlns:w="` + mainNamespace + `"><w:body><w:p><w:r><w:t>{{ti</w:t><w:t>tle}}</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>{{content}}</w:t></w:r></w:p><w:sectPr><w:titlePg/></w:sectPr></w:body></w:document>`
	f.Add([]byte(document), []byte(styles))
	f.Add([]byte("<a/>"), []byte("<w:styles"))
	r := corpus.Report{Language: "ar", Title: "<&>", Blocks: []corpus.Block{corpus.Heading{Level: 1, Text: "One"}, sampleFiles()}}
	f.Fuzz(func(t *testing.T, document, styles []byte) {
		p := defaultPack()
		p.put("word/document.xml", document)
		p.put("word/styles.xml", styles)
		l, err := newLayout(p, r)
		if err != nil {
			t.Fatal(err)
		}
		if l.fill() != nil {
			return
		}
		for _, name := range []string{"word/document.xml", "word/styles.xml"} {
			if _, err := parse(p.parts[name]); err != nil {
				t.Errorf("%s is no XML: %v", name, err)
			}
		}
	})
}
