package tag

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// A theme is tagged from this score of the codebook on, and suggested from
// that; thousandths.
const (
	tagAt     = 800
	suggestAt = 400
)

// Names of the rule that sees an item of Annex 1 quoted. Consumers that ask
// what a source says of its own leave passages of kind citation out.
const (
	annexConcept = "res1305"
	annexPhrase  = "annex 1 item"
)

// themeFound is a theme, or the group's own work where theme is 0, with the
// places that speak for it.
type themeFound struct {
	theme    corpus.Theme
	score    int
	status   corpus.Status
	maker    corpus.Maker
	evidence []corpus.Evidence
}

// findThemes weighs concepts and the model's verdict for each of the twelve.
func (t *Tagger) findThemes(r *reading) []themeFound {
	cited := r.citedItems()
	var out []themeFound
	for _, theme := range corpus.Themes() {
		f := themeFound{theme: theme, maker: t.maker}
		f.score, f.evidence = r.weigh(func(c *codebook.Concept) int { return c.Weights[theme] }, cited)
		f = t.model.settle(r, f)
		f = withCitation(r, f, cited, t.maker)
		if f.status != "" && len(f.evidence) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// weigh adds up the weights of the concepts met, each once, and quotes where
// each was met first.
func (r *reading) weigh(weight func(*codebook.Concept) int, cited []codebook.Match) (int, []corpus.Evidence) {
	score := 0
	var ev []corpus.Evidence
	seen := map[string]bool{}
	for _, m := range r.matches {
		if m.Concept == nil || seen[m.Concept.ID] || m.Masked && inside(m, cited) {
			continue
		}
		if w := weight(m.Concept); w != 0 {
			seen[m.Concept.ID] = true
			score += w
			ev = append(ev, r.evidence(m.Start, m.End, m.Concept.ID, m.Phrase, w))
		}
	}
	slices.SortStableFunc(ev, func(a, b corpus.Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
	return min(score, 1000), ev[:min(len(ev), mostEvidence)]
}

// mostEvidence is how many places are quoted for one claim.
const mostEvidence = 6

func inside(m codebook.Match, spans []codebook.Match) bool {
	return slices.ContainsFunc(spans, func(s codebook.Match) bool { return s.First <= m.First && m.Last <= s.Last })
}

// withCitation adds the item of Annex 1 itself: in a citation the theme is
// tagged as cited, elsewhere the quoted item says nothing.
func withCitation(r *reading, f themeFound, cited []codebook.Match, maker corpus.Maker) themeFound {
	for _, m := range cited {
		if m.Annex != f.theme || r.kind.kind != corpus.KindCitation {
			continue
		}
		f.score, f.status, f.maker = 1000, corpus.StatusTagged, maker
		f.evidence = append([]corpus.Evidence{r.evidence(m.Start, m.End, annexConcept, annexPhrase, 1000)}, f.evidence...)
		break
	}
	return f
}

// citedItems are the items of Annex 1 that the passage quotes rather than
// argues: the item is the whole passage, stands in quotation marks, or stands
// with others or beside a resolution's number.
func (r *reading) citedItems() []codebook.Match {
	if r.looked {
		return r.annex
	}
	r.looked = true
	var items []codebook.Match
	for _, m := range r.matches {
		if m.Annex != 0 && !inside(m, items) {
			items = append(items, m)
		}
	}
	if len(items) == 0 {
		return nil
	}
	many := len(items) > 1 || r.mentionsResolution()
	r.annex = slices.DeleteFunc(items, func(m codebook.Match) bool {
		long := m.Last-m.First >= longItem
		return !(r.isWhole(m) || quoted(r.text.Source, m.Start, m.End) || long && (many || r.where.citing))
	})
	return r.annex
}

// longItem is the number of words from which an item cannot be an ordinary
// turn of phrase, as "combating cybercrime" is.
const longItem = 6

// isWhole reports whether nothing but the odd word stands beside the match.
func (r *reading) isWhole(m codebook.Match) bool {
	return len(r.text.Tokens)-(m.Last-m.First) <= 2
}

func (r *reading) mentionsResolution() bool {
	return strings.ContainsAny(r.text.Source, "0123456789") && resolutionNumber.MatchString(r.text.Source)
}

// findProcess asks whether the passage is about the group's own work: its name
// and what groups do, or much of the latter.
func (t *Tagger) findProcess(r *reading) *themeFound {
	f := themeFound{maker: t.maker}
	f.score, f.evidence = r.weigh(func(c *codebook.Concept) int { return c.Process }, nil)
	group, named := r.groupNamed()
	if named {
		if e, ok := r.meetingEvidence(); ok {
			f.score += e.Weight
			f.evidence = append(f.evidence, e)
		}
	}
	switch {
	case len(f.evidence) == 0:
		return nil
	case named:
		f.score = min(f.score+groupWeight, 1000)
		f.evidence = append(f.evidence, group)
	default:
		f.score = min(f.score, tagAt-1)
	}
	f = t.model.settleProcess(r, f)
	if f.status == "" {
		return nil
	}
	return &f
}

// groupWeight is what the group's name adds to words of its work.
const groupWeight = 300

func (r *reading) groupNamed() (corpus.Evidence, bool) {
	for _, m := range r.matches {
		if m.Mask != nil && m.Mask.Class == "group" {
			return r.evidence(m.Start, m.End, "group", m.Phrase, groupWeight), true
		}
	}
	for _, c := range r.cues {
		if c.Role == codebook.CueAddressee && c.Name == codebook.Group {
			return r.evidence(c.Start, c.End, "group", c.Phrase, groupWeight), true
		}
	}
	return corpus.Evidence{}, false
}

// levelOf turns the codebook's score into a status.
func levelOf(score int) corpus.Status {
	switch {
	case score >= tagAt:
		return corpus.StatusTagged
	case score >= suggestAt:
		return corpus.StatusSuggested
	}
	return ""
}
