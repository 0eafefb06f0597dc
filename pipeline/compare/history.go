package compare

import "rapporteur/corpus"

// meetings writes what became of each source's proposals from one meeting to
// the next; where no source is named, over all of them.
func (c *composer) meetings() {
	if len(c.changes) == 0 {
		return
	}
	c.heading(1, "meetings", c.words.heads.meetings)
	c.fixed(c.words.texts.meetingNote)
	if c.view.unnamed {
		c.meetingTotals()
		return
	}
	k := c.words.columns
	t := table(c.words.heads.meetings, k.source, k.meeting, k.since, k.new, k.repeated, k.changed, k.notRepeated)
	for _, m := range c.changes {
		t.Rows = append(t.Rows, []corpus.TableCell{
			{Text: c.who([]string{m.Source})}, {Text: m.Meeting}, {Text: m.Previous},
			{Text: c.words.row(m.New)}, {Text: c.words.row(m.Repeated)}, {Text: c.words.row(m.Changed)}, {Text: c.words.row(m.NotRepeated)},
		})
	}
	for _, m := range c.changes {
		cites := c.changeCites(m)
		if len(cites) == 0 {
			cites = c.view.documentsOf([]string{m.Source})
		}
		a := changeCounts(m)
		a["who"], a["meeting"], a["previous"] = c.who([]string{m.Source}), m.Meeting, m.Previous
		c.stateInOrder(c.statement(c.words.texts.meeting, a, cites))
	}
	c.add(t)
}

func (c *composer) changeCites(m corpus.MeetingChange) []string {
	var cites []string
	for _, ids := range [][]string{m.New, m.Repeated, m.Changed, m.NotRepeated} {
		cites = append(cites, c.passages(ids)...)
	}
	return cites
}

func changeCounts(m corpus.MeetingChange) args {
	return args{"new": len(m.New), "repeated": len(m.Repeated), "changed": len(m.Changed), "dropped": len(m.NotRepeated)}
}

// meetingTotals adds the changes of all sources for each meeting.
func (c *composer) meetingTotals() {
	var order []string
	totals, sources, cites := map[string]corpus.MeetingChange{}, map[string]int{}, map[string][]string{}
	for _, m := range c.changes {
		if sources[m.Meeting] == 0 {
			order = append(order, m.Meeting)
		}
		sources[m.Meeting]++
		t := totals[m.Meeting]
		t.New, t.Repeated = append(t.New, m.New...), append(t.Repeated, m.Repeated...)
		t.Changed, t.NotRepeated = append(t.Changed, m.Changed...), append(t.NotRepeated, m.NotRepeated...)
		totals[m.Meeting] = t
		cites[m.Meeting] = append(append(cites[m.Meeting], c.changeCites(m)...), c.view.documentsOf([]string{m.Source})...)
	}
	for _, meeting := range sorted(order) {
		a := changeCounts(totals[meeting])
		a["meeting"], a["sources"] = meeting, sources[meeting]
		c.state(c.statement(c.words.texts.meetingTotal, a, sorted(cites[meeting])))
	}
}

// revisions writes what each revision changed, paragraph by paragraph.
func (c *composer) revisions() {
	if len(c.report.Revisions) == 0 {
		return
	}
	x := c.words.texts
	c.heading(1, "revisions", c.words.heads.revisions)
	for _, r := range c.report.Revisions {
		n := map[string]int{}
		cites := []string{r.Symbol, r.Replaces}
		for _, p := range r.Changes {
			n[p.Change]++
		}
		c.heading(2, "", r.Symbol)
		c.state(c.statement(x.revision, args{"symbol": r.Symbol, "old": r.Replaces, "new": n[changeNew], "changed": n[changeChanged],
			"removed": n[changeRemoved], "same": r.Unchanged}, cites))
		for _, p := range r.Changes {
			switch p.Change {
			case changeNew:
				c.quotation(p.Passage, x.new)
			case changeRemoved:
				c.quotation(p.Was, x.removed)
			default:
				c.quotation(p.Was, x.was)
				c.quotation(p.Passage, x.now)
			}
		}
	}
}
