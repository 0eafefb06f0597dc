package store

import (
	"context"
	"database/sql"
	"slices"
)

// The column "indexed" is 0 where the index has not taken a rendition, 1 where
// it has, and 2 while it is being taken. A save in the meantime sets it to 0
// again, so that what was read before is not taken for what was saved after.

// Unindexed lists the references of renditions that the index has not taken,
// in order of reference. Copies are never indexed.
func (s *Store) Unindexed(ctx context.Context) ([]string, error) {
	return s.strings(ctx, `SELECT ref FROM renditions WHERE indexed <> 1 AND copy = 0 ORDER BY ref`)
}

// TakeUnindexed is [Store.Unindexed] for those who will index what it lists:
// they read it afterwards, and then say so by [Store.MarkIndexed].
func (s *Store) TakeUnindexed(ctx context.Context) ([]string, error) {
	refs, err := s.Unindexed(ctx)
	if err != nil || len(refs) == 0 {
		return nil, err
	}
	return s.take(ctx, `UPDATE renditions SET indexed = 2 WHERE indexed <> 1 AND copy = 0 RETURNING ref`)
}

// TakeAll is [Store.TakeUnindexed] of every rendition, for an index that is
// built anew.
func (s *Store) TakeAll(ctx context.Context) ([]string, error) {
	return s.take(ctx, `UPDATE renditions SET indexed = 2 WHERE copy = 0 RETURNING ref`)
}

func (s *Store) take(ctx context.Context, query string) (refs []string, err error) {
	err = s.within(ctx, func(tx *sql.Tx) error {
		refs, err = list(ctx, tx, query)
		return err
	})
	slices.Sort(refs)
	return refs, err
}

// MarkIndexed says that the index has taken these renditions as they were when
// they were taken in hand; those saved since stay flagged.
func (s *Store) MarkIndexed(ctx context.Context, refs ...string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		for _, ref := range refs {
			if err := exec(ctx, tx, `UPDATE renditions SET indexed = 1 WHERE ref = ? AND indexed = 2`, ref); err != nil {
				return err
			}
		}
		return nil
	})
}

// Stale lists the IDs of passages that have been replaced since the index was
// last brought level.
func (s *Store) Stale(ctx context.Context) ([]string, error) {
	return s.strings(ctx, `SELECT id FROM stale ORDER BY id`)
}

// ForgetStale says that the index no longer holds these passages as they were.
func (s *Store) ForgetStale(ctx context.Context, ids ...string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		for _, id := range ids {
			if err := exec(ctx, tx, `DELETE FROM stale WHERE id = ?`, id); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) strings(ctx context.Context, query string, args ...any) ([]string, error) {
	return list(ctx, s.db, query, args...)
}

// list gives the one text column that a query selects.
func list(ctx context.Context, db queryer, query string, args ...any) ([]string, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
