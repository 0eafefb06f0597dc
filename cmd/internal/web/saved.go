package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"

	"rapporteur/cmd/internal/access"
	"rapporteur/corpus"
)

// savedSearches are the queries that are kept under names, for everybody.
type savedSearches struct {
	List []savedSearch
	// Here is the address of what is asked now, "" where nothing is that could be
	// kept or nobody may.
	Here string
	// May is set for who may forget them.
	May bool
}

// savedSearch is one, with the address that asks it.
type savedSearch struct{ Name, Path string }

func (s *Server) savedSearches(ctx context.Context, a ask) (savedSearches, error) {
	out := savedSearches{May: access.From(ctx).May(access.Analyst)}
	list, err := s.options.Workspace.Store.SavedSearches(ctx)
	for _, one := range list {
		out.List = append(out.List, savedSearch{one.Name, askOf(one.Query).address()})
	}
	a.page, a.after = 1, ""
	if here := a.address(); out.May && here != "/search" {
		out.Here = here
	}
	return out, err
}

// askOf gives the page that asks a query. What the query leaves out stands in
// its text, as whoever wrote it did.
func askOf(q corpus.Query) ask {
	a := ask{
		text: q.Text, like: q.Like, allLanguages: q.AllLanguages, conceptOnly: q.AllLanguages && q.ConceptOnly, older: q.Superseded, page: 1,
		only: map[string][]string{
			"source": q.Sources, "group": q.Groups, "region": q.Regions, "meeting": q.Meetings,
			"kind": textsOf(q.Kinds), "act": textsOf(q.Acts), "status": textsOf(q.Statuses),
		},
		not: map[string][]string{},
	}
	for _, t := range q.Themes {
		a.only["theme"] = append(a.only["theme"], themeID(t))
	}
	if q.Language != "" {
		a.only["language"] = []string{q.Language}
	}
	if q.Sort != corpus.SortRelevance {
		a.sort = q.Sort
	}
	return a
}

func textsOf[T ~string](values []T) []string {
	var out []string
	for _, v := range values {
		out = append(out, string(v))
	}
	return out
}

// asked reads the search that a form was sent from.
func asked(r *http.Request) ask {
	u, err := url.Parse(localPath(r.PostFormValue("back")))
	if err != nil {
		return parseAsk(url.Values{})
	}
	return parseAsk(u.Query())
}

// saveSearch keeps the search that the form was sent from.
func (s *Server) saveSearch(r *http.Request) (response, error) {
	a := asked(r)
	q, err := a.query()
	if err != nil {
		return nil, err
	}
	if err := s.options.Workspace.SaveSearch(r.Context(), r.PostFormValue("name"), q); err != nil {
		return nil, err
	}
	return redirect{a.address()}, nil
}

// forgetSearch no longer keeps one.
func (s *Server) forgetSearch(r *http.Request) (response, error) {
	if err := s.options.Workspace.Store.ForgetSearch(r.Context(), r.PostFormValue("forget")); err != nil {
		return nil, err
	}
	return redirect{cmp.Or(asked(r).address(), "/search")}, nil
}
