package compare

import (
	"slices"

	"rapporteur/corpus"
)

// themes gathers the quotations on each theme, in the order of sources.
func (v *view) themes(o Options, proposals []corpus.Proposal, groups []corpus.ViewGroup) []corpus.ThemeReport {
	out := make([]corpus.ThemeReport, 0, len(o.Themes))
	ordered := v.inOrder()
	for _, t := range o.Themes {
		r := v.themeReport(ordered, func(u *unit) bool { return u.addresses(t) })
		r.Theme, r.Label = t, o.Labels.Label(t, o.Language)
		for _, p := range proposals {
			if slices.Contains(p.Themes, t) {
				r.Proposals = append(r.Proposals, p.ID)
			}
		}
		out = append(out, v.joined(r, proposals, groups))
	}
	return out
}

// ownWork gathers the quotations on the group's own work, which is none of the
// twelve themes.
func (v *view) ownWork(proposals []corpus.Proposal, groups []corpus.ViewGroup) corpus.ThemeReport {
	r := v.themeReport(v.inOrder(), func(u *unit) bool { return u.process && u.kind.Substantive() })
	for _, p := range proposals {
		if p.Process {
			r.Proposals = append(r.Proposals, p.ID)
		}
	}
	return v.joined(r, proposals, groups)
}

// themeReport quotes the passages that are on something, by kind. A passage of
// another kind that voices a challenge or a gap stands under these too.
func (v *view) themeReport(ordered []*unit, on func(*unit) bool) corpus.ThemeReport {
	ordered = slices.DeleteFunc(slices.Clone(ordered), func(u *unit) bool { return !on(u) || !u.quotable() })
	quotes := func(kind corpus.Kind) []corpus.Quote {
		out := []corpus.Quote{}
		for _, u := range ordered {
			if u.kind == kind || slices.Contains(v.voiced(u), kind) {
				out = append(out, u.quote())
			}
		}
		return out
	}
	return corpus.ThemeReport{
		Challenges: quotes(corpus.KindChallenge), Gaps: quotes(corpus.KindGap),
		Positions: quotes(corpus.KindPosition), Practices: quotes(corpus.KindPractice), Proposals: []string{},
	}
}

// quotable reports whether a passage says something by itself: the items of a
// proposal's list and the short cells of tables do not.
func (u *unit) quotable() bool { return !u.part && (u.Role != corpus.RoleTable || u.sentence()) }

// joined adds what the groups of views say of a theme's proposals.
func (v *view) joined(r corpus.ThemeReport, proposals []corpus.Proposal, groups []corpus.ViewGroup) corpus.ThemeReport {
	r.CommonGround, r.Differing = v.meeting(r.Proposals, proposals, groups)
	open := openQuestions(r.Proposals, groups)
	r.Open = emptied(slices.Concat(open.single, open.reserved, open.opposed))
	return r
}

// meeting gives the proposals on a theme that other sources share, and those
// that somebody reserves on or opposes.
func (v *view) meeting(ids []string, proposals []corpus.Proposal, groups []corpus.ViewGroup) (common, differing []corpus.Quote) {
	common, differing = []corpus.Quote{}, []corpus.Quote{}
	asked, at := setOf(ids), numbered(proposals)
	for _, g := range groups {
		var members []corpus.Quote
		for _, i := range at.of(g.Proposals) {
			if p := proposals[i]; asked[p.ID] {
				members = append(members, v.byID[p.Passage].quote())
			}
		}
		if len(members) == 0 {
			continue
		}
		if len(g.Reserves)+len(g.Opposes) == 0 {
			common = append(common, members...)
			continue
		}
		differing = append(append(append(differing, members...), g.Reserves...), g.Opposes...)
	}
	return common, differing
}

// open are the proposals on which the texts leave a question.
type open struct{ single, reserved, opposed []string }

// openQuestions sorts proposals: nobody else makes them or takes a stance, or
// somebody reserves on or opposes what they ask for.
func openQuestions(ids []string, groups []corpus.ViewGroup) open {
	var o open
	groupOf := make(map[string]int)
	for i, g := range groups {
		for _, id := range g.Proposals {
			groupOf[id] = i // no proposal is in two
		}
	}
	for _, id := range ids {
		at, grouped := groupOf[id]
		if !grouped {
			o.single = append(o.single, id)
			continue
		}
		if len(groups[at].Reserves) > 0 {
			o.reserved = append(o.reserved, id)
		}
		if len(groups[at].Opposes) > 0 {
			o.opposed = append(o.opposed, id)
		}
	}
	return o
}

// inOrder are the units that may be quoted, by the first of their sources in
// the report's order.
func (v *view) inOrder() []*unit {
	var out []*unit
	for _, u := range v.units {
		if !u.withheld {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b *unit) int { return first(v.order, a.sources) - first(v.order, b.sources) })
	return out
}
