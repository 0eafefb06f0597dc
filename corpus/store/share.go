package store

import (
	"unique"

	"rapporteur/corpus"
)

// share lets the claims of a reading take their strings from its passages, and
// what many claims have alike from one place: a comparison holds all claims of
// the corpus at a time.
func share(r corpus.Reading) {
	at := 0 // claims are in the order of their passages
	for i := range r.Claims {
		c := &r.Claims[i]
		for at < len(r.Passages) && r.Passages[at].ID != c.Passage {
			at++
		}
		if at == len(r.Passages) {
			return
		}
		p := r.Passages[at]
		c.Passage = p.ID
		c.Maker.Kind, c.Maker.Name = once(c.Maker.Kind), once(c.Maker.Name)
		c.About, c.Kind, c.Status = once(c.About), once(c.Kind), once(c.Status)
		c.Evidence = exact(c.Evidence)
		for k := range c.Evidence {
			e := &c.Evidence[k]
			e.Concept, e.Phrase = once(e.Concept), once(e.Phrase)
			if e.Start >= 0 && e.Start <= e.End && e.End <= len(p.Text) && p.Text[e.Start:e.End] == e.Quote {
				e.Quote = p.Text[e.Start:e.End]
			}
		}
	}
}

// exact gives a list without room to grow: decoded ones have much.
func exact[T any](list []T) []T {
	if len(list) == cap(list) {
		return list
	}
	return append(make([]T, 0, len(list)), list...)
}

func once[T ~string](s T) T { return unique.Make(s).Value() }
