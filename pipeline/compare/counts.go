package compare

import (
	"slices"

	"rapporteur/corpus"
)

// tally counts the works that passages stand in, and the Member States and
// groups that submitted them.
func (v *view) tally(passages []string) (works, members, groups int) {
	seenWorks, seenSources := make(map[string]bool), make(map[string]bool)
	for _, id := range passages {
		u := v.byID[id]
		seenWorks[u.work] = true
		for _, src := range u.sources {
			seenSources[src] = true
		}
	}
	for _, src := range v.sources {
		switch {
		case !seenSources[src.ID]:
		case src.Kind == corpus.SourceMember:
			members++
		case src.Kind == corpus.SourceGroup:
			groups++
		}
	}
	return len(seenWorks), members, groups
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
