package corpus

import (
	"encoding/json"
	"slices"
)

// DecisionAction is what an analyst does about a claim.
type DecisionAction string

// The actions. A decision is never changed; it is undone by another.
const (
	DecisionAccept DecisionAction = "accept"
	DecisionReject DecisionAction = "reject"
	DecisionAdd    DecisionAction = "add"
	DecisionUndo   DecisionAction = "undo"
	// The actions on groups of views.
	DecisionMerge  DecisionAction = "merge"
	DecisionSplit  DecisionAction = "split"
	DecisionRename DecisionAction = "rename"
	// The action on the header of a document.
	DecisionCorrect DecisionAction = "correct"
)

// Subject is what a decision is about: a theme, a kind, or the group's work.
type Subject struct {
	About About `json:"about"`
	Theme Theme `json:"theme,omitempty"`
	Kind  Kind  `json:"kind,omitempty"`
}

// Valid reports whether a decision can be taken about the subject.
func (s Subject) Valid() bool {
	switch s.About {
	case AboutTheme:
		return s.Theme.Valid()
	case AboutKind:
		return slices.Contains(Kinds(), s.Kind)
	}
	return s.About == AboutProcess
}

// subject is what a claim is about.
func (c Claim) subject() Subject { return Subject{About: c.About, Theme: c.Theme, Kind: c.Kind} }

// ParagraphRef says which paragraph is meant, whatever its label and version: by
// the work and the hash of the paragraph's text. Passage is its ID when that
// was said, for people.
type ParagraphRef struct {
	Work    string `json:"work"`
	Text    Hash   `json:"text"`
	Passage string `json:"passage"`
}

// GroupEdit is what an analyst makes of a group of views. A merge makes one
// group of all groups that hold one of the paragraphs; a split takes the
// paragraphs out and makes a group of them; a rename names the group that holds
// most of them.
type GroupEdit struct {
	Paragraphs []ParagraphRef `json:"paragraphs"`
	// Name is that of a rename.
	Name string `json:"name,omitempty"`
}

// Decision is one line of the log of decisions. Each holds the hash of the one
// before it, so that a line cannot be changed or taken out unseen.
type Decision struct {
	Seq int `json:"seq"`
	// Time is RFC 3339, UTC.
	Time string `json:"time"`
	// Reader is who decides.
	Reader string         `json:"reader"`
	Action DecisionAction `json:"action"`
	// Work and Text say which paragraph, whatever its label and version: the
	// work's symbol and the hash of the paragraph's text. Passage is its ID when
	// the decision was taken, for people.
	Work    string  `json:"work"`
	Text    Hash    `json:"text"`
	Passage string  `json:"passage"`
	Subject Subject `json:"subject"`
	// Before and After are the claim's status, "" for none.
	Before Status `json:"before,omitempty"`
	After  Status `json:"after,omitempty"`
	// Undoes is the number of the decision that an undo takes back.
	Undoes int `json:"undoes,omitempty"`
	// Group is set where the decision is about a group of views and not a claim;
	// Work, Text and Passage are then those of its first paragraph.
	Group *GroupEdit `json:"group,omitempty"`
	// Header is set where the decision corrects a document's header; Work is then
	// the one it was of, Text the hash of its original, Passage its reference.
	Header   *HeaderEdit `json:"header,omitempty"`
	Note     string      `json:"note,omitempty"`
	Codebook Hash        `json:"codebook"`
	Program  string      `json:"program"`
	Previous Hash        `json:"previous"`
	Hash     Hash        `json:"hash"`
}

// Seal ties a decision to the one before it.
func (d Decision) Seal(previous Hash) Decision {
	d.Previous, d.Hash = previous, ""
	body, err := json.Marshal(d)
	if err != nil { // a struct of strings and numbers always marshals
		panic(err)
	}
	d.Hash = HashOf(body)
	return d
}

// VerifyDecisions reports the first decision whose hash or place in the chain
// is wrong; its error has [CodeInvalid].
func VerifyDecisions(log []Decision) error {
	var previous Hash
	for i, d := range log {
		if d.Seq != i+1 || d.Seal(previous).Hash != d.Hash {
			return Errorf(CodeInvalid, "decision %d: the log has been changed here", i+1)
		}
		previous = d.Hash
	}
	return nil
}

// Standing gives the decisions about claims that have not been undone, in order.
func Standing(log []Decision) []Decision {
	return standing(log, func(d Decision) bool { return d.Group == nil && d.Header == nil })
}

// StandingGroups gives those about groups of views.
func StandingGroups(log []Decision) []Decision {
	return standing(log, func(d Decision) bool { return d.Group != nil })
}

// StandingHeaders gives those about headers of documents.
func StandingHeaders(log []Decision) []Decision {
	return standing(log, func(d Decision) bool { return d.Header != nil })
}

func standing(log []Decision, wanted func(Decision) bool) []Decision {
	undone := make(map[int]bool)
	for _, d := range log {
		if d.Action == DecisionUndo {
			undone[d.Undoes] = true
		}
	}
	var out []Decision
	for _, d := range log {
		if d.Action != DecisionUndo && !undone[d.Seq] && wanted(d) {
			out = append(out, d)
		}
	}
	return out
}

// Decide lays decisions over the claims about one passage: people win over
// machines, and the last word over the ones before. Decisions must be standing
// and about this passage's text.
func Decide(passage Passage, claims []Claim, decisions []Decision) []Claim {
	out := slices.Clone(claims)
	for _, d := range decisions {
		out = d.apply(passage, out)
	}
	return out
}

func (d Decision) apply(p Passage, claims []Claim) []Claim {
	person := Maker{Kind: "person", Name: d.Reader}
	status := StatusAccepted
	if d.Action == DecisionReject {
		status = StatusRejected
	}
	found := false
	for i := range claims {
		c := &claims[i]
		switch {
		case c.subject() == d.Subject:
			c.Status, c.Maker, found = status, person, true
		case d.Subject.About == AboutKind && c.About == AboutKind && status == StatusAccepted:
			c.Status, c.Maker = StatusRejected, person // a passage has one kind
		}
	}
	if found || status == StatusRejected {
		return claims
	}
	return append(claims, Claim{
		Passage: p.ID, About: d.Subject.About, Theme: d.Subject.Theme, Kind: d.Subject.Kind, Score: 1000,
		Status: StatusAccepted, Maker: person, Evidence: []Evidence{QuoteEvidence(p.Text, 0, len(p.Text))},
	})
}
