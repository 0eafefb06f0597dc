package compare

import (
	"slices"

	"rapporteur/corpus"
)

// themes gathers the quotations on each theme, in the order of sources.
func (v *view) themes(o Options, proposals []corpus.Proposal, groups []corpus.ViewGroup) []corpus.ThemeReport {
	out := make([]corpus.ThemeReport, 0, len(o.Themes))
	for _, t := range o.Themes {
		r := corpus.ThemeReport{Theme: t, Label: o.Labels.Label(t, o.Language), Proposals: []string{}}
		r.Challenges = v.quotes(t, corpus.KindChallenge)
		r.Gaps = v.quotes(t, corpus.KindGap)
		r.Positions = v.quotes(t, corpus.KindPosition)
		r.Practices = v.quotes(t, corpus.KindPractice)
		for _, p := range proposals {
			if slices.Contains(p.Themes, t) {
				r.Proposals = append(r.Proposals, p.ID)
			}
		}
		r.CommonGround, r.Differing = v.meeting(r.Proposals, proposals, groups)
		out = append(out, r)
	}
	return out
}

// meeting gives the proposals on a theme that other sources share, and those
// that somebody reserves on or opposes.
func (v *view) meeting(ids []string, proposals []corpus.Proposal, groups []corpus.ViewGroup) (common, differing []corpus.Quote) {
	common, differing = []corpus.Quote{}, []corpus.Quote{}
	for _, g := range groups {
		var members []corpus.Quote
		for _, p := range proposals {
			if slices.Contains(g.Proposals, p.ID) && slices.Contains(ids, p.ID) {
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

func (v *view) quotes(t corpus.Theme, kind corpus.Kind) []corpus.Quote {
	out := []corpus.Quote{}
	for _, src := range v.sourceOrder() {
		for _, u := range v.units {
			if u.kind == kind && u.addresses(t) && !u.withheld && firstNamed(v.sources, u.sources) == src {
				out = append(out, u.quote())
			}
		}
	}
	return out
}

func (u *unit) quote() corpus.Quote {
	return corpus.Quote{Passage: u.ID, Sources: u.sources, Quote: u.Text, Language: u.Language}
}

func (v *view) sourceOrder() []string { return ids(v.sources) }

// firstNamed is the first of a unit's sources in the report's order.
func firstNamed(order []corpus.Source, sources []string) string {
	for _, src := range order {
		if slices.Contains(sources, src.ID) {
			return src.ID
		}
	}
	return ""
}
