package web

import (
	"context"
	"slices"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// Where a user's collections do not hold everything, every page keeps to what
// they hold: a search by [Server.narrowed], a document by [Server.document],
// all that is counted by [Server.within].

// meetings are those that the user may see.
func (s *Server) meetings(ctx context.Context) ([]store.Meeting, error) {
	user := access.From(ctx)
	known, err := s.options.Workspace.Store.Meetings(ctx)
	return slices.DeleteFunc(known, func(m store.Meeting) bool { return !user.Sees(m.ID) }), err
}

// within gives those of the meetings asked for that the user may see, all of
// them where none is named; none is set where nothing is left.
func (s *Server) within(ctx context.Context, asked []string) (list []string, none bool, err error) {
	if access.From(ctx).SeesAll() {
		return asked, false, nil
	}
	seen, err := s.meetings(ctx)
	for _, m := range seen {
		if len(asked) == 0 || slices.Contains(asked, m.ID) {
			list = append(list, m.ID)
		}
	}
	return list, len(list) == 0, err
}

// compare gives the comparison that options ask for, within what the user may
// see.
func (s *Server) compare(ctx context.Context, o workspace.ReportOptions) (*comparison, error) {
	var none bool
	var err error
	if o.Meetings, none, err = s.within(ctx, o.Meetings); err != nil {
		return nil, err
	}
	if none {
		return nil, corpus.Errorf(corpus.CodeNotFound, "no meeting that you may see has contributions")
	}
	return s.comparisons.get(ctx, o)
}

// narrowed gives the query within what the user may see.
func (s *Server) narrowed(ctx context.Context, q corpus.Query) (_ corpus.Query, none bool, err error) {
	q.Meetings, none, err = s.within(ctx, q.Meetings)
	return q, none, err
}

// status counts what the workspace holds and the user may see.
func (s *Server) status(ctx context.Context) (store.Status, error) {
	if access.From(ctx).SeesAll() {
		return s.options.Workspace.Store.Status(ctx)
	}
	out := store.Status{Languages: map[string]int{}, Sources: map[corpus.SourceKind]int{}}
	seen, none, err := s.within(ctx, nil)
	if err != nil || none {
		return out, err
	}
	snap, err := s.options.Workspace.Store.Snapshot(ctx, seen)
	if err != nil {
		return out, err
	}
	works, sources, perMeeting := map[string]bool{}, map[string]bool{}, map[string]int{}
	for _, sub := range snap.Submissions {
		works[sub.Work] = true
		perMeeting[sub.Meeting]++
		for _, src := range sub.Sources {
			if !sources[src.ID] {
				sources[src.ID] = true
				out.Sources[src.Kind]++
			}
		}
	}
	for _, r := range snap.Readings {
		out.Languages[r.Rendition.Language]++
		out.Passages += len(r.Passages)
	}
	out.Works, out.Submissions, out.Renditions = len(works), len(snap.Submissions), len(snap.Readings)+len(snap.Copies)
	for _, m := range seen {
		out.Meetings = append(out.Meetings, store.Meeting{ID: m, Works: perMeeting[m]})
	}
	for _, line := range snap.Unread {
		if line.Meeting != "" { // whose file it is is not known otherwise
			out.Unread = append(out.Unread, line)
		}
	}
	return out, nil
}
