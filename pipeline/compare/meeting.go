package compare

import (
	"slices"

	"rapporteur/corpus"
)

// groups writes the groups of views that these proposals belong to: where
// views meet, then where they part.
func (c *composer) groups(ids []string) {
	var common, differing []corpus.ViewGroup
	asked := setOf(ids)
	for _, g := range c.report.Groups {
		switch {
		case !slices.ContainsFunc(g.Proposals, asked.has):
		case len(g.Reserves)+len(g.Opposes) > 0:
			differing = append(differing, g)
		default:
			common = append(common, g)
		}
	}
	c.groupList(c.words.sections.common, common)
	c.groupList(c.words.sections.differing, differing)
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
	gist := gistOf(g, c.report.Proposals, c.numbered)
	c.state(c.alike(g), c.byPerson(g), c.statement(c.words.texts.central, nil, []string{gist.Passage}))
	c.quotation(gist.Passage, gist.ID)
	c.stance(g, corpus.ActSupport, g.Supports)
	c.stance(g, corpus.ActReserve, g.Reserves)
	c.stance(g, corpus.ActOppose, g.Opposes)
}

// alike counts the proposals of a group and names those who made them.
func (c *composer) alike(g corpus.ViewGroup) corpus.Statement {
	var passages, who []string
	for _, p := range c.some(g.Proposals) {
		passages = append(passages, p.Passage)
		name := p.ID
		if !c.view.unnamed {
			name += " (" + c.who(p.Sources) + ")"
		}
		who = append(who, name)
	}
	text := c.words.texts.similar
	if len(passages) == 1 {
		text = c.words.texts.stanceOnly
	}
	n := c.view.tally(passages)
	id := g.ID
	if g.Name != "" {
		id += " (" + g.Name + ")"
	}
	return c.statement(text, args{"id": id, "proposals": len(passages), "works": n.works, "sources": c.tallied(n), "who": c.words.list(who)}, passages)
}

// byPerson says that an analyst, and not the machine, made a group what it is.
func (c *composer) byPerson(g corpus.ViewGroup) corpus.Statement {
	var cites []string
	if len(g.Edits) > 0 {
		cites = c.passages(g.Proposals)
	}
	text := c.words.texts.grouped
	if len(g.Edits) == 1 && g.Edits[0] == corpus.DecisionRename {
		text = c.words.texts.renamed
	}
	return c.statement(text, nil, cites)
}

// stance says who takes a stance, first those that name a document, then those
// that speak on the subject, and quotes them.
func (c *composer) stance(g corpus.ViewGroup, act corpus.Act, quotes []corpus.Quote) {
	for _, named := range []bool{true, false} {
		var cites, who []string
		for _, q := range quotes {
			u := c.view.byID[q.Passage]
			if u.namesDocument(act) != named {
				continue
			}
			if !slices.Contains(cites, q.Passage) { // one cell may name several States
				cites = append(cites, q.Passage)
			}
			if c.view.unnamed {
				who = append(who, u.sources...)
			} else {
				who = append(who, q.Sources...)
			}
		}
		if len(cites) == 0 {
			continue
		}
		text := c.words.say(c.words.stances[act], args{"who": c.who(who)})
		if !named {
			text = c.words.say(c.words.texts.onSubject, args{"stance": text})
		}
		c.state(corpus.Statement{Text: text, Cites: cites})
		for _, id := range cites {
			c.quotation(id, "")
		}
	}
}

// namesDocument reports whether the unit performs the act on a document.
func (u *unit) namesDocument(act corpus.Act) bool {
	return slices.ContainsFunc(u.acts, func(a corpus.ActDetail) bool {
		_, _, err := corpus.ParseSymbol(a.Object)
		return a.Act == act && err == nil
	})
}
