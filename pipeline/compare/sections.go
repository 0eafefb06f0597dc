package compare

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// perSource is how many passages of one source are quoted in full in one
// section; the others are listed by their places.
const perSource = 3

// theme writes a theme's section: who addressed it, then their words.
func (c *composer) theme(t *corpus.ThemeReport) {
	c.heading(1, fmt.Sprintf("theme-%d", t.Theme), fmt.Sprintf("%d. %s", t.Theme, t.Label))
	c.state(c.addressing(t.Theme)...)
	c.quotations(c.words.challenges, t.Challenges)
	c.quotations(c.words.gaps, t.Gaps)
	c.quotations(c.words.positions, t.Positions)
	c.quotations(c.words.practices, t.Practices)
	c.proposals(t.Proposals)
	c.groups(t.Proposals)
}

// addressing counts who addressed a theme, who only cited it, in whose
// contributions nothing was found, and from whom nothing could be read.
func (c *composer) addressing(theme corpus.Theme) []corpus.Statement {
	byState := make(map[corpus.CellState][]string)
	cites := make(map[corpus.CellState][]string)
	for _, cell := range c.report.Matrix.Cells {
		if cell.Theme == theme {
			byState[cell.State] = append(byState[cell.State], c.view.sourceName(cell.Source))
			cites[cell.State] = append(cites[cell.State], cell.Passages...)
		}
	}
	var out []corpus.Statement
	if units, rest := c.view.addressing(theme); len(units) > 0 {
		works, members, groups := c.view.tallyUnits(units)
		out = append(out, corpus.Statement{Text: c.words.addressed(works, c.report.Scope.Works, members, groups), Cites: rest})
	}
	if names := byState[corpus.CellCitedOnly]; len(names) > 0 {
		out = append(out, corpus.Statement{Text: c.words.citedOnly(c.words.list(names)), Cites: sorted(cites[corpus.CellCitedOnly])})
	}
	if names := byState[corpus.CellNotAddressed]; len(names) > 0 {
		out = append(out, corpus.Statement{Text: c.words.silent(c.words.list(names)), Cites: c.view.documentsOf(names)})
	}
	if names := byState[corpus.CellNotRead]; len(names) > 0 {
		out = append(out, corpus.Statement{Text: c.words.unreadText(c.words.list(names)), Cites: c.view.filesOf(names)})
	}
	return out
}

// quotations writes passages under a heading, those of one source together.
func (c *composer) quotations(heading string, quotes []corpus.Quote) {
	if len(quotes) == 0 {
		return
	}
	c.heading(2, "", heading)
	shown := make(map[string]int)
	for i := 0; i < len(quotes); {
		j := i
		for j < len(quotes) && slices.Equal(quotes[j].Sources, quotes[i].Sources) {
			j++
		}
		c.fromSource(quotes[i:j], shown)
		i = j
	}
}

func (c *composer) fromSource(quotes []corpus.Quote, shown map[string]int) {
	key := strings.Join(quotes[0].Sources, "+")
	full := min(len(quotes), max(0, perSource-shown[key]))
	shown[key] += full
	for _, q := range quotes[:full] {
		c.quotation(q, "")
	}
	if rest := quotes[full:]; len(rest) > 0 {
		var cites []string
		for _, q := range rest {
			cites = append(cites, q.Passage)
		}
		c.state(corpus.Statement{Text: c.words.more(len(rest)), Cites: cites})
	}
}

func (c *composer) quotation(q corpus.Quote, label string) {
	u := c.view.byID[q.Passage]
	var names []string
	for _, id := range q.Sources {
		names = append(names, c.view.sourceName(id))
	}
	c.add(corpus.Quotation{
		Text: q.Quote, Language: q.Language, Source: c.words.list(names), Cite: q.Passage,
		Pinpoint: pinpoint(u.Passage, u.reading.Rendition.Ref), Label: label,
	})
}

func (c *composer) proposals(ids []string) {
	if len(ids) == 0 {
		return
	}
	c.heading(2, "", c.words.proposals)
	for _, p := range c.report.Proposals {
		if slices.Contains(ids, p.ID) {
			c.quotation(c.view.byID[p.Passage].quote(), p.ID)
		}
	}
}

// process writes what concerns the group's own work, which is none of the
// twelve themes.
func (c *composer) process() {
	var ids, passages []string
	for _, p := range c.report.Proposals {
		if p.Process {
			ids = append(ids, p.ID)
			passages = append(passages, p.Passage)
		}
	}
	c.heading(1, "process", c.words.processHeading)
	if len(ids) == 0 {
		return
	}
	works, _, _ := c.view.tally(passages)
	c.state(corpus.Statement{Text: c.words.registered(len(ids), works), Cites: passages})
	c.proposals(ids)
	c.groups(ids)
}

func (c *composer) register() {
	c.heading(1, "register", c.words.register)
	if len(c.report.Proposals) == 0 {
		return
	}
	var passages []string
	k := c.words.columns
	t := table(c.words.register, k.proposal, k.source, k.text, k.addressee, k.timing, k.themes, k.process, k.place)
	t.Wide = true
	for _, p := range c.report.Proposals {
		passages = append(passages, p.Passage)
		t.Rows = append(t.Rows, c.registerRow(p))
	}
	works, _, _ := c.view.tally(passages)
	c.state(corpus.Statement{Text: c.words.registered(len(passages), works), Cites: passages})
	c.add(t)
}

func (c *composer) registerRow(p corpus.Proposal) []corpus.TableCell {
	u := c.view.byID[p.Passage]
	var names, themes []string
	for _, id := range p.Sources {
		names = append(names, c.view.sourceName(id))
	}
	for _, t := range p.Themes {
		themes = append(themes, fmt.Sprint(int(t)))
	}
	process := ""
	if p.Process {
		process = "✓"
	}
	return []corpus.TableCell{
		{Text: p.ID}, {Text: c.words.list(names)},
		{Text: p.Quote, Language: p.Language, Verbatim: true, Cites: []string{p.Passage}},
		{Text: p.Addressee}, {Text: p.Timing}, {Text: strings.Join(themes, ", ")}, {Text: process},
		{Text: pinpoint(u.Passage, u.reading.Rendition.Ref), Cites: []string{p.Passage}},
	}
}
