package web

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// searchPage is what was asked and found.
type searchPage struct {
	Search searchBox
	Chips  []chip
	// Clear is the address without any filter.
	Clear  string
	Sorts  []link
	Facets []facet
	Total  int
	// Related is how many of Total only belong to the theme of what was asked
	// for; Themes is the address with them, or without.
	Related int
	Themes  string
	TookMS  float64
	Hits    []hit
	// Wrong is what cannot be understood in the query, "" where it can.
	Wrong string
	Pager pager
}

// searchBox is the form with what was asked.
type searchBox struct {
	Text                string
	AllLanguages, Older bool
	ConceptOnly         bool
	Sort                corpus.Sort
}

// Named is a value of a facet.
type Named struct{ Facet, ID string }

// Theme is the theme that the value of the facet of themes stands for.
func (n Named) Theme() corpus.Theme {
	t, err := strconv.Atoi(n.ID)
	if n.Facet != "theme" || err != nil {
		return 0
	}
	return corpus.Theme(t)
}

// chip is one filter that is set.
type chip struct {
	Named
	Not bool
	// Without is the address without it.
	Without string
}

// Field is the name under which a form sends the filter.
func (c chip) Field() string {
	if c.Not {
		return "not-" + c.Facet
	}
	return c.Facet
}

// facet is one list of values with counts.
type facet struct {
	Name   string
	Values []facetValue
	// More are further values, shown on demand.
	More []facetValue
}

// facetValue is one value with the addresses that ask for it and leave it out.
type facetValue struct {
	Named
	Count int
	// Share is the count in thousandths of the largest of its facet.
	Share     int
	Only, Not bool
	// Toggle asks for the value or does no longer; Exclude leaves it out.
	Toggle, Exclude string
}

// hit is a passage found.
type hit struct {
	corpus.Hit
	Number int
	// Place is the paragraph within its document, Citation the whole reference.
	Place, Citation string
}

// pager leads through the pages.
type pager struct {
	Page, Pages, From, To int
	Previous, Next        string
}

func (s *Server) search(r *http.Request) (response, error) {
	a := parseAsk(r.URL.Query())
	page := searchPage{Search: a.box(), Chips: a.chips(), Clear: ask{text: a.text, allLanguages: a.allLanguages}.address(), Sorts: a.sorts()}
	v := view{name: "search"}
	if r.Header.Get("HX-Request-Type") == "partial" {
		v.part = "results"
	}
	result, counts, err := s.find(r.Context(), a)
	switch corpus.ErrorCode(err) {
	case "":
		page.Total, page.Related, page.TookMS = result.Total, result.Related, result.TookMS
		page.Themes = a.themes().address()
		page.Facets, page.Pager = a.facets(counts), a.pager(result.Total)
		for i, h := range result.Hits {
			page.Hits = append(page.Hits, s.hit(h, page.Pager.From+i, s.language(r)))
		}
	case corpus.CodeUsage: // somebody is still typing
		page.Wrong = err.Error()
		if v.part == "" {
			v.status = http.StatusBadRequest
		}
	default:
		return nil, err
	}
	v.page = page
	return v, nil
}

// hit makes the citation of a passage found: symbol, paragraph, page, sources.
func (s *Server) hit(h corpus.Hit, number int, lang string) hit {
	out := hit{Hit: h, Number: number, Place: labelOf(h.ID)}
	parts := []string{h.Symbol, s.words.Text(lang, "word.paragraph", out.Place)}
	if h.Page > 0 {
		parts = append(parts, s.words.Text(lang, "word.page", h.Page))
	}
	var names []string
	for _, id := range h.Sources {
		names = append(names, s.options.Workspace.Members.Name(id, lang))
	}
	out.Citation = strings.Join(parts, ", ")
	if len(names) > 0 {
		out.Citation += " (" + strings.Join(names, ", ") + ")"
	}
	return out
}

