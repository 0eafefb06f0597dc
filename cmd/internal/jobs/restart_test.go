package jobs_test

import (
	"context"
	"fmt"
	"testing"

	"rapporteur/cmd/internal/jobs"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// TestStopAndGoOn stops the server in the middle of a job and starts another:
// every file is read once.
func TestStopAndGoOn(t *testing.T) {
	dir := initialised(t)
	var parts []string
	for n := range 40 {
		parts = append(parts, fmt.Sprintf("%d.txt", n+1), paper(n+1))
	}
	first := open(t, dir, plain)
	stop := first.start()
	id := first.mustSend(parts...)
	first.await(id, "under way", func(x jobs.Task) bool { return x.Finished() > 2 })
	stop()
	task := first.look(id)
	if task.State != store.TaskWaiting || task.Attempts != 0 || task.Finished() == 40 {
		t.Fatalf("stopped: %s, %d attempts, %d of 40", task.State, task.Attempts, task.Finished())
	}
	first.w.Close()
	second := open(t, dir, plain)
	second.start()
	if task := second.awaitEnd(id); task.State != store.TaskDone || task.Counts[corpus.FileRead]+task.Counts[corpus.FileKnown] != 40 {
		t.Errorf("%s, %v", task.State, task.Counts)
	}
	status, err := second.w.Store.Status(context.Background())
	if err != nil || status.Works != 40 {
		t.Errorf("%d works, %v", status.Works, err)
	}
}

// TestAfterACrash finds tasks that a dead server left running: one that killed
// it twice is not tried a third time.
func TestAfterACrash(t *testing.T) {
	dir := initialised(t)
	o := open(t, dir, plain)
	ctx := context.Background()
	var ids [2]int
	for i := range ids {
		ids[i] = o.mustSend("one.txt", paper(i+1))
		task := o.look(ids[i]).Task
		task.State, task.Attempts = store.TaskRunning, i+1
		if err := o.w.Store.SaveTask(ctx, task); err != nil {
			t.Fatal(err)
		}
	}
	o.start()
	if task := o.awaitEnd(ids[0]); task.State != store.TaskDone || task.Attempts != 2 {
		t.Errorf("%s after %d attempts", task.State, task.Attempts)
	}
	if task := o.look(ids[1]); task.State != store.TaskInterrupted {
		t.Errorf("%s", task.State)
	}
	if err := o.Retry(ctx, ids[1]); err != nil {
		t.Fatal(err)
	}
	if task := o.await(ids[1], "done", func(x jobs.Task) bool { return x.State == store.TaskDone }); task.Counts[corpus.FileRead] != 1 {
		t.Errorf("%+v", task.Counts)
	}
}

func TestCancel(t *testing.T) {
	hold := make(chan struct{})
	defer close(hold)
	o := open(t, initialised(t), func(p *jobs.Options) {
		p.Build = func(ctx context.Context, _ jobs.ReportSpec, _ string) ([]string, error) {
			select {
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-hold:
				return nil, nil
			}
		}
	})
	o.start()
	ctx := context.Background()
	running, err := o.Report(ctx, "anna", jobs.ReportSpec{})
	if err != nil {
		t.Fatal(err)
	}
	waiting := o.mustSend("one.txt", paper(1))
	o.await(running, "running", func(x jobs.Task) bool { return x.State == store.TaskRunning })
	for _, id := range []int{waiting, running} {
		if err := o.Cancel(ctx, id); err != nil {
			t.Error(err)
		}
		if task := o.awaitEnd(id); task.State != store.TaskCancelled {
			t.Errorf("task %d is %s", id, task.State)
		}
	}
	if err := o.Cancel(ctx, running); corpus.ErrorCode(err) != corpus.CodeUsage {
		t.Errorf("twice: %v", err)
	}
}
