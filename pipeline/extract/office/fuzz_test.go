package office

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"rapporteur/pipeline/extract/block"
)

// fuzz runs a reader on anything: it must end with a document that keeps the
// rules, or with a SkipError.
func fuzz(f *testing.F, read reader) {
	f.Fuzz(func(t *testing.T, data []byte, original bool) {
		doc, err := read(data, block.Options{Original: original, MaxBlocks: 10_000})
		var skip *block.SkipError
		if err != nil && !errors.As(err, &skip) {
			t.Fatalf("%T %v", err, err)
		}
		if err == nil && len(doc.Blocks) == 0 {
			t.Fatal("neither blocks nor a reason")
		}
		checkBlocks(t, "fuzzed", doc)
	})
}

// FuzzDOCX fuzzes the body of a document, since a mutated archive seldom gets
// past its checksums, and the archive itself.
func FuzzDOCX(f *testing.F) {
	f.Add([]byte(p("text")), false)
	f.Add([]byte(`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>`), true)
	f.Add([]byte(`<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:footnoteReference w:id="1"/><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`), false)
	f.Add([]byte(`<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><w:txbxContent><w:p><m:oMath><m:d/></m:oMath></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:altChunk r:id="aFChunk/1"/>`), false)
	f.Add(docxOf(p("text")), false)
	f.Add([]byte{0, 3, 6, 1, 9, 2, 200, 33, 1, 2, 2, 2, 90, 1, 93, 96, 1}, true)
	numbering := part{"numbering", `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`}
	fuzz(f, func(data []byte, o block.Options) (block.Document, error) {
		if Sniff(data) != "" {
			return DOCX(data, o)
		}
		return DOCX(docxOf(grown(data, wordWords), numbering, part{"footnotes", `<w:footnote w:id="1">` + p("note") + `</w:footnote>`}, part{"aFChunk/1", "<html><p>x"}), o)
	})
}

// FuzzODT fuzzes the text of a document and the archive itself.
func FuzzODT(f *testing.F) {
	f.Add([]byte(`<text:p>text<text:s text:c="3"/><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p>`), false)
	f.Add([]byte(`<text:tracked-changes><text:changed-region text:id="a"><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id="a"/></text:p>`), true)
	f.Add([]byte(`<text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>i</text:p><text:list><text:list-item><text:h text:outline-level="3">h</text:h></text:list-item></text:list></text:list-item></text:list>`), false)
	f.Add([]byte(`<table:table><table:table-row table:number-rows-repeated="9"><table:table-cell><text:p><draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame></text:p></table:table-cell></table:table-row></table:table>`), false)
	f.Add(odtOf("", "<text:p>x</text:p>", ""), false)
	f.Add([]byte{0, 3, 6, 1, 9, 2, 200, 33, 1, 2, 2, 2, 90, 1, 93, 96, 1}, true)
	auto := `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."/></text:list-style>`
	fuzz(f, func(data []byte, o block.Options) (block.Document, error) {
		if Sniff(data) != "" {
			return ODT(data, o)
		}
		return ODT(odtOf(auto, grown(data, odfWords), ""), o)
	})
}

// FuzzRTF fuzzes whole files.
func FuzzRTF(f *testing.F) {
	for _, s := range []string{
		`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 A;}}\f0\'d6\'d0\u20013?\par}`,
		`{\rtf1\trowd\intbl a\cell\itap2 b\nestcell{\*\nesttableprops\nestrow}\row}`,
		`{\rtf1{\stylesheet{\s1 heading 1;}}{\*\listtable{\list{\listlevel\levelnfc23{\leveltext\'01\u8226 ?;}}\listid1}}{\*\listoverridetable{\listoverride\listid1\ls1}}\s1\ls1 x\par}`,
		`{\rtf1{\listtext 1.\tab}{\deleted a\par}{\revised b}{\v c}{\footnote d}{\header e}{\shptxt f}{\upr{g}{\*\ud h}}}`,
		`{\rtf1\bin5 }{}}}\uc9\u-1 \'zz\`,
	} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	fuzz(f, RTF)
}

// grown gives data itself where it looks like XML, else a tree that it
// describes: each byte opens an element, closes one or writes text. So a fuzzer
// changes the shape of a document and not only its spelling.
func grown(data []byte, words []string) string {
	if bytes.HasPrefix(data, []byte("<")) {
		return string(data)
	}
	var b strings.Builder
	var open []string
	for _, c := range data[:min(len(data), 2000)] {
		switch {
		case c%3 == 0 && len(open) < 100:
			word := words[int(c/3)%len(words)]
			name, _, _ := strings.Cut(word, " ")
			b.WriteString("<" + word + ">")
			open = append(open, name)
		case c%3 == 1:
			b.WriteString("te xt"[c/3%4:])
		case len(open) > 0:
			b.WriteString("</" + open[len(open)-1] + ">")
			open = open[:len(open)-1]
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteString("</" + open[i] + ">")
	}
	return b.String()
}

var wordWords = strings.Split(`w:p|w:r|w:t|w:tbl|w:tr|w:tc|w:ins|w:del|w:delText|w:pPr|w:rPr|w:moveTo|w:moveFrom|w:numPr|w:ilvl w:val="1"|w:numId w:val="1"|w:trPr|`+
	`w:fldChar w:fldCharType="begin"|w:fldChar w:fldCharType="separate"|w:fldChar w:fldCharType="end"|w:footnoteReference w:id="1"|w:footnoteReference w:id="1" w:customMarkFollows="1"|`+
	`w:sdt|w:sdtContent|w:vanish|w:drawing|wps:txbx|w:txbxContent|mc:AlternateContent|mc:Choice|mc:Fallback|m:oMath|m:d|m:e|m:r|w:tab|w:br|w:sym w:char="F0B7"|`+
	`w:altChunk r:id="aFChunk/1"|w:framePr w:dropCap="drop"|w:sectPr|w:outlineLvl w:val="1"|w:ruby|w:rubyBase|a:p|a:t|w:cellDel|w:tcPr`, "|")

var odfWords = strings.Split(`text:p|text:h text:outline-level="2"|text:span|text:list text:style-name="L"|text:list|text:list-item|text:list-item text:start-value="4"|text:list-header|`+
	`table:table|table:table-row|table:table-cell|table:covered-table-cell|text:note|text:note-citation|text:note-body|office:annotation|draw:frame|draw:text-box|draw:g|`+
	`text:tracked-changes|text:changed-region text:id="a"|text:deletion|text:insertion|text:change text:change-id="a"|text:change-start text:change-id="a"|`+
	`text:change-end text:change-id="a"|text:section text:display="none"|text:hidden-text text:is-hidden="true"|text:s|text:tab|text:line-break|text:numbered-paragraph|draw:object|math:math`, "|")
