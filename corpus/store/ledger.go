package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"rapporteur/corpus"
)

// Job is one run of ingest.
type Job struct {
	ID int `json:"id"`
	// Date is the day it ran, ISO 8601.
	Date    string `json:"date"`
	Program string `json:"program"`
	// Changed is set where the job added or replaced something.
	Changed bool `json:"changed"`
}

// BeginJob opens a ledger and gives the job's number.
func (s *Store) BeginJob(ctx context.Context, date, program string) (int, error) {
	if err := s.mayWrite(); err != nil {
		return 0, err
	}
	r, err := s.db.ExecContext(ctx, `INSERT INTO jobs (date, program) VALUES (?,?)`, date, program)
	if err != nil {
		return 0, fmt.Errorf("begin job: %w", err)
	}
	id, err := r.LastInsertId()
	return int(id), err
}

// Note writes a ledger line for a file that brought nothing to the corpus:
// one that is known, was not read, or failed.
func (s *Store) Note(ctx context.Context, at Place, line corpus.LedgerLine) error {
	err := s.within(ctx, func(tx *sql.Tx) error {
		var before int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM ledger WHERE file = ? AND hash = ? AND status = ?`,
			line.File, line.Rendition, line.Status).Scan(&before); err != nil {
			return err
		}
		changed := before == 0 && line.Status != corpus.FileKnown
		return note(ctx, tx, at, line, changed)
	})
	if err != nil {
		return fmt.Errorf("ledger of job %d, %s: %w", at.Job, line.File, err)
	}
	return nil
}

func note(ctx context.Context, tx *sql.Tx, at Place, line corpus.LedgerLine, changed bool) error {
	line.Millis = 0
	body, err := json.Marshal(line)
	if err != nil {
		return err
	}
	if err := exec(ctx, tx, `INSERT INTO ledger (job, seq, file, hash, status, body) VALUES (?,?,?,?,?,?)`,
		at.Job, at.Seq, line.File, line.Rendition, line.Status, string(body)); err != nil {
		return err
	}
	if !changed {
		return nil
	}
	return exec(ctx, tx, `UPDATE jobs SET changed = 1 WHERE id = ?`, at.Job)
}

// Jobs lists every job, oldest first.
func (s *Store) Jobs(ctx context.Context) ([]Job, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, date, program, changed FROM jobs ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var jobs []Job
	for rows.Next() {
		var j Job
		if err := rows.Scan(&j.ID, &j.Date, &j.Program, &j.Changed); err != nil {
			return nil, err
		}
		jobs = append(jobs, j)
	}
	return jobs, rows.Err()
}

// Ledger gives the lines of one job in the order given.
func (s *Store) Ledger(ctx context.Context, job int) (corpus.Ledger, error) {
	lines, err := all[corpus.LedgerLine](ctx, s.db, `SELECT body FROM ledger WHERE job = ? ORDER BY seq`, job)
	return corpus.Ledger{Job: job, Lines: lines}, err
}

// Unread gives the files that were given and are not in the corpus, each with
// its latest line, sorted by file. The same bytes under two names are one file,
// and so is what stood under one name, of which only the latest counts.
func (s *Store) Unread(ctx context.Context) ([]corpus.LedgerLine, error) {
	// A file without a hash had no bytes or was not taken into memory; two
	// spellings of its path are told by one being the other's end.
	return all[corpus.LedgerLine](ctx, s.db, `
		SELECT body FROM (SELECT *, '/' || ltrim(file, './') AS place FROM ledger) l
		WHERE status IN ('not_read', 'failed')
		AND NOT EXISTS (SELECT 1 FROM ledger n WHERE n.file = l.file
			AND (n.job > l.job OR n.job = l.job AND n.seq > l.seq))
		AND NOT EXISTS (SELECT 1 FROM ledger n WHERE l.hash <> '' AND n.hash = l.hash
			AND (n.job > l.job OR n.job = l.job AND n.seq > l.seq))
		AND NOT EXISTS (SELECT 1 FROM ledger n WHERE l.hash = ''
			AND (n.job > l.job OR n.job = l.job AND n.seq > l.seq)
			AND (substr('/' || ltrim(n.file, './'), -length(place)) = place
				OR substr(place, -length('/' || ltrim(n.file, './'))) = '/' || ltrim(n.file, './')))
		AND NOT EXISTS (SELECT 1 FROM renditions r WHERE r.hash = l.hash)
		ORDER BY file, hash`)
}

// queryer is what reading needs of a database or a transaction.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// all decodes the JSON bodies that a query selects.
func all[T any](ctx context.Context, db queryer, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	var body sql.RawBytes // what is decoded does not keep it
	for rows.Next() {
		if err := rows.Scan(&body); err != nil {
			return nil, err
		}
		var v T
		if err := json.Unmarshal(body, &v); err != nil {
			return nil, fmt.Errorf("stored JSON: %w", err)
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
