package store

import (
	"context"
	"database/sql"
	"fmt"

	"rapporteur/corpus"
)

// migrations take the database from version i to i+1. A migration that has
// been released is never changed; a new one is added at the end.
var migrations = []string{
	`CREATE TABLE files (
		hash TEXT PRIMARY KEY,
		name TEXT NOT NULL,
		media_type TEXT NOT NULL,
		size INTEGER NOT NULL
	) STRICT;
	CREATE TABLE renditions (
		ref TEXT PRIMARY KEY,
		work TEXT NOT NULL,
		branch TEXT NOT NULL,
		revision INTEGER NOT NULL,
		hash TEXT NOT NULL UNIQUE REFERENCES files(hash),
		copy INTEGER NOT NULL,
		indexed INTEGER NOT NULL DEFAULT 0,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX renditions_work ON renditions(work);
	CREATE TABLE passages (
		id TEXT PRIMARY KEY,
		ref TEXT NOT NULL REFERENCES renditions(ref) ON DELETE CASCADE,
		ordinal INTEGER NOT NULL,
		body TEXT NOT NULL
	) STRICT;
	CREATE UNIQUE INDEX passages_ref ON passages(ref, ordinal);
	CREATE TABLE claims (
		passage TEXT NOT NULL REFERENCES passages(id) ON DELETE CASCADE,
		seq INTEGER NOT NULL,
		body TEXT NOT NULL,
		PRIMARY KEY (passage, seq)
	) STRICT;
	CREATE TABLE submissions (
		id TEXT PRIMARY KEY,
		work TEXT NOT NULL,
		meeting TEXT NOT NULL,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX submissions_work ON submissions(work);
	CREATE TABLE receipts (
		submission TEXT NOT NULL REFERENCES submissions(id),
		ref TEXT NOT NULL REFERENCES renditions(ref) ON DELETE CASCADE,
		file TEXT NOT NULL,
		job INTEGER NOT NULL,
		PRIMARY KEY (submission, ref)
	) STRICT;
	CREATE TABLE jobs (
		id INTEGER PRIMARY KEY,
		date TEXT NOT NULL,
		program TEXT NOT NULL,
		changed INTEGER NOT NULL DEFAULT 0
	) STRICT;
	CREATE TABLE ledger (
		job INTEGER NOT NULL REFERENCES jobs(id),
		seq INTEGER NOT NULL,
		file TEXT NOT NULL,
		hash TEXT NOT NULL,
		status TEXT NOT NULL,
		body TEXT NOT NULL,
		PRIMARY KEY (job, seq)
	) STRICT;
	CREATE INDEX ledger_file ON ledger(file, hash);
	CREATE TABLE stale (id TEXT PRIMARY KEY) STRICT;`,
	`CREATE TABLE decisions (
		seq INTEGER PRIMARY KEY,
		work TEXT NOT NULL,
		text TEXT NOT NULL,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX decisions_text ON decisions(work, text);`,
	`CREATE INDEX ledger_hash ON ledger(hash);`,
	`CREATE TABLE tasks (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		state TEXT NOT NULL,
		body TEXT NOT NULL
	) STRICT;
	CREATE TABLE task_files (
		task INTEGER NOT NULL REFERENCES tasks(id) ON DELETE CASCADE,
		seq INTEGER NOT NULL,
		body TEXT NOT NULL,
		PRIMARY KEY (task, seq)
	) STRICT;`,
	`CREATE TABLE searches (
		name TEXT PRIMARY KEY,
		query TEXT NOT NULL
	) STRICT;
	CREATE TABLE searched (
		seq INTEGER PRIMARY KEY,
		body TEXT NOT NULL
	) STRICT;`,
	`CREATE INDEX decisions_of ON decisions(text);`,
	`CREATE INDEX renditions_branch ON renditions(branch, revision);
	CREATE INDEX receipts_ref ON receipts(ref);
	CREATE INDEX submissions_meeting ON submissions(meeting, work);
	CREATE INDEX renditions_unindexed ON renditions(ref) WHERE indexed <> 1 AND copy = 0;`,
	`CREATE TABLE chosen (
		reader TEXT NOT NULL,
		work TEXT NOT NULL,
		text TEXT NOT NULL,
		seq INTEGER NOT NULL,
		body TEXT NOT NULL,
		PRIMARY KEY (reader, work, text)
	) STRICT;`,
}

func (s *Store) migrate(ctx context.Context) error {
	var version int
	if err := s.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version > len(migrations) {
		return corpus.Errorf(corpus.CodeInvalid,
			"the workspace is of version %d and this program knows %d: use a newer rapporteur", version, len(migrations))
	}
	for ; version < len(migrations); version++ {
		if err := s.step(ctx, version); err != nil {
			return fmt.Errorf("migration %d: %w", version+1, err)
		}
	}
	return nil
}

// step applies migration number version unless another process was faster.
func (s *Store) step(ctx context.Context, version int) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		var now int
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&now); err != nil || now > version {
			return err
		}
		if _, err := tx.ExecContext(ctx, migrations[version]); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1))
		return err
	})
}
