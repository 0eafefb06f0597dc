package compare

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// Concepts finds the codebook's concepts in a text. The claims name only those
// that speak for a theme; proposals are compared by the others too, such as
// "guidelines" or "work plan".
type Concepts interface {
	Read(text, language string) codebook.Text
	Matches(t codebook.Text) []codebook.Match
}

// conceptsOf is what to read concepts with: what the options name, else the
// book of the labels if it can, else nothing.
func conceptsOf(o Options) Concepts {
	if o.Concepts != nil {
		return o.Concepts
	}
	c, _ := o.Labels.(Concepts)
	return c
}

// readConcepts reads the concepts and words that stand in the unit's text, the
// concepts in place of those that its claims name. What stands beside what the
// unit asks for weighs half.
func (u *unit) readConcepts(c Concepts) {
	if u.terms != nil {
		return
	}
	concepts, words := readText(c, u.Text, u.Language, u.asking)
	u.terms = words
	if c != nil {
		u.concepts = concepts
		u.noteTimes()
	}
}

// readText weighs the concepts and words of a text: a concept by how far it
// speaks for a theme, in full where it speaks for none; half outside the spans
// that matter, if there are any, and in asides. With a book words are stems, without one they
// are as printed and there are no concepts.
func readText(c Concepts, text, language string, matter []span) (concepts, words map[string]int) {
	concepts = make(map[string]int)
	if c == nil {
		return concepts, wordsOf(text, language)
	}
	aside := asides(text, language)
	within := func(list []span, at int) bool {
		return slices.ContainsFunc(list, func(s span) bool { return at >= s.start && at < s.end })
	}
	weigh := func(into map[string]int, term string, weight, at int) {
		if len(matter) > 0 && !within(matter, at) || within(aside, at) {
			weight /= 2
		}
		into[term] = max(into[term], weight)
	}
	read := c.Read(text, language)
	for _, m := range c.Matches(read) {
		if m.Concept != nil && !m.Masked {
			weigh(concepts, m.Concept.ID, strength(m.Concept), m.Start)
			for theme, w := range m.Concept.Weights {
				weigh(concepts, fmt.Sprint("theme ", theme), w*themeShare/full, m.Start)
			}
		}
	}
	words = make(map[string]int)
	said, group := formulas(c, read)
	for _, s := range group {
		weigh(concepts, "the group", groupShare, s.start)
	}
	chinese := corpus.LanguageLetter(language) == "C"
	for _, t := range read.Tokens {
		if !t.Link && (chinese || len(t.Raw) > 3) && !within(said, t.Start) {
			weigh(words, t.Stem, full, t.Start)
		}
	}
	return concepts, words
}

// Besides concepts, texts are alike in the themes of their concepts, for one
// thought has several concepts of a theme, and in naming the group, for what is
// proposed of its work often has no concept at all. Both weigh less than a
// concept does, in thousandths of it.
const (
	themeShare = 400
	groupShare = 300
)

// formulas are the words by which sources act, speak of themselves and ask
// others: every proposal has them, whatever it is about. Those that name the
// group are given once more.
func formulas(c Concepts, read codebook.Text) (all, group []span) {
	cues, ok := c.(Cues)
	if !ok {
		return nil, nil
	}
	for _, q := range cues.Cues(read) {
		switch q.Role {
		case codebook.CueAct, codebook.CueSelf, codebook.CueAddressee:
			all = append(all, span{q.Start, q.End})
		}
		if q.Role == codebook.CueAddressee && q.Name == codebook.Group {
			group = append(group, span{q.Start, q.End})
		}
	}
	return all, group
}

// strength is how much a concept says, in thousandths.
func strength(c *codebook.Concept) int {
	if len(c.Weights) == 0 && c.Process == 0 {
		return full
	}
	most := c.Process
	for _, w := range c.Weights {
		most = max(most, w)
	}
	return min(max(most, weakest), full)
}

// weakest is the strength of concepts that hardly speak for a theme alone.
const weakest = 300

// noteTimes adds the meetings and years that what is asked for names: they read
// alike in all languages.
func (u *unit) noteTimes() {
	u.times = make(map[string]int)
	for _, a := range u.acts {
		if !asks(a.Act) {
			continue
		}
		for _, n := range numbersIn(a.Timing) {
			u.times[fmt.Sprint("meeting ", n)] = full
		}
		for _, y := range years.FindAllStringSubmatch(latinDigits(a.Timing), -1) {
			u.times["period "+y[1]+"-"+y[2]] = full
		}
	}
}
