package corpus

// File is what was received, before anything is known of it.
type File struct {
	Hash Hash `json:"hash"`
	// Name is the base name as given.
	Name      string `json:"name"`
	MediaType string `json:"media_type"`
	Size      int64  `json:"size"`
}

// Rendition is one file of one version of a work, in one language and format.
type Rendition struct {
	// Ref is the symbol, followed by a qualifier where the version has several
	// renditions: "-F" for a language version, "(Att.1)" for an attached paper,
	// ".pdf" for the same text in another format. Passage IDs begin with it.
	Ref    string `json:"ref"`
	Symbol Symbol `json:"symbol"`
	// Hash is that of the original file.
	Hash      Hash   `json:"hash"`
	File      string `json:"file"`
	MediaType string `json:"media_type"`
	Language  string `json:"language"`
	// Copy is set where another rendition of the version holds the same text
	// in the same language; a copy is kept but neither indexed nor compared.
	Copy  bool  `json:"copy,omitempty"`
	Grade Grade `json:"grade"`
	// Extractor is the reader whose text this is: "pdfium", "docx", …
	Extractor string `json:"extractor"`
	Pages     int    `json:"pages,omitempty"`
	// Program is the version of this program that read and tagged the file.
	Program string `json:"program"`
	// Codebook is the hash of the codebook that tagged it.
	Codebook Hash `json:"codebook"`
	// Header is what was read from the file and its sidecar, with the bases.
	Header Header `json:"header"`
}

// Submission is one act of contributing a work, by one or more sources, to one
// meeting. Its versions, files and languages do not make more of it.
type Submission struct {
	// ID is the work's symbol; a further submission of the same work, by
	// another source or to another meeting, has "+2" and so on after it.
	ID string `json:"id"`
	// Work is the symbol without revisions.
	Work        string      `json:"work"`
	Meeting     string      `json:"meeting"`
	Date        string      `json:"date"`
	Title       string      `json:"title"`
	Sources     []Source    `json:"sources"`
	OnBehalfOf  []Source    `json:"on_behalf_of,omitempty"`
	Attribution Attribution `json:"attribution"`
}

// Dossier is all that one file brings to the corpus; it is saved whole or not
// at all.
type Dossier struct {
	File       File
	Rendition  Rendition
	Submission Submission
	Passages   []Passage
	Claims     []Claim
}

// Reading is a rendition with its passages and what is claimed of them.
type Reading struct {
	Rendition Rendition
	// Current is false where a later revision has taken this text's place.
	Current  bool
	Passages []Passage
	Claims   []Claim
}

// Snapshot is the part of the corpus that a comparison looks at. All slices
// are sorted: submissions by ID, readings by Ref, the ledger by file.
type Snapshot struct {
	Submissions []Submission
	// Readings are without copies.
	Readings []Reading
	// Copies are renditions whose text stands in another reading.
	Copies []Rendition
	// Unread are the files given to these meetings that are not in the corpus.
	Unread []LedgerLine
	// Groups are the standing decisions about groups of views, in order.
	Groups []Decision `json:",omitempty"`
	// Hash is over everything above.
	Hash Hash
}
