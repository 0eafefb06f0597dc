package compare

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// register lists the proposals: by English name of the first source, then by
// document and paragraph, so that a proposal has the same number in a report in
// any language. What a source says again, in the same work or in another to the
// same meeting, is tied to the proposal and not counted again.
func (v *view) register() []corpus.Proposal {
	found := newSaid()
	var proposals []corpus.Proposal
	for _, e := range v.entries() {
		if again := v.saidBefore(e, found); len(again) > 0 {
			for _, i := range again {
				proposals[i].Repeats = append(proposals[i].Repeats, e.unit.ID)
			}
			continue
		}
		found.add(e)
		proposals = append(proposals, e.proposal())
	}
	v.forgetWords()
	for i := range proposals {
		proposals[i].ID = fmt.Sprintf("P%d", i+1)
	}
	return emptied(proposals)
}

// numbering is where proposals stand in a list, by their IDs.
type numbering map[string]int

func numbered(proposals []corpus.Proposal) numbering {
	at := make(numbering, len(proposals))
	for i, p := range proposals {
		at[p.ID] = i
	}
	return at
}

// of gives the places of those with these IDs, in order.
func (p numbering) of(ids []string) []int {
	out := make([]int, 0, len(ids))
	for _, id := range ids {
		if i, ok := p[id]; ok {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// set is IDs to look for.
type set map[string]bool

func setOf(ids []string) set {
	s := make(set, len(ids))
	for _, id := range ids {
		s[id] = true
	}
	return s
}

func (s set) has(id string) bool { return s[id] }

// entries are in the register's order, except that within a work the passages
// under a heading that announces proposals come first: they are what the
// source puts forward, and its introduction says the same before. Items of a
// list stand with the passage that opens it.
func (v *view) entries() []entry {
	var list []entry
	items := make(map[*unit]bool)
	for _, u := range v.units {
		if u.withheld || items[u] {
			continue
		}
		e, ok := v.entryOf(u)
		if !ok {
			continue
		}
		e.parts = v.items(u)
		if len(e.parts) == 0 && opensList(u.Text) {
			continue // it announces what is not there
		}
		for _, part := range e.parts {
			items[part], part.part = true, true
		}
		list = append(list, e)
	}
	rank := v.rank("en")
	slices.SortStableFunc(list, func(a, b entry) int {
		if d := first(rank, a.unit.sources) - first(rank, b.unit.sources); d != 0 || a.unit.work != b.unit.work {
			return d
		}
		return announced(b.unit) - announced(a.unit)
	})
	v.readEntries(list)
	return list
}

func first(rank map[string]int, sources []string) int {
	lowest := len(rank)
	for _, id := range sources {
		if n, ok := rank[id]; ok {
			lowest = min(lowest, n)
		}
	}
	return lowest
}

func (e entry) proposal() corpus.Proposal {
	u := e.unit
	p := corpus.Proposal{
		Passage: u.ID, Sources: u.shown(), Act: e.act, Quote: u.Text, Language: u.Language, Themes: u.themesWith(e.parts), Process: u.process,
	}
	for _, part := range e.parts {
		p.Parts = append(p.Parts, part.ID)
	}
	for _, act := range u.acts {
		if !asks(act.Act) {
			continue
		}
		if p.Addressee == "" {
			p.Addressee = act.Addressee
		}
		if p.Timing == "" {
			p.Timing = act.Timing
		}
	}
	return p
}

// themesWith are the themes of a proposal and of the items of its list. Where it
// is on the group's own work they are its own alone: the topics of sessions are
// not what it is about.
func (u *unit) themesWith(parts []*unit) []corpus.Theme {
	themes := u.themeList()
	if u.process {
		return themes
	}
	for _, part := range parts {
		themes = append(themes, part.themeList()...)
	}
	slices.Sort(themes)
	return slices.Compact(themes)
}

func asks(a corpus.Act) bool {
	return a == corpus.ActPropose || a == corpus.ActRequest || a == corpus.ActRecommend
}
