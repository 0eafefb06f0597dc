package corpus

// Block is a piece of a report as people read it: a [Heading], [Paragraph],
// [Quotation] or [Table]. Renderers switch over the four.
type Block interface{ block() }

// Heading opens a part of the report.
type Heading struct {
	// Level counts from 1.
	Level int
	Text  string
	// Anchor is the name that links use.
	Anchor string
}

// Paragraph is sentences in a row. Number is the report's own paragraph
// number, the same in every language; 0 for none.
type Paragraph struct {
	Number    int
	Sentences []Statement
	// Note marks fixed wording such as the standing footer.
	Note bool
}

// Quotation is a passage verbatim.
type Quotation struct {
	Text     string
	Language string
	// Source is who says it, as shown; empty where attribution is withheld.
	Source string
	// Cite is the passage's ID, Pinpoint the same for people.
	Cite, Pinpoint string
	// Remark names the language where it is not the report's, else "".
	Remark string
	// Label names the proposal in the register, "" for other quotations.
	Label string
}

// Table is rows under a header row.
type Table struct {
	Caption string
	Header  []TableCell
	Rows    [][]TableCell
	// Wide asks for a landscape page.
	Wide bool
}

// TableCell is text with an optional state and links.
type TableCell struct {
	Text     string
	Language string
	State    CellState
	Cites    []string
	// Verbatim is set where Text is a quotation.
	Verbatim bool
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Quotation) block() {}
func (Table) block()     {}
