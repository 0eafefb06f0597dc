package web

import (
	"context"
	"net/http"
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
	Saved savedSearches
	// Choosing collects hits for the report.
	Choosing choosing
}

// searchBox is the form with what was asked.
type searchBox struct {
	Text                string
	AllLanguages, Older bool
	ConceptOnly         bool
	Sort                corpus.Sort
	// Like is the passage that what is found should be like; Unlike is the
	// address without it.
	Like, Unlike string
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

// hit is a passage found.
type hit struct {
	corpus.Hit
	Number int
	// Place is the paragraph within its document, Citation the whole reference.
	Place, Citation string
	// Similar is the address of what says something similar; Chosen is set where
	// the passage is chosen for the report.
	Similar string
	Chosen  bool
}

// pager leads through the pages.
type pager struct {
	Page, Pages, From, To int
	// Total is set where it is shown.
	Total          int
	Previous, Next string
}

func (s *Server) search(r *http.Request) (response, error) {
	a := parseAsk(r.URL.Query())
	page := searchPage{Search: a.box(), Chips: a.chips(), Clear: ask{text: a.text, allLanguages: a.allLanguages}.address(), Sorts: a.sorts()}
	v := view{name: "search"}
	if r.Header.Get("HX-Request-Type") == "partial" {
		v.part = "results"
	}
	if err := s.beside(r, a, &page); err != nil {
		return nil, err
	}
	result, counts, err := s.find(r.Context(), a)
	switch corpus.ErrorCode(err) {
	case "":
		page.Total, page.Related, page.TookMS = result.Total, result.Related, result.TookMS
		page.Themes = a.themes().address()
		page.Facets, page.Pager = a.facets(counts), a.pager(result)
		for i, h := range result.Hits {
			page.Hits = append(page.Hits, s.hit(h, page.Pager.From+i, s.language(r)))
			page.Hits[i].Chosen = page.Choosing.Has(h)
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

// beside fills what stands beside the hits.
func (s *Server) beside(r *http.Request, a ask, page *searchPage) (err error) {
	if page.Choosing, err = s.choosing(r.Context(), a.address()); err != nil {
		return err
	}
	if page.Saved, err = s.savedSearches(r.Context(), a); err != nil || a.like == "" {
		return err
	}
	ref, _ := splitID(a.like)
	_, err = s.document(r.Context(), ref) // or it is not his to see
	return err
}

// hit makes the citation of a passage found: symbol, paragraph, page, sources.
func (s *Server) hit(h corpus.Hit, number int, lang string) hit {
	out := hit{Hit: h, Number: number, Place: labelOf(h.ID), Similar: ask{like: h.ID}.address()}
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
		q.Offset, q.Limit, q.After = 0, 1, ""
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
	return searchBox{Text: a.text, AllLanguages: a.allLanguages, ConceptOnly: a.conceptOnly, Older: a.older, Sort: a.sort, Like: a.like, Unlike: a.unlike().address()}
}

// unlike is the ask without the passage that what is found should be like.
func (a ask) unlike() ask {
	a.like, a.page, a.after = "", 1, ""
	return a
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
		b.sort, b.page, b.after = s.sort, 1, ""
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

// pager leads on by the cursor of the last hit, and back by counting.
func (a ask) pager(r corpus.Result) pager {
	p := pager{Page: a.page, Pages: (r.Total + pageSize - 1) / pageSize, From: (a.page-1)*pageSize + 1}
	p.To = p.From - 1 + len(r.Hits)
	at := func(n int, after string) string { b := a; b.page, b.after = n, after; return b.address() }
	if a.page > 1 {
		p.Previous = at(a.page-1, "")
	}
	if r.Next != "" && p.To < r.Total {
		p.Next = at(a.page+1, r.Next)
	}
	return p
}
