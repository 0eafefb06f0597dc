package corpus

// Report is a comparison of submissions. Its JSON form is a contract with
// other tools; the blocks are what people read, and hold the same statements.
type Report struct {
	Scope  Scope         `json:"scope"`
	Matrix Matrix        `json:"matrix"`
	Themes []ThemeReport `json:"themes"`
	// Process is what was found on the group's own work; its theme is 0.
	Process   ThemeReport `json:"process"`
	Proposals []Proposal  `json:"proposals"`
	Groups    []ViewGroup `json:"groups"`
	Workplan  []WorkItem  `json:"workplan"`
	// Recommendations are the proposals that are addressed to the Council or
	// ask the group to recommend to it.
	Recommendations []string `json:"recommendations"`
	// Meetings compares what each source proposed from meeting to meeting.
	Meetings []MeetingChange `json:"meetings"`
	// Revisions say what a revision changed.
	Revisions []Revision `json:"revisions"`
	// Uncertain are the themes that the machine only suggests, surest first.
	Uncertain []Suggestion `json:"uncertain"`
	// Chosen are the passages that the rapporteur chose to quote, in his order.
	Chosen []Quote `json:"chosen,omitempty"`
	// Statements are all sentences whose content depends on the corpus.
	Statements []Statement `json:"statements"`
	// Passages are all that is cited, sorted by ID, so that a reader of the
	// report alone can follow every sentence.
	Passages []CitedPassage `json:"passages"`
	// Ledger is every file that was given, read or not.
	Ledger []LedgerLine `json:"ledger"`

	Title    string `json:"title"`
	Language string `json:"language"`
	// Dated is the cut-off day as the report's language writes it.
	Dated  string  `json:"dated"`
	Blocks []Block `json:"-"`
}

// Scope says what a report stands on.
type Scope struct {
	Meetings []string `json:"meetings"`
	// Cutoff is the date of the latest job whose files are counted.
	Cutoff string `json:"cutoff"`
	Works  int    `json:"works"`
	// Members counts Member States, Groups the groups, Others all other
	// sources; a group is never expanded.
	Members   int        `json:"members"`
	Groups    int        `json:"groups"`
	Others    int        `json:"others"`
	Documents []Document `json:"documents"`
	NotRead   []Document `json:"not_read"`
	Codebook  Hash       `json:"codebook"`
	Corpus    Hash       `json:"corpus"`
	Version   string     `json:"version"`
	// Attribution is "named", or "unnamed" where no source may be told from
	// the report.
	Attribution string `json:"attribution"`
	// Asked is what the report was asked for, so that it can be made again.
	Asked Asked `json:"asked"`
}

// Asked are the choices behind a report; an empty one was left to the program.
type Asked struct {
	Meetings        []string `json:"meetings"`
	Themes          []Theme  `json:"themes"`
	Parts           []string `json:"parts"`
	SessionsPerYear int      `json:"sessions_per_year"`
	Cutoff          string   `json:"cutoff"`
	// Chosen are the paragraphs that the rapporteur chose, by the hash of their
	// work and words.
	Chosen []Hash `json:"chosen,omitempty"`
}

