package compare

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
)

// grouped is from which average similarity on, in thousandths, two sets of
// proposals are taken for one view.
const grouped = 450

// onSubject is from which average similarity on a passage that opposes speaks
// of a group's subject, though it names no document; reservedOn the same for a
// reservation, whose words are used of many things.
const (
	onSubject  = 400
	reservedOn = 500
)

// unasked is what counts, in thousandths, of the likeness of a text that asks
// for something to one that does not: the latter is less surely a proposal.
const unasked = 750

// groups joins similar proposals of different sources, by average link over the
// codebook's concepts, which carry across languages, and over words where the
// language is the same. Who speaks against is never joined with who proposes:
// such a passage is put beside the group whose subject it is. A group has
// proposals of at least two sources, or one on which another takes a stance.
func (v *view) groups(proposals []corpus.Proposal) []corpus.ViewGroup {
	s := v.subjects(proposals)
	stances := s.stancesOn()
	out := []corpus.ViewGroup{}
	for _, members := range s.clusters {
		g := corpus.ViewGroup{
			ID: fmt.Sprintf("G%d", len(out)+1), Gist: proposals[s.sim.central(members)].Quote,
			Supports: []corpus.Quote{}, Reserves: []corpus.Quote{}, Opposes: []corpus.Quote{},
		}
		sources := make(map[string]bool)
		for _, i := range members {
			sources[strings.Join(s.units[i].sources, "+")] = true
			g.Proposals = append(g.Proposals, proposals[i].ID)
		}
		taken := join(&g, stances.on(members))
		taken = v.supported(&g, s.unitsOf(members)) || taken
		g.Edits, g.Name = v.madeBy(members, s.clusters, proposals)
		if len(sources) > 1 || taken || len(members) > 1 && len(g.Edits) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// subjects are the proposals with what is similar among them.
type subjects struct {
	units    []*unit // one for each proposal, then those that may speak against
	vectors  []vector
	sim      *similarity // of the proposals
	clusters [][]int
	stances  []stance
}

func (s subjects) unitsOf(members []int) []*unit {
	out := make([]*unit, len(members))
	for i, m := range members {
		out[i] = s.units[m]
	}
	return out
}

func (v *view) subjects(proposals []corpus.Proposal) subjects {
	var s subjects
	for _, p := range proposals {
		s.units = append(s.units, v.byID[p.Passage])
	}
	n := len(s.units)
	speakers := v.takingStances(s.units)
	s.units = append(s.units, speakers...)
	for _, u := range s.units {
		u.readConcepts(v.concepts)
	}
	s.vectors = vectorsOf(s.units)
	for i, u := range s.units {
		v.vectors[u.ID] = s.vectors[i]
	}
	s.sim = newSimilarity(s.units[:n], s.vectors[:n])
	s.clusters = v.edited(s.sim.clusters(grouped), proposals)
	s.stances = v.stances(s)
	for _, st := range s.stances {
		st.from.carried = append(st.from.carried, proposals[st.proposal].Themes...)
	}
	return s
}

// takingStances are passages with an act that may be on a proposal, which are
// not in the register themselves.
func (v *view) takingStances(proposals []*unit) []*unit {
	registered := make(map[*unit]bool, len(proposals))
	for _, u := range proposals {
		registered[u] = true
	}
	var out []*unit
	for _, u := range v.units {
		if !u.withheld && !registered[u] && u.kind.Substantive() && slices.ContainsFunc(u.acts, takes) {
			out = append(out, u)
		}
	}
	return out
}

// comparable reports whether a proposal can be like another: it is for
// something, and says enough to tell what. A heading does not.
func (u *unit) comparable() bool {
	text := strings.TrimSpace(u.Text)
	enough := utf8.RuneCountInString(text) >= 12
	if u.Language != "zh" {
		enough = strings.Count(text, " ") >= 3
	}
	return enough && !u.against()
}

// asks reports whether the passage performs an act that asks for something. A
// proposal without one, such as an item of a list, was told by its other words.
func (u *unit) asks() bool {
	return slices.ContainsFunc(u.acts, func(a corpus.ActDetail) bool { return asks(a.Act) && !a.Negated || a.Act == corpus.ActSupport })
}
