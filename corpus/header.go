package corpus

// Basis says where a header's value comes from, in falling order of trust.
type Basis string

// The bases. A person's correction wins over everything, a sidecar over what is
// read from the file; a flag wins over nothing but absence.
const (
	BasisCorrected  Basis = "corrected"
	BasisSidecar    Basis = "sidecar"
	BasisSourceLine Basis = "source line"
	BasisHeader     Basis = "header"
	BasisFileName   Basis = "file name"
	BasisBody       Basis = "inferred from body"
	BasisFlag       Basis = "flag"
	BasisAssigned   Basis = "assigned" // made by us because nothing is printed
	BasisDefault    Basis = "default"
)

// Field is a header's value with its basis. An absent field has no basis.
type Field[T any] struct {
	Value T     `json:"value"`
	Basis Basis `json:"basis,omitempty"`
	// Conflict is what a less trusted basis said instead, "" where all agree.
	Conflict string `json:"conflict,omitempty"`
}

// Known reports whether the field has a value.
func (f Field[T]) Known() bool { return f.Basis != "" }

// Or gives f where it is known and other where it is not.
func (f Field[T]) Or(other Field[T]) Field[T] {
	if f.Known() {
		return f
	}
	return other
}

// Header is what a document says of itself in its header block, its file name
// and the sidecar that came with it.
type Header struct {
	Symbol Field[Symbol] `json:"symbol"`
	// Body is the conference or group: "CWG-Internet", "C25".
	Body Field[string] `json:"body"`
	// Meeting is the body with the meeting's number: "CWG-Internet-22".
	Meeting Field[string] `json:"meeting"`
	// Date is ISO 8601, as precise as printed: "2025-09-12", "2025-09", "2025".
	Date  Field[string] `json:"date"`
	Place Field[string] `json:"place"`
	// OriginalLanguages are ISO 639-1 codes.
	OriginalLanguages Field[[]string] `json:"original_languages"`
	Title             Field[string]   `json:"title"`
	AgendaItem        Field[string]   `json:"agenda_item"`
	// Nature is the document's kind as printed: "Contribution", "Note by the
	// Secretary-General", "Report by the Chair".
	Nature      Field[string]      `json:"nature"`
	Sources     Field[[]Source]    `json:"sources"`
	OnBehalfOf  Field[[]Source]    `json:"on_behalf_of"`
	Language    Field[string]      `json:"language"`
	Attribution Field[Attribution] `json:"attribution"`
}
