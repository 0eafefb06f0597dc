package jobs_test

import (
	"bytes"
	"context"
	"errors"
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
	"rapporteur/corpus"
	"rapporteur/corpus/store"
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

func TestFilesThatAreSentAreRead(t *testing.T) {
	o := open(t, initialised(t), plain)
	o.start()
	id := o.mustSend("one.txt", paper(1), "two.txt", paper(2), "empty.txt", "", "=meeting", "CWG-Internet-30", "=source", "Ruritania")
	task := o.awaitEnd(id)
	if task.State != store.TaskDone || task.Maker != "anna" || task.Counts[corpus.FileRead] != 2 || task.Gaps() != 1 || task.Finished() != 3 {
		t.Fatalf("%+v", task)
	}
	if f := task.Files[2]; f.Name != "empty.txt" || f.Line.Reason != corpus.ReasonEmpty || task.Files[0].Line.Grade == "" {
		t.Errorf("%+v", task.Files)
	}
	if left := o.inbox(); len(left) != 1 || filepath.Base(left[0]) != "empty.txt" {
		t.Errorf("the inbox holds %v", left)
	}
	found, err := o.w.Search(context.Background(), corpus.Query{Text: "transit"})
	if err != nil || found.Total != 2 {
		t.Errorf("found %d, %v", found.Total, err)
	}
	status, err := o.w.Store.Status(context.Background())
	if err != nil || len(status.Unread) != 1 || status.Works != 2 {
		t.Errorf("%+v, %v", status, err)
	}
}

func TestRetryOnlyWhatFailed(t *testing.T) {
	o := open(t, initialised(t), plain)
	o.start()
	id := o.mustSend("one.txt", paper(1), "empty.txt", "")
	o.awaitEnd(id)
	// What was missing has come.
	left := o.inbox()
	if len(left) != 1 {
		t.Fatalf("the inbox holds %v", left)
	}
	if err := os.WriteFile(left[0], []byte(paper(2)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := o.Retry(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	task := o.await(id, "read", func(x jobs.Task) bool { return x.State.Ended() && x.Gaps() == 0 })
	if task.Counts[corpus.FileRead] != 2 {
		t.Errorf("%+v", task.Counts)
	}
	if left := o.inbox(); len(left) != 0 {
		t.Errorf("the inbox holds %v", left)
	}
	if err := o.Retry(context.Background(), id); corpus.ErrorCode(err) != corpus.CodeUsage {
		t.Errorf("nothing to try again: %v", err)
	}
}

func TestSidecarWins(t *testing.T) {
	o := open(t, initialised(t), plain)
	o.start()
	id := o.mustSend("=metadata", "file,symbol,meeting,date,source,title,language,attribution\none.txt,CWG-Internet-31/7,CWG-Internet-31,,,,,\n", "one.txt", paper(1))
	if task := o.awaitEnd(id); task.Files[0].Line.Symbol != "CWG-Internet-31/7" {
		t.Errorf("%+v", task.Files[0])
	}
	if _, err := o.send("=metadata", "file,colour\none.txt,red\n", "one.txt", paper(1)); err == nil || !strings.Contains(err.Error(), "colour") {
		t.Errorf("a wrong sidecar: %v", err)
	}
}

func TestBoundsOnWhatIsSent(t *testing.T) {
	o := open(t, initialised(t), func(p *jobs.Options) { p.Limits = jobs.Limits{Files: 3, FileBytes: 100, TotalBytes: 150} })
	big, half := strings.Repeat("x", 101), strings.Repeat("x", 80)
	for name, parts := range map[string][]string{
		"a file":     {"a.txt", big},
		"all":        {"a.txt", half, "b.txt", half},
		"the number": {"a.txt", "x", "b.txt", "x", "c.txt", "x", "d.txt", "x"},
		"a field":    {"a.txt", "x", "=source", strings.Repeat("x", 2000)},
		"nothing":    {"=meeting", "CWG-Internet-30"},
		"a folder":   {"=folder", "/etc"},
	} {
		if _, err := o.send(parts...); corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := multipart.NewReader(strings.NewReader("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nxx"), "b")
	if _, err := o.Receive(context.Background(), "anna", broken); err == nil {
		t.Error("half a form is taken")
	}
	if left, _ := filepath.Glob(filepath.Join(o.w.Dir, "inbox", "*")); len(left) != 0 {
		t.Errorf("refused forms leave %v", left)
	}
	if tasks, err := o.Tasks(context.Background()); err != nil || len(tasks) != 0 {
		t.Errorf("%v, %v", tasks, err)
	}
}

func TestFolderOfTheSettings(t *testing.T) {
	dir := initialised(t)
	for name, text := range map[string]string{"received/a/one.txt": paper(1), "received/two.txt": paper(2), "secret.txt": paper(3)} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	err := errors.Join(
		os.Symlink(filepath.Join(dir, "secret.txt"), filepath.Join(dir, "received", "link.txt")),
		os.WriteFile(filepath.Join(dir, "rapporteur.yaml"), []byte("folders: [received]\n"), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	o := open(t, dir, plain)
	o.start()
	task := o.awaitEnd(o.mustSend("=folder", "received"))
	if task.Counts[corpus.FileRead] != 2 || task.Gaps() != 1 || task.Files[0].Name != "received/a/one.txt" {
		t.Errorf("%+v", task.Files)
	}
	for _, name := range []string{"received/../..", "received/a", "/etc", "../x"} {
		if _, err := o.send("=folder", name); corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%s: %v", name, err)
		}
	}
}

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

func TestReport(t *testing.T) {
	o := open(t, initialised(t), func(p *jobs.Options) {
		p.Build = func(_ context.Context, spec jobs.ReportSpec, dir string) ([]string, error) {
			if spec.Language == "xx" {
				panic("no such language")
			}
			return []string{"report.md"}, os.WriteFile(filepath.Join(dir, "report.md"), []byte(spec.Language), 0o644)
		}
	})
	o.start()
	ctx := context.Background()
	good, err1 := o.Report(ctx, "anna", jobs.ReportSpec{ReportOptions: workspace.ReportOptions{Language: "fr"}})
	bad, err2 := o.Report(ctx, "anna", jobs.ReportSpec{ReportOptions: workspace.ReportOptions{Language: "xx"}})
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if task := o.awaitEnd(bad); task.State != store.TaskFailed || !strings.Contains(task.Error, "fault of this program") {
		t.Errorf("%+v", task)
	}
	if task := o.look(good); task.State != store.TaskDone {
		t.Errorf("%+v", task)
	}
	if data, err := o.File(ctx, good, "report.md"); err != nil || string(data) != "fr" {
		t.Errorf("%q, %v", data, err)
	}
	for _, name := range []string{"../../corpus.db", "report.docx", ""} {
		if _, err := o.File(ctx, good, name); corpus.ErrorCode(err) != corpus.CodeNotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.WriteFile(filepath.Join(o.w.Dir, "reports", fmt.Sprint(good), "report.md"), []byte("de"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := o.File(ctx, good, "report.md"); corpus.ErrorCode(err) != corpus.CodeInvalid {
		t.Errorf("a changed file: %v", err)
	}
}
