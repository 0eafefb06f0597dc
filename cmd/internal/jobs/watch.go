package jobs

import (
	"context"
	"time"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline"
)

// Task is a task as people look at it.
type Task struct {
	store.Task
	// Counts are of files by what became of them, "" for those to come.
	Counts map[corpus.FileStatus]int
	// Files are in order; nil where only the list was asked for.
	Files []File
	// Left is how long it will take still, 0 where that is not known.
	Left time.Duration
}

// File is one file of a task.
type File struct {
	store.TaskFile
	// Stage is how far a file has come that is under way.
	Stage pipeline.Stage
}

// Total is the number of files.
func (t Task) Total() int {
	n := 0
	for _, c := range t.Counts {
		n += c
	}
	return n
}

// Finished is the number of files with a ledger line.
func (t Task) Finished() int { return t.Total() - t.Counts[""] }

// Gaps is the number of files that were not read.
func (t Task) Gaps() int { return t.Counts[corpus.FileNotRead] + t.Counts[corpus.FileFailed] }

// Tasks lists the tasks without their files, the newest first.
func (m *Manager) Tasks(ctx context.Context) ([]Task, error) {
	tasks, err := m.store().Tasks(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Task, len(tasks))
	for i, t := range tasks {
		counts, err := m.store().TaskCounts(ctx, t.ID)
		if err != nil {
			return nil, err
		}
		out[i] = Task{Task: t, Counts: counts, Left: m.left(t.ID)}
	}
	return out, nil
}

// Task gives one task with its files.
func (m *Manager) Task(ctx context.Context, id int) (Task, error) {
	t, files, err := m.store().Task(ctx, id)
	if err != nil {
		return Task{}, err
	}
	out := Task{Task: t, Counts: make(map[corpus.FileStatus]int), Left: m.left(id), Files: make([]File, len(files))}
	m.mu.Lock()
	defer m.mu.Unlock()
	for i, f := range files {
		out.Counts[f.Line.Status]++
		out.Files[i] = File{TaskFile: f}
		if m.running != nil && m.running.id == id && f.Line.Status == "" {
			out.Files[i].Stage = m.running.stages[f.Seq]
		}
	}
	return out, nil
}

// fileCost stands for what a file costs whatever its size, in bytes.
const fileCost = 64 << 10

// left is how long the rest of a task will take if it goes on as it began.
func (m *Manager) left(id int) time.Duration {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.running
	if r == nil || r.id != id || r.doneBytes == 0 {
		return 0
	}
	spent := m.o.Now().Sub(r.started)
	return time.Duration(float64(spent) * float64(r.bytes-r.doneBytes) / float64(r.doneBytes)).Round(time.Second)
}

// Busy reports whether a task runs.
func (m *Manager) Busy() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.running != nil
}
