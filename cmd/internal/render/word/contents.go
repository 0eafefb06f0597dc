package word

import (
	"bytes"
	"strings"
)

// contentsDepth is the deepest level of headings in the table of contents. The
// second level has the same few words under each theme.
const contentsDepth = 1

// contents writes a table of contents with an entry for each heading: a link
// with the number of its page, which Word fills and [PDF] knows: until then it
// is empty, so that the bytes do not depend on what is installed.
func (c *composer) contents() {
	headings := c.headings()
	shown := 0
	for _, h := range headings {
		if h.Level <= contentsDepth {
			shown++
		}
	}
	if shown == 0 {
		return
	}
	c.raw(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	c.paragraph(paragraphProperties{style: styleContents, rtl: c.rtl}, func() {
		c.run(c.words.contents, runProperties{rtl: c.rtl})
	})
	written := 0
	for i, h := range headings {
		if h.Level > contentsDepth {
			continue
		}
		written++
		c.entry(h.Text, headingBookmark(i), written == 1, written == shown)
	}
	c.raw(strings.TrimPrefix(contentsClose, "</w:p>\n"))
	c.splice = 0
}

// entry writes one line; the first opens the field that holds all of them and
// the last closes it.
func (c *composer) entry(text, bookmark string, first, last bool) {
	c.paragraph(paragraphProperties{style: styleTOC1, rtl: c.rtl, tab: c.sections.portrait}, func() {
		if first {
			c.raw(contentsBegin)
		}
		c.raw(`<w:hyperlink w:anchor="` + bookmark + `" w:history="1">`)
		c.run(text+"\t", runProperties{rtl: c.rtl})
		c.field(`PAGEREF `+bookmark+` \h`, "", runProperties{rtl: c.rtl})
		c.raw("</w:hyperlink>")
		if last {
			c.raw(contentsEnd)
		}
	})
}

// The field round the entries. [PDF] takes it away, and knows it by these bytes.
const (
	contentsBegin = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>` +
		`<w:r><w:instrText xml:space="preserve"> TOC \o "1-1" \h \z \u </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	contentsEnd   = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	contentsClose = "</w:p>\n</w:sdtContent></w:sdt>\n"
)

// withoutContentsField leaves the entries of the table of contents with no
// field round them. LibreOffice keeps the text of such a field as it is, and
// fills the page numbers of entries that stand by themselves.
func withoutContentsField(document []byte) []byte {
	begin := bytes.Index(document, []byte(contentsBegin))
	end := bytes.Index(document, []byte(contentsEnd+contentsClose))
	if begin < 0 || end < begin {
		return document
	}
	return apply(document, []edit{{begin, begin + len(contentsBegin), ""}, {end, end + len(contentsEnd), ""}})
}
