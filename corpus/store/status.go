package store

import (
	"context"
	"slices"

	"rapporteur/corpus"
)

// Status is what a workspace holds, in numbers.
type Status struct {
	Works       int `json:"works"`
	Versions    int `json:"versions"`
	Renditions  int `json:"renditions"`
	Submissions int `json:"submissions"`
	Passages    int `json:"passages"`
	Claims      int `json:"claims"`
	// Languages counts renditions by language, Sources counts by kind who
	// submitted, the groups on whose behalf it was among them.
	Languages map[string]int            `json:"languages"`
	Sources   map[corpus.SourceKind]int `json:"sources"`
	Meetings  []Meeting                 `json:"meetings"`
	Unread    []corpus.LedgerLine       `json:"unread"`
}

// Meeting is a meeting with the number of works submitted to it.
type Meeting struct {
	ID    string `json:"id"`
	Works int    `json:"works"`
}

// Status counts what the workspace holds.
func (s *Store) Status(ctx context.Context) (Status, error) {
	out := Status{Languages: map[string]int{}, Sources: map[corpus.SourceKind]int{}}
	counts := []struct {
		into  *int
		query string
	}{
		{&out.Works, `SELECT count(DISTINCT work) FROM renditions`},
		{&out.Versions, `SELECT count(DISTINCT branch || '#' || revision) FROM renditions`},
		{&out.Renditions, `SELECT count(*) FROM renditions`},
		{&out.Submissions, `SELECT count(*) FROM submissions`},
		{&out.Passages, `SELECT count(*) FROM passages`},
		{&out.Claims, `SELECT count(*) FROM claims`},
	}
	for _, c := range counts {
		if err := s.db.QueryRowContext(ctx, c.query).Scan(c.into); err != nil {
			return out, err
		}
	}
	if err := s.countSources(ctx, &out); err != nil {
		return out, err
	}
	var err error
	if out.Meetings, err = s.Meetings(ctx); err != nil {
		return out, err
	}
	out.Unread, err = s.Unread(ctx)
	return out, err
}

// Sizes counts passages and decisions.
func (s *Store) Sizes(ctx context.Context) (passages, decisions int, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM decisions)`).Scan(&passages, &decisions)
	return passages, decisions, err
}

func (s *Store) countSources(ctx context.Context, out *Status) error {
	renditions, err := s.Renditions(ctx)
	if err != nil {
		return err
	}
	for _, r := range renditions {
		out.Languages[r.Language]++
	}
	subs, err := s.Submissions(ctx)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, sub := range subs {
		for _, src := range slices.Concat(sub.Sources, sub.OnBehalfOf) {
			if !seen[src.ID] {
				seen[src.ID] = true
				out.Sources[src.Kind]++
			}
		}
	}
	return nil
}

// Meetings lists the meetings to which something was submitted, by ID.
func (s *Store) Meetings(ctx context.Context) ([]Meeting, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT meeting, count(DISTINCT work) FROM submissions GROUP BY meeting ORDER BY meeting`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	meetings := []Meeting{}
	for rows.Next() {
		var m Meeting
		if err := rows.Scan(&m.ID, &m.Works); err != nil {
			return nil, err
		}
		meetings = append(meetings, m)
	}
	return meetings, rows.Err()
}
