package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/corpus"
)

// Fault is one thing that verification found wrong.
type Fault struct {
	// Where is a reference, a hash or a file.
	Where string `json:"where"`
	What  string `json:"what"`
}

// Verify checks the whole workspace: the database's own consistency, every
// original against its hash, every quotation against its passage, and that
// each ledger line "read" has its rendition and each rendition its submission.
func (s *Store) Verify(ctx context.Context) ([]Fault, error) {
	var faults []Fault
	for _, check := range []func(context.Context) ([]Fault, error){
		s.verifyDatabase, s.verifyOriginals, s.verifyReadings, s.verifyLedger, s.verifyDecisions,
	} {
		found, err := check(ctx)
		if err != nil {
			return nil, err
		}
		faults = append(faults, found...)
	}
	return faults, nil
}

func (s *Store) verifyDatabase(ctx context.Context) ([]Fault, error) {
	var answer string
	if err := s.db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&answer); err != nil {
		return nil, err
	}
	if answer != "ok" {
		return []Fault{{filepath.Join(s.dir, databaseName), answer}}, nil
	}
	return s.faults(ctx, `SELECT "table", 'row ' || rowid || ' refers to nothing in ' || parent FROM pragma_foreign_key_check`)
}

func (s *Store) verifyOriginals(ctx context.Context) ([]Fault, error) {
	hashes, err := s.faults(ctx, `SELECT hash, name FROM files ORDER BY hash`)
	if err != nil {
		return nil, err
	}
	var faults []Fault
	for _, f := range hashes {
		data, err := os.ReadFile(s.originalPath(corpus.Hash(f.Where)))
		switch {
		case err != nil:
			faults = append(faults, Fault{f.Where, fmt.Sprintf("original of %s: %v", f.What, err)})
		case corpus.HashOf(data) != corpus.Hash(f.Where):
			faults = append(faults, Fault{f.Where, fmt.Sprintf("original of %s: its bytes have changed", f.What)})
		}
	}
	return faults, nil
}

func (s *Store) verifyReadings(ctx context.Context) ([]Fault, error) {
	renditions, err := s.Renditions(ctx)
	if err != nil {
		return nil, err
	}
	var faults []Fault
	for _, r := range renditions {
		reading, err := s.reading(ctx, r)
		if err != nil {
			return nil, err
		}
		if err := corpus.VerifyClaims(reading.Passages, reading.Claims); err != nil {
			faults = append(faults, Fault{r.Ref, err.Error()})
		}
	}
	return faults, nil
}

func (s *Store) verifyLedger(ctx context.Context) ([]Fault, error) {
	var faults []Fault
	for _, q := range []string{
		`SELECT file, 'the ledger says read, but no document has its bytes' FROM ledger l
			WHERE status = 'read' AND NOT EXISTS (SELECT 1 FROM files f WHERE f.hash = l.hash)`,
		`SELECT ref, 'the document belongs to no submission' FROM renditions r
			WHERE NOT EXISTS (SELECT 1 FROM receipts c WHERE c.ref = r.ref)`,
		`SELECT id, 'the submission brought no document' FROM submissions s
			WHERE NOT EXISTS (SELECT 1 FROM receipts c WHERE c.submission = s.id)`,
	} {
		found, err := s.faults(ctx, q)
		if err != nil {
			return nil, err
		}
		faults = append(faults, found...)
	}
	return faults, nil
}

func (s *Store) verifyDecisions(ctx context.Context) ([]Fault, error) {
	log, err := s.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	if err := corpus.VerifyDecisions(log); err != nil {
		return []Fault{{"decisions", err.Error()}}, nil
	}
	return nil, nil
}

// faults reads pairs of text.
func (s *Store) faults(ctx context.Context, query string) (found []Fault, err error) {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var f Fault
		if err := rows.Scan(&f.Where, &f.What); err != nil {
			return nil, err
		}
		found = append(found, f)
	}
	return found, rows.Err()
}
