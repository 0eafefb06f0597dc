package compare

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// perSource is how many passages of one source are quoted in full in one
// section; the others are listed by their places.
const perSource = 3

func (c *composer) themes() {
	for i := range c.report.Themes {
		c.theme(&c.report.Themes[i])
	}
}

// theme writes a theme's section: who addressed it, then their words, where
// they meet and part, and what is left open.
func (c *composer) theme(t *corpus.ThemeReport) {
	s := c.words.sections
	c.quoted = map[string]bool{}
	c.heading(1, fmt.Sprintf("theme-%d", t.Theme), c.label(t.Theme))
	c.state(c.addressing(t.Theme)...)
	c.quotations(s.challenges, t.Challenges)
	c.quotations(s.gaps, t.Gaps)
	c.quotations(s.practices, c.unquoted(t.Practices))
	c.quotations(s.positions, c.unquoted(t.Positions))
	c.proposals(t.Proposals)
	c.groups(t.Proposals)
	c.open(t.Proposals)
}

// addressing counts who addressed a theme, who only cited it, in whose
// contributions nothing was found, and from whom nothing could be read.
func (c *composer) addressing(theme corpus.Theme) []corpus.Statement {
	byState := make(map[corpus.CellState][]string)
	var cited []string
	for _, cell := range c.full.Cells {
		if cell.Theme == theme {
			byState[cell.State] = append(byState[cell.State], cell.Source)
			if cell.State == corpus.CellCitedOnly {
				cited = append(cited, cell.Passages...)
			}
		}
	}
	x := c.words.texts
	var out []corpus.Statement
	if units, rest := c.view.addressing(theme); len(units) > 0 {
		n := c.view.tallyUnits(units)
		out = append(out, c.statement(x.addressed, args{"works": n.works, "all": c.report.Scope.Works, "sources": c.tallied(n)}, rest))
	}
	for _, s := range []struct {
		text, state string
		cites       []string
	}{
		{x.citedOnly, string(corpus.CellCitedOnly), sorted(cited)},
		{x.silent, string(corpus.CellNotAddressed), c.view.documentsOf(byState[corpus.CellNotAddressed])},
		{x.unread, string(corpus.CellNotRead), c.view.filesOf(byState[corpus.CellNotRead])},
	} {
		if sources := byState[corpus.CellState(s.state)]; len(sources) > 0 {
			out = append(out, c.statement(s.text, args{"who": c.who(sources)}, s.cites))
		}
	}
	return out
}

// quotations writes passages under a heading, those of the same sources
// together.
func (c *composer) quotations(heading string, quotes []corpus.Quote) {
	if len(quotes) == 0 {
		return
	}
	quotes = c.together(quotes)
	c.heading(2, "", heading)
	shown := make(map[string]int)
	for i := 0; i < len(quotes); {
		key := c.key(quotes[i])
		j := i
		for j < len(quotes) && c.key(quotes[j]) == key {
			j++
		}
		c.fromSource(quotes[i:j], key, shown)
		i = j
	}
}

// unquoted are the quotations that the section does not have yet: what voices a
// challenge or a gap in passing stands there alone.
func (c *composer) unquoted(quotes []corpus.Quote) []corpus.Quote {
	return slices.DeleteFunc(slices.Clone(quotes), func(q corpus.Quote) bool { return c.quoted[q.Passage] })
}

// together puts quotations of the same sources behind the first of them, so
// that the order of names, which a language decides, makes no paragraph more.
func (c *composer) together(quotes []corpus.Quote) []corpus.Quote {
	var order []string
	of := make(map[string][]corpus.Quote)
	for _, q := range quotes {
		key := c.key(q)
		if of[key] == nil {
			order = append(order, key)
		}
		of[key] = append(of[key], q)
	}
	out := make([]corpus.Quote, 0, len(quotes))
	for _, key := range order {
		out = append(out, of[key]...)
	}
	return out
}

// key tells whose a quotation is.
func (c *composer) key(q corpus.Quote) string {
	return fmt.Sprint(c.view.byID[q.Passage].sources)
}

func (c *composer) fromSource(quotes []corpus.Quote, key string, shown map[string]int) {
	var cites []string
	for _, q := range quotes {
		if shown[key] >= perSource {
			cites = append(cites, q.Passage)
			continue
		}
		shown[key]++
		c.quoted[q.Passage] = true
		c.quotation(q.Passage, "")
	}
	if len(cites) > 0 {
		c.stateInOrder(c.statement(c.words.texts.more, args{"n": len(cites)}, cites))
	}
}

// quotation writes a passage verbatim.
func (c *composer) quotation(passage, label string) {
	u := c.view.place(passage)
	c.add(corpus.Quotation{
		Text: u.Text, Language: u.Language, Source: c.who(u.sources), Cite: passage,
		Pinpoint: c.words.pinpoint(u.Passage, u.reading.Rendition.Ref), Label: label, Remark: c.words.quoted(u.Language),
	})
}

func (c *composer) proposals(ids []string) {
	if len(ids) == 0 {
		return
	}
	c.heading(2, "", c.words.sections.proposals)
	for _, p := range c.some(ids) {
		c.proposal(p)
	}
}

// proposal quotes a proposal and the items of the list that it opens.
func (c *composer) proposal(p corpus.Proposal) {
	c.quotation(p.Passage, p.ID)
	for _, part := range p.Parts {
		c.quotation(part, p.ID)
	}
}

// some are the proposals with these IDs, in the register's order.
func (c *composer) some(ids []string) []corpus.Proposal {
	var out []corpus.Proposal
	for _, i := range c.numbered.of(ids) {
		out = append(out, c.report.Proposals[i])
	}
	return out
}

func (c *composer) passages(ids []string) []string {
	var out []string
	for _, p := range c.some(ids) {
		out = append(out, p.Passage)
	}
	return out
}

// open says on which proposals nobody else speaks, and on which a reservation
// or opposition stands.
func (c *composer) open(ids []string) {
	o, x := openQuestions(ids, c.report.Groups), c.words.texts
	if len(o.single)+len(o.reserved)+len(o.opposed) == 0 {
		return
	}
	c.heading(2, "", c.words.sections.open)
	for _, s := range []struct {
		text string
		ids  []string
	}{{x.openSingle, o.single}, {x.openReserved, o.reserved}, {x.openOpposed, o.opposed}} {
		c.state(c.statement(s.text, args{"n": len(s.ids), "ids": c.words.row(s.ids)}, c.passages(s.ids)))
	}
}

// process writes what concerns the group's own work, which is none of the
// twelve themes, then the proposals that are on neither.
func (c *composer) process() {
	var other []string
	for _, p := range c.report.Proposals {
		if !p.Process && len(p.Themes) == 0 {
			other = append(other, p.ID)
		}
	}
	s, own := c.words.sections, &c.report.Process
	c.quoted = map[string]bool{}
	c.heading(1, "process", c.words.heads.process)
	c.quotations(s.challenges, own.Challenges)
	c.quotations(s.gaps, own.Gaps)
	c.quotations(s.practices, c.unquoted(own.Practices))
	c.quotations(s.positions, c.unquoted(own.Positions))
	c.apart(own.Proposals)
	if len(other) > 0 {
		c.heading(1, "other", c.words.heads.other)
		c.apart(other)
	}
}

// apart writes proposals that are on none of the twelve themes.
func (c *composer) apart(ids []string) {
	if len(ids) == 0 {
		return
	}
	c.state(c.registered(c.passages(ids)))
	c.proposals(ids)
	c.groups(ids)
	c.open(ids)
}
