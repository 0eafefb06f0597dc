package office

import (
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

func p(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

// TestDOCXText reads bodies that need no further part.
func TestDOCXText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"pieces of a run", `<w:p><w:r><w:t xml:space="preserve">Co-</w:t></w:r><w:r><w:t>operation</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>fo</w:t><w:softHyphen/><w:t>ur</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>`,
			"body Co-operation→two↵three\u2011four≥"},
		{"wrappers", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + p("block control") + `</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>link </w:t></w:r></w:hyperlink><w:smartTag><w:smartTagPr/><w:r><w:t>tag </w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
			"body block control\nbody link tag control"},
		{"field results", `<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>today</w:t></w:r></w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>inner</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><w:t>code</w:t><w:fldChar w:fldCharType="separate"/><w:t> outer</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
			"body today\nbody outer"},
		{"field without an end", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText></w:r></w:p>` + p("kept"), "body kept"},
		{"tick boxes", `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t> yes</w:t></w:r></w:p>`, "body ☒ yes"},
		{"text box once", `<w:p><w:r><w:t>Anchor</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + p("boxed") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("boxed") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			"body Anchor\nbox boxed"},
		{"text box in the fallback only", `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("boxed") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "box boxed"},
		{"tables", `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + p("wide") + `</w:tc></w:tr><w:tr><w:tc>` + p("a") + `</w:tc><w:tc>` + p("b") + `<w:tbl><w:tr><w:tc>` + p("inner") + `</w:tc></w:tr></w:tbl>` + p("after") + `</w:tc><w:tc>` + p("c") + `</w:tc></w:tr></w:tbl>`,
			"table 1:1,1 wide\ntable 1:2,1 a\ntable 1:2,2 b\ntable 2:1,1 inner\ntable 1:2,2 after\ntable 1:2,3 c"},
		{"formula", `<w:p><w:r><w:t>x=</w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:d><m:e><m:r><m:t>n</m:t></m:r></m:e></m:d></m:den></m:f></m:oMath></w:p>`, "body x=1/(n)"},
		{"hidden", `<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> too</w:t></w:r></w:p>`, "body seen too\nhidden unseen"},
		{"drop cap", `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>O</w:t></w:r></w:p>` + p("nce"), "body Once"},
		{"spaces and composition", p("  e\u0301té  \u00A0 here\u200B\u200F ") + p(" "), "body été here"},
		{"outline level", `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Third</w:t></w:r></w:p>`, "heading3 Third"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := DOCX(docxOf(c.body), block.Options{})
			expect(t, doc, err, c.want)
		})
	}
}

// TestDOCXChanges reads both sides of tracked changes.
func TestDOCXChanges(t *testing.T) {
	ins := func(s string) string { return `<w:ins w:id="1"><w:r><w:t>` + s + `</w:t></w:r></w:ins>` }
	del := func(s string) string { return `<w:del w:id="2"><w:r><w:delText>` + s + `</w:delText></w:r></w:del>` }
	text := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	for _, c := range []struct{ name, body, final, original string }{
		{"words", `<w:p>` + text("States ") + del("shall") + ins("should") + text(" act.") + `</w:p>`,
			"body States should act. {del 7-7 shall} {ins 7-13 should}", "body States shall act. {del 7-12 shall} {ins 12-12 should}"},
		{"moves", `<w:p><w:moveFrom><w:r><w:t>old place</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>new place</w:t></w:r></w:moveTo></w:p>`,
			"body new place", "body old place"},
		{"inserted and deleted again", `<w:p>` + text("a") + `<w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins></w:p>`, "body a", "body a"},
		{"deleted paragraph mark", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + text("One ") + `</w:p><w:p>` + text("two.") + `</w:p>`, "body One two.", "body One\nbody two."},
		{"inserted paragraph mark", `<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>` + text("One ") + `</w:p><w:p>` + text("two.") + `</w:p>`, "body One\nbody two.", "body One two."},
		{"whole paragraph deleted", `<w:p>` + text("First.") + `</w:p><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>` + del("Lost.") + `</w:p><w:p>` + text("Next.") + `</w:p>`,
			"body First.\nbody Next. {del 0-0 Lost.}", "body First.\nbody Lost. {del 0-5 Lost.}\nbody Next."},
		{"row deleted", `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p>` + del("Gone.") + `</w:p></w:tc></w:tr><w:tr><w:tc><w:p>` + text("Kept.") + `</w:p></w:tc></w:tr></w:tbl>`,
			"table 1:1,1 Kept. {del 0-0 Gone.}", "table 1:1,1 Gone. {del 0-5 Gone.}\ntable 1:2,1 Kept."},
		{"last words deleted", `<w:p>` + text("Kept.") + `</w:p><w:p>` + del("Gone.") + `</w:p>`, "body Kept. {del 5-5 Gone.}", "body Kept.\nbody Gone. {del 0-5 Gone.}"},
		{"properties changed", `<w:p><w:pPr><w:outlineLvl w:val="0"/><w:pPrChange><w:pPr><w:outlineLvl w:val="5"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Title</w:t></w:r></w:p>`,
			"heading1 Title", "heading1 Title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := DOCX(docxOf(c.body), block.Options{})
			expect(t, doc, err, c.final)
			doc, err = DOCX(docxOf(c.body), block.Options{Original: true})
			expect(t, doc, err, c.original)
		})
	}
}

