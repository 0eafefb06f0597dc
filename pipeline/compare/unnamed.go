package compare

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// The two ways of attribution of a whole report.
const (
	Named   = "named"
	Unnamed = "unnamed"
)

// WithheldRef is the name of a document that may not be named: the beginning
// of its file's hash, which who holds the corpus can find again.
func WithheldRef(r corpus.Rendition) string { return withheldName(r) }

// WithheldID is the ID of a passage of such a document.
func WithheldID(r corpus.Rendition, p corpus.Passage) string {
	return fmt.Sprintf("%s#%d", withheldName(r), p.Ordinal)
}

// anonymous gives the snapshot with everything cut out or replaced that tells a
// source: names, document numbers, file names, titles, dates and labels. What
// is made of it cannot name anybody, for it does not know any name.
func anonymous(snap corpus.Snapshot, names Names) corpus.Snapshot {
	a := anonymiser{veil: NewVeil(snap, names), sources: map[string]corpus.Source{}}
	a.number(snap)
	out := corpus.Snapshot{Hash: snap.Hash}
	for _, s := range snap.Submissions {
		s.Title, s.Date = "", ""
		s.Sources, s.OnBehalfOf = a.hidden(s.Sources), a.hidden(s.OnBehalfOf)
		out.Submissions = append(out.Submissions, s)
	}
	speakers := speakersOf(snap)
	for _, r := range snap.Readings {
		out.Readings = append(out.Readings, a.reading(r, speakers))
	}
	for _, r := range snap.Copies {
		out.Copies = append(out.Copies, rendition(r))
	}
	for _, l := range snap.Unread {
		hash := l.Rendition
		if !hash.Valid() {
			hash = corpus.HashOf([]byte(l.File))
		}
		out.Unread = append(out.Unread, corpus.LedgerLine{
			File: "withheld/" + hash.Short(), Status: l.Status, Reason: l.Reason, Meeting: l.Meeting, Sources: a.hidden(l.Sources),
		})
	}
	slices.SortFunc(out.Unread, func(x, y corpus.LedgerLine) int { return strings.Compare(x.File, y.File) })
	return out
}

type anonymiser struct {
	veil    *Veil
	sources map[string]corpus.Source
}

// number gives the sources neutral IDs in the order of the hashes of their
// files, which tells nothing of them.
func (a *anonymiser) number(snap corpus.Snapshot) {
	least := map[string]string{} // of each work
	for _, r := range snap.Readings {
		work, hash := r.Rendition.Symbol.Work(), r.Rendition.Hash.Hex()
		if old, ok := least[work]; !ok || hash < old {
			least[work] = hash
		}
	}
	subs := slices.Clone(snap.Submissions)
	slices.SortStableFunc(subs, func(x, y corpus.Submission) int { return strings.Compare(least[x.Work], least[y.Work]) })
	for _, s := range subs {
		a.hidden(s.Sources)
		a.hidden(s.OnBehalfOf)
	}
}

func (a *anonymiser) hidden(sources []corpus.Source) []corpus.Source {
	out := make([]corpus.Source, len(sources))
	for i, src := range sources {
		s, seen := a.sources[src.ID]
		if !seen {
			s = corpus.Source{ID: fmt.Sprintf("S%04d", len(a.sources)+1), Kind: src.Kind}
			a.sources[src.ID] = s
		}
		out[i] = s
	}
	return out
}

func rendition(r corpus.Rendition) corpus.Rendition {
	r.Header = corpus.Header{OriginalLanguages: r.Header.OriginalLanguages}
	r.Ref, r.File = withheldName(r), "withheld"
	return r
}

// anotherSource stands for the holder of an act that is another source of the
// corpus; "" for the work's own.
const anotherSource = "another source"

// speakersOf are the works of each source, by its name.
func speakersOf(snap corpus.Snapshot) map[string]map[string]bool {
	out := make(map[string]map[string]bool)
	for _, sub := range snap.Submissions {
		for _, src := range speakers(sub) {
			if out[src.Name] == nil {
				out[src.Name] = make(map[string]bool)
			}
			out[src.Name][sub.Work] = true
		}
	}
	return out
}

func (a *anonymiser) reading(r corpus.Reading, speakers map[string]map[string]bool) corpus.Reading {
	out := corpus.Reading{Rendition: rendition(r.Rendition), Current: r.Current}
	ids, texts := make(map[string]string, len(r.Passages)), make(map[string]string, len(r.Passages))
	for _, p := range r.Passages {
		id := WithheldID(r.Rendition, p)
		ids[p.ID], texts[id] = id, a.veil.Cut(p.Text)
		out.Passages = append(out.Passages, corpus.Passage{
			ID: id, Ordinal: p.Ordinal, Section: p.Section, Page: p.Page, Role: p.Role, Level: depth(p),
			Language: p.Language, Text: texts[id],
		})
	}
	for _, c := range r.Claims {
		c.Passage = ids[c.Passage]
		if c.Act != nil {
			act := *c.Act
			act.Addressee, act.Timing = a.clean(act.Addressee), a.clean(act.Timing)
			if works := speakers[act.Holder]; works != nil && !works[r.Rendition.Symbol.Work()] {
				act.Holder = anotherSource
			} else {
				act.Holder = ""
			}
			c.Act, c.Evidence = &act, a.evidence(c, texts[c.Passage])
		}
		out.Claims = append(out.Claims, c)
	}
	return out
}

// evidence finds the sentence of an act again in the text that is cut.
func (a *anonymiser) evidence(c corpus.Claim, text string) []corpus.Evidence {
	for _, e := range c.Evidence {
		quote := a.veil.Cut(e.Quote)
		if at := strings.Index(text, quote); at >= 0 {
			return []corpus.Evidence{corpus.QuoteEvidence(text, at, at+len(quote))}
		}
	}
	return nil
}

// clean gives the text if it tells nobody, else nothing.
func (a *anonymiser) clean(text string) string {
	if len(a.veil.Find(text)) > 0 {
		return ""
	}
	return text
}
