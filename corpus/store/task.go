package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"rapporteur/corpus"
)

// TaskState is how far a task has come.
type TaskState string

// The states. A task that was running when the server died is interrupted or
// waits again.
const (
	TaskWaiting     TaskState = "waiting"
	TaskRunning     TaskState = "running"
	TaskDone        TaskState = "done"
	TaskFailed      TaskState = "failed"
	TaskInterrupted TaskState = "interrupted"
	TaskCancelled   TaskState = "cancelled"
)

// Ended reports whether nothing more will happen by itself.
func (s TaskState) Ended() bool { return s != TaskWaiting && s != TaskRunning }

// Task is background work that somebody asked a server for.
type Task struct {
	ID int `json:"id"`
	// Kind is "ingest" or "report".
	Kind  string    `json:"kind"`
	State TaskState `json:"state"`
	// Maker is who asked for it.
	Maker string `json:"maker"`
	// Created, Started and Ended are RFC 3339, UTC; "" where not yet.
	Created string `json:"created"`
	Started string `json:"started"`
	Ended   string `json:"ended"`
	// Attempts counts the starts that were not ended by the server's own stop.
	Attempts int `json:"attempts"`
	// Spec says what to do, Result what came of it; both belong to the kind.
	Spec   json.RawMessage `json:"spec"`
	Result json.RawMessage `json:"result,omitempty"`
	// Error is for people, "" where nothing went wrong.
	Error string `json:"error"`
}

// TaskFile is one file of a task.
type TaskFile struct {
	Seq int `json:"seq"`
	// Name is what people know it by, Path where it lies in the task's folder.
	Name string `json:"name"`
	Path string `json:"path"`
	// Size is in bytes, -1 where it is not a regular file.
	Size int64 `json:"size"`
	// Line is what became of it; its status is "" until then.
	Line corpus.LedgerLine `json:"line"`
}

// AddTask keeps a new task with its files and gives its number.
func (s *Store) AddTask(ctx context.Context, t Task, files []TaskFile) (int, error) {
	err := s.within(ctx, func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, `INSERT INTO tasks (state, body) VALUES (?, '{}')`, t.State)
		if err != nil {
			return err
		}
		id, err := r.LastInsertId()
		if err != nil {
			return err
		}
		t.ID = int(id)
		for _, f := range files {
			if err := saveTaskFile(ctx, tx, t.ID, f); err != nil {
				return err
			}
		}
		return saveTask(ctx, tx, t)
	})
	if err != nil {
		return 0, fmt.Errorf("add task: %w", err)
	}
	return t.ID, nil
}

func saveTask(ctx context.Context, tx *sql.Tx, t Task) error {
	body, err := json.Marshal(t)
	if err != nil {
		return err
	}
	return exec(ctx, tx, `UPDATE tasks SET state = ?, body = ? WHERE id = ?`, t.State, string(body), t.ID)
}

func saveTaskFile(ctx context.Context, tx *sql.Tx, task int, f TaskFile) error {
	body, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return exec(ctx, tx, `INSERT OR REPLACE INTO task_files (task, seq, body) VALUES (?,?,?)`, task, f.Seq, string(body))
}

// SaveTask keeps what has become of a task and of some of its files.
func (s *Store) SaveTask(ctx context.Context, t Task, files ...TaskFile) error {
	err := s.within(ctx, func(tx *sql.Tx) error {
		for _, f := range files {
			if err := saveTaskFile(ctx, tx, t.ID, f); err != nil {
				return err
			}
		}
		return saveTask(ctx, tx, t)
	})
	if err != nil {
		return fmt.Errorf("task %d: %w", t.ID, err)
	}
	return nil
}

// Tasks lists the tasks, the newest first.
func (s *Store) Tasks(ctx context.Context) ([]Task, error) {
	return all[Task](ctx, s.db, `SELECT body FROM tasks ORDER BY id DESC`)
}

// Task gives one task with its files, or [corpus.CodeNotFound].
func (s *Store) Task(ctx context.Context, id int) (Task, []TaskFile, error) {
	found, err := all[Task](ctx, s.db, `SELECT body FROM tasks WHERE id = ?`, id)
	if err != nil {
		return Task{}, nil, err
	}
	if len(found) == 0 {
		return Task{}, nil, corpus.Errorf(corpus.CodeNotFound, "no task %d", id)
	}
	files, err := all[TaskFile](ctx, s.db, `SELECT body FROM task_files WHERE task = ? ORDER BY seq`, id)
	return found[0], files, err
}

// TaskCounts counts a task's files by what became of them, "" for those that
// wait.
func (s *Store) TaskCounts(ctx context.Context, id int) (map[corpus.FileStatus]int, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT body ->> '$.line.status', count(*) FROM task_files WHERE task = ? GROUP BY 1`, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[corpus.FileStatus]int)
	for rows.Next() {
		var status corpus.FileStatus
		var n int
		if err := rows.Scan(&status, &n); err != nil {
			return nil, err
		}
		out[status] = n
	}
	return out, rows.Err()
}

// DropTask forgets a task with its files; what it brought to the corpus stays.
func (s *Store) DropTask(ctx context.Context, id int) error {
	return s.within(ctx, func(tx *sql.Tx) error { return exec(ctx, tx, `DELETE FROM tasks WHERE id = ?`, id) })
}
