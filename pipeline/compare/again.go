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

// said are the entries of a register so far, by what an entry that says one of
// them again has in common with it: its work, or its letters.
type said struct {
	entries []entry
	// ofWork and withLetters are places among the entries, in order.
	ofWork, withLetters map[string][]int
}

func newSaid() *said {
	return &said{ofWork: make(map[string][]int), withLetters: make(map[string][]int)}
}

func (s *said) add(e entry) {
	at, key := len(s.entries), letters(e.unit.Text)
	s.entries = append(s.entries, e)
	s.ofWork[e.unit.work] = append(s.ofWork[e.unit.work], at)
	s.withLetters[key] = append(s.withLetters[key], at)
}

// saidBefore are the entries, by their places, that an entry says again: in
// its own work, or in another work of the same sources to the same meeting
// nearly word for word. A passage that asks for several things says again what
// all of its sentences say again.
func (v *view) saidBefore(e entry, before *said) []int {
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

func (v *view) sentenceBefore(e entry, at span, before *said) int {
	u := e.unit
	text := u.Text[at.start:at.end]
	own := before.ofWork[u.work]
	if latest := max(v.lastContaining(text, own, before), v.lastOfVoice(u, before)); latest >= 0 {
		return latest
	}
	best, found := toldBefore-1, -1
	for _, i := range own {
		b := before.entries[i]
		told := announced(u) == 0 && announced(b.unit) > 0
		if !told && b.unit.Language == u.Language {
			continue
		}
		if s := v.sentenceVector(u, text).likeness(v.sentenceVector(b.unit, b.unit.Text)); s > best {
			best, found = s, i
		}
	}
	return found
}

// lastContaining is the last of some entries that has the words of a text; -1
// where none has.
func (v *view) lastContaining(text string, list []int, before *said) int {
	if len(list) == 0 {
		return -1
	}
	words := likeness.TriplesOf(text)
	for _, i := range slices.Backward(list) {
		if before.entries[i].unit.triples().Containment(words) >= saidAgain {
			return i
		}
	}
	return -1
}

// lastOfVoice is the last entry that another work of the same voice has in the
// same letters; -1 where there is none.
func (v *view) lastOfVoice(u *unit, before *said) int {
	for _, i := range slices.Backward(before.withLetters[letters(u.Text)]) {
		if old := before.entries[i].unit; old.work != u.work && v.sameVoice(old, u) {
			return i
		}
	}
	return -1
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
