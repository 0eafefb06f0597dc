package web

import (
	"context"
	"slices"

	"rapporteur/cmd/internal/access"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// Where a user's collections do not hold everything, every page keeps to what
// they hold: a search by [Server.narrowed], a document by [Server.mayRead], all
// that is counted by [Server.meetings].

// meetings are those that the user may see; all is set where that is every one,
// and the list is nil then.
func (s *Server) meetings(ctx context.Context) (list []string, all bool, err error) {
	user := access.From(ctx)
	if user.SeesAll() {
		return nil, true, nil
	}
	known, err := s.options.Workspace.Store.Meetings(ctx)
	for _, m := range known {
		if user.Sees(m.ID) {
			list = append(list, m.ID)
		}
	}
	return list, false, err
}

// within gives those of the meetings asked for that the user may see, all of
// them where none is named; none is set where nothing is left.
func (s *Server) within(ctx context.Context, asked []string) (list []string, none bool, err error) {
	seen, all, err := s.meetings(ctx)
	if err != nil || all {
		return asked, false, err
	}
	if len(asked) > 0 {
		seen = slices.DeleteFunc(seen, func(m string) bool { return !slices.Contains(asked, m) })
	}
	return seen, len(seen) == 0, nil
}

// narrowed gives the query within what the user may see.
func (s *Server) narrowed(ctx context.Context, q corpus.Query) (_ corpus.Query, none bool, err error) {
	q.Meetings, none, err = s.within(ctx, q.Meetings)
	return q, none, err
}

// mayRead gives [corpus.CodeNotFound] for a work that the user may not see: that
// it exists is none of his business.
func (s *Server) mayRead(ctx context.Context, work string) error {
	user := access.From(ctx)
	if user.SeesAll() {
		return nil
	}
	subs, err := s.options.Workspace.Store.SubmissionsOf(ctx, work)
	if err != nil {
		return err
	}
	if !user.SeesAny(subs) {
		return corpus.Errorf(corpus.CodeNotFound, "no document %s", work)
	}
	return nil
}

// status counts what the workspace holds and the user may see.
func (s *Server) status(ctx context.Context) (store.Status, error) {
	seen, all, err := s.meetings(ctx)
	if err != nil {
		return store.Status{}, err
	}
	if all {
		return s.options.Workspace.Store.Status(ctx)
	}
	out := store.Status{Languages: map[string]int{}, Sources: map[corpus.SourceKind]int{}}
	if len(seen) == 0 {
		return out, nil
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
