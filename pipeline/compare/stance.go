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
	// named is set where the passage names the proposal's document; without,
	// it speaks on the proposal's subject.
	named bool
}

// meant is from which likeness on, in thousandths, a passage that takes a
// stance on a document is taken to mean one of its proposals.
const meant = 100

// takes reports whether an act is a stance on something of others.
func takes(a corpus.ActDetail) bool {
	return a.Act == corpus.ActSupport || a.Act == corpus.ActReserve || a.Act == corpus.ActOppose
}

// stances finds who supports, reserves on or opposes what. A text that names a
// document speaks of the one proposal of that document that it is most like;
// where none is like it, the stance is on none. Opposition and reservation without
// a document are on a proposal whose subject they share; so is, as a reservation,
// a text that holds that things should stay as they are. The first n units are the
// proposals.
func (v *view) stances(s subjects, n int, vectors []vector) []stance {
	var found []stance
	for i, u := range s.units {
		for _, act := range u.acts {
			if !takes(act) {
				continue
			}
			st := stance{act: act.Act, proposal: -1, from: u}
			if symbol, _, err := corpus.ParseSymbol(act.Object); err == nil {
				if symbol.Work() != u.work {
					st.named, st.proposal = true, spokenOf(i, s.units[:n], symbol.Work(), vectors)
				}
			} else if act.Act != corpus.ActSupport && v.own(act, u) && u.against() {
				st.proposal = subjectOf(i, s, vectors, leastOn(act.Act))
			}
			if st.proposal >= 0 && !slices.Contains(found, st) {
				found = append(found, st)
			}
		}
		if u.against() && u.asItIs() && !slices.ContainsFunc(u.acts, takes) {
			if p := subjectOf(i, s, vectors, onSubject); p >= 0 {
				found = append(found, stance{act: corpus.ActReserve, proposal: p, from: u})
			}
		}
	}
	return found
}

// spokenOf is the proposal of a work that a passage is most like, or the only
// one that it can mean, or -1.
func spokenOf(speaker int, proposals []*unit, work string, vectors []vector) int {
	var candidates []int
	for i, p := range proposals {
		if p.work == work {
			candidates = append(candidates, i)
		}
	}
	if len(candidates) == 1 {
		return candidates[0]
	}
	best, found := meant-1, -1
	for _, i := range candidates {
		if s := vectors[speaker].likeness(vectors[i]); s > best {
			best, found = s, i
		}
	}
	return found
}

// leastOn is from which likeness on an act is on a subject.
func leastOn(act corpus.Act) int {
	if act == corpus.ActReserve {
		return reservedOn
	}
	return onSubject
}

// subjectOf is the proposal of another source that a passage is most like, of
// the group whose subject it shares, or -1.
func subjectOf(speaker int, s subjects, vectors []vector, least int) int {
	u, best, found := s.units[speaker], least-1, -1
	for _, members := range s.clusters {
		sum, nearest := 0, members[0]
		for _, i := range members {
			if overlap(s.units[i].sources, u.sources) || !s.units[i].comparable() {
				sum = 0
				break
			}
			likeness := vectors[speaker].likeness(vectors[i])
			if sum += likeness; likeness > vectors[speaker].likeness(vectors[nearest]) {
				nearest = i
			}
		}
		if mean := sum / len(members); mean > best {
			best, found = mean, nearest
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
		if s.act == corpus.ActReserve && slices.ContainsFunc(stances, func(o stance) bool {
			return o.act == corpus.ActOppose && o.from == s.from && slices.Contains(members, o.proposal)
		}) {
			continue // opposition says it all
		}
		list := &g.Supports
		switch s.act {
		case corpus.ActReserve:
			list = &g.Reserves
		case corpus.ActOppose:
			list = &g.Opposes
		}
		if !slices.ContainsFunc(*list, func(q corpus.Quote) bool { return q.Passage == s.from.ID }) {
			*list = append(*list, s.from.quote())
		}
	}
	return taken
}
