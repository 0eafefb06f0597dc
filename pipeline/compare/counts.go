package compare

import (
	"slices"

	"rapporteur/corpus"
)

// tally counts the works that passages stand in, and the Member States and
// groups that submitted them.
func (v *view) tally(passages []string) (works, members, groups int) {
	units := make([]*unit, len(passages))
	for i, id := range passages {
		units[i] = v.byID[id]
	}
	return v.tallyUnits(units)
}

func (v *view) tallyUnits(units []*unit) (works, members, groups int) {
	seenWorks, seenSources := make(map[string]bool), make(map[string]bool)
	for _, u := range units {
		if seenWorks[u.work] {
			continue
		}
		seenWorks[u.work] = true
		for _, sub := range v.subs[u.work] {
			for _, src := range sub.Sources {
				switch {
				case seenSources[src.ID]:
				case src.Kind == corpus.SourceMember:
					members++
				case src.Kind == corpus.SourceGroup:
					groups++
				}
				seenSources[src.ID] = true
			}
		}
	}
	return len(seenWorks), members, groups
}

// addressing gives the units that address a theme, whether or not they may be
// named, and what to cite for them.
func (v *view) addressing(theme corpus.Theme) (units []*unit, cites []string) {
	for _, u := range v.units {
		if !u.addresses(theme) {
			continue
		}
		units = append(units, u)
		if u.withheld {
			cites = append(cites, withheldName(u.reading.Rendition))
		} else {
			cites = append(cites, u.ID)
		}
	}
	return units, sorted(cites)
}

func (v *view) sourceName(id string) string {
	for _, src := range v.sources {
		if src.ID == id {
			return src.Name
		}
	}
	return id
}

// documentsOf lists the compared documents of the sources with these names.
func (v *view) documentsOf(names []string) []string {
	var refs []string
	for _, r := range v.compared {
		for _, sub := range v.subs[r.Rendition.Symbol.Work()] {
			if slices.ContainsFunc(sub.Sources, func(s corpus.Source) bool { return slices.Contains(names, v.name(s)) }) {
				refs = append(refs, r.Rendition.Ref)
			}
		}
	}
	return sorted(refs)
}

// filesOf lists the unread files of the sources with these names.
func (v *view) filesOf(names []string) []string {
	var files []string
	for _, line := range v.snap.Unread {
		if slices.ContainsFunc(line.Sources, func(s corpus.Source) bool { return slices.Contains(names, v.name(s)) }) {
			files = append(files, "ledger:"+line.File)
		}
	}
	return sorted(files)
}
