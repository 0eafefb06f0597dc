package jobs_test

import (
	"context"
	"errors"
	"fmt"
	"mime/multipart"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

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
