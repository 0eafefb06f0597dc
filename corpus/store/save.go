package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"rapporteur/corpus"
)

// Place says which line of which job's ledger a file has.
type Place struct {
	Job, Seq int
}

// Save keeps a dossier with its original and its ledger line, whole or not at
// all, and returns once all is on disk. A rendition saved before is replaced,
// its passages and claims with it. A dossier that breaks a rule of the corpus
// is refused with [corpus.CodeInvalid].
func (s *Store) Save(ctx context.Context, d corpus.Dossier, original []byte, at Place, line corpus.LedgerLine) error {
	return s.save(ctx, d, original, at, line, func(*sql.Tx) error { return nil })
}

// save also does what belongs to the same transaction.
func (s *Store) save(ctx context.Context, d corpus.Dossier, original []byte, at Place, line corpus.LedgerLine, also func(*sql.Tx) error) error {
	if err := d.Verify(); err != nil {
		return err
	}
	if got := corpus.HashOf(original); got != d.File.Hash {
		return corpus.Errorf(corpus.CodeInvalid, "%s: the bytes are not those of %s", d.File.Name, d.File.Hash)
	}
	if err := s.keepOriginal(d.File.Hash, original); err != nil {
		return err
	}
	err := s.within(ctx, func(tx *sql.Tx) error {
		for _, step := range []func(context.Context, *sql.Tx, corpus.Dossier) error{
			saveFile, saveRendition, savePassages, saveClaims, saveSubmission,
		} {
			if err := step(ctx, tx, d); err != nil {
				return err
			}
		}
		if err := exec(ctx, tx, `INSERT OR REPLACE INTO receipts (submission, ref, file, job) VALUES (?,?,?,?)`,
			d.Submission.ID, d.Rendition.Ref, line.File, at.Job); err != nil {
			return err
		}
		if err := also(tx); err != nil {
			return err
		}
		return note(ctx, tx, at, line, true)
	})
	if err != nil {
		return fmt.Errorf("save %s: %w", d.File.Name, err)
	}
	return nil
}

func exec(ctx context.Context, tx *sql.Tx, query string, args ...any) error {
	_, err := tx.ExecContext(ctx, query, args...)
	return err
}

func saveFile(ctx context.Context, tx *sql.Tx, d corpus.Dossier) error {
	return exec(ctx, tx, `INSERT OR IGNORE INTO files (hash, name, media_type, size) VALUES (?,?,?,?)`,
		d.File.Hash, d.File.Name, d.File.MediaType, d.File.Size)
}

// saveRendition also flags its siblings, whose text it may supersede, for the
// index to look at again.
func saveRendition(ctx context.Context, tx *sql.Tx, d corpus.Dossier) error {
	body, err := json.Marshal(d.Rendition)
	if err != nil {
		return err
	}
	sym := d.Rendition.Symbol
	if err := dropOld(ctx, tx, d.Rendition); err != nil {
		return err
	}
	err = exec(ctx, tx, `INSERT INTO renditions (ref, work, branch, revision, hash, copy, indexed, body)
		VALUES (?,?,?,?,?,?,0,?) ON CONFLICT (ref) DO UPDATE SET
		work = excluded.work, branch = excluded.branch, revision = excluded.revision, hash = excluded.hash,
		copy = excluded.copy, indexed = 0, body = excluded.body`,
		d.Rendition.Ref, sym.Work(), sym.Branch(), sym.Revision(), d.Rendition.Hash, d.Rendition.Copy, string(body))
	if err != nil {
		return err
	}
	return exec(ctx, tx, `UPDATE renditions SET indexed = 0 WHERE branch = ?`, sym.Branch())
}

// dropOld takes away the passages of a rendition that is read again, and the
// rendition itself where its symbol has been corrected, with the submissions
// that nothing supports any more. The index is told by the table of the stale.
func dropOld(ctx context.Context, tx *sql.Tx, r corpus.Rendition) error {
	for _, q := range []string{
		`INSERT OR IGNORE INTO stale SELECT id FROM passages WHERE ref = ?1
			OR ref IN (SELECT ref FROM renditions WHERE hash = ?2 AND ref <> ?1)`,
		`DELETE FROM passages WHERE ref = ?1`,
		`DELETE FROM renditions WHERE hash = ?2 AND ref <> ?1`,
		`DELETE FROM submissions WHERE ?1 <> '' AND ?2 <> '' AND id NOT IN (SELECT submission FROM receipts)`,
	} {
		if err := exec(ctx, tx, q, r.Ref, r.Hash); err != nil {
			return err
		}
	}
	return nil
}

func savePassages(ctx context.Context, tx *sql.Tx, d corpus.Dossier) error {
	stmt, err := tx.PrepareContext(ctx, `INSERT INTO passages (id, ref, ordinal, body) VALUES (?,?,?,?)`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, p := range d.Passages {
		body, err := json.Marshal(p)
		if err != nil {
			return err
		}
		if _, err := stmt.ExecContext(ctx, p.ID, d.Rendition.Ref, p.Ordinal, string(body)); err != nil {
			return fmt.Errorf("passage %s: %w", p.ID, err)
		}
	}
	return nil
}

func saveClaims(ctx context.Context, tx *sql.Tx, d corpus.Dossier) error {
	stmt, err := tx.PrepareContext(ctx, `INSERT INTO claims (passage, seq, body) VALUES (?,?,?)`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	next := make(map[string]int, len(d.Passages))
	for _, c := range d.Claims {
		body, err := json.Marshal(c)
		if err != nil {
			return err
		}
		next[c.Passage]++
		if _, err := stmt.ExecContext(ctx, c.Passage, next[c.Passage], string(body)); err != nil {
			return fmt.Errorf("claim about %s: %w", c.Passage, err)
		}
	}
	return nil
}

func saveSubmission(ctx context.Context, tx *sql.Tx, d corpus.Dossier) error {
	body, err := json.Marshal(d.Submission)
	if err != nil {
		return err
	}
	if err := exec(ctx, tx, `INSERT INTO submissions (id, work, meeting, body) VALUES (?,?,?,?)
		ON CONFLICT (id) DO UPDATE SET work = excluded.work, meeting = excluded.meeting, body = excluded.body`,
		d.Submission.ID, d.Submission.Work, d.Submission.Meeting, string(body)); err != nil {
		return err
	}
	// The index holds sources and meetings with every passage of the work.
	return exec(ctx, tx, `UPDATE renditions SET indexed = 0 WHERE work = ?`, d.Submission.Work)
}
