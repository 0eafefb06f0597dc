package store

import (
	"context"
	"fmt"
)

// Version names the state of the corpus: it changes with every file that is
// given and every decision, and with nothing else.
func (s *Store) Version(ctx context.Context) (string, error) {
	var line, decision int64
	err := s.db.QueryRowContext(ctx, `SELECT coalesce((SELECT max(rowid) FROM ledger), 0),
		coalesce((SELECT max(seq) FROM decisions), 0)`).Scan(&line, &decision)
	return fmt.Sprintf("%d.%d", line, decision), err
}
