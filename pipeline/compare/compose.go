package compare

import (
	"fmt"
	"strings"

	"rapporteur/corpus"
)

// composer writes the blocks of a report from what was found.
type composer struct {
	view    *view
	options Options
	words   phrases
	report  *corpus.Report
	number  int // of the last numbered paragraph
}

func (c *composer) compose() {
	c.received()
	c.rules()
	c.matrix()
	for i := range c.report.Themes {
		c.theme(&c.report.Themes[i])
	}
	c.process()
	c.register()
	c.documents()
	c.ledger()
	c.footer()
}

func (c *composer) add(blocks ...corpus.Block) {
	c.report.Blocks = append(c.report.Blocks, blocks...)
}

func (c *composer) heading(level int, anchor, text string) {
	c.add(corpus.Heading{Level: level, Anchor: anchor, Text: text})
}

// state adds a numbered paragraph of sentences that rest on the corpus.
func (c *composer) state(sentences ...corpus.Statement) {
	if len(sentences) == 0 {
		return
	}
	c.number++
	c.add(corpus.Paragraph{Number: c.number, Sentences: sentences})
}

// fixed adds a numbered paragraph of wording that is the same in every report.
func (c *composer) fixed(text string) {
	c.number++
	c.add(corpus.Paragraph{Number: c.number, Note: true, Sentences: []corpus.Statement{{Text: text}}})
}

func (c *composer) received() {
	s := c.report.Scope
	c.heading(1, "received", c.words.received)
	var docs, unread []string
	for _, d := range s.Documents {
		docs = append(docs, d.Symbol)
	}
	for _, d := range s.NotRead {
		unread = append(unread, "ledger:"+d.File)
	}
	if len(docs) > 0 {
		c.state(corpus.Statement{Text: c.words.receivedText(s, len(docs), c.words.list(s.Meetings)), Cites: docs})
	}
	if len(unread) > 0 {
		c.state(corpus.Statement{Text: c.words.notReadText(len(unread)), Cites: unread})
	}
	var withheld []string
	for _, d := range s.Documents {
		if strings.HasPrefix(d.Symbol, "withheld/") {
			withheld = append(withheld, d.Symbol)
		}
	}
	if len(withheld) > 0 {
		c.state(corpus.Statement{Text: c.words.withheld(len(withheld)), Cites: withheld})
	}
}

func (c *composer) rules() {
	c.heading(1, "reading", c.words.reading)
	for _, rule := range c.words.rules {
		c.fixed(rule)
	}
}

func (c *composer) footer() {
	c.heading(1, "standing", c.words.footerHeading)
	for _, text := range c.words.footer {
		c.fixed(text)
	}
	c.add(corpus.Paragraph{Note: true, Sentences: []corpus.Statement{{Text: fmt.Sprintf(
		"rapporteur %s · codebook %s · corpus %s", c.options.Program, c.report.Scope.Codebook, c.report.Scope.Corpus)}}})
}

// matrix shows sources as rows, so that many of them fit a page.
func (c *composer) matrix() {
	c.heading(1, "matrix", c.words.matrix)
	m := c.report.Matrix
	t := corpus.Table{Caption: c.words.matrix, Wide: true, Header: []corpus.TableCell{{Text: c.words.columns.source}}}
	for _, theme := range m.Themes {
		t.Header = append(t.Header, corpus.TableCell{Text: fmt.Sprint(int(theme))})
	}
	for i, src := range m.Sources {
		row := []corpus.TableCell{{Text: src.Name}}
		for j := range m.Themes {
			cell := m.Cells[j*len(m.Sources)+i]
			row = append(row, corpus.TableCell{Text: c.words.states[cell.State], State: cell.State, Cites: cell.Passages})
		}
		t.Rows = append(t.Rows, row)
	}
	c.add(t)
}

func (c *composer) documents() {
	c.heading(1, "documents", c.words.documents)
	k := c.words.columns
	t := table(c.words.documents, k.document, k.title, k.source, k.date, k.language, k.version, k.use)
	for _, d := range c.report.Scope.Documents {
		t.Rows = append(t.Rows, []corpus.TableCell{
			{Text: d.Symbol, Cites: []string{d.Symbol}}, {Text: d.Title}, {Text: c.words.list(d.Sources)},
			{Text: d.Date}, {Text: d.Language}, {Text: d.Version}, {Text: d.Use},
		})
	}
	c.add(t)
}

func (c *composer) ledger() {
	c.heading(1, "ledger", c.words.ledger)
	k := c.words.columns
	t := table(c.words.ledger, k.file, k.status, k.document, k.reason)
	for _, l := range c.report.Ledger {
		t.Rows = append(t.Rows, []corpus.TableCell{
			{Text: l.File, Cites: []string{"ledger:" + l.File}}, {Text: string(l.Status)}, {Text: l.Symbol},
			{Text: strings.Trim(string(l.Reason)+": "+l.Detail, ": ")},
		})
	}
	c.add(t)
}

func table(caption string, heads ...string) corpus.Table {
	t := corpus.Table{Caption: caption}
	for _, h := range heads {
		t.Header = append(t.Header, corpus.TableCell{Text: h})
	}
	return t
}
