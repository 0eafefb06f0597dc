package store

import (
	"context"
	"database/sql"
)

// Unindexed lists the references of renditions that the index has not taken,
// in order of reference. Copies are never indexed.
func (s *Store) Unindexed(ctx context.Context) ([]string, error) {
	return s.strings(ctx, `SELECT ref FROM renditions WHERE indexed = 0 AND copy = 0 ORDER BY ref`)
}

// MarkIndexed says that the index has taken these renditions.
func (s *Store) MarkIndexed(ctx context.Context, refs ...string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		for _, ref := range refs {
			if err := exec(ctx, tx, `UPDATE renditions SET indexed = 1 WHERE ref = ?`, ref); err != nil {
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

func (s *Store) strings(ctx context.Context, query string) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, query)
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
