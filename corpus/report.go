package corpus

// Report is a comparison of submissions. Its JSON form is a contract with
// other tools; the blocks are what people read, and hold the same statements.
type Report struct {
	Scope     Scope         `json:"scope"`
	Matrix    Matrix        `json:"matrix"`
	Themes    []ThemeReport `json:"themes"`
	Proposals []Proposal    `json:"proposals"`
	Groups    []ViewGroup   `json:"groups"`
	Workplan  []WorkItem    `json:"workplan"`
	// Statements are all sentences whose content depends on the corpus.
	Statements []Statement `json:"statements"`
	// Passages are all that is cited, sorted by ID, so that a reader of the
	// report alone can follow every sentence.
	Passages []CitedPassage `json:"passages"`
	// Ledger is every file that was given, read or not.
	Ledger []LedgerLine `json:"ledger"`

	Title    string  `json:"title"`
	Language string  `json:"language"`
	Blocks   []Block `json:"-"`
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
	// Use is "compared", "superseded", "language version", "copy" or "not read".
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
	// Repeats are passages of the same submission that say the same.
	Repeats []string `json:"repeats,omitempty"`
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
}

// WorkItem is one session of the draft work plan, for consideration.
type WorkItem struct {
	Session string   `json:"session"`
	Issue   string   `json:"issue"`
	Themes  []Theme  `json:"themes"`
	Outputs []string `json:"outputs"`
	// From are the proposals that it rests on.
	From []string `json:"from"`
}

// Statement is a sentence whose content depends on the corpus, with what it
// rests on: passage IDs, document references, or "ledger:" and a file.
type Statement struct {
	Text  string   `json:"text"`
	Cites []string `json:"cites"`
}
