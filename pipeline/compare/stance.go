package compare

import (
	"slices"

	"rapporteur/corpus"
)

// stance is what a passage of another work says of a proposal.
type stance struct {
	act      corpus.Act
	proposal int
	from     *unit
}

// meant is from which likeness on, in thousandths, a passage that takes a
// stance on a document is taken to mean one of its proposals.
const meant = 100

// stances finds who supports, reserves on or opposes what. Only a text that
// names a document takes a stance, and on the one proposal of that document
// that it speaks of; where none is like it, the stance is on none.
func (v *view) stances(proposals []*unit) []stance {
	var found []stance
	for _, u := range v.units {
		if u.withheld {
			continue
		}
		for _, act := range u.acts {
			if act.Act != corpus.ActSupport && act.Act != corpus.ActReserve && act.Act != corpus.ActOppose {
				continue
			}
			symbol, _, err := corpus.ParseSymbol(act.Object)
			if err != nil || symbol.Work() == u.work {
				continue
			}
			s := stance{act: act.Act, proposal: spokenOf(u, proposals, symbol.Work()), from: u}
			if s.proposal >= 0 && !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
	}
	return found
}

// spokenOf is the proposal of a work that a passage is most like, or the only
// one that it can mean, or -1.
func spokenOf(u *unit, proposals []*unit, work string) int {
	var candidates []int
	for i, p := range proposals {
		if p.work == work {
			candidates = append(candidates, i)
		}
	}
	if len(candidates) == 1 {
		return candidates[0]
	}
	vectors := vectorsOf(append(slices.Clone(proposals), u))
	best, found := meant-1, -1
	for _, i := range candidates {
		if s := vectors[len(proposals)].likeness(vectors[i]); s > best {
			best, found = s, i
		}
	}
	return found
}

// join puts the stances on a group's proposals into the group.
func join(g *corpus.ViewGroup, members []int, stances []stance) bool {
	taken := false
	for _, s := range stances {
		if !slices.Contains(members, s.proposal) {
			continue
		}
		taken = true
		switch s.act {
		case corpus.ActSupport:
			g.Supports = append(g.Supports, s.from.quote())
		case corpus.ActReserve:
			g.Reserves = append(g.Reserves, s.from.quote())
		case corpus.ActOppose:
			g.Opposes = append(g.Opposes, s.from.quote())
		}
	}
	return taken
}
