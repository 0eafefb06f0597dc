package corpus

import "fmt"

// Role says where a passage stands in its document.
type Role string

// The roles, in no order.
const (
	RoleCover     Role = "cover" // lines of the header block
	RoleHeading   Role = "heading"
	RoleBody      Role = "body"
	RoleQuotation Role = "quotation" // set off by the source as another text's words
	RoleTable     Role = "table"     // one cell
	RoleBox       Role = "box"       // text box, or the Purpose/Action required box
	RoleFootnote  Role = "footnote"
	RoleComment   Role = "comment"
	RoleHidden    Role = "hidden"
	RoleHeader    Role = "header" // running head
	RoleFooter    Role = "footer"
)

// Citable reports whether passages in this role may be tagged and quoted as
// what the source says. Running heads, comments and hidden text may not.
func (r Role) Citable() bool {
	switch r {
	case RoleBody, RoleQuotation, RoleTable, RoleBox, RoleFootnote:
		return true
	}
	return false
}

// Passage is the unit that is tagged, found and cited: a numbered paragraph, a
// list item, a table cell or an unnumbered paragraph.
type Passage struct {
	// ID is the rendition's reference, "#" and the label, unique in the corpus:
	// "CWG-Internet-22/3(Rev.1)#II.1". A passage without a printed label, or
	// with one that stands earlier in the same rendition, has "p" and its
	// ordinal instead.
	ID string `json:"id"`
	// Label is the paragraph's number as printed, with that of its section
	// where the number alone restarts: "II.1". Empty where nothing is printed.
	Label string `json:"label"`
	// Ordinal counts the passages of a rendition from 1, in reading order.
	Ordinal int `json:"ordinal"`
	// Section is the text of the heading above, "" before the first.
	Section string `json:"section"`
	// Page counts from 1; 0 where the format has no pages.
	Page int  `json:"page,omitempty"`
	Role Role `json:"role"`
	// Level is a heading's depth from 1, or a list item's; 0 otherwise.
	Level int `json:"level,omitempty"`
	// Language is an ISO 639-1 code, or "und".
	Language string `json:"language"`
	// Text is what a reader reads: no label, no extractor artefacts,
	// hyphenation resolved, spaces single. UTF-8, never empty.
	Text string `json:"text"`
	// Raw is the paragraph as it stands in the file, set only where it differs
	// from Text; Anchors map Text to it.
	Raw     string   `json:"raw,omitempty"`
	Anchors []Anchor `json:"anchors,omitempty"`
	// Marks are tracked changes, as byte spans of Text. A deletion has an empty
	// span at the place where its words stood.
	Marks []Mark `json:"marks,omitempty"`
	// Boxes are where the passage stands on its pages, for highlighting.
	Boxes []Box `json:"boxes,omitempty"`
}

// Anchor says that the Len bytes of Text from Text on are the bytes of Raw
// from Raw on, unchanged.
type Anchor struct {
	Text int `json:"t"`
	Raw  int `json:"r"`
	Len  int `json:"n"`
}

// RawSpan gives the span of Raw that the bytes [start,end) of Text came from.
// Bytes that only Text has, such as the single space for a line break, belong
// to the anchor before them.
func (p Passage) RawSpan(start, end int) (int, int) {
	if p.Raw == "" {
		return start, end
	}
	return p.rawOffset(start, true), p.rawOffset(end, false)
}

func (p Passage) rawOffset(at int, opening bool) int {
	last := 0
	for _, a := range p.Anchors {
		if at < a.Text || (at == a.Text && !opening) {
			break
		}
		last = a.Raw + min(at-a.Text, a.Len)
	}
	return last
}

// Mark is a tracked change.
type Mark struct {
	Type  MarkType `json:"type"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Text  string   `json:"text"`
}

// MarkType is "ins" or "del".
type MarkType string

// The two types of tracked changes.
const (
	MarkInserted MarkType = "ins"
	MarkDeleted  MarkType = "del"
)

// Box is a rectangle on a page in points (1/72 inch), origin bottom left.
type Box struct {
	Page                     int `json:"p"`
	Left, Bottom, Right, Top float32
}

// PassageID joins a rendition's reference and a passage's label or ordinal.
func PassageID(ref, label string, ordinal int) string {
	if label == "" {
		return fmt.Sprintf("%s#p%d", ref, ordinal)
	}
	return ref + "#" + label
}

// AssignIDs numbers the passages of one rendition and gives each its ID.
func AssignIDs(ref string, passages []Passage) {
	seen := make(map[string]bool, len(passages))
	for i := range passages {
		p := &passages[i]
		p.Ordinal = i + 1
		label := p.Label
		if id := PassageID(ref, label, p.Ordinal); seen[id] {
			label = ""
		}
		p.ID = PassageID(ref, label, p.Ordinal)
		seen[p.ID] = true
	}
}
