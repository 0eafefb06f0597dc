package corpus

// FileStatus is what became of a file that was given.
type FileStatus string

// The statuses of a ledger line.
const (
	FileRead    FileStatus = "read"
	FileKnown   FileStatus = "known"    // read before; nothing changed
	FileNotRead FileStatus = "not_read" // understood to be unreadable, with a reason
	FileFailed  FileStatus = "failed"   // our fault; try again
)

// Reason says why a file was not read.
type Reason string

// The reasons, a fixed list.
const (
	ReasonNone      Reason = ""
	ReasonPassword  Reason = "password"
	ReasonFormat    Reason = "format"
	ReasonGarbled   Reason = "garbled"
	ReasonScanned   Reason = "scanned"
	ReasonTooLarge  Reason = "too_large"
	ReasonTimeout   Reason = "timeout"
	ReasonMemory    Reason = "memory"
	ReasonBroken    Reason = "broken"
	ReasonEmpty     Reason = "empty"
	ReasonDuplicate Reason = "duplicate"
)

// LedgerLine accounts for one file that was given.
type LedgerLine struct {
	// File is the path as given, or inside the folder that was given.
	File   string     `json:"file"`
	Status FileStatus `json:"status"`
	Reason Reason     `json:"reason"`
	// Detail is for people: what was found and what to do.
	Detail    string `json:"detail"`
	Symbol    string `json:"symbol"`
	Rendition Hash   `json:"rendition"`
	Grade     Grade  `json:"grade"`
	Passages  int    `json:"passages"`
	// Pages is 0 for formats without pages.
	Pages int `json:"pages,omitempty"`
	// Meeting and Sources are as far as sidecar, flags and header tell them, so
	// that a report can say whose file was not read.
	Meeting string   `json:"meeting,omitempty"`
	Sources []Source `json:"sources,omitempty"`
	// Millis is wall time; it is not stored, so that ledgers compare equal.
	Millis int64 `json:"ms"`
}

// Ledger accounts for every file of one job, in the order given.
type Ledger struct {
	Job   int          `json:"job"`
	Lines []LedgerLine `json:"lines"`
	// Notes are warnings that belong to no file, such as a sidecar's row for a
	// file that was not given.
	Notes []string `json:"notes,omitempty"`
}

// Gaps counts the files that were given and not read.
func (l Ledger) Gaps() int {
	n := 0
	for _, line := range l.Lines {
		if line.Status == FileNotRead || line.Status == FileFailed {
			n++
		}
	}
	return n
}

// Grade is how far an extraction is trusted: A both readings agree, B small
// differences, C doubtful, D garbled and never indexed.
type Grade string

// The grades.
const (
	GradeA Grade = "A"
	GradeB Grade = "B"
	GradeC Grade = "C"
	GradeD Grade = "D"
)
