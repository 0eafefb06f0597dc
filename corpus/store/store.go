package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver, registered as "sqlite"

	"rapporteur/corpus"
)

const databaseName = "corpus.db"

// Store is an open workspace. It may be used by several goroutines; writes are
// serialised by SQLite.
type Store struct {
	dir string
	db  *sql.DB
	// readOnly is set where the workspace's files cannot be written.
	readOnly bool
}

// Init makes a workspace in dir, which may exist and may already be one.
func Init(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "originals"), 0o755); err != nil {
		return fmt.Errorf("make workspace: %w", err)
	}
	s, err := open(dir)
	if err != nil {
		return err
	}
	return s.Close()
}

// Open opens the workspace in dir. A folder that is none gives
// [corpus.CodeNotFound].
func Open(dir string) (*Store, error) {
	if _, err := os.Stat(filepath.Join(dir, databaseName)); errors.Is(err, fs.ErrNotExist) {
		return nil, corpus.Errorf(corpus.CodeNotFound,
			"%s is no workspace: make one with \"rapporteur init %s\", or name another with --workspace", dir, dir)
	}
	if !writable(dir) {
		return openReadOnly(dir)
	}
	return open(dir)
}

func open(dir string) (*Store, error) {
	path := filepath.Join(dir, databaseName)
	dsn := "file:" + path + "?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
		"&_pragma=foreign_keys(ON)&_pragma=busy_timeout(10000)&_txlock=immediate"
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s := &Store{dir: dir, db: db}
	if err := s.migrate(context.Background()); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), db.Close())
	}
	return s, nil
}

// Dir is the workspace's folder.
func (s *Store) Dir() string { return s.dir }

// Close lets go of the database.
func (s *Store) Close() error { return s.db.Close() }

// within runs f in one transaction, committed if f returns nil.
func (s *Store) within(ctx context.Context, f func(*sql.Tx) error) error {
	if err := s.mayWrite(); err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}
