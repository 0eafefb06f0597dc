package office

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/pipeline/extract/block"
)

// TestFormats prints numbers in the formats of Word.
func TestFormats(t *testing.T) {
	for _, c := range []struct {
		format string
		n      []int
		want   string
	}{
		{"decimal", []int{0, 1, 12}, "0 1 12"},
		{"decimalZero", []int{1, 9, 10}, "01 09 10"},
		{"upperRoman", []int{1, 4, 9, 14, 40, 1994}, "I IV IX XIV XL MCMXCIV"},
		{"lowerRoman", []int{3, 0}, "iii 0"},
		{"lowerLetter", []int{1, 26, 27, 53}, "a z aa aaa"},
		{"lowerLetterPositional", []int{26, 27, 28, 702, 703}, "z aa ab zz aaa"},
		{"ordinal", []int{1, 2, 3, 4, 11, 12, 21, 102}, "1st 2nd 3rd 4th 11th 12th 21st 102nd"},
		{"cardinalText", []int{1, 21, 100, 115}, "One Twenty-one One hundred One hundred fifteen"},
		{"ordinalText", []int{1, 12, 20, 22}, "First Twelfth Twentieth Twenty-second"},
		{"chicago", []int{1, 4, 5}, "* § **"},
		{"numberInDash", []int{3}, "- 3 -"},
		{"custom3", []int{7}, "007"},
		{"arabicAlpha", []int{1, 2, 3, 28, 29}, "أ ب ت ي أأ"},
		{"arabicAbjad", []int{1, 2, 3, 4, 10}, "أ ب ج د ي"},
		{"hindiNumbers", []int{1, 10}, "१ १०"},
		{"arabicIndic", []int{10}, "١٠"},
		{"hebrew1", []int{1, 11, 15, 16, 115}, "א יא טו טז קטו"},
		{"hebrew2", []int{11}, "כ"},
		{"russianLower", []int{1, 29, 30}, "а я аа"},
		{"chineseCounting", []int{1, 10, 11, 20, 21, 99}, "一 十 十一 二十 二十一 九十九"},
		{"chineseCountingThousand", []int{10, 101, 110, 111, 1001, 10000}, "十 一百零一 一百一十 一百一十一 一千零一 一万"},
		{"chineseLegalSimplified", []int{1, 10, 12}, "壹 壹拾 壹拾贰"},
		{"ideographTraditional", []int{1, 10, 11}, "甲 癸 11"},
		{"ideographZodiacTraditional", []int{1, 60}, "甲子 癸亥"},
		{"ideographDigital", []int{1, 10, 20}, "一 一〇 二〇"},
		{"japaneseCounting", []int{10, 100, 111}, "十 百 百十一"},
		{"decimalEnclosedCircle", []int{1, 20, 21}, "① ⑳ 21"},
		{"decimalFullWidth", []int{12}, "１２"},
		{"koreanLegal", []int{1, 11}, "하나 열하나"},
		{"nobodyKnows", []int{5}, "5"},
		{"none", []int{5}, ""},
		{"lowerLetter", []int{1_000_000}, "1000000"},
	} {
		var got []string
		for _, n := range c.n {
			got = append(got, formatNumber(c.format, n, ""))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.format, s, c.want)
		}
	}
}

// TestODFFormats finds formats by the samples that LibreOffice writes.
func TestODFFormats(t *testing.T) {
	for sample, want := range map[string]string{
		"": "none", "1": "decimal", "a": "lowerLetterPositional", "01, 02, 03, ...": "decimalZero", "①, ②, ③, ...": "decimalEnclosedCircle",
		"一, 二, 三, ...": "chineseCountingThousand", "甲, 乙, 丙, ...": "ideographTraditional", "أ, ب, ت, ...": "arabicAlphaPositional",
		"ا, ب, ج, ...": "arabicAbjadPositional", "א, ב, ג, ...": "hebrew2Positional", "א, י, ק, ...": "hebrew1",
		"А, Б, .., Аа, Аб, ... (ru)": "russianUpperPositional", "а, б, .., аа, бб, ... (ru)": "russianLower", "?, !": "decimal",
	} {
		if got := odfFormat(sample, ""); got != want {
			t.Errorf("%q: got %s, want %s", sample, got, want)
		}
	}
}

