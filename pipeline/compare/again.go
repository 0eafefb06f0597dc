package compare

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/pipeline/likeness"
)

// saidAgain is from which containment on, in thousandths, one passage says
// again what another of the same source says; toldBefore from which likeness
// on a sentence of an introduction tells what stands under the heading of
// proposals, or one language version within a document what another does.
const (
	saidAgain  = 600
	toldBefore = 400
)

// saidBefore are the entries, by their places, that an entry says again: in
// its own work, or in another work of the same sources to the same meeting
// nearly word for word. A passage that asks for several things says again what
// all of its sentences say again.
func (v *view) saidBefore(e entry, before []entry) []int {
	var out []int
	for _, at := range e.asking {
		i := v.sentenceBefore(e, at, before)
		if i < 0 {
			return nil
		}
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

func (v *view) sentenceBefore(e entry, at span, before []entry) int {
	u := e.unit
	text := u.Text[at.start:at.end]
	words := likeness.TriplesOf(text)
	for i := len(before) - 1; i >= 0; i-- {
		old := before[i].unit
		switch {
		case old.work == u.work && old.words.Containment(words) >= saidAgain:
			return i
		case old.work != u.work && v.sameVoice(old, u) && letters(old.Text) == letters(u.Text):
			return i
		}
	}
	best, found := toldBefore-1, -1
	for i, b := range before {
		told := announced(u) == 0 && announced(b.unit) > 0
		if b.unit.work != u.work || !told && b.unit.Language == u.Language {
			continue
		}
		if s := v.sentenceVector(u, text).likeness(v.sentenceVector(b.unit, b.unit.Text)); s > best {
			best, found = s, i
		}
	}
	return found
}

// readEntries reads the concepts and words of the entries and of the items of
// their lists, and how rare they are among them.
func (v *view) readEntries(list []entry) {
	units := make([]*unit, len(list))
	for i, e := range list {
		units[i] = e.unit
		e.unit.asking = e.asking
		e.unit.readConcepts(v.concepts)
	}
	v.space = newSpace(units)
}

// sentenceVector is that of a sentence of a unit.
func (v *view) sentenceVector(u *unit, text string) vector {
	concepts, words := u.concepts, u.terms
	if text != u.Text {
		concepts, words = readText(v.concepts, text, u.Language, nil)
	}
	return v.space.vector(u.Language, concepts, words)
}

// sameVoice reports whether two works are of the same sources to the same
// meeting.
func (v *view) sameVoice(a, b *unit) bool {
	return len(a.sources) > 0 && slices.Equal(a.sources, b.sources) && overlap(v.meetingsOfWork(a.work), v.meetingsOfWork(b.work))
}

func (v *view) meetingsOfWork(work string) []string {
	var out []string
	for _, sub := range v.subs[work] {
		out = append(out, sub.Meeting)
	}
	return out
}

// letters are the letters and digits of a text: what is left where two copies
// differ in spaces, breaks and marks.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
