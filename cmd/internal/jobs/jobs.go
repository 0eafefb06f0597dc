package jobs

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
	"rapporteur/pipeline"
)

// The kinds of tasks.
const (
	KindIngest = "ingest"
	KindReport = "report"
)

// mostAttempts is how often a task is started that the server does not survive.
const mostAttempts = 2

// mostKept is how many ended tasks are remembered.
const mostKept = 200

// Options are what jobs stand on.
type Options struct {
	Workspace *workspace.Workspace
	// Worker is the command line that starts a child which reads files.
	Worker []string
	// Program names this version.
	Program string
	// Build writes a report's files into a folder and gives their names.
	Build func(ctx context.Context, spec ReportSpec, dir string) ([]string, error)
	// Log tells the operator what no user may see happen.
	Log func(format string, args ...any)
	// Limits bound what may be sent; the zero value means [DefaultLimits].
	Limits Limits
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// Manager keeps the tasks and runs them.
type Manager struct {
	o    Options
	wake chan struct{}

	mu      sync.Mutex
	running *live
}

// live is what is known only while a task runs.
type live struct {
	id      int
	cancel  context.CancelFunc
	started time.Time
	stages  map[int]pipeline.Stage // by number of the file
	// bytes are those of the files to do, and of those done since the start.
	bytes, doneBytes int64
}

// New makes a manager; nothing runs before [Manager.Run].
func New(o Options) *Manager {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Limits == (Limits{}) {
		o.Limits = DefaultLimits
	}
	return &Manager{o: o, wake: make(chan struct{}, 1)}
}

// Limits are the bounds of one upload.
func (m *Manager) Limits() Limits { return m.o.Limits }

func (m *Manager) store() *store.Store { return m.o.Workspace.Store }

func (m *Manager) stamp() string { return m.o.Now().UTC().Format(time.RFC3339) }

// add keeps a new task and wakes who runs them.
func (m *Manager) add(ctx context.Context, t store.Task, files []store.TaskFile) (int, error) {
	t.State, t.Created = store.TaskWaiting, m.stamp()
	id, err := m.store().AddTask(ctx, t, files)
	if err == nil {
		m.nudge()
	}
	return id, err
}

func (m *Manager) nudge() {
	select {
	case m.wake <- struct{}{}:
	default:
	}
}

// Run runs the tasks, one at a time in the order in which they came, until ctx
// ends. It then stops the one under way, which will go on at the next start.
func (m *Manager) Run(ctx context.Context) error {
	if err := m.pickUp(ctx); err != nil {
		return err
	}
	for {
		t, ok, err := m.next(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case ok:
			if err := m.run(ctx, t); err != nil {
				return err
			}
			continue
		}
		select {
		case <-ctx.Done():
			return nil
		case <-m.wake:
		}
	}
}

// pickUp looks after the tasks that were under way when the server died.
func (m *Manager) pickUp(ctx context.Context) error {
	tasks, err := m.store().Tasks(ctx)
	if err != nil {
		return err
	}
	for _, t := range tasks {
		if t.State != store.TaskRunning {
			continue
		}
		t.State = store.TaskWaiting
		if t.Attempts >= mostAttempts {
			t.State, t.Ended = store.TaskInterrupted, m.stamp()
		}
		m.o.Log("task %d was under way when the server died: %s", t.ID, t.State)
		if err := m.store().SaveTask(ctx, t); err != nil {
			return err
		}
	}
	return m.forget(ctx, tasks)
}

// next gives the oldest task that waits.
func (m *Manager) next(ctx context.Context) (store.Task, bool, error) {
	tasks, err := m.store().Tasks(ctx)
	if err != nil {
		return store.Task{}, false, err
	}
	for i := len(tasks) - 1; i >= 0; i-- {
		if tasks[i].State == store.TaskWaiting {
			return tasks[i], true, nil
		}
	}
	return store.Task{}, false, nil
}

// run runs one task. Its error is the store's; what the task fails with is
// kept with it.
func (m *Manager) run(ctx context.Context, t store.Task) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	m.mu.Lock()
	m.running = &live{id: t.ID, cancel: cancel, started: m.o.Now(), stages: make(map[int]pipeline.Stage)}
	m.mu.Unlock()
	t.State, t.Started, t.Ended, t.Error = store.TaskRunning, m.stamp(), "", ""
	t.Attempts++
	if err := m.store().SaveTask(ctx, t); err != nil {
		return m.stopped(ctx, err)
	}
	err := m.work(inner, &t)
	switch {
	case ctx.Err() != nil: // the server stops
		t.State, t.Started = store.TaskWaiting, ""
		t.Attempts--
	case err != nil && inner.Err() != nil: // somebody has cancelled it
		t.State = store.TaskCancelled
	case err != nil:
		t.State, t.Error = store.TaskFailed, err.Error()
		m.o.Log("task %d failed: %v", t.ID, err)
	default:
		t.State = store.TaskDone
	}
	if t.State.Ended() {
		t.Ended = m.stamp()
	}
	m.mu.Lock()
	m.running = nil
	m.mu.Unlock()
	saving, done := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer done()
	err = m.store().SaveTask(saving, t)
	return err
}

