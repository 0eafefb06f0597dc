package word

import (
	"strconv"
	"strings"
)

// runProperties are those that the code decides; styles decide the others.
type runProperties struct {
	// style is the visible name of a character style, "" for none.
	style string
	bold  bool
	// language is the ISO 639-1 code of the text, "" for that of the report.
	language string
	// rtl is the direction of the paragraph.
	rtl bool
}

// tags are the languages as Word writes them.
var languageTags = map[string]string{
	"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES",
}

func (c *composer) raw(s string) { c.out = append(c.out, s...) }

// run writes text; line ends become breaks and tabs tabs.
func (c *composer) run(text string, p runProperties) {
	if p.language == "" {
		p.language = c.report.Language
	}
	for _, piece := range pieces(text, p.rtl) {
		c.raw("<w:r>")
		c.runProperties(p, piece.rtl)
		c.text(piece.text)
		c.raw("</w:r>")
	}
}

// runProperties writes w:rPr with its children in the order of the schema.
func (c *composer) runProperties(p runProperties, rtl bool) {
	c.raw("<w:rPr>")
	if p.style != "" {
		c.raw(`<w:rStyle w:val="` + escape(c.styles[p.style]) + `"/>`)
	}
	if p.language == "zh" {
		c.raw(`<w:rFonts w:hint="eastAsia"/>`)
	}
	if p.bold {
		c.raw("<w:b/><w:bCs/>")
	}
	switch {
	case rtl:
		c.raw("<w:rtl/>")
	case c.rtl:
		c.raw(`<w:rtl w:val="0"/>`)
	}
	c.language(p.language, rtl)
	c.raw("</w:rPr>")
}

// language tells Word's spelling and line breaking what they look at. Text
// against the direction of its language is left without.
func (c *composer) language(code string, rtl bool) {
	tag := languageTags[code]
	switch {
	case tag == "" || rtl != (code == "ar"):
	case rtl:
		c.raw(`<w:lang w:bidi="` + tag + `"/>`)
	case code == "zh":
		c.raw(`<w:lang w:val="` + tag + `" w:eastAsia="` + tag + `"/>`)
	default:
		c.raw(`<w:lang w:val="` + tag + `"/>`)
	}
}

// reference are the properties of a document's number or a place in it. They
// are not Chinese, whose lines end anywhere.
func (c *composer) reference(rtl bool) runProperties {
	p := runProperties{rtl: rtl}
	if c.report.Language == "zh" {
		p.language = "en"
	}
	return p
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

func (c *composer) text(s string) {
	if strings.ContainsAny(s, "\r\u2028\u2029") {
		s = lineEnds.Replace(s)
	}
	for s != "" {
		i := strings.IndexAny(s, "\n\t")
		if i != 0 {
			part := s
			if i > 0 {
				part = s[:i]
			}
			c.raw(`<w:t xml:space="preserve">` + escape(part) + "</w:t>")
			if i < 0 {
				return
			}
		}
		if s[i] == '\n' {
			c.raw("<w:br/>")
		} else {
			c.raw("<w:tab/>")
		}
		s = s[i+1:]
	}
}

// field writes a field with the text it shows until it is updated.
func (c *composer) field(code, shown string, p runProperties) {
	c.fieldPart("begin")
	c.raw(`<w:r><w:instrText xml:space="preserve"> ` + escape(code) + " </w:instrText></w:r>")
	c.fieldPart("separate")
	c.run(shown, p)
	c.fieldPart("end")
}

func (c *composer) fieldPart(kind string) {
	c.raw(`<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>`)
}

// link writes text that leads to a bookmark.
func (c *composer) link(bookmark, text string, p runProperties) {
	p.style = styleLink
	c.raw(`<w:hyperlink w:anchor="` + bookmark + `" w:history="1">`)
	c.run(text, p)
	c.raw("</w:hyperlink>")
}

// bookmark opens a bookmark; the function it gives closes it.
func (c *composer) bookmark(name string) (end func()) {
	c.marks++
	id := strconv.Itoa(firstBookmark + c.marks)
	c.raw(`<w:bookmarkStart w:id="` + id + `" w:name="` + name + `"/>`)
	return func() { c.raw(`<w:bookmarkEnd w:id="` + id + `"/>`) }
}

// firstBookmark keeps our bookmarks clear of the template's.
const firstBookmark = 100_000

// paragraphProperties are those that the code decides.
type paragraphProperties struct {
	style           string
	pageBreakBefore bool
	rtl             bool
	centred         bool
	// tab is the place of a tab with dots before it, at the end of the line; 0
	// for none.
	tab int
}

// paragraph writes a paragraph; content writes what is in it.
func (c *composer) paragraph(p paragraphProperties, content func()) {
	c.raw(`<w:p><w:pPr><w:pStyle w:val="` + escape(c.styles[p.style]) + `"/>`)
	if p.pageBreakBefore {
		c.raw("<w:pageBreakBefore/>")
	}
	if p.tab > 0 {
		c.raw(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="` + strconv.Itoa(p.tab) + `"/></w:tabs>`)
	}
	switch {
	case p.rtl:
		c.raw("<w:bidi/>")
	case c.rtl:
		c.raw(`<w:bidi w:val="0"/>`)
	}
	if p.centred {
		c.raw(`<w:jc w:val="center"/>`)
	}
	splice := len(c.out)
	c.raw("</w:pPr>")
	content()
	c.raw("</w:p>\n")
	c.splice = splice
}
