package store

import (
	"context"
	"database/sql"

	"rapporteur/corpus"
)

// RenditionByHash finds the rendition whose original has these bytes.
func (s *Store) RenditionByHash(ctx context.Context, h corpus.Hash) (corpus.Rendition, bool, error) {
	found, err := all[corpus.Rendition](ctx, s.db, `SELECT body FROM renditions WHERE hash = ?`, h)
	if err != nil || len(found) == 0 {
		return corpus.Rendition{}, false, err
	}
	return found[0], true, nil
}

// RenditionsOf lists the renditions of all versions of a work, in the order in
// which they were saved.
func (s *Store) RenditionsOf(ctx context.Context, work string) ([]corpus.Rendition, error) {
	return all[corpus.Rendition](ctx, s.db, `SELECT body FROM renditions WHERE work = ? ORDER BY rowid`, work)
}

// ReceivedAs lists the paths under which a rendition was received, as they were
// given, sorted.
func (s *Store) ReceivedAs(ctx context.Context, ref string) ([]string, error) {
	return s.strings(ctx, `SELECT DISTINCT file FROM receipts WHERE ref = ? ORDER BY file`, ref)
}

// SubmissionsOf lists the submissions of a work, sorted by ID.
func (s *Store) SubmissionsOf(ctx context.Context, work string) ([]corpus.Submission, error) {
	return all[corpus.Submission](ctx, s.db, `SELECT body FROM submissions WHERE work = ? ORDER BY id`, work)
}

// Submissions lists every submission, sorted by ID.
func (s *Store) Submissions(ctx context.Context) ([]corpus.Submission, error) {
	return all[corpus.Submission](ctx, s.db, `SELECT body FROM submissions ORDER BY id`)
}

// Renditions lists every rendition, sorted by reference.
func (s *Store) Renditions(ctx context.Context) ([]corpus.Rendition, error) {
	return all[corpus.Rendition](ctx, s.db, `SELECT body FROM renditions ORDER BY ref`)
}

// Reading gives a rendition with its passages and claims, or
// [corpus.CodeNotFound].
func (s *Store) Reading(ctx context.Context, ref string) (corpus.Reading, error) {
	found, err := all[corpus.Rendition](ctx, s.db, `SELECT body FROM renditions WHERE ref = ?`, ref)
	if err != nil {
		return corpus.Reading{}, err
	}
	if len(found) == 0 {
		return corpus.Reading{}, corpus.Errorf(corpus.CodeNotFound, "no document %s in %s: \"rapporteur list submissions\" shows what there is", ref, s.dir)
	}
	return s.reading(ctx, found[0])
}

// Passages gives the passages of a rendition in their order, without what is
// claimed of them; none where there is no such rendition.
func (s *Store) Passages(ctx context.Context, ref string) ([]corpus.Passage, error) {
	return all[corpus.Passage](ctx, s.db, `SELECT body FROM passages WHERE ref = ? ORDER BY ordinal`, ref)
}

func (s *Store) reading(ctx context.Context, r corpus.Rendition) (corpus.Reading, error) {
	out := corpus.Reading{Rendition: r}
	var err error
	if out.Passages, err = s.Passages(ctx, r.Ref); err != nil {
		return out, err
	}
	out.Claims, err = all[corpus.Claim](ctx, s.db, `SELECT c.body FROM claims c JOIN passages p ON p.id = c.passage
		WHERE p.ref = ? ORDER BY p.ordinal, c.seq`, r.Ref)
	if err != nil {
		return out, err
	}
	out.Passages, out.Claims = exact(out.Passages), exact(out.Claims)
	share(out)
	if out.Claims, err = s.decided(ctx, out); err != nil {
		return out, err
	}
	latest, err := s.latestRevision(ctx, r.Symbol.Branch())
	out.Current = r.Symbol.Revision() == latest
	return out, err
}

// latestRevision gives the highest revision of a branch that is in the corpus.
func (s *Store) latestRevision(ctx context.Context, branch string) (int, error) {
	var n sql.NullInt64
	err := s.db.QueryRowContext(ctx, `SELECT max(revision) FROM renditions WHERE branch = ?`, branch).Scan(&n)
	return int(n.Int64), err
}
