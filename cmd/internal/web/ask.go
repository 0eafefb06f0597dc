package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// pageSize is how many hits a page shows.
const pageSize = 20

// facetNames are the facets, in the order in which they are shown.
var facetNames = []string{"theme", "kind", "act", "source", "group", "region", "meeting", "language", "status"}

// ask is what a search page's address says: the query, and what to leave out.
type ask struct {
	text string
	// only and not are the values asked for and those left out, by facet.
	only, not           map[string][]string
	allLanguages, older bool
	// conceptOnly leaves out what only belongs to the theme of the concepts.
	conceptOnly bool
	sort        corpus.Sort
	// like is the ID of a passage; what is found says similar things.
	like string
	page int // from 1
	// after is the cursor behind which the page begins, "" for one that is
	// counted from the first: a passage that comes in meanwhile moves nothing.
	after string
}

// sorts are the orders of hits, with the last part of their message's key.
var sorts = []struct {
	key  string
	sort corpus.Sort
}{{"best", ""}, {"newest", corpus.SortDate}, {"oldest", corpus.SortOldest}, {"by_symbol", corpus.SortSymbol}}

// parseAsk reads an address. What it does not know it passes over, so that an
// old address still finds something.
func parseAsk(v url.Values) ask {
	a := ask{text: strings.TrimSpace(v.Get("q")), only: map[string][]string{}, not: map[string][]string{}, page: 1}
	for _, name := range facetNames {
		a.only[name] = unique(v[name])
		a.not[name] = unique(v["not-"+name])
	}
	a.allLanguages, a.older = v.Get("all") == "1", v.Get("older") == "1"
	a.conceptOnly = a.allLanguages && v.Get("concept") == "1"
	if sort := corpus.Sort(v.Get("sort")); sort != corpus.SortRelevance && slices.Contains(corpus.Sorts(), sort) {
		a.sort = sort
	}
	a.like, a.after = strings.TrimSpace(v.Get("like")), v.Get("after")
	if n, err := strconv.Atoi(v.Get("page")); err == nil && n > 1 {
		a.page = min(n, 5000)
	}
	return a
}

func unique(values []string) []string {
	var out []string
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(out, v) && len(out) < 50 {
			out = append(out, v)
		}
	}
	return out
}

// address is the page's address; equal asks have equal addresses.
func (a ask) address() string { return searchPath(a.values().Encode()) }

func searchPath(query string) string {
	if query == "" {
		return "/search"
	}
	return "/search?" + query
}

// values are the address's parameters.
func (a ask) values() url.Values {
	v := url.Values{}
	if a.text != "" {
		v.Set("q", a.text)
	}
	for _, name := range facetNames {
		v[name] = a.only[name]
		v["not-"+name] = a.not[name]
	}
	if a.allLanguages {
		v.Set("all", "1")
	}
	if a.conceptOnly {
		v.Set("concept", "1")
	}
	if a.older {
		v.Set("older", "1")
	}
	if a.sort != "" {
		v.Set("sort", string(a.sort))
	}
	if a.page > 1 {
		v.Set("page", strconv.Itoa(a.page))
	}
	if a.like != "" {
		v.Set("like", a.like)
	}
	if a.after != "" {
		v.Set("after", a.after)
	}
	return v
}

// query is the value that the index is asked with. What is left out is said in
// the query's own language.
func (a ask) query() (corpus.Query, error) {
	q := corpus.Query{
		Text: a.text, Sources: a.only["source"], Groups: a.only["group"], Meetings: a.only["meeting"],
		Regions: a.only["region"], Kinds: of[corpus.Kind](a.only["kind"]), Acts: of[corpus.Act](a.only["act"]), Statuses: of[corpus.Status](a.only["status"]),
		Like: a.like, After: a.after,
		AllLanguages: a.allLanguages, ConceptOnly: a.conceptOnly, Superseded: a.older, Sort: a.sort, Limit: pageSize, Offset: (a.page - 1) * pageSize,
	}
	for _, id := range a.only["theme"] {
		t, ok := corpus.ParseTheme(id)
		if !ok {
			return q, corpus.Errorf(corpus.CodeUsage, "theme %q: themes are 1 to %d", id, corpus.ThemeCount)
		}
		q.Themes = append(q.Themes, t)
	}
	var besides []string
	if languages := a.only["language"]; len(languages) == 1 {
		q.Language = languages[0]
	} else if len(languages) > 1 {
		besides = append(besides, "lang:"+strings.Join(languages, ","))
	}
	for _, name := range facetNames {
		for _, value := range a.not[name] {
			besides = append(besides, "-"+cmp.Or(queryFields[name], name)+":"+quoteValue(value))
		}
	}
	if len(besides) > 0 {
		if q.Text != "" {
			q.Text = "(" + q.Text + ") "
		}
		q.Text += strings.Join(besides, " ")
	}
	return q, nil
}

// queryFields are the facets that the query language calls otherwise.
var queryFields = map[string]string{"language": "lang"}

func quoteValue(v string) string {
	if strings.ContainsAny(v, " ,()\"") {
		return `"` + strings.ReplaceAll(v, `"`, "") + `"`
	}
	return v
}

// with gives the ask with a value asked for, left out, or neither, from page 1.
func (a ask) with(facet, value string, only, not bool) ask {
	b := a
	b.page, b.after = 1, ""
	b.only, b.not = cloned(a.only), cloned(a.not)
	b.only[facet] = toggled(a.only[facet], value, only)
	b.not[facet] = toggled(a.not[facet], value, not)
	return b
}

// of makes typed values of those of an address.
func of[T ~string](values []string) []T {
	var out []T
	for _, v := range values {
		out = append(out, T(v))
	}
	return out
}

func cloned(m map[string][]string) map[string][]string {
	out := make(map[string][]string, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

func toggled(list []string, value string, in bool) []string {
	out := slices.DeleteFunc(slices.Clone(list), func(v string) bool { return v == value })
	if in {
		out = append(out, value)
	}
	return out
}

func themeID(t corpus.Theme) string { return strconv.Itoa(int(t)) }
