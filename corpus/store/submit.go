package store

import (
	"context"
	"database/sql"

	"rapporteur/corpus"
)

// Submit adds a further submission of a document that the corpus holds: the
// same bytes from a second source, or to a second meeting.
func (s *Store) Submit(ctx context.Context, sub corpus.Submission, ref string, at Place, line corpus.LedgerLine) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		if err := saveSubmission(ctx, tx, corpus.Dossier{Submission: sub}); err != nil {
			return err
		}
		if err := exec(ctx, tx, `INSERT OR REPLACE INTO receipts (submission, ref, file, job) VALUES (?,?,?,?)`,
			sub.ID, ref, line.File, at.Job); err != nil {
			return err
		}
		return note(ctx, tx, at, line, true)
	})
}
