package compare

import (
	"slices"

	"rapporteur/corpus"
)

// supported puts the States that the table of a regional document names into the
// group of its proposals: each with the cell that names it. A State that the
// table does not name gets nothing, whatever group it belongs to.
func (v *view) supported(g *corpus.ViewGroup, members []*unit) bool {
	found := false
	for _, p := range members {
		for _, u := range v.works[p.work] {
			for _, act := range u.acts {
				if u.withheld || act.Act != corpus.ActSupport || act.HolderID == "" || !p.meantBy(act) {
					continue
				}
				q := u.quote()
				if !v.unnamed {
					q.Sources = []string{act.HolderID}
				}
				found = true
				if !slices.ContainsFunc(g.Supports, func(o corpus.Quote) bool { return o.Passage == q.Passage && slices.Equal(o.Sources, q.Sources) }) {
					g.Supports = append(g.Supports, q)
				}
			}
		}
	}
	return found
}

// meantBy reports whether a row of a table of support means this proposal: it
// names the whole document, or a number that stands before the proposal or in
// the heading above it.
func (u *unit) meantBy(act corpus.ActDetail) bool {
	return act.Object == "" || act.Object == u.reading.Rendition.Symbol.String() || holdsNumber(u.Section, act.Object) ||
		holdsNumber(u.Text, act.Object) || u.Label == act.Object
}

// holdsNumber reports whether a text holds a proposal's number, which is not the
// beginning of a longer one.
func holdsNumber(text, number string) bool {
	for i := 0; i+len(number) <= len(text); i++ {
		if text[i:i+len(number)] == number && (i+len(number) == len(text) || text[i+len(number)] < '0' || text[i+len(number)] > '9') {
			return true
		}
	}
	return false
}