// TestDOCXNumbering counts lists as Word does.
func TestDOCXNumbering(t *testing.T) {
	level := func(at int, format, text, more string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, more, text)
	}
	list := func(id int, levels ...string) string {
		return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, strings.Join(levels, ""))
	}
	num := func(id, abstract int, more string) string {
		return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, abstract, more)
	}
	start := func(at, n int) string {
		return fmt.Sprintf(`<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, at, n)
	}
	three := []string{level(0, "upperRoman", "%1.", ""), level(1, "lowerLetter", "%1.%2)", ""), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")}
	for _, c := range []struct {
		name, numbering string
		// items are "instance/level" with "-" for a plain paragraph and a
		// trailing "e" for an item without text.
		items, want string
	}{
		{"levels", list(0, three...) + num(1, 0, ""), "1/0 1/1 1/1 1/2 1/0 1/1", "I. I.a) I.b) 1.2.1 II. II.a)"},
		{"first item deep", list(0, three...) + num(1, 0, ""), "1/1 1/0", "I.a) II."},
		{"plain text between", list(0, three...) + num(1, 0, ""), "1/0 - 1/0", "I.  II."},
		{"empty items count", list(0, three...) + num(1, 0, ""), "1/0 1/0e 1/0", "I. III."},
		{"shared list goes on", list(0, three...) + num(1, 0, "") + num(2, 0, ""), "1/0 2/0 1/0", "I. II. III."},
		{"override starts once", list(0, three...) + num(1, 0, "") + num(2, 0, start(0, 5)), "1/0 2/0 2/0 1/0", "I. V. VI. VII."},
		{"override of a level", list(0, three...) + num(1, 0, `<w:lvlOverride w:ilvl="0">`+level(0, "decimal", "Art. %1", "")+`</w:lvlOverride>`), "1/0 1/0 1/1", "Art. 1 Art. 2 2.a)"},
		{"level that never restarts", list(0, level(0, "decimal", "%1", ""), level(1, "decimal", "(%2)", `<w:lvlRestart w:val="0"/>`)) + num(1, 0, ""), "1/0 1/1 1/0 1/1", "1 (1) 2 (2)"},
		{"level that restarts after the first only", list(0, level(0, "decimal", "%1", ""), level(1, "decimal", "%2", ""), level(2, "decimal", "(%3)", `<w:lvlRestart w:val="1"/>`)) + num(1, 0, ""), "1/0 1/1 1/2 1/1 1/2 1/0 1/2", "1 1 (1) 2 (2) 2 (1)"},
		{"bullets and nothing", list(0, level(0, "bullet", "\uF0B7", ""), level(1, "none", "", "")) + num(1, 0, ""), "1/0 1/1", "• "},
		{"removed", list(0, three...) + num(1, 0, ""), "1/0 0/0 1/0", "I.  II."},
		{"circular", list(0, level(0, "decimalEnclosedCircle", "%1", ""), level(1, "chineseCounting", "第%2条", "")) + num(1, 0, ""), "1/0 1/1", "① 第一条"},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := ""
			for _, item := range strings.Fields(c.items) {
				text := "text"
				if strings.HasSuffix(item, "e") {
					item, text = item[:len(item)-1], ""
				}
				ppr := ""
				if id, at, ok := strings.Cut(item, "/"); ok {
					ppr = `<w:pPr><w:numPr><w:ilvl w:val="` + at + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>`
				}
				body += "<w:p>" + ppr + "<w:r><w:t>" + text + "</w:t></w:r></w:p>"
			}
			doc, err := DOCX(docxOf(body, part{"numbering", c.numbering}), block.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var labels []string
			for _, b := range doc.Blocks {
				labels = append(labels, b.Label)
			}
			if got := strings.Join(labels, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestDOCXLinkedLists numbers paragraphs through their styles.
func TestDOCXLinkedLists(t *testing.T) {
	styles := `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="numbering" w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
	numbering := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="H2"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="4"/><w:lvlText w:val="§%1"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>`
	in := func(ppr string) string { return `<w:p><w:pPr>` + ppr + `</w:pPr><w:r><w:t>x</w:t></w:r></w:p>` }
	body := in(`<w:pStyle w:val="H1"/>`) + in(`<w:pStyle w:val="H2"/>`) + in(`<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>`) + in(`<w:pStyle w:val="H2"/>`) + in(`<w:numPr><w:numId w:val="3"/></w:numPr>`)
	doc, err := DOCX(docxOf(body, part{"styles", styles}, part{"numbering", numbering}), block.Options{})
	expect(t, doc, err, `
		heading1 [1] x
		heading2 [1.1] x
		heading1 x
		heading2 [1.2] x
		body1 [§4] x`)
}
