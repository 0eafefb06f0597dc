package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur/corpus"
)

// ReadOnly reports whether the workspace's files cannot be written. All that
// would change them then gives [corpus.CodeReadOnly].
func (s *Store) ReadOnly() bool { return s.readOnly }

func (s *Store) mayWrite() error {
	if !s.readOnly {
		return nil
	}
	return corpus.Errorf(corpus.CodeReadOnly,
		"%s cannot be written by this user, so it can only be read: copy it, or ask for write permission on the folder and the files in it", s.dir)
}

// writable reports whether the database can be changed: SQLite writes to it
// and makes files beside it.
func writable(dir string) bool {
	f, err := os.OpenFile(filepath.Join(dir, databaseName), os.O_RDWR, 0)
	if err != nil {
		return false
	}
	f.Close()
	tmp, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return false
	}
	tmp.Close()
	return os.Remove(tmp.Name()) == nil
}

// openReadOnly opens a database that cannot be written. Where its log is empty
// it is read as a file that does not change; otherwise the log is needed, and
// the file beside it that SQLite shares between processes.
func openReadOnly(dir string) (*Store, error) {
	path := filepath.Join(dir, databaseName)
	dsn := "file:" + path + "?mode=ro&_pragma=busy_timeout(10000)"
	log, err := os.Stat(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) || err == nil && log.Size() == 0 {
		dsn += "&immutable=1"
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s := &Store{dir: dir, db: db, readOnly: true}
	var version int
	if err := db.QueryRowContext(context.Background(), "PRAGMA user_version").Scan(&version); err != nil {
		return nil, errors.Join(corpus.Errorf(corpus.CodeReadOnly,
			"%s can neither be written nor read as it is (%w): a process that may write it must open and close it once", path, err), db.Close())
	}
	if version != len(migrations) {
		return nil, errors.Join(corpus.Errorf(corpus.CodeReadOnly,
			"%s is of version %d, this program needs %d, and it cannot be written: open it once as a user who may", path, version, len(migrations)), db.Close())
	}
	return s, nil
}
