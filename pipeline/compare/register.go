package compare

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// register lists the proposals: by English name of the first source, then by
// document and paragraph, so that a proposal has the same number in a report in
// any language. A passage that only says again what another proposal of the
// same work says is tied to it and not counted again.
func (v *view) register() []corpus.Proposal {
	var proposals []corpus.Proposal
	for _, u := range v.proposalUnits() {
		again := slices.IndexFunc(proposals, func(p corpus.Proposal) bool {
			old := v.byID[p.Passage]
			return old.work == u.work && old.words.Containment(u.words) >= saidAgain
		})
		if again >= 0 {
			proposals[again].Repeats = append(proposals[again].Repeats, u.ID)
			continue
		}
		proposals = append(proposals, v.proposal(u))
	}
	for i := range proposals {
		proposals[i].ID = fmt.Sprintf("P%d", i+1)
	}
	return emptied(proposals)
}

// proposalUnits are in the register's order, except that within a work the
// passages under a heading that announces proposals come first: they are what
// the source puts forward, and its introduction says the same before.
func (v *view) proposalUnits() []*unit {
	var list []*unit
	for _, u := range v.units {
		if u.kind == corpus.KindProposal && !u.withheld {
			list = append(list, u)
		}
	}
	rank := v.rank("en")
	slices.SortStableFunc(list, func(a, b *unit) int {
		if d := first(rank, a.sources) - first(rank, b.sources); d != 0 || a.work != b.work {
			return d
		}
		return announced(b) - announced(a)
	})
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

func (v *view) proposal(u *unit) corpus.Proposal {
	p := corpus.Proposal{
		Passage: u.ID, Sources: u.shown(), Act: corpus.ActPropose, Quote: u.Text, Language: u.Language,
		Themes: u.themeList(), Process: u.process,
	}
	for i, act := range u.acts {
		if i == 0 || asks(act.Act) && !asks(p.Act) {
			p.Act = act.Act
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

func asks(a corpus.Act) bool {
	return a == corpus.ActPropose || a == corpus.ActRequest || a == corpus.ActRecommend
}
