package compare

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// recommendations quotes what is addressed to the Council: by groups of views
// with their counts, then what nobody else says.
func (c *composer) recommendations() {
	c.heading(1, "recommendations", c.words.heads.recommendations)
	ids, x := c.report.Recommendations, c.words.texts
	if len(ids) == 0 {
		c.state(c.statement(x.councilNone, nil, c.view.comparedRefs()))
		return
	}
	passages := c.passages(ids)
	n := c.view.tally(passages)
	c.state(c.statement(x.council, args{"proposals": len(ids), "works": n.works, "sources": c.tallied(n), "ids": c.words.row(ids)}, passages))
	grouped, asked := map[string]bool{}, setOf(ids)
	for _, g := range c.report.Groups {
		c.councilGroup(g, asked, grouped)
	}
	rest := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return grouped[id] })
	if len(rest) > 0 {
		c.state(c.statement(x.councilSingle, args{"proposals": len(rest)}, c.passages(rest)))
		for _, p := range c.some(rest) {
			c.proposal(p)
		}
	}
}

func (c *composer) councilGroup(g corpus.ViewGroup, ids set, grouped map[string]bool) {
	in := slices.DeleteFunc(slices.Clone(g.Proposals), func(id string) bool { return !ids[id] })
	if len(in) == 0 {
		return
	}
	c.state(c.alike(g))
	for _, p := range c.some(in) {
		grouped[p.ID] = true
		c.proposal(p)
	}
}

// workplan writes the draft: what proposals ask for, the ranked themes as
// sessions, and the outputs that proposals name.
func (c *composer) workplan() {
	d, x := c.plan, c.words.texts
	c.heading(1, "workplan", c.words.heads.workplan)
	if len(d.items) == 0 {
		c.state(c.statement(x.planNone, nil, c.view.comparedRefs()))
		return
	}
	var ids, passages, names, named []string
	for _, p := range d.asking {
		ids, passages = append(ids, p.ID), append(passages, p.Passage)
	}
	for _, m := range d.named {
		names = append(names, m.name)
		for _, p := range m.proposals {
			named = append(named, p.Passage)
		}
	}
	n := c.view.tally(passages)
	period := c.view.tally(d.period)
	c.state(
		c.statement(x.plan, args{"proposals": len(ids), "works": n.works, "sources": c.tallied(n), "ids": c.words.row(ids)}, passages),
		c.statement(x.planPeriod, args{"works": period.works, "period": fmt.Sprintf("%d–%d", d.from, d.to)}, d.period),
		c.statement(x.planMeetings, args{"meetings": c.words.list(names)}, named))
	c.fixed(c.words.say(x.planRule, args{"n": c.options.SessionsPerYear}))
	c.planTable()
	c.planItems()
}

func (c *composer) planTable() {
	k := c.words.columns
	t := table(c.words.heads.workplan, k.session, k.issue, k.raised, k.outputs, k.rests, k.status)
	t.Wide = true
	for i, item := range c.plan.items {
		raised := ""
		if item.Sources > 0 {
			raised = c.tallied(c.view.tallyUnits(c.plan.slots[i].units()))
		}
		t.Rows = append(t.Rows, []corpus.TableCell{
			{Text: item.Session}, {Text: item.Issue}, {Text: raised}, {Text: c.words.row(c.outputs(item))}, {Text: c.words.row(item.From)},
			{Text: c.words.texts.consider},
		})
	}
	c.add(t)
}

// outputs are the IDs of the proposals that an item quotes.
func (c *composer) outputs(item corpus.WorkItem) []string {
	var out []string
	for _, p := range c.some(item.From) {
		if slices.Contains(item.Outputs, p.Quote) {
			out = append(out, p.ID)
		}
	}
	return out
}

// units are those that the session's themes rest on.
func (s slot) units() []*unit {
	var out []*unit
	for _, r := range s.ranks {
		out = append(out, r.units...)
	}
	return out
}

func (c *composer) planItems() {
	d, x := c.plan, c.words.texts
	for i, item := range d.items {
		s := d.slots[i]
		c.heading(2, "", item.Session)
		if s.named != nil {
			ids := make([]string, len(s.named.proposals))
			for k, p := range s.named.proposals {
				ids[k] = p.ID
			}
			c.state(c.statement(x.planNamed, args{"session": item.Session, "proposals": len(ids), "ids": c.words.row(ids)}, c.passages(ids)))
		}
		for _, r := range s.ranks {
			text := x.planItem
			if r.proposals == 0 {
				text = x.planRaised
			}
			c.state(c.statement(text, args{"session": item.Session, "theme": int(r.theme), "label": c.options.Labels.Label(r.theme, c.options.Language),
				"proposals": r.proposals, "sources": c.tallied(r.tally), "works": r.tally.works}, r.cites))
		}
		if s.named == nil && len(s.ranks) == 0 {
			c.state(c.statement(x.planOpen, args{"session": item.Session}, c.passages(item.From)))
		}
		for _, p := range c.some(c.outputs(item)) {
			c.proposal(p)
		}
	}
}
