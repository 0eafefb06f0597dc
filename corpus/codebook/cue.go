package codebook

import "rapporteur/corpus"

// CueRole says what a cue announces.
type CueRole string

// The roles of cues.
const (
	CueAct       CueRole = "act"
	CueKind      CueRole = "kind"
	CueBox       CueRole = "box"       // a formula of the Action required box
	CueNegation  CueRole = "negation"  // denies the verb after it
	CueSelf      CueRole = "self"      // the source speaks of itself
	CueDraft     CueRole = "draft"     // an operative or preambular word of a resolution
	CueAddressee CueRole = "addressee" // somebody who can be asked
)

// Cue is a place where a cue of the book stands in a text.
type Cue struct {
	Role        CueRole
	Start, End  int // byte offsets
	First, Last int // tokens, Last not included
	Phrase      string
	Act         corpus.Act  // of CueAct
	Kind        corpus.Kind // of CueKind
	Weight      int         // of CueKind
	Name        string      // of CueAddressee
}

// Group is the addressee that is the working group itself.
const Group = "CWG-Internet"

// Cues finds the cues of a text, role by role, each in reading order. Within a role only the
// longest of cues inside each other stands, and none inside a decoy.
func (b *Book) Cues(t Text) []Cue {
	byRole := map[role][]hit{}
	hits := b.cues.of(t.Language).find(t)
	var decoys []hit
	for _, h := range hits {
		if h.e.role == roleDecoy {
			decoys = append(decoys, h)
		}
	}
	for _, h := range hits {
		byRole[h.e.role] = append(byRole[h.e.role], h)
	}
	var out []Cue
	for r := roleAct; r <= roleAddressee; r++ {
		if r == roleDecoy || len(byRole[r]) == 0 {
			continue
		}
		for _, h := range longest(append(byRole[r], decoys...)) {
			if h.e.role == r {
				out = append(out, b.cue(t, h))
			}
		}
	}
	return out
}

func (b *Book) cue(t Text, h hit) Cue {
	c := Cue{Phrase: h.e.text, First: h.first, Last: h.last, Start: t.Tokens[h.first].Start, End: t.Tokens[h.last-1].End}
	switch h.e.role {
	case roleAct:
		c.Role, c.Act = CueAct, b.content.Acts[h.e.owner].Act
	case roleKind:
		k := b.content.Kinds[h.e.owner]
		c.Role, c.Kind, c.Weight = CueKind, k.Kind, k.Weight
	case roleBox:
		c.Role = CueBox
	case roleNegation:
		c.Role = CueNegation
	case roleSelf:
		c.Role = CueSelf
	case roleDraft:
		c.Role = CueDraft
	case roleAddressee:
		c.Role, c.Name = CueAddressee, b.content.Addressees[h.e.owner].Name
	}
	return c
}
