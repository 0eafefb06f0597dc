package corpus

// Query is what an analyst asks. The zero value asks for everything. It is a
// value: the command line, a page's address and a saved search hold the same.
type Query struct {
	Text     string   `json:"text,omitempty"`
	Themes   []Theme  `json:"themes,omitempty"`
	Sources  []string `json:"sources,omitempty"`
	Groups   []string `json:"groups,omitempty"`
	Meetings []string `json:"meetings,omitempty"`
	Kinds    []Kind   `json:"kinds,omitempty"`
	Language string   `json:"language,omitempty"`
	// AllLanguages widens the text through the codebook's concepts.
	AllLanguages bool `json:"all_languages,omitempty"`
	// Superseded also finds passages that a revision has replaced.
	Superseded bool `json:"superseded,omitempty"`
	// Offset and Limit page through the hits; a Limit of 0 means 20.
	Offset int `json:"offset,omitempty"`
	Limit  int `json:"limit,omitempty"`
}

// Result is what a query found.
type Result struct {
	Query  string  `json:"query"`
	Total  int     `json:"total"`
	TookMS float64 `json:"took_ms"`
	Hits   []Hit   `json:"hits"`
	// Facets are counts over all hits, most frequent first, then by ID.
	Facets map[string][]FacetCount `json:"facets"`
}

// Hit is one passage found.
type Hit struct {
	ID       string   `json:"id"`
	Symbol   string   `json:"symbol"`
	Label    string   `json:"label"`
	Page     int      `json:"page"`
	Section  string   `json:"section"`
	Sources  []string `json:"sources"`
	Meeting  string   `json:"meeting"`
	Date     string   `json:"date"`
	Language string   `json:"language"`
	Themes   []Theme  `json:"themes"`
	Kind     Kind     `json:"kind"`
	Score    float64  `json:"score"`
	Text     string   `json:"text"`
	// Fragments are windows of the text, HTML-escaped, with <mark> around what
	// matched.
	Fragments []string `json:"fragments"`
}

// FacetCount is one value of a facet.
type FacetCount struct {
	ID    string `json:"id"`
	Count int    `json:"count"`
}
