package workspace

import (
	"context"
	"slices"

	"rapporteur/corpus"
	"rapporteur/index"
)

// entries are the flat form of a rendition's passages.
func (w *Workspace) entries(ctx context.Context, ref string) ([]index.Entry, error) {
	reading, err := w.Store.Reading(ctx, ref)
	if err != nil {
		return nil, err
	}
	subs, err := w.Store.SubmissionsOf(ctx, reading.Rendition.Symbol.Work())
	if err != nil {
		return nil, err
	}
	base := index.Entry{
		Ref: ref, Symbol: reading.Rendition.Symbol.String(), Title: reading.Rendition.Header.Title.Value,
		Superseded: !reading.Current,
	}
	for _, sub := range subs {
		base.Meeting, base.Date = sub.Meeting, sub.Date
		for _, src := range slices.Concat(sub.Sources, sub.OnBehalfOf) {
			into := &base.Sources
			if src.Kind == corpus.SourceGroup {
				into = &base.Groups
			}
			if !slices.Contains(*into, src.ID) {
				*into = append(*into, src.ID)
			}
			if r := w.Members.Region(src.ID); r != "" && !slices.Contains(base.Regions, r) {
				base.Regions = append(base.Regions, r)
			}
		}
	}
	slices.Sort(base.Regions)
	return withClaims(base, reading), nil
}

// withClaims makes an entry of each passage, with what is claimed of it.
func withClaims(base index.Entry, reading corpus.Reading) []index.Entry {
	claims := make(map[string][]corpus.Claim)
	for _, c := range reading.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	entries := make([]index.Entry, 0, len(reading.Passages))
	for _, p := range reading.Passages {
		e := base
		e.Passage = p
		for _, c := range claims[p.ID] {
			e.Status = lessSettled(e.Status, c.Status)
			if !c.Status.Counts() {
				continue
			}
			switch c.About {
			case corpus.AboutTheme:
				e.Themes = append(e.Themes, c.Theme)
			case corpus.AboutKind:
				e.Kind = c.Kind
			case corpus.AboutProcess:
				e.Process = true
			case corpus.AboutAct:
				if !slices.Contains(e.Acts, c.Act.Act) {
					e.Acts = append(e.Acts, c.Act.Act)
				}
			}
		}
		slices.Sort(e.Themes)
		entries = append(entries, e)
	}
	return entries
}

// settling is the order in which claims are settled.
var settling = []corpus.Status{corpus.StatusSuggested, corpus.StatusTagged, corpus.StatusAccepted, corpus.StatusRejected}

// lessSettled gives the status that is less settled; "" is none yet.
func lessSettled(a string, b corpus.Status) string {
	if a == "" || slices.Index(settling, b) < slices.Index(settling, corpus.Status(a)) {
		return string(b)
	}
	return a
}
