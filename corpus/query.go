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
	Acts     []Act    `json:"acts,omitempty"`
	Statuses []Status `json:"statuses,omitempty"`
	// Regions are ITU's administrative regions, A to E.
	Regions  []string `json:"regions,omitempty"`
	Language string   `json:"language,omitempty"`
	// Like is the ID of a passage: what is found says similar things, in any
	// language. Text then narrows.
	Like string `json:"like,omitempty"`
	// AllLanguages widens the text through the codebook's concepts.
	AllLanguages bool `json:"all_languages,omitempty"`
	// ConceptOnly keeps AllLanguages to the concepts that the text names. Without
	// it a text that only names concepts also finds, after the rest, passages
	// tagged with the themes that the concepts belong to.
	ConceptOnly bool `json:"concept_only,omitempty"`
	// Superseded also finds passages that a revision has replaced.
	Superseded bool `json:"superseded,omitempty"`
	// Sort is the order of the hits; "" is by relevance.
	Sort Sort `json:"sort,omitempty"`
	// Explain asks for how the query was understood and why each hit scored.
	Explain bool `json:"explain,omitempty"`
	// After is a result's Next: the hits that come after those, also where
	// passages have arrived since. It takes the place of Offset.
	After string `json:"after,omitempty"`
	// Offset and Limit page through the hits; a Limit of 0 means 20.
	Offset int `json:"offset,omitempty"`
	Limit  int `json:"limit,omitempty"`
}

// Sort is an order of hits. Within it they stand as in their documents.
type Sort string

// The orders.
const (
	SortRelevance Sort = "relevance"
	SortDate      Sort = "date"   // the latest documents first, undated ones last
	SortOldest    Sort = "oldest" // the earliest documents first, undated ones last
	SortSymbol    Sort = "symbol" // by the document's number
)

// Sorts gives every order.
func Sorts() []Sort { return []Sort{SortRelevance, SortDate, SortOldest, SortSymbol} }

// Result is what a query found.
type Result struct {
	Query string `json:"query"`
	Total int    `json:"total"`
	// Related is how many of Total only belong to the theme of what the text
	// names: see [Query.ConceptOnly].
	Related int     `json:"related,omitempty"`
	TookMS  float64 `json:"took_ms"`
	Hits    []Hit   `json:"hits"`
	// Facets are counts over all hits, most frequent first, then by ID.
	Facets map[string][]FacetCount `json:"facets"`
	// Next is what the query's After takes to go on after the last hit; "" at
	// the end.
	Next string `json:"next,omitempty"`
	// Understood is how the query was read, where it asked for that.
	Understood *Understood `json:"understood,omitempty"`
}

// Understood is a part of a query as it was looked for.
type Understood struct {
	// What says it in words: "all of", "any of", "the forms exchang (en), …".
	What string       `json:"what"`
	Of   []Understood `json:"of,omitempty"`
}

// ScorePart is what one word adds to a hit's score.
type ScorePart struct {
	// Term is the word as it was compared, Field where: "text_en" are stems of
	// that language, "exact" words as written, "heading" those of the heading
	// above.
	Term  string `json:"term"`
	Field string `json:"field"`
	// Frequency is how often it stands there; 1 for headings, beginnings and
	// spellings.
	Frequency int `json:"frequency"`
	// Found of Among passages have it: rare words weigh more.
	Found  uint64  `json:"found"`
	Among  uint64  `json:"among"`
	Weight float64 `json:"weight"`
	// Length is the passage's number of words, Mean that of those compared.
	Length int     `json:"length"`
	Mean   float64 `json:"mean"`
	Score  float64 `json:"score"`
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
	Title    string   `json:"title"`
	Text     string   `json:"text"`
	// Fragments are windows of the text, HTML-escaped, with <mark> around what
	// matched.
	Fragments []string `json:"fragments"`
	// Related marks a hit that only belongs to the theme of what the text names.
	Related bool `json:"related,omitempty"`
	// Why adds up to Score, in this order, where the query asked for it.
	Why []ScorePart `json:"why,omitempty"`
}

// FacetCount is one value of a facet.
type FacetCount struct {
	ID    string `json:"id"`
	Count int    `json:"count"`
}
