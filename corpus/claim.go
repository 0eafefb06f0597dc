package corpus

// About says what a claim asserts.
type About string

// What a claim can be about.
const (
	AboutTheme   About = "theme"   // the passage addresses Claim.Theme
	AboutProcess About = "process" // the passage is about the group's own work
	AboutKind    About = "kind"    // the passage is of Claim.Kind
	AboutAct     About = "act"     // the passage performs Claim.Act
)

// Status is how far a claim is believed.
type Status string

// The statuses. A machine suggests or tags; a person accepts or rejects.
const (
	StatusSuggested Status = "suggested"
	StatusTagged    Status = "tagged"
	StatusAccepted  Status = "accepted"
	StatusRejected  Status = "rejected"
)

// Counts reports whether claims of this status feed counts and reports.
func (s Status) Counts() bool { return s == StatusTagged || s == StatusAccepted }

// Maker is who asserts a claim.
type Maker struct {
	// Kind is "rule", "model" or "person".
	Kind string `json:"kind"`
	// Name is a rule's or model's name and version, or a person's name.
	Name string `json:"name"`
}

// Claim is one assertion about one passage.
type Claim struct {
	// Passage is the ID of the passage.
	Passage string `json:"passage"`
	About   About  `json:"about"`
	// Theme is set where About is "theme".
	Theme Theme `json:"theme,omitempty"`
	// Kind is set where About is "kind".
	Kind Kind `json:"kind,omitempty"`
	// Act is set where About is "act".
	Act *ActDetail `json:"act,omitempty"`
	// Score is 0 to 1000.
	Score    int        `json:"score"`
	Status   Status     `json:"status"`
	Maker    Maker      `json:"maker"`
	Evidence []Evidence `json:"evidence"`
}

// ActDetail says who does what towards whom.
type ActDetail struct {
	Act Act `json:"act"`
	// Holder is the name of who acts, as registered; the document's source
	// where the text names none.
	Holder string `json:"holder"`
	// HolderID is set where somebody else than the document's source acts: a
	// State in the table of support of a regional document.
	HolderID string `json:"holder_id,omitempty"`
	// Addressee is who is asked, "" where nobody is named.
	Addressee string `json:"addressee"`
	// Object is what the act is about, as far as the text identifies it: a
	// document's symbol or the words after the verb.
	Object string `json:"object"`
	// Timing is the words that say when ("the 22nd and 23rd meetings").
	Timing string `json:"timing,omitempty"`
	// Negated is set where the verb is denied ("does not support").
	Negated bool `json:"negated,omitempty"`
	// Modal is set where a recommendation says only what should be, not that
	// the source recommends it.
	Modal bool `json:"modal,omitempty"`
}

// Evidence is an exact span of a passage's text and the rule that saw it.
type Evidence struct {
	// Start and End are byte offsets into the passage's text.
	Start int `json:"start"`
	End   int `json:"end"`
	// Quote is the text between them, byte for byte.
	Quote string `json:"quote"`
	// Concept is the codebook's concept, "" for other rules.
	Concept string `json:"concept,omitempty"`
	// Phrase is the codebook's phrase or the rule's cue that matched.
	Phrase string `json:"phrase,omitempty"`
	// Weight is this evidence's part of the score, in thousandths.
	Weight int `json:"weight,omitempty"`
}

// QuoteEvidence makes evidence of the span [start,end) of text.
func QuoteEvidence(text string, start, end int) Evidence {
	return Evidence{Start: start, End: end, Quote: text[start:end]}
}