func (m *Manager) stopped(ctx context.Context, err error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.running = nil
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// work does what a task is for. A fault of ours in it ends the task and not the
// server.
func (m *Manager) work(ctx context.Context, t *store.Task) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a fault of this program: %v", p)
		}
	}()
	switch t.Kind {
	case KindIngest:
		return m.ingest(ctx, t)
	case KindReport:
		return m.report(ctx, t)
	}
	return fmt.Errorf("no kind of task %q", t.Kind)
}

// Retry runs a task again that has ended: its files that were not read or
// failed, and those it never came to.
func (m *Manager) Retry(ctx context.Context, id int) error {
	t, files, err := m.store().Task(ctx, id)
	if err != nil {
		return err
	}
	if !t.State.Ended() {
		return corpus.Errorf(corpus.CodeUsage, "task %d is %s: wait until it has ended", id, t.State)
	}
	var again []store.TaskFile
	for _, f := range files {
		if f.Line.Status == corpus.FileNotRead || f.Line.Status == corpus.FileFailed {
			f.Line = corpus.LedgerLine{}
			again = append(again, f)
		}
	}
	if t.Kind == KindIngest && t.State == store.TaskDone && len(again) == 0 {
		return corpus.Errorf(corpus.CodeUsage, "task %d: every file was read, there is nothing to try again", id)
	}
	t.State, t.Attempts, t.Error, t.Ended = store.TaskWaiting, 0, "", ""
	if err := m.store().SaveTask(ctx, t, again...); err != nil {
		return err
	}
	m.nudge()
	return nil
}

// Cancel stops a task; what was read until then stays.
func (m *Manager) Cancel(ctx context.Context, id int) error {
	m.mu.Lock()
	if m.running != nil && m.running.id == id {
		m.running.cancel()
		m.mu.Unlock()
		return nil
	}
	m.mu.Unlock()
	t, _, err := m.store().Task(ctx, id)
	if err != nil {
		return err
	}
	if t.State != store.TaskWaiting {
		return corpus.Errorf(corpus.CodeUsage, "task %d is %s: there is nothing to stop", id, t.State)
	}
	t.State, t.Ended = store.TaskCancelled, m.stamp()
	err = m.store().SaveTask(ctx, t)
	return err
}

// forget drops the oldest ended tasks beyond those that are kept, with the
// files of theirs that lie in the inbox.
func (m *Manager) forget(ctx context.Context, tasks []store.Task) error {
	var errs []error
	for i, t := range tasks {
		if i < mostKept || !t.State.Ended() {
			continue
		}
		errs = append(errs, m.emptyInbox(t), m.store().DropTask(ctx, t.ID))
	}
	return errors.Join(errs...)
}