// Document is one rendition, or one file that was not read.
type Document struct {
	Symbol   string   `json:"symbol"`
	File     string   `json:"file"`
	Title    string   `json:"title,omitempty"`
	Date     string   `json:"date,omitempty"`
	Sources  []string `json:"sources"`
	Language string   `json:"language"`
	// Version is "original", "Rev.1", "Add.1" …
	Version string `json:"version"`
	// Use is "compared", "superseded", "language version", "copy", "not read", or
	// "report" for a chair's or the secretariat's, which is listed only.
	Use    string `json:"use"`
	Reason Reason `json:"reason,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// CellState is what a matrix cell says.
type CellState string

// The four states. They must look different wherever they are shown.
const (
	CellAddressed    CellState = "addressed"
	CellCitedOnly    CellState = "cited_only"
	CellNotAddressed CellState = "not_addressed"
	CellNotRead      CellState = "not_read"
)

// Matrix is theme × source.
type Matrix struct {
	Themes  []Theme  `json:"themes"`
	Sources []Source `json:"sources"`
	// Cells are theme by theme, in the order of Sources.
	Cells []Cell `json:"cells"`
	// Counts are per theme, in the order of Themes; where no source may be
	// named they stand in place of the cells.
	Counts []ThemeTally `json:"counts"`
}

// ThemeTally is how many works and sources do what on one theme.
type ThemeTally struct {
	Theme Theme `json:"theme"`
	// Works address the theme, submitted by Members, Groups and Others. Works
	// that may not be quoted count too.
	Works   int `json:"works"`
	Members int `json:"members"`
	Groups  int `json:"groups"`
	Others  int `json:"others"`
	// CitedOnly, NotAddressed and NotRead count the sources in that state.
	CitedOnly    int `json:"cited_only"`
	NotAddressed int `json:"not_addressed"`
	NotRead      int `json:"not_read"`
	Proposals    int `json:"proposals"`
}

// Cell is one theme and one source.
type Cell struct {
	Theme  Theme     `json:"theme"`
	Source string    `json:"source"`
	State  CellState `json:"state"`
	// Passages that make the state; empty for silence.
	Passages []string `json:"passages"`
}

// Quote is one passage as it is cited.
type Quote struct {
	Passage  string   `json:"passage"`
	Sources  []string `json:"sources"`
	Quote    string   `json:"quote"`
	Language string   `json:"language"`
}

// CitedPassage is a passage that the report cites, with its place.
type CitedPassage struct {
	ID string `json:"id"`
	// Ref is the document's reference, Pinpoint the place for people.
	Ref      string `json:"ref"`
	Pinpoint string `json:"pinpoint"`
	// Short is the pinpoint within its document.
	Short    string   `json:"short"`
	Sources  []string `json:"sources"`
	Language string   `json:"language"`
	Text     string   `json:"text"`
	// Label and Page are what Short is made of, for who writes it in another
	// language.
	Label string `json:"-"`
	Page  int    `json:"-"`
}

// ThemeReport is what was found on one theme.
type ThemeReport struct {
	Theme        Theme    `json:"theme"`
	Label        string   `json:"label"`
	Challenges   []Quote  `json:"challenges"`
	Gaps         []Quote  `json:"gaps"`
	Positions    []Quote  `json:"positions"`
	Practices    []Quote  `json:"practices"`
	Proposals    []string `json:"proposals"`
	CommonGround []Quote  `json:"common_ground"`
	Differing    []Quote  `json:"differing"`
	// Open are the proposals that nobody else makes or takes a stance on, and
	// those on which somebody reserves.
	Open []string `json:"open"`
}

// Proposal is an entry of the register.
type Proposal struct {
	ID      string   `json:"id"`
	Passage string   `json:"passage"`
	Sources []string `json:"sources"`
	Act     Act      `json:"act"`
	// Addressee and Timing are as the text names them, "" where it does not.
	Addressee string  `json:"addressee"`
	Timing    string  `json:"timing"`
	Quote     string  `json:"quote"`
	Language  string  `json:"language"`
	Themes    []Theme `json:"themes"`
	Process   bool    `json:"process"`
	// Repeats are passages that say the same, of the same submission or of another
	// of the same sources to the same meeting.
	Repeats []string `json:"repeats,omitempty"`
	// Parts are the items of the list that the passage opens.
	Parts []string `json:"parts,omitempty"`
}

// ViewGroup is similar proposals of different sources.
type ViewGroup struct {
	ID string `json:"id"`
	// Gist is the verbatim text of the most central proposal.
	Gist      string   `json:"gist"`
	Proposals []string `json:"proposals"`
	Supports  []Quote  `json:"supports"`
	Reserves  []Quote  `json:"reserves"`
	Opposes   []Quote  `json:"opposes"`
	// Name is what an analyst calls the group; Edits are the decisions that made
	// it what it is: "merge", "split" or "rename".
	Name  string           `json:"name,omitempty"`
	Edits []DecisionAction `json:"edits,omitempty"`
}

// WorkItem is one session of the draft work plan, for consideration.
type WorkItem struct {
	Session string   `json:"session"`
	Issue   string   `json:"issue"`
	Themes  []Theme  `json:"themes"`
	Outputs []string `json:"outputs"`
	// From are the proposals that it rests on.
	From []string `json:"from"`
	// Sources raise challenges, gaps or proposals on the themes.
	Sources int `json:"sources"`
	// Status is always "for consideration".
	Status string `json:"status"`
}

// MeetingChange is what became of one source's proposals since the meeting
// before at which it submitted, by likeness.
type MeetingChange struct {
	Source   string `json:"source"`
	Meeting  string `json:"meeting"`
	Previous string `json:"previous"`
	// New, Repeated and Changed are proposals of Meeting; NotRepeated are of
	// Previous. Silence on them says nothing of the source's position.
	New         []string `json:"new"`
	Repeated    []string `json:"repeated"`
	Changed     []string `json:"changed"`
	NotRepeated []string `json:"not_repeated"`
}

// Revision is what one version of a text changed against the one before.
type Revision struct {
	Symbol    string          `json:"symbol"`
	Replaces  string          `json:"replaces"`
	Unchanged int             `json:"unchanged"`
	Changes   []PassageChange `json:"changes"`
}

// PassageChange is one paragraph that is new, changed or removed.
type PassageChange struct {
	// Change is "new", "changed" or "removed".
	Change string `json:"change"`
	// Passage is in the revision, Was in the version before; "" where there is
	// none.
	Passage string `json:"passage"`
	Was     string `json:"was"`
}

// Suggestion is a theme that a person should look at.
type Suggestion struct {
	Passage string `json:"passage"`
	Theme   Theme  `json:"theme"`
	Score   int    `json:"score"`
	Quote   string `json:"quote"`
}

// Statement is a sentence whose content depends on the corpus, with what it
// rests on: passage IDs, document references, or "ledger:" and a file.
type Statement struct {
	Text  string   `json:"text"`
	Cites []string `json:"cites"`
}
