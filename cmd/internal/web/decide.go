package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// queue is what waits for the user's decision, within what he may see.
func (s *Server) queue(ctx context.Context, a reviewAsk) ([]workspace.Doubtful, error) {
	user := access.From(ctx)
	list, err := s.options.Workspace.Doubtful(ctx, workspace.QueueOptions{
		Theme: a.Theme, Language: a.Language, Second: a.Second, Reader: user.Name,
	})
	if err != nil || user.SeesAll() {
		return list, err
	}
	seen := make(map[string]bool) // by reference
	return slices.DeleteFunc(list, func(w workspace.Doubtful) bool {
		ref, _ := splitID(w.Passage)
		if _, known := seen[ref]; !known && err == nil {
			_, e := s.document(ctx, ref)
			if e != nil && corpus.ErrorCode(e) != corpus.CodeNotFound {
				err = e
			}
			seen[ref] = e == nil
		}
		return !seen[ref]
	}), err
}

func splitID(id string) (ref, label string) {
	ref, label, _ = strings.Cut(id, "#")
	return ref, label
}

// decide takes a decision and leads on: to the same passage while it has a
// question open, then to the next.
func (s *Server) decide(r *http.Request) (response, error) {
	ctx := r.Context()
	in, err := s.decision(r)
	if err != nil {
		return nil, err
	}
	ref, _ := splitID(in.Passage)
	if _, err := s.document(ctx, ref); err != nil { // or it is not his to see
		return nil, err
	}
	if in.Action == corpus.DecisionAdd {
		// A theme that is claimed already is accepted.
		if err := s.acceptKnown(ctx, &in); err != nil {
			return nil, err
		}
	}
	if _, err := s.options.Workspace.Decide(ctx, in); err != nil {
		return nil, err
	}
	a := parseReview(backOf(r))
	open, err := s.openQuestion(ctx, in, a)
	if err != nil {
		return nil, err
	}
	if open {
		return redirect{a.Address(in.Passage)}, nil
	}
	return redirect{a.Address(laterID(r.PostFormValue("next")))}, nil
}

// backOf is the query of the page that a form came from.
func backOf(r *http.Request) url.Values {
	u, err := url.Parse(r.PostFormValue("back"))
	if err != nil {
		return url.Values{}
	}
	return u.Query()
}

// laterID is the passage that an address of the queue leads to.
func laterID(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Query().Get("at")
}

// longestNote bounds what a reader may say to a decision, in bytes.
const longestNote = 2000

// decision reads the form of a decision.
func (s *Server) decision(r *http.Request) (workspace.Decision, error) {
	in := workspace.Decision{
		Reader: access.From(r.Context()).Name, Passage: r.PostFormValue("passage"), Note: strings.TrimSpace(r.PostFormValue("note")),
		Action: corpus.DecisionAction(r.PostFormValue("action")), Time: time.Now().UTC().Format(time.RFC3339), Program: s.options.Version,
	}
	if len(in.Note) > longestNote {
		return in, corpus.Errorf(corpus.CodeUsage, "a note has at most %d bytes", longestNote)
	}
	switch in.Action {
	case corpus.DecisionAccept, corpus.DecisionReject, corpus.DecisionAdd:
	default:
		return in, corpus.Errorf(corpus.CodeUsage, "no decision %q: there are accept, reject and add", in.Action)
	}
	n, _ := strconv.Atoi(r.PostFormValue("theme")) // 0 is no theme, and refused below
	in.Subject = corpus.Subject{About: corpus.AboutTheme, Theme: corpus.Theme(n)}
	switch kind := corpus.Kind(r.PostFormValue("kind")); {
	case kind != "":
		in.Subject = corpus.Subject{About: corpus.AboutKind, Kind: kind}
	case r.PostFormValue("process") == "1":
		in.Subject = corpus.Subject{About: corpus.AboutProcess}
	}
	if !in.Subject.Valid() {
		return in, corpus.Errorf(corpus.CodeUsage, "a decision is about a theme from 1 to %d, a kind, or the group's own work", corpus.ThemeCount)
	}
	return in, nil
}

// acceptKnown makes an addition of what is claimed already an acceptance.
func (s *Server) acceptKnown(ctx context.Context, in *workspace.Decision) error {
	ref, _ := splitID(in.Passage)
	reading, err := s.options.Workspace.Store.Reading(ctx, ref)
	if err != nil {
		return err
	}
	for _, c := range reading.Claims {
		if c.Passage == in.Passage && c.About == in.Subject.About && c.Theme == in.Subject.Theme && c.Kind == in.Subject.Kind {
			in.Action = corpus.DecisionAccept
		}
	}
	return nil
}

// openQuestion reports whether a passage still has a theme that the reader has
// not decided on.
func (s *Server) openQuestion(ctx context.Context, in workspace.Decision, a reviewAsk) (bool, error) {
	log, err := s.options.Workspace.Store.Decisions(ctx)
	if err != nil {
		return false, err
	}
	item, err := s.reviewItem(ctx, in.Passage, corpus.Standing(log), a)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(item.Questions, func(q question) bool { return q.Current }), nil
}

// undo takes the reader's last decision back and leads to its passage.
func (s *Server) undo(r *http.Request) (response, error) {
	user := access.From(r.Context())
	d, err := s.options.Workspace.Undo(r.Context(), user.Name, 0, time.Now().UTC().Format(time.RFC3339), s.options.Version)
	if err != nil {
		return nil, err
	}
	return redirect{parseReview(backOf(r)).Address(d.Passage)}, nil
}
