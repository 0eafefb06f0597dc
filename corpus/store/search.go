package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"rapporteur/corpus"
)

// maxHistory is how many searches are remembered; older ones are forgotten.
const maxHistory = 1000

// SavedSearch is a query kept under a name.
type SavedSearch struct {
	Name  string       `json:"name"`
	Query corpus.Query `json:"query"`
}

// Searched is a query that was asked.
type Searched struct {
	// Time is in UTC, RFC 3339.
	Time  string       `json:"time"`
	Query corpus.Query `json:"query"`
	Total int          `json:"total"`
}

// SaveSearch keeps a query under a name, in the place of one that has it.
func (s *Store) SaveSearch(ctx context.Context, saved SavedSearch) error {
	body, err := json.Marshal(saved.Query)
	if err != nil {
		return err
	}
	err = s.within(ctx, func(tx *sql.Tx) error {
		return exec(ctx, tx, `INSERT OR REPLACE INTO searches (name, query) VALUES (?,?)`, saved.Name, string(body))
	})
	if err != nil {
		return fmt.Errorf("save search %q: %w", saved.Name, err)
	}
	return nil
}

// ForgetSearch no longer keeps a query; a name that is not kept gives
// [corpus.CodeNotFound].
func (s *Store) ForgetSearch(ctx context.Context, name string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `DELETE FROM searches WHERE name = ?`, name)
		if err != nil {
			return fmt.Errorf("forget search %q: %w", name, err)
		}
		if n, err := r.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return noSearch(name)
	})
}

func noSearch(name string) error {
	return corpus.Errorf(corpus.CodeNotFound, "no search is kept as %q: \"rapporteur search saved\" lists those that are", name)
}

// SavedSearch gives the query kept under a name, or [corpus.CodeNotFound].
func (s *Store) SavedSearch(ctx context.Context, name string) (corpus.Query, error) {
	var q corpus.Query
	var body []byte
	err := s.db.QueryRowContext(ctx, `SELECT query FROM searches WHERE name = ?`, name).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return q, noSearch(name)
	}
	if err == nil {
		err = json.Unmarshal(body, &q)
	}
	return q, err
}

// SavedSearches lists the queries that are kept, by name.
func (s *Store) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT name, query FROM searches ORDER BY name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []SavedSearch
	for rows.Next() {
		var one SavedSearch
		var body []byte
		if err := rows.Scan(&one.Name, &body); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, &one.Query); err != nil {
			return nil, fmt.Errorf("saved search %q: %w", one.Name, err)
		}
		out = append(out, one)
	}
	return out, rows.Err()
}

// Remember adds a query to the history.
func (s *Store) Remember(ctx context.Context, asked Searched) error {
	body, err := json.Marshal(asked)
	if err != nil {
		return err
	}
	err = s.within(ctx, func(tx *sql.Tx) error {
		if err := exec(ctx, tx, `INSERT INTO searched (body) VALUES (?)`, string(body)); err != nil {
			return err
		}
		return exec(ctx, tx, `DELETE FROM searched WHERE seq <= (SELECT max(seq) FROM searched) - ?`, maxHistory)
	})
	if err != nil {
		return fmt.Errorf("remember search: %w", err)
	}
	return nil
}

// History lists the queries asked, the latest first.
func (s *Store) History(ctx context.Context, limit int) ([]Searched, error) {
	return all[Searched](ctx, s.db, `SELECT body FROM searched ORDER BY seq DESC LIMIT ?`, limit)
}
