package web

import (
	"cmp"
	"slices"

	"rapporteur/corpus"
)

// shownPassage is a passage with what is claimed of it and why.
type shownPassage struct {
	corpus.Passage
	// At is set on the passage that the address asks for.
	At bool
	// Spans are the text in pieces; put together they are the text.
	Spans []span
	// Change is "new" or "changed" against the version before; Was is the text
	// before.
	Change, Was string
	Themes      []corpus.Claim
	Kind        *corpus.Claim
	Acts        []corpus.Claim
	Process     bool
	// MayChoose is set where the user may choose it for the report, Chosen where
	// he has.
	MayChoose, Chosen bool
}

// Cited reports whether the passage can be tagged and quoted.
func (p shownPassage) Cited() bool { return p.Role.Citable() }

// Why are the claims whose evidence is shown: themes, kind, acts.
func (p shownPassage) Why() []corpus.Claim {
	out := slices.Clone(p.Themes)
	if p.Kind != nil {
		out = append(out, *p.Kind)
	}
	return append(out, p.Acts...)
}

// span is a piece of a text that looks alike.
type span struct {
	Text string
	// Evidence is set where words speak for a theme that counts, Inserted where
	// they were added with tracked changes; Deleted are words that stood here.
	Evidence, Inserted bool
	Deleted            string
}

// shownPassages are the passages of a reading, and those of the version before
// that are gone.
func shownPassages(r corpus.Reading, rev *corpus.Revision, old map[string]string, at string) ([]shownPassage, []removedPassage) {
	claims := make(map[string][]corpus.Claim)
	for _, c := range r.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	changes := make(map[string]corpus.PassageChange)
	var removed []removedPassage
	if rev != nil {
		for _, c := range rev.Changes {
			changes[c.Passage] = c
			if c.Passage == "" {
				removed = append(removed, removedPassage{c.Was, old[c.Was]})
			}
		}
	}
	out := make([]shownPassage, 0, len(r.Passages))
	for _, p := range r.Passages {
		shown := shownPassage{Passage: p, At: at != "" && labelOf(p.ID) == at, Change: changes[p.ID].Change, Was: old[changes[p.ID].Was]}
		shown.take(claims[p.ID])
		shown.Spans = spansOf(p.Text, p.Marks, counting(shown.Themes))
		out = append(out, shown)
	}
	return out, removed
}

// take sorts the claims: themes by number, those that count first.
func (p *shownPassage) take(claims []corpus.Claim) {
	for _, c := range claims {
		switch c.About {
		case corpus.AboutTheme:
			p.Themes = append(p.Themes, c)
		case corpus.AboutKind:
			if c.Status.Counts() {
				p.Kind = &c
			}
		case corpus.AboutAct:
			p.Acts = append(p.Acts, c)
		case corpus.AboutProcess:
			p.Process = p.Process || c.Status.Counts()
		}
	}
	slices.SortStableFunc(p.Themes, func(a, b corpus.Claim) int {
		return cmp.Or(rank(a.Status)-rank(b.Status), int(a.Theme-b.Theme))
	})
}

func rank(s corpus.Status) int {
	return slices.Index([]corpus.Status{corpus.StatusAccepted, corpus.StatusTagged, corpus.StatusSuggested, corpus.StatusRejected}, s)
}

// counting is the evidence that a machine gives for the themes that count.
func counting(themes []corpus.Claim) []corpus.Evidence {
	var out []corpus.Evidence
	for _, c := range themes {
		if c.Status.Counts() && c.Maker.Kind != "person" {
			out = append(out, c.Evidence...)
		}
	}
	return out
}

// spansOf cuts a text where evidence and tracked changes begin and end.
func spansOf(text string, marks []corpus.Mark, evidence []corpus.Evidence) []span {
	cuts := []int{0, len(text)}
	for _, e := range evidence {
		cuts = append(cuts, e.Start, e.End)
	}
	for _, m := range marks {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []span
	for i, from := range cuts {
		if from < 0 || from > len(text) {
			continue
		}
		for _, m := range marks {
			if m.Type == corpus.MarkDeleted && m.Start == from {
				out = append(out, span{Deleted: m.Text})
			}
		}
		if i+1 == len(cuts) || cuts[i+1] > len(text) {
			break
		}
		to := cuts[i+1]
		s := span{Text: text[from:to]}
		s.Evidence = slices.ContainsFunc(evidence, func(e corpus.Evidence) bool { return e.Start <= from && to <= e.End })
		s.Inserted = slices.ContainsFunc(marks, func(m corpus.Mark) bool {
			return m.Type == corpus.MarkInserted && m.Start <= from && to <= m.End
		})
		out = append(out, s)
	}
	return out
}
