package web

import (
	"net/http"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// homePage says what the workspace holds and where to begin.
type homePage struct {
	Status store.Status
	Themes []facetValue
}

func (s *Server) home(r *http.Request) (response, error) {
	status, err := s.status(r.Context())
	if err != nil {
		return nil, err
	}
	page := homePage{Status: status}
	found, err := s.ask(r.Context(), corpus.Query{Limit: 1})
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int)
	for _, c := range found.Facets["theme"] {
		counts[c.ID] = c.Count
	}
	for _, t := range corpus.Themes() {
		id := themeID(t)
		page.Themes = append(page.Themes, facetValue{Named: Named{"theme", id}, Count: counts[id]})
	}
	return view{name: "home", page: page}, nil
}
