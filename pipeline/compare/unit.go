package compare

import (
	"slices"

	"rapporteur/corpus"
	"rapporteur/pipeline/likeness"
)

// unit is a citable passage with what is claimed of it and who says it.
type unit struct {
	corpus.Passage
	reading *corpus.Reading
	work    string
	sources []string
	kind    corpus.Kind
	themes  map[corpus.Theme]int // score of each theme that counts
	process bool
	acts    []corpus.ActDetail
	// spans are where the acts stand: the sentences, from the verb on where the
	// same sentence does something else before it.
	spans []span
	// kindScore is how sure the kind is, in thousandths.
	kindScore int
	// byPerson is set where a person decided on the kind.
	byPerson bool
	// suggested are themes that a person should look at, with their scores.
	suggested map[corpus.Theme]int
	// concepts are by the weight with which they stand here, in thousandths.
	concepts map[string]int
	// terms are its words, once they are read, by their weight.
	terms map[string]int
	// times are the meetings and periods that what it asks for names.
	times map[string]int
	// asking is what of the text asks, where it is a proposal.
	asking []span
	// voices are kinds of trouble that a sentence voices, once they are read.
	voices []corpus.Kind
	read   bool
	// part is set on an item of the list that a proposal opens.
	part bool
	// carried are the themes of proposals on which it takes a stance.
	carried []corpus.Theme
	// withheld is set where the submission may be counted and not quoted.
	withheld bool
	// unnamed is set where no source is named at all.
	unnamed bool
	// words are its triples, once they are read.
	words likeness.Triples
}

// triples are read when first asked for: most passages are never compared by
// them.
func (u *unit) triples() likeness.Triples {
	if u.words == nil {
		u.words = likeness.TriplesOf(u.Text)
	}
	return u.words
}

// take reads the claims that count.
func (u *unit) take(claims []corpus.Claim) {
	u.kind = corpus.KindOther
	for _, c := range claims {
		if c.Status == corpus.StatusSuggested && c.About == corpus.AboutTheme {
			u.suggest(c)
		}
		if !c.Status.Counts() {
			continue
		}
		for _, e := range c.Evidence {
			if e.Concept != "" {
				u.concepts = with(u.concepts, e.Concept, full)
			}
		}
		switch c.About {
		case corpus.AboutTheme:
			u.themes = with(u.themes, c.Theme, max(u.themes[c.Theme], c.Score))
		case corpus.AboutKind:
			u.kind, u.kindScore, u.byPerson = c.Kind, c.Score, c.Maker.Kind == "person" || c.Status == corpus.StatusAccepted
		case corpus.AboutProcess:
			u.process = true
		case corpus.AboutAct:
			u.takeAct(c)
		}
	}
}

// with sets a value in a map, which is made where there is none yet: most
// passages have nothing to keep in theirs.
func with[K comparable](m map[K]int, key K, value int) map[K]int {
	if m == nil {
		m = make(map[K]int)
	}
	m[key] = value
	return m
}

// takeAct keeps an act with the sentence that performs it. The tagger quotes
// the sentence first, then the verb.
func (u *unit) takeAct(c corpus.Claim) {
	at := span{0, len(u.Text)}
	if len(c.Evidence) > 0 && c.Evidence[0].End <= len(u.Text) {
		at = span{c.Evidence[0].Start, c.Evidence[0].End}
	}
	if slices.ContainsFunc(u.spans, func(s span) bool { return s.start == at.start }) && len(c.Evidence) > 1 && c.Evidence[1].Start < at.end {
		at.start = c.Evidence[1].Start
	}
	u.acts, u.spans = append(u.acts, *c.Act), append(u.spans, at)
}

func (u *unit) suggest(c corpus.Claim) {
	u.suggested = with(u.suggested, c.Theme, max(u.suggested[c.Theme], c.Score))
}

// addresses reports whether the unit says something of its source's own on t,
// or takes a stance on a proposal that does.
func (u *unit) addresses(t corpus.Theme) bool {
	_, tagged := u.themes[t]
	return (tagged || slices.Contains(u.carried, t)) && u.kind.Substantive()
}

// cites reports whether the unit only quotes another text on t.
func (u *unit) cites(t corpus.Theme) bool {
	_, tagged := u.themes[t]
	return tagged && u.kind == corpus.KindCitation
}

// quote is the passage as it is cited; where no source is named, it has none.
func (u *unit) quote() corpus.Quote {
	return corpus.Quote{Passage: u.ID, Sources: u.shown(), Quote: u.Text, Language: u.Language}
}

// shown are the sources that may be told.
func (u *unit) shown() []string {
	if u.unnamed {
		return []string{}
	}
	return u.sources
}

func (u *unit) themeList() []corpus.Theme {
	list := []corpus.Theme{}
	for t := range u.themes {
		list = append(list, t)
	}
	slices.Sort(list)
	return list
}
