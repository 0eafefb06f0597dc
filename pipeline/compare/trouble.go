package compare

import (
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// Cues finds the cues of kinds in a text. Concepts may be able to do it, as a
// codebook is.
type Cues interface {
	Cues(t codebook.Text) []codebook.Cue
}

// From these sums of weights on, in thousandths, the cues of one sentence voice
// a gap or a challenge in a passage of another kind. A challenge needs two.
const (
	voicesGap       = 600
	voicesChallenge = 900
)

// voiced are the kinds of trouble that a sentence of the passage voices though
// the passage as a whole is of another kind: a position that says in passing
// what is missing. What the source asks for is no trouble.
func (v *view) voiced(u *unit) []corpus.Kind {
	if u.read {
		return u.voices
	}
	u.read = true
	cues, ok := v.concepts.(Cues)
	if !ok || !u.kind.Substantive() || u.Role != corpus.RoleBody {
		return nil
	}
	text := v.concepts.Read(u.Text, u.Language)
	sums := map[int]map[corpus.Kind]int{} // by sentence
	seen := map[string]bool{}
	for _, c := range cues.Cues(text) {
		if c.Role == codebook.CueKind && !seen[c.Phrase] && !u.asksAt(c.Start) {
			seen[c.Phrase] = true
			n := text.Tokens[c.First].Sentence
			if sums[n] == nil {
				sums[n] = map[corpus.Kind]int{}
			}
			sums[n][c.Kind] += c.Weight
		}
	}
	for _, sum := range sums {
		u.voice(corpus.KindGap, sum[corpus.KindGap] >= voicesGap)
		u.voice(corpus.KindChallenge, sum[corpus.KindChallenge] >= voicesChallenge)
	}
	u.voice(corpus.KindChallenge, slices.ContainsFunc(u.acts, func(a corpus.ActDetail) bool { return a.Act == corpus.ActConcern && v.own(a, u) }))
	return u.voices
}

// asksAt reports whether a place stands in a sentence of the passage that asks.
func (u *unit) asksAt(at int) bool {
	for i, a := range u.acts {
		if asks(a.Act) && !a.Modal && at >= u.spans[i].start && at < u.spans[i].end {
			return true
		}
	}
	return false
}

func (u *unit) voice(kind corpus.Kind, yes bool) {
	if yes && u.kind != kind && !slices.Contains(u.voices, kind) {
		u.voices = append(u.voices, kind)
	}
}