// TestDOCXApart reads notes, comments and running heads.
func TestDOCXApart(t *testing.T) {
	body := `<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t> two</w:t><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r><w:r><w:endnoteReference w:id="5"/></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t><w:footnoteReference w:id="4"/></w:r></w:p></w:tc><w:tc>` + p("second") + `</w:tc></w:tr></w:tbl>` +
		`<w:p><w:pPr><w:sectPr><w:headerReference r:id="hdr/1"/></w:sectPr></w:pPr></w:p><w:sectPr><w:headerReference r:id="hdr/2"/><w:footerReference r:id="ftr/1"/></w:sectPr>`
	note := func(kind, id, text string) string {
		return `<w:` + kind + ` w:id="` + id + `"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> ` + text + `</w:t></w:r></w:p></w:` + kind + `>`
	}
	doc, err := DOCX(docxOf(body,
		part{"footnotes", `<w:footnote w:type="separator" w:id="0">` + p("---") + `</w:footnote>` + note("footnote", "2", "first") + note("footnote", "3", "starred") + note("footnote", "4", "of a cell") + note("footnote", "9", "never referred to")},
		part{"endnotes", note("endnote", "5", "at the end")},
		part{"comments", `<w:comment w:id="0" w:initials="AB">` + p("why?") + `</w:comment><w:comment w:id="1">` + p("lost its place") + `</w:comment>`},
		part{"hdr/1", p("Running head")}, part{"hdr/2", p("Running head") + p("Page 2")}, part{"ftr/1", p("Running head")},
	), block.Options{})
	expect(t, doc, err, `
		body One two
		footnote (1) first
		comment (AB1) why?
		footnote (*) starred
		footnote (i) at the end
		table 1:1,1 cell
		table 1:1,2 second
		footnote (2) of a cell
		comment (2) lost its place
		header Running head
		header Page 2
		footer Running head`)
	if doc.Title != "A title" || doc.Extractor != "docx" || doc.Grade != corpus.GradeA {
		t.Errorf("title %q, extractor %q, grade %q", doc.Title, doc.Extractor, doc.Grade)
	}
}

// TestDOCXStyles follows styles by name and through what they are based on.
func TestDOCXStyles(t *testing.T) {
	style := func(id, name, based, props string) string {
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="` + based + `"/>` + props + `</w:style>`
	}
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		style("a1", "heading 2", "", "") + style("b1", "My own", "a1", "") + style("c1", "Überschrift 3", "", "") + style("d1", "Outline", "", `<w:pPr><w:outlineLvl w:val="3"/></w:pPr>`) +
		style("e1", "Quote", "", "") + style("f1", "Secret", "g1", "") + style("g1", "Base", "f1", `<w:rPr><w:vanish/></w:rPr>`) + style("h1", "Body of heading", "a1", `<w:pPr><w:jc w:val="center"/></w:pPr>`) +
		`<w:style w:type="character" w:styleId="x"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>`
	in := func(id, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := in("a1", "Two") + in("b1", "Two again") + in("c1", "Three") + in("d1", "Four") + in("e1", "Quoted") + in("f1", "Secret") + in("nowhere", "Le corps") + `<w:p><w:r><w:rPr><w:rStyle w:val="x"/></w:rPr><w:t>ghost</w:t></w:r></w:p>`
	doc, err := DOCX(docxOf(body, part{"styles", styles}), block.Options{})
	expect(t, doc, err, `
		heading2 Two
		heading2 Two again
		heading3 Three
		heading4 Four
		quotation Quoted
		hidden Secret
		body Le corps
		hidden ghost`)
	if doc.Language != "fr" {
		t.Errorf("language %q", doc.Language)
	}
}

// TestDOCXImported reads documents that Word would merge in.
func TestDOCXImported(t *testing.T) {
	body := p("Before") + `<w:altChunk r:id="aFChunk/1"/>` + p("between") + `<w:altChunk r:id="aFChunk/2"/><w:altChunk r:id="aFChunk/3"/><w:altChunk r:id="aFChunk/4"/>`
	mime := "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>from=20a web archive</p></html>\r\n--b--\r\n"
	doc, err := DOCX(docxOf(body,
		part{"aFChunk/1", `<html><head><title>no</title></head><body><h2>Head</h2><ol><li>one<li>two</ol><table><tr><td>x<td>y</table>tail</body></html>`},
		part{"aFChunk/2", `{\rtf1 rich}`}, part{"aFChunk/3", mime},
		part{"aFChunk/4", string(docxOf(p("a document")))},
	), block.Options{})
	expect(t, doc, err, `
		body Before
		heading2 Head
		body1 [1.] one
		body1 [2.] two
		table 1:1,1 x
		table 1:1,2 y
		body tail
		body between
		body rich
		body from a web archive
		body a document`)
	if len(doc.Warnings) != 4 {
		t.Errorf("warnings %q", doc.Warnings)
	}
}

// TestDOCXPackage finds the main part in unusual packages.
func TestDOCXPackage(t *testing.T) {
	strict := strings.NewReplacer(
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	rels := func(target string) part {
		return part{"_rels/.rels", strict.Replace(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + target + `"/></Relationships>`)}
	}
	main := strict.Replace(`<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>found</x:t></x:r></x:p></x:body></x:document>`)
	for name, data := range map[string][]byte{
		"elsewhere":       archiveOf(rels("/text/Main%20Part.xml"), part{"text/main part.xml", main}, part{"[Content_Types].xml", "<Types/>"}),
		"backslashes":     archiveOf(rels("text/main.xml"), part{`text\main.xml`, main}),
		"no relationship": archiveOf(part{"word/document.xml", main}),
		"by type":         archiveOf(part{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/q/d.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`}, part{"q/d.xml", main}),
		"UTF-16":          archiveOf(part{"word/document.xml", utf16BE(`<?xml version="1.0" encoding="UTF-16"?>` + main)}),
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := DOCX(data, block.Options{})
			expect(t, doc, err, "body found")
		})
	}
}

func utf16BE(s string) string {
	b := []byte{0xFE, 0xFF}
	for _, r := range s {
		b = append(b, byte(r>>8), byte(r))
	}
	return string(b)
}
