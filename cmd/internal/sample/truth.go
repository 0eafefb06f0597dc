package sample

import "rapporteur/corpus"

// Labels are what a careful reader finds in the corpus.
type Labels struct {
	// Documents are in the order of their symbols.
	Documents []Document `yaml:"documents"`
	// Groups are the questions on which several sources propose something.
	Groups []Group `yaml:"groups"`
}

// Document is one text, in all the files that hold it.
type Document struct {
	// Ref is the symbol, with "-E" or "-F" where the version came in two
	// languages; empty where the text prints no number.
	Ref string `yaml:"ref,omitempty"`
	// Files are names in [FS].
	Files             []string `yaml:"files"`
	Symbol            string   `yaml:"symbol,omitempty"`
	Meeting           string   `yaml:"meeting"`
	Date              string   `yaml:"date"`
	Language          string   `yaml:"language"`
	OriginalLanguages []string `yaml:"original_languages,omitempty"`
	Title             string   `yaml:"title"`
	// Nature is the document's kind as its header prints it; the line that
	// names the source may be the same.
	Nature string `yaml:"nature,omitempty"`
	// Sources and OnBehalfOf are IDs in [Members], or SECRETARIAT.
	Sources     []string           `yaml:"sources"`
	OnBehalfOf  []string           `yaml:"on_behalf_of,omitempty"`
	Attribution corpus.Attribution `yaml:"attribution"`
	// Superseded is set where a revision has taken this text's place.
	Superseded bool `yaml:"superseded,omitempty"`
	// Unread is why no program can read the file; Paragraphs are then empty.
	Unread corpus.Reason `yaml:"unread,omitempty"`
	// Paragraphs are the body without headings, and the table cells and notes
	// that say something of their own, in reading order.
	Paragraphs []Paragraph `yaml:"paragraphs,omitempty"`
}

// Paragraph is one labelled paragraph.
type Paragraph struct {
	// Label is the printed number as in [corpus.Passage], "" where none is
	// printed: such a paragraph is found by its text.
	Label   string      `yaml:"label,omitempty"`
	Section string      `yaml:"section,omitempty"`
	Role    corpus.Role `yaml:"role"`
	// Text is what a reader reads, tracked changes accepted.
	Text   string         `yaml:"text"`
	Themes []corpus.Theme `yaml:"themes,omitempty,flow"`
	Kind   corpus.Kind    `yaml:"kind"`
	// Process is set where the paragraph is about the group's own work.
	Process bool `yaml:"process,omitempty"`
	// Act is the paragraph's main act, "" where it performs none.
	Act corpus.Act `yaml:"act,omitempty"`
	// Addressee is who is asked: council, group, secretary-general, members.
	Addressee string `yaml:"addressee,omitempty"`
	// Timing is the words that say when.
	Timing string `yaml:"timing,omitempty"`
	// Group is the ID of the group of views it belongs to, and Stance what it
	// says there: propose, support, reserve or oppose.
	Group  string `yaml:"group,omitempty"`
	Stance string `yaml:"stance,omitempty"`
}

// Group is proposals of different sources that ask for the same.
type Group struct {
	ID string `yaml:"id"`
	// Gist is one plain sentence in English.
	Gist string `yaml:"gist"`
	// Proposes, Supports, Reserves and Opposes are IDs of sources, sorted.
	Proposes []string `yaml:"proposes,flow"`
	Supports []string `yaml:"supports,omitempty,flow"`
	Reserves []string `yaml:"reserves,omitempty,flow"`
	Opposes  []string `yaml:"opposes,omitempty,flow"`
}
