package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"rapporteur/corpus"
)

// MostChosen is how many paragraphs one reader may have chosen.
const MostChosen = 500

// Choose adds a paragraph to those that a reader has chosen, at the end; one
// that is among them stays where it is.
func (s *Store) Choose(ctx context.Context, reader string, p corpus.ParagraphRef) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return s.within(ctx, func(tx *sql.Tx) error {
		var n int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM chosen WHERE reader = ?`, reader).Scan(&n); err != nil {
			return err
		}
		if n >= MostChosen {
			return corpus.Errorf(corpus.CodeUsage, "%s has chosen %d passages, and more cannot be: take some out first", reader, n)
		}
		err := exec(ctx, tx, `INSERT OR IGNORE INTO chosen (reader, work, text, seq, body)
			VALUES (?1, ?2, ?3, (SELECT coalesce(max(seq), 0) + 1 FROM chosen WHERE reader = ?1), ?4)`, reader, p.Work, p.Text, string(body))
		if err != nil {
			return fmt.Errorf("choose %s: %w", p.Passage, err)
		}
		return nil
	})
}

// Unchoose takes a paragraph out of those that a reader has chosen.
func (s *Store) Unchoose(ctx context.Context, reader string, p corpus.ParagraphRef) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		return exec(ctx, tx, `DELETE FROM chosen WHERE reader = ? AND work = ? AND text = ?`, reader, p.Work, p.Text)
	})
}

// Chosen gives the paragraphs that a reader has chosen, in order, in the works as
// these were numbered then.
func (s *Store) Chosen(ctx context.Context, reader string) ([]corpus.ParagraphRef, error) {
	return all[corpus.ParagraphRef](ctx, s.db, `SELECT body FROM chosen WHERE reader = ? ORDER BY seq`, reader)
}
