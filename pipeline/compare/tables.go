package compare

import (
	"fmt"

	"rapporteur/corpus"
)

// matrix shows the themes with their counts, then sources as rows, so that many
// of them fit a page; where no source is named the counts stand alone.
func (c *composer) matrix() {
	c.heading(1, "matrix", c.words.heads.matrix)
	c.overview()
	if c.view.unnamed {
		return
	}
	m := c.report.Matrix
	t := corpus.Table{Caption: c.words.heads.matrix, Wide: true, Header: []corpus.TableCell{{Text: c.words.columns.source}}}
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

// overview counts contributions and sources by theme.
func (c *composer) overview() {
	k := c.words.columns
	t := table(c.words.heads.overview, k.theme, k.works, k.members, k.groups, k.others, k.citing, k.silent, k.unread, k.proposals)
	for _, n := range c.report.Matrix.Counts {
		_, cites := c.view.addressing(n.Theme)
		row := []corpus.TableCell{{Text: c.label(n.Theme)}, {Text: fmt.Sprint(n.Works), Cites: cites}}
		for _, x := range []int{n.Members, n.Groups, n.Others, n.CitedOnly, n.NotAddressed, n.NotRead, n.Proposals} {
			row = append(row, corpus.TableCell{Text: fmt.Sprint(x)})
		}
		t.Rows = append(t.Rows, row)
	}
	c.add(t)
}

func (c *composer) register() {
	c.heading(1, "register", c.words.heads.register)
	if len(c.report.Proposals) == 0 {
		return
	}
	var passages []string
	k := c.words.columns
	t := table(c.words.heads.register, k.proposal, k.source, k.text, k.addressee, k.timing, k.themes, k.process, k.place)
	t.Wide = true
	for _, p := range c.report.Proposals {
		passages = append(passages, p.Passage)
		t.Rows = append(t.Rows, c.registerRow(p))
	}
	c.state(c.registered(passages))
	c.add(t)
}

// registered counts proposals and who made them.
func (c *composer) registered(passages []string) corpus.Statement {
	n := c.view.tally(passages)
	return c.statement(c.words.texts.registered, args{"proposals": len(passages), "works": n.works, "sources": c.tallied(n)}, passages)
}

func (c *composer) registerRow(p corpus.Proposal) []corpus.TableCell {
	u := c.view.byID[p.Passage]
	process := ""
	if p.Process {
		process = "✓"
	}
	return []corpus.TableCell{
		{Text: p.ID}, {Text: c.who(u.sources)},
		{Text: p.Quote, Language: p.Language, Verbatim: true, Cites: []string{p.Passage}},
		{Text: c.words.addressee(p.Addressee)}, {Text: p.Timing}, {Text: c.numbers(p.Themes)}, {Text: process},
		c.place(u),
	}
}

// place is where a passage stands, and in which language.
func (c *composer) place(u *unit) corpus.TableCell {
	text := c.words.pinpoint(u.Passage, u.reading.Rendition.Ref)
	if remark := c.words.quoted(u.Language); remark != "" {
		text += " (" + remark + ")"
	}
	return corpus.TableCell{Text: text, Cites: []string{u.ID}}
}

func (c *composer) numbers(themes []corpus.Theme) string {
	var out []string
	for _, t := range themes {
		out = append(out, fmt.Sprint(int(t)))
	}
	return c.words.row(out)
}

func (c *composer) documents() {
	c.heading(1, "documents", c.words.heads.documents)
	k := c.words.columns
	t := table(c.words.heads.documents, k.document, k.title, k.source, k.date, k.language, k.version, k.use)
	if c.view.unnamed {
		t = table(c.words.heads.documents, k.document, k.language, k.version, k.use)
	}
	for _, d := range c.report.Scope.Documents {
		row := []corpus.TableCell{
			{Text: d.Symbol, Cites: []string{d.Symbol}}, {Text: d.Title, Language: d.Language}, {Text: c.words.list(d.Sources)},
			{Text: c.words.day(d.Date)}, {Text: or(c.words.languages, d.Language)}, {Text: or(c.words.versions, d.Version)},
			{Text: or(c.words.uses, d.Use)},
		}
		if c.view.unnamed {
			row = append(row[:1], row[4:]...)
		}
		t.Rows = append(t.Rows, row)
	}
	c.add(t)
}

func (c *composer) ledger() {
	c.heading(1, "ledger", c.words.heads.ledger)
	k := c.words.columns
	t := table(c.words.heads.ledger, k.file, k.status, k.document, k.reason)
	for _, l := range c.report.Ledger {
		t.Rows = append(t.Rows, []corpus.TableCell{
			{Text: l.File, Cites: []string{c.ledgerCite(l)}}, {Text: or(c.words.status, string(l.Status))}, {Text: l.Symbol},
			{Text: Vocabulary{c.words}.Reason(l.Reason, l.Detail)},
		})
	}
	c.add(t)
}

// ledgerCite cites a line by its file, or by its document where the file may
// not be named.
func (c *composer) ledgerCite(l corpus.LedgerLine) string {
	if l.File == "withheld" {
		return l.Symbol
	}
	return ledgerCite(l.File)
}

// suggestions lists the themes that the machine only suggests.
func (c *composer) suggestions() {
	if len(c.report.Uncertain) == 0 {
		return
	}
	c.heading(1, "uncertain", c.words.heads.uncertain)
	k := c.words.columns
	t := table(c.words.heads.uncertain, k.place, k.theme, k.score, k.text)
	var cites []string
	for _, s := range c.report.Uncertain {
		u := c.view.byID[s.Passage]
		cites = append(cites, s.Passage)
		t.Rows = append(t.Rows, []corpus.TableCell{
			c.place(u), {Text: fmt.Sprint(int(s.Theme))},
			{Text: fmt.Sprint(s.Score)}, {Text: s.Quote, Language: u.Language, Verbatim: true, Cites: []string{s.Passage}},
		})
	}
	c.state(c.statement(c.words.texts.uncertain, args{"n": c.uncertain, "shown": len(t.Rows)}, cites))
	c.add(t)
}
