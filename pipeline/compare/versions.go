package compare

import "rapporteur/corpus"

// Versions says what a version of a text changed against the one that it
// replaces, paragraph by paragraph, as a report on the two would.
func Versions(before, after *corpus.Reading) corpus.Revision {
	d := newDiff(before, after)
	return corpus.Revision{
		Symbol: after.Rendition.Ref, Replaces: before.Rendition.Ref, Unchanged: d.unchanged,
		Changes: append([]corpus.PassageChange{}, d.changes()...),
	}
}
