package compare

import (
	"slices"

	"rapporteur/corpus"
)

// tally is a number of works and of who submitted them.
type tally struct{ works, members, groups, others int }

// sources is how many there are of any kind.
func (t tally) sources() int { return t.members + t.groups + t.others }

// tally counts the works that passages stand in, and who submitted them.
func (v *view) tally(passages []string) tally {
	units := make([]*unit, len(passages))
	for i, id := range passages {
		units[i] = v.byID[id]
	}
	return v.tallyUnits(units)
}

func (v *view) tallyUnits(units []*unit) tally {
	var works []string
	for _, u := range units {
		works = append(works, u.work)
	}
	return v.tallyWorks(works)
}

func (v *view) tallyWorks(works []string) tally {
	works = sorted(works)
	t := tally{works: len(works)}
	seen := make(map[string]bool)
	for _, work := range works {
		for _, sub := range v.subs[work] {
			for _, src := range sub.Sources {
				if !seen[src.ID] {
					seen[src.ID] = true
					t.add(src.Kind)
				}
			}
		}
	}
	return t
}

func (t *tally) add(kind corpus.SourceKind) {
	switch kind {
	case corpus.SourceMember:
		t.members++
	case corpus.SourceGroup:
		t.groups++
	default:
		t.others++
	}
}

// tallySources counts named sources by kind.
func (v *view) tallySources(ids []string) tally {
	var t tally
	for _, src := range v.sources {
		if slices.Contains(ids, src.ID) {
			t.add(src.Kind)
		}
	}
	return t
}

// addressing gives the units that address a theme, whether or not they may be
// named, and what to cite for them.
func (v *view) addressing(theme corpus.Theme) (units []*unit, cites []string) {
	for _, u := range v.units {
		if u.addresses(theme) {
			units = append(units, u)
			cites = append(cites, u.cite())
		}
	}
	return units, sorted(cites)
}

// cite is the passage, or the document where the passage may not be shown.
func (u *unit) cite() string {
	if u.withheld {
		return withheldName(u.reading.Rendition)
	}
	return u.ID
}

func (v *view) sourceName(id string) string {
	for _, src := range v.sources {
		if src.ID == id {
			return src.Name
		}
	}
	return id
}

// documentsOf lists the compared documents of sources that may be named.
func (v *view) documentsOf(sources []string) []string {
	if v.documents == nil {
		v.readDocuments()
	}
	var refs []string
	for _, id := range uniq(sources) {
		refs = append(refs, v.documents[id]...)
	}
	return sorted(refs)
}

func (v *view) readDocuments() {
	v.documents = make(map[string][]string)
	for _, r := range v.compared {
		for _, sub := range v.subs[r.Rendition.Symbol.Work()] {
			if sub.Attribution == corpus.AttributionAggregate {
				continue
			}
			for _, src := range sub.Sources {
				v.documents[src.ID] = append(v.documents[src.ID], r.Rendition.Ref)
			}
		}
	}
}

// filesOf lists the unread files of sources.
func (v *view) filesOf(sources []string) []string {
	var files []string
	for _, line := range v.snap.Unread {
		if overlap(ids(line.Sources), sources) {
			files = append(files, ledgerCite(line.File))
		}
	}
	return sorted(files)
}

// comparedRefs cites all that was compared.
func (v *view) comparedRefs() []string {
	var refs []string
	for _, r := range v.compared {
		if v.withheld(r.Rendition.Symbol.Work()) {
			refs = append(refs, withheldName(r.Rendition))
		} else {
			refs = append(refs, r.Rendition.Ref)
		}
	}
	return sorted(refs)
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
