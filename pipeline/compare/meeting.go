package compare

import (
	"slices"
	"strings"

	"rapporteur/corpus"
)

// groups writes the groups of views that these proposals belong to: where
// views meet, then where they part.
func (c *composer) groups(ids []string) {
	var common, differing []corpus.ViewGroup
	for _, g := range c.report.Groups {
		switch {
		case !slices.ContainsFunc(g.Proposals, func(id string) bool { return slices.Contains(ids, id) }):
		case len(g.Reserves)+len(g.Opposes) > 0:
			differing = append(differing, g)
		default:
			common = append(common, g)
		}
	}
	c.groupList(c.words.common, common)
	c.groupList(c.words.differing, differing)
}

func (c *composer) groupList(heading string, groups []corpus.ViewGroup) {
	if len(groups) == 0 {
		return
	}
	c.heading(2, "", heading)
	for _, g := range groups {
		c.group(g)
	}
}

// group says who proposes alike, quotes the most central proposal, and says who
// takes which stance on it.
func (c *composer) group(g corpus.ViewGroup) {
	var passages, who []string
	var gist corpus.Proposal
	for _, p := range c.report.Proposals {
		if slices.Contains(g.Proposals, p.ID) {
			passages = append(passages, p.Passage)
			who = append(who, p.ID+" ("+c.sourceNames(p.Sources)+")")
			if p.Quote == g.Gist && gist.ID == "" {
				gist = p
			}
		}
	}
	works, _, _ := c.view.tally(passages)
	c.state(corpus.Statement{Text: c.words.similar(g.ID, len(passages), works, c.words.list(who)), Cites: passages},
		corpus.Statement{Text: c.words.central, Cites: []string{gist.Passage}})
	c.quotation(c.view.byID[gist.Passage].quote(), gist.ID)
	c.stance(corpus.ActSupport, g.Supports)
	c.stance(corpus.ActReserve, g.Reserves)
	c.stance(corpus.ActOppose, g.Opposes)
}

func (c *composer) stance(act corpus.Act, quotes []corpus.Quote) {
	if len(quotes) == 0 {
		return
	}
	var cites, who []string
	for _, q := range quotes {
		cites = append(cites, q.Passage)
		who = append(who, c.sourceNames(q.Sources))
	}
	c.state(corpus.Statement{Text: c.words.stances[act](c.words.list(uniq(who))), Cites: cites})
	for _, q := range quotes {
		c.quotation(q, "")
	}
}

// sourceNames joins the names of sources as a signature: "A+B".
func (c *composer) sourceNames(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, c.view.sourceName(id))
	}
	return strings.Join(names, " + ")
}
