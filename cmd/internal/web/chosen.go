package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// chosen is the meetings that a page looks at, and those there are.
type chosen struct {
	// All are the meetings that the user may see; Meetings those looked at, empty
	// for all.
	All []chosenMeeting
	// Any is the page's address for all meetings.
	Any      string
	Meetings []string
}

// chosenMeeting is one meeting with the address that asks for it alone.
type chosenMeeting struct {
	store.Meeting
	Path   string
	Chosen bool
}

// chosen reads the meetings that an address asks for.
func (s *Server) chosen(ctx context.Context, u *url.URL) (chosen, error) {
	meetings, err := s.meetings(ctx)
	if err != nil {
		return chosen{}, err
	}
	asked := unique(u.Query()["meeting"])
	out := chosen{Any: withParameter(u, "meeting")}
	for _, m := range meetings {
		out.All = append(out.All, chosenMeeting{m, withParameter(u, "meeting", m.ID), slices.Contains(asked, m.ID)})
	}
	for _, id := range asked {
		if !slices.ContainsFunc(out.All, func(m chosenMeeting) bool { return m.ID == id }) {
			return out, corpus.Errorf(corpus.CodeNotFound, "nothing was submitted to %s", id)
		}
	}
	var none bool
	if out.Meetings, none, err = s.within(ctx, asked); err == nil && none {
		err = corpus.Errorf(corpus.CodeNotFound, "there is nothing here that you may see")
	}
	return out, err
}

// comparisonLanguage is that of the comparison behind the pages. They take no
// words from it, so one serves every language of the interface.
const comparisonLanguage = "en"

// compared gives the comparison of the meetings in scope.
func (s *Server) compared(r *http.Request, meetings []string) (*comparison, error) {
	return s.compare(r.Context(), workspace.ReportOptions{Meetings: meetings, Language: comparisonLanguage})
}

// withParameter gives an address with other values for one parameter.
func withParameter(u *url.URL, name string, values ...string) string {
	v := u.Query()
	v.Del(name)
	for _, value := range values {
		v.Add(name, value)
	}
	out := u.Path
	if query := v.Encode(); query != "" {
		out += "?" + query
	}
	return out
}

// inOrder puts sources into the order of their kinds, then of their names in a
// language.
func (s *Server) inOrder(sources []corpus.Source, lang string) []corpus.Source {
	ids := make([]string, len(sources))
	byID := make(map[string]corpus.Source, len(sources))
	for i, src := range sources {
		ids[i], byID[src.ID] = src.ID, src
	}
	s.options.Workspace.Members.Sort(ids, lang)
	out := make([]corpus.Source, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
		if name := s.options.Workspace.Members.Name(id, lang); name != id {
			out[i].Name = name
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Source) int { return cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)) })
	return out
}

func kindRank(k corpus.SourceKind) int {
	return slices.Index([]corpus.SourceKind{
		corpus.SourceMember, corpus.SourceGroup, corpus.SourceSectorMember, corpus.SourceStakeholder, corpus.SourceSecretariat, corpus.SourceOther,
	}, k)
}
