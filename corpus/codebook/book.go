package codebook

import (
	"slices"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook/word"
)

// Phrases are phrases by ISO 639-1 code.
type Phrases map[string][]string

// Theme is one of the twelve with what an annotator needs to know of it.
type Theme struct {
	Number corpus.Theme `yaml:"number" json:"number"`
	Slug   string       `yaml:"slug" json:"slug"`
	// Labels are by language. Those in Unofficial are our own translation.
	Labels     map[string]string `yaml:"labels" json:"labels"`
	Unofficial []string          `yaml:"unofficial" json:"unofficial"`
	Include    string            `yaml:"include" json:"include"`
	Exclude    string            `yaml:"exclude" json:"exclude"`
	Example    string            `yaml:"example" json:"example"`
}

// Concept is a thought with its words in six languages.
type Concept struct {
	ID string `yaml:"id" json:"id"`
	// Weights are thousandths by theme; 800 in a passage tag it.
	Weights map[corpus.Theme]int `yaml:"weights" json:"weights,omitempty"`
	// Process is the weight towards the group's own work, in thousandths.
	Process int     `yaml:"process" json:"process,omitempty"`
	Phrases Phrases `yaml:"phrases" json:"phrases"`
	Note    string  `yaml:"note" json:"note,omitempty"`
	// Provenance says where the phrases come from, "" for the book's authors.
	Provenance string `yaml:"provenance" json:"provenance,omitempty"`
	// Remove takes the concept of this id out of the book that is laid under.
	Remove bool `yaml:"remove" json:"-"`
	place  place
}

// Mask is wording that hides the concepts inside it.
type Mask struct {
	ID string `yaml:"id" json:"id"`
	// Class is "group" (the group's own name), "title", "organisation" or
	// "other".
	Class   string  `yaml:"class" json:"class"`
	Phrases Phrases `yaml:"phrases" json:"phrases"`
	Note    string  `yaml:"note" json:"note,omitempty"`
	Remove  bool    `yaml:"remove" json:"-"`
	place   place
}

// AnnexItem is one of the twelve as quoted, in further spellings.
type AnnexItem struct {
	Theme   corpus.Theme `yaml:"theme" json:"theme"`
	Phrases Phrases      `yaml:"phrases" json:"phrases"`
}

// ActCue is the verbs of one act.
type ActCue struct {
	Act     corpus.Act `yaml:"act" json:"act"`
	Phrases Phrases    `yaml:"phrases" json:"phrases"`
}

// KindCue is the words that speak for one kind of passage.
type KindCue struct {
	Kind corpus.Kind `yaml:"kind" json:"kind"`
	// Weight is in thousandths for each different cue that is met.
	Weight  int     `yaml:"weight" json:"weight"`
	Phrases Phrases `yaml:"phrases" json:"phrases"`
}

// Addressee is somebody who can be asked, with the name that claims give it.
type Addressee struct {
	Name    string  `yaml:"name" json:"name"`
	Phrases Phrases `yaml:"phrases" json:"phrases"`
}

// Content is all that a book says.
type Content struct {
	Themes     []Theme     `json:"themes"`
	Concepts   []Concept   `json:"concepts"`
	Masks      []Mask      `json:"masks"`
	Annex      []AnnexItem `json:"annex"`
	Acts       []ActCue    `json:"acts"`
	Kinds      []KindCue   `json:"kinds"`
	Addressees []Addressee `json:"addressees"`
	// Box are the formulae of the "Action required" box, which are no acts.
	Box Phrases `json:"box"`
	// Negations deny the verb after them.
	Negations Phrases `json:"negations"`
	// Selves are the words by which a source means itself.
	Selves Phrases `json:"selves"`
	// Drafts are the operative and preambular words of draft resolutions.
	Drafts Phrases `json:"drafts"`
	// Decoys look like a cue and are none.
	Decoys Phrases `json:"decoys"`
}

// Book is a codebook that is ready to read with. It may be shared.
type Book struct {
	content  Content
	hash     corpus.Hash
	stemmer  *word.Stemmer
	concepts lexicons
	cues     lexicons
}

// Hash is over the content, whatever the order and layout of the files.
func (b *Book) Hash() corpus.Hash { return b.hash }

// Content gives all that the book says; the caller must not change it.
func (b *Book) Content() Content { return b.content }

// Themes gives the twelve in order.
func (b *Book) Themes() []Theme { return b.content.Themes }

// Concepts gives every concept, sorted by ID.
func (b *Book) Concepts() []Concept { return b.content.Concepts }

// Concept finds a concept by its ID.
func (b *Book) Concept(id string) (Concept, bool) {
	i, ok := slices.BinarySearchFunc(b.content.Concepts, id, func(c Concept, id string) int {
		return compareStrings(c.ID, id)
	})
	if !ok {
		return Concept{}, false
	}
	return b.content.Concepts[i], true
}

// Label gives a theme's label in a language, the English one where the
// language has none, and "" for an unknown theme.
func (b *Book) Label(theme corpus.Theme, lang string) string {
	for _, t := range b.content.Themes {
		if t.Number != theme {
			continue
		}
		if label := t.Labels[lang]; label != "" {
			return label
		}
		return t.Labels["en"]
	}
	return ""
}

// Official reports whether the label in this language is the Union's own
// wording and not our translation.
func (b *Book) Official(theme corpus.Theme, lang string) bool {
	for _, t := range b.content.Themes {
		if t.Number == theme {
			return t.Labels[lang] != "" && !slices.Contains(t.Unofficial, lang)
		}
	}
	return false
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
