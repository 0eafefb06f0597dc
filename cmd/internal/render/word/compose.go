package word

import (
	"fmt"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// composer writes a report's blocks as the children of w:body.
type composer struct {
	report   corpus.Report
	cites    citations
	styles   styleIDs
	words    words
	sections sections
	// rtl is the direction of the report.
	rtl bool

	out []byte
	// splice is where the last paragraph's properties end, so that a section
	// can end with it; 0 where the last thing was no paragraph.
	splice int
	// wide tells that the section being written lies on its side.
	wide   bool
	breaks int
	marks  int
	// anchors are the names of headings given by the report, and their bookmarks.
	anchors map[string]string
	// notes are the w:footnote elements; note is the number of the last one.
	notes strings.Builder
	note  int
}

func (c *composer) compose() {
	c.anchors = make(map[string]string)
	for i, h := range c.headings() {
		if h.Anchor != "" {
			c.anchors[h.Anchor] = headingBookmark(i)
		}
	}
	end := c.bookmark(wholeReport)
	c.contents()
	heading := 0
	for i, b := range c.report.Blocks {
		c.orient(c.landscape(c.report.Blocks[i:]))
		switch b := b.(type) {
		case corpus.Heading:
			c.heading(b, heading)
			heading++
		case corpus.Paragraph:
			c.prose(b)
		case corpus.Quotation:
			c.quotation(b)
		case corpus.Table:
			c.table(b, i > 0 && isHeading(c.report.Blocks[i-1], b.Caption))
		}
	}
	c.orient(false)
	c.annex(heading)
	end()
}

// landscape reports whether a block belongs on a page on its side: a table does
// that is wide, or whose words would break upright, and the headings that lead
// to it.
func (c *composer) landscape(blocks []corpus.Block) bool {
	for _, b := range blocks {
		if _, heading := b.(corpus.Heading); heading {
			continue
		}
		t, table := b.(corpus.Table)
		return table && (t.Wide || leastWidth(c.withPlaces(t)) > c.sections.portrait)
	}
	return false
}

// isHeading reports whether a block is a heading with that text.
func isHeading(b corpus.Block, text string) bool {
	h, ok := b.(corpus.Heading)
	return ok && h.Text == text
}

// headings lists what the table of contents may show, the annex last.
func (c *composer) headings() []corpus.Heading {
	var out []corpus.Heading
	for _, b := range c.report.Blocks {
		if h, ok := b.(corpus.Heading); ok {
			out = append(out, h)
		}
	}
	if len(c.report.Passages) > 0 {
		out = append(out, corpus.Heading{Level: 1, Text: c.words.cited})
	}
	return out
}

func headingBookmark(i int) string { return fmt.Sprintf("_Toc9%08d", i+1) }

// heading writes the i-th heading; the first one starts a page of its own
// after the table of contents.
func (c *composer) heading(h corpus.Heading, i int) {
	style := [...]string{styleHeading1, styleHeading2, styleHeading3}[min(max(h.Level, 1), 3)-1]
	p := paragraphProperties{style: style, rtl: c.rtl, pageBreakBefore: i == 0 && c.breaks == 0}
	c.paragraph(p, func() {
		end := c.bookmark(headingBookmark(i))
		c.run(h.Text, runProperties{rtl: c.rtl})
		end()
	})
}

// prose writes a paragraph of the report with its own number, so that the
// number is the same in every language and every template.
func (c *composer) prose(p corpus.Paragraph) {
	style := styleParagraph
	if p.Note {
		style = styleNote
	}
	c.paragraph(paragraphProperties{style: style, rtl: c.rtl}, func() {
		if p.Number > 0 {
			c.run(strconv.Itoa(p.Number)+"\t", runProperties{rtl: c.rtl})
		}
		for i, s := range p.Sentences {
			if i > 0 {
				c.run(" ", runProperties{rtl: c.rtl})
			}
			c.run(s.Text, runProperties{rtl: c.rtl})
			if len(s.Cites) > 0 {
				c.footnote(s.Cites)
			}
		}
	})
}

// quotation writes who says it and where, then the words as they stand.
func (c *composer) quotation(q corpus.Quotation) {
	c.paragraph(paragraphProperties{style: styleSource, rtl: c.rtl}, func() {
		if q.Label != "" {
			c.run(q.Label+" · ", runProperties{rtl: c.rtl, bold: true})
		}
		if q.Source != "" {
			c.run(q.Source, runProperties{rtl: c.rtl, bold: true})
			c.run(" · ", runProperties{rtl: c.rtl})
		}
		c.pinpoint(q.Cite, q.Pinpoint, c.rtl)
		if q.Remark != "" {
			c.run(" ("+q.Remark+")", runProperties{rtl: c.rtl})
		}
	})
	c.verbatim(q.Text, q.Language)
}

// pinpoint writes a place that leads to the passage where the annex has it.
func (c *composer) pinpoint(id, text string, rtl bool) {
	p, known := c.cites[id]
	if !known {
		c.run(c.isolated(text, rtl), c.reference(rtl))
		return
	}
	c.link(p.bookmark, c.isolated(text, rtl), c.reference(rtl))
}

func (c *composer) verbatim(text, language string) {
	rtl := rightToLeft(language, text)
	style := styleQuote
	if rtl {
		style = styleQuoteRTL
	}
	c.paragraph(paragraphProperties{style: style, rtl: rtl}, func() {
		c.run(text, runProperties{rtl: rtl, language: known(language)})
	})
}

// known keeps a run from being marked with the report's language where the
// language of a text was not found out.
func known(language string) string {
	if language == "" {
		return "und"
	}
	return language
}

// annex holds every passage that is cited, under the bookmark that citations
// lead to.
func (c *composer) annex(heading int) {
	if len(c.report.Passages) == 0 {
		return
	}
	c.heading(corpus.Heading{Level: 1, Text: c.words.cited}, heading)
	for i, p := range c.report.Passages {
		c.paragraph(paragraphProperties{style: styleSource, rtl: c.rtl}, func() {
			end := c.bookmark(citedBookmark(i))
			where := c.reference(c.rtl)
			where.bold = true
			c.run(c.isolated(p.Pinpoint, c.rtl), where)
			end()
		})
		c.verbatim(p.Text, p.Language)
	}
}