// find asks the index. The counts of a facet of which values are asked for or
// left out are those without that, so that its other values can be added.
func (s *Server) find(ctx context.Context, a ask) (corpus.Result, map[string][]corpus.FacetCount, error) {
	q, err := a.query()
	if err != nil {
		return corpus.Result{}, nil, err
	}
	result, err := s.ask(ctx, q)
	if err != nil {
		return result, nil, err
	}
	counts := make(map[string][]corpus.FacetCount)
	for _, name := range facetNames {
		counts[name] = result.Facets[name]
		if len(a.only[name])+len(a.not[name]) == 0 {
			continue
		}
		wider := a
		wider.only, wider.not = cloned(a.only), cloned(a.not)
		wider.only[name], wider.not[name] = nil, nil
		if q, err = wider.query(); err != nil {
			return result, nil, err
		}
		q.Offset, q.Limit = 0, 1
		other, err := s.ask(ctx, q)
		if err != nil {
			return result, nil, err
		}
		counts[name] = other.Facets[name]
	}
	return result, counts, nil
}

// ask asks the index within what the user may see.
func (s *Server) ask(ctx context.Context, q corpus.Query) (corpus.Result, error) {
	q, none, err := s.narrowed(ctx, q)
	if err != nil || none {
		return corpus.Result{}, err
	}
	return s.options.Workspace.Search(ctx, q)
}

func (a ask) box() searchBox {
	return searchBox{Text: a.text, AllLanguages: a.allLanguages, ConceptOnly: a.conceptOnly, Older: a.older, Sort: a.sort}
}

// themes is the ask with what only belongs to a theme, where it has been
// without, and the other way round.
func (a ask) themes() ask {
	a.conceptOnly, a.page = !a.conceptOnly, 1
	return a
}

func (a ask) sorts() []link {
	var out []link
	for _, s := range sorts {
		b := a
		b.sort, b.page = s.sort, 1
		out = append(out, link{s.key, b.address(), s.sort == a.sort})
	}
	return out
}

func (a ask) chips() []chip {
	var out []chip
	for _, name := range facetNames {
		for _, v := range a.only[name] {
			out = append(out, chip{Named: Named{name, v}, Without: a.with(name, v, false, false).address()})
		}
		for _, v := range a.not[name] {
			out = append(out, chip{Named: Named{name, v}, Not: true, Without: a.with(name, v, false, false).address()})
		}
	}
	return out
}

// shownValues is how many values of a facet are shown at once.
const shownValues = 8

func (a ask) facets(counts map[string][]corpus.FacetCount) []facet {
	var out []facet
	for _, name := range facetNames {
		f := facet{Name: name}
		largest := 1
		for _, c := range counts[name] {
			largest = max(largest, c.Count)
		}
		var values []facetValue
		for _, c := range counts[name] {
			values = append(values, a.facetValue(name, c, largest))
		}
		if name == "theme" {
			slices.SortStableFunc(values, func(x, y facetValue) int { return int(x.Theme() - y.Theme()) })
			f.Values = values
		} else {
			f.Values = values[:min(shownValues, len(values))]
			f.More = values[len(f.Values):min(len(values), 100)]
		}
		if len(values) > 0 {
			out = append(out, f)
		}
	}
	return out
}

func (a ask) facetValue(name string, c corpus.FacetCount, largest int) facetValue {
	v := facetValue{
		Named: Named{name, c.ID}, Count: c.Count, Share: c.Count * 1000 / largest,
		Only: slices.Contains(a.only[name], c.ID), Not: slices.Contains(a.not[name], c.ID),
	}
	v.Toggle = a.with(name, c.ID, !v.Only, false).address()
	v.Exclude = a.with(name, c.ID, false, !v.Not).address()
	return v
}

func (a ask) pager(total int) pager {
	p := pager{Page: a.page, Pages: (total + pageSize - 1) / pageSize, From: (a.page-1)*pageSize + 1, To: min(a.page*pageSize, total)}
	at := func(n int) string { b := a; b.page = n; return b.address() }
	if a.page > 1 {
		p.Previous = at(a.page - 1)
	}
	if a.page < p.Pages {
		p.Next = at(a.page + 1)
	}
	return p
}
