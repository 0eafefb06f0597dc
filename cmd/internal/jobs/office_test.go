package jobs_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"mime/multipart"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/pipeline/extract"
)

// TestMain lets this test program be the child that reads files.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "read-worker" {
		if err := extract.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// office is a workspace with its jobs.
type office struct {
	t *testing.T
	w *workspace.Workspace
	*jobs.Manager
}

func open(t *testing.T, dir string, change func(*jobs.Options)) *office {
	t.Helper()
	w, err := workspace.Open(dir, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	o := jobs.Options{Workspace: w, Worker: []string{os.Args[0], "read-worker"}, Program: "test", Log: t.Logf}
	change(&o)
	return &office{t: t, w: w, Manager: jobs.New(o)}
}

func initialised(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "w")
	if err := workspace.Init(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func plain(*jobs.Options) {}

// start runs the jobs until the test or stop ends them.
func (o *office) start() (stop func()) {
	o.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- o.Run(ctx) }()
	stop = func() {
		cancel()
		if ended == nil {
			return
		}
		if err := <-ended; err != nil {
			o.t.Error(err)
		}
		ended = nil
	}
	o.t.Cleanup(stop)
	return stop
}

// send sends files by name, fields by "=name".
func (o *office) send(parts ...string) (int, error) {
	o.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for i := 0; i+1 < len(parts); i += 2 {
		var into io.Writer
		var err error
		switch name, field := strings.CutPrefix(parts[i], "="); {
		case field && name == "metadata":
			into, err = w.CreateFormFile(name, "side.csv")
		case field:
			into, err = w.CreateFormField(name)
		default:
			into, err = w.CreateFormFile("files", parts[i])
		}
		if err == nil {
			_, err = io.WriteString(into, parts[i+1])
		}
		if err != nil {
			o.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		o.t.Fatal(err)
	}
	return o.Receive(context.Background(), "anna", multipart.NewReader(&body, w.Boundary()))
}

func (o *office) mustSend(parts ...string) int {
	o.t.Helper()
	id, err := o.send(parts...)
	if err != nil {
		o.t.Fatal(err)
	}
	return id
}

// await waits until a task is as wanted.
func (o *office) await(id int, what string, is func(jobs.Task) bool) jobs.Task {
	o.t.Helper()
	late := time.After(time.Minute)
	for {
		task := o.look(id)
		if is(task) {
			return task
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-late:
			o.t.Fatalf("task %d is never %s: %+v", id, what, task)
		}
	}
}

func (o *office) awaitEnd(id int) jobs.Task {
	o.t.Helper()
	return o.await(id, "ended", func(t jobs.Task) bool { return t.State.Ended() })
}

func (o *office) look(id int) jobs.Task {
	o.t.Helper()
	task, err := o.Task(context.Background(), id)
	if err != nil {
		o.t.Fatal(err)
	}
	return task
}

func (o *office) inbox() []string {
	o.t.Helper()
	left, err := filepath.Glob(filepath.Join(o.w.Dir, "inbox", "*", "*", "*"))
	if err != nil {
		o.t.Fatal(err)
	}
	return left
}

func paper(n int) string {
	return fmt.Sprintf("Document CWG-Internet-30/%d-E\n12 August 2030\nOriginal: English\nContribution by Ruritania\nTITLE %d\n\n1. We propose that exchange points lower the price of transit number %d.\n", n, n, n)
}
