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
// a text that holds that things should stay as they are.
func (v *view) stances(s subjects) []stance {
	var found []stance
	on := newSubjectFinder(s)
	for i, u := range s.units {
		own := len(found) // where the stances of u begin
		for _, act := range u.acts {
			if !takes(act) {
				continue
			}
			st := stance{act: act.Act, proposal: -1, from: u}
			if symbol, _, err := corpus.ParseSymbol(act.Object); err == nil {
				if symbol.Work() != u.work {
					st.named, st.proposal = true, on.spokenOf(i, symbol.Work())
				}
			} else if act.Act != corpus.ActSupport && v.own(act, u) && u.against() {
				st.proposal = on.subjectOf(i, leastOn(act.Act))
			}
			if st.proposal >= 0 && !slices.Contains(found[own:], st) {
				found = append(found, st)
			}
		}
		if u.against() && u.asItIs() && !slices.ContainsFunc(u.acts, takes) {
			if p := on.subjectOf(i, onSubject); p >= 0 {
				found = append(found, stance{act: corpus.ActReserve, proposal: p, from: u})
			}
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

// subjectFinder finds the proposal that a text speaks of.
type subjectFinder struct {
	subjects
	near *near
	// ofWork are the proposals of each work, clusterOf is where each is.
	ofWork    map[string][]int
	clusterOf []int
}

func newSubjectFinder(s subjects) *subjectFinder {
	f := &subjectFinder{subjects: s, near: newNear(s.vectors), ofWork: make(map[string][]int), clusterOf: make([]int, len(s.sim.units))}
	for i, u := range s.sim.units {
		f.near.add(i)
		f.ofWork[u.work] = append(f.ofWork[u.work], i)
	}
	for c, members := range s.clusters {
		for _, i := range members {
			f.clusterOf[i] = c
		}
	}
	return f
}

// spokenOf is the proposal of a work that a passage is most like, or the only
// one that it can mean, or -1.
func (f *subjectFinder) spokenOf(speaker int, work string) int {
	candidates := f.ofWork[work]
	if len(candidates) == 1 {
		return candidates[0]
	}
	best, found := meant-1, -1
	for _, i := range candidates {
		if s := f.vectors[speaker].likeness(f.vectors[i]); s > best {
			best, found = s, i
		}
	}
	return found
}

// subjectOf is the proposal of another source that a passage is most like, of
// the group whose subject it shares, or -1. A group whose mean is enough holds a
// proposal whose likeness is.
func (f *subjectFinder) subjectOf(speaker, least int) int {
	var clusters []int
	for _, a := range f.near.likeTo(f.vectors[speaker], least) {
		clusters = append(clusters, f.clusterOf[a.vector])
	}
	slices.Sort(clusters)
	best, found := least-1, -1
	for _, c := range slices.Compact(clusters) {
		if mean, nearest := f.meanOf(speaker, f.clusters[c]); mean > best {
			best, found = mean, nearest
		}
	}
	return found
}

// meanOf is how like a group's proposals a passage is on average, and the one
// that it is most like; 0 where the group is not for it to speak of.
func (f *subjectFinder) meanOf(speaker int, members []int) (mean, nearest int) {
	sum, most := 0, -1
	for _, i := range members {
		if overlap(f.units[i].sources, f.units[speaker].sources) || !f.sim.able[i] {
			return 0, -1
		}
		likeness := f.vectors[speaker].likeness(f.vectors[i])
		if sum += likeness; likeness > most {
			most, nearest = likeness, i
		}
	}
	return sum / len(members), nearest
}

// stancesOn are the stances on each proposal, by their places in order.
type stancesOn struct {
	all []stance
	of  map[int][]int
}

func (s subjects) stancesOn() stancesOn {
	on := stancesOn{all: s.stances, of: make(map[int][]int)}
	for i, st := range s.stances {
		on.of[st.proposal] = append(on.of[st.proposal], i)
	}
	return on
}

// on gives the stances on some proposals.
func (s stancesOn) on(members []int) []stance {
	var places []int
	for _, i := range members {
		places = append(places, s.of[i]...)
	}
	slices.Sort(places)
	out := make([]stance, len(places))
	for k, i := range places {
		out[k] = s.all[i]
	}
	return out
}

// join puts the stances on a group's proposals into the group.
func join(g *corpus.ViewGroup, stances []stance) bool {
	for _, s := range stances {
		if s.act == corpus.ActReserve && slices.ContainsFunc(stances, func(o stance) bool {
			return o.act == corpus.ActOppose && o.from == s.from
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
	return len(stances) > 0
}
