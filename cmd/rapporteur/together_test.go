package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rapporteur/cmd/internal/owner"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// installed copies the test binary to where anybody may run it as the program:
// see TestMain.
func installed(t *testing.T) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(exe)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "rapporteur")
	if err := errors.Join(os.WriteFile(path, data, 0o755), os.Chmod(filepath.Dir(t.TempDir()), 0o755)); err != nil {
		t.Fatal(err)
	}
	return path
}

// ran is what a process left behind.
type ran struct {
	out, err string
	status   int
}

func runs(t *testing.T, cmd *exec.Cmd) ran {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// sampled makes the sample corpus and gives the folder of the demo.
func sampled(t *testing.T, program string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "demo")
	if r := runs(t, exec.Command(program, "demo", dir)); r.status != exitDone && r.status != exitGaps {
		t.Fatalf("demo: %s", r.err)
	}
	return dir
}

// TestProcessesShareAWorkspace lets two ingests of the same files and many
// searches run at once, and then while this process owns the index.
func TestProcessesShareAWorkspace(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sample corpus three times")
	}
	program := installed(t)
	demo := sampled(t, program)
	received := filepath.Join(demo, "received")
	space := filepath.Join(t.TempDir(), "space")
	on := func(args ...string) ran {
		return runs(t, exec.Command(program, append([]string{"-w", space}, args...)...))
	}
	runs(t, exec.Command(program, "init", space))
	copyFile(t, filepath.Join(demo, "workspace", "members.yaml"), filepath.Join(space, "members.yaml"))

	done := make(chan ran, 2)
	for range 2 {
		go func() {
			done <- on("ingest", "--json", "--metadata", filepath.Join(received, "metadata.csv"), received)
		}()
	}
	searches := 0
	for left := 2; left > 0; {
		select {
		case r := <-done:
			if left--; r.status != exitGaps { // one of the files is broken
				t.Errorf("ingest beside others: status %d, %s", r.status, r.err)
			}
		default:
			searches++
			if r := on("search", "--json", "exchange points"); r.status != exitDone {
				t.Fatalf("search beside an ingest: status %d, %s", r.status, r.err)
			}
		}
	}
	if searches < 3 {
		t.Errorf("only %d searches ran beside the ingests", searches)
	}
	if r := on("verify"); r.status != exitDone {
		t.Errorf("verify: %s%s", r.out, r.err)
	}
	quiet := runs(t, exec.Command(program, "-w", filepath.Join(demo, "workspace"), "list", "submissions"))
	if r := on("list", "submissions"); r.out != quiet.out {
		t.Errorf("two at once give\n%s\none alone\n%s", r.out, quiet.out)
	}
	underOneOwner(t, program, space)
}

// underOneOwner asks while this process has the index, then while it does not
// answer.
func underOneOwner(t *testing.T, program, space string) {
	on := func(args ...string) ran {
		return runs(t, exec.Command(program, append([]string{"-w", space}, args...)...))
	}
	ctx := context.Background()
	w, err := workspace.Open(space, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	want, err := w.Search(ctx, corpus.Query{Text: "exchange points"})
	if err != nil {
		t.Fatal(err)
	}
	var got corpus.Result
	r := on("search", "--json", "exchange points")
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || got.Total != want.Total || got.Hits[0].Score != want.Hits[0].Score {
		t.Errorf("through the owner: %s%s, %v", r.out, r.err, err)
	}
	more := filepath.Join(t.TempDir(), "more.txt")
	if err := os.WriteFile(more, []byte("CWG-Internet-31/40\nSource: Ruritania\n\n1. The exchange of quaggas is to be studied.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := on("ingest", "--meeting", "CWG-Internet-31", more); r.status != exitDone {
		t.Errorf("ingest beside the owner: %s%s", r.out, r.err)
	}
	if r, err := w.Search(ctx, corpus.Query{Text: "quaggas"}); err != nil || r.Total != 1 {
		t.Errorf("the owner finds %d of what another process saved, %v", r.Total, err)
	}
	if r := on("verify"); r.status != exitDone {
		t.Errorf("verify through the owner: %s%s", r.out, r.err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	claim, err := owner.Take(space)
	if err != nil {
		t.Fatal(err)
	}
	r = on("search", "quaggas")
	if says := fmt.Sprintf("in use by PID %d", os.Getpid()); r.status != exitFailed || !strings.Contains(r.err, says) {
		t.Errorf("an owner that is silent: status %d, %s; want %q", r.status, r.err, says)
	}
	if err := claim.Close(func() error { return nil }); err != nil {
		t.Error(err)
	}
	if r := on("search", "quaggas"); r.status != exitDone {
		t.Errorf("once the index is free: %s", r.err)
	}
}

// TestAWorkspaceThatCannotBeWritten is read by a user who may only read.
func TestAWorkspaceThatCannotBeWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the sample corpus")
	}
	program := installed(t)
	space := filepath.Join(sampled(t, program), "workspace")
	walk(t, space, 0o555, 0o444)
	t.Cleanup(func() { walk(t, space, 0o755, 0o644) })
	on := func(args ...string) ran {
		cmd := exec.Command(program, append([]string{"-w", space}, args...)...)
		if os.Getuid() == 0 { // root may write everywhere
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			cmd.Dir = "/"
		}
		return runs(t, cmd)
	}
	for _, args := range [][]string{{"search", "exchange points"}, {"status"}, {"show", "CWG-Internet-30/1#3.1"}, {"verify"}} {
		if r := on(args...); r.status != exitDone || len(r.out) < 30 {
			t.Errorf("%s: status %d, %s%s", args, r.status, r.out, r.err)
		}
	}
	for _, args := range [][]string{{"ingest", program}, {"reindex"}, {"review", "accept", "CWG-Internet-30/1#3.1", "--theme", "3", "--reader", "A"}} {
		if r := on(args...); r.status != exitFailed || !strings.Contains(r.err, "cannot be written by this user") {
			t.Errorf("%s: status %d, %s%s", args, r.status, r.out, r.err)
		}
	}
	walk(t, space, 0o755, 0o644)
	if err := os.RemoveAll(filepath.Join(space, "index")); err != nil {
		t.Fatal(err)
	}
	walk(t, space, 0o555, 0o444)
	if r := on("search", "exchange points"); r.status != exitFailed || !strings.Contains(r.err, "has no search index that can be used") {
		t.Errorf("without an index: status %d, %s%s", r.status, r.out, r.err)
	}
}

// walk sets the modes of all folders and files below a folder.
func walk(t *testing.T, root string, folder, file os.FileMode) {
	t.Helper()
	err := filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.Chmod(p, folder)
		}
		return os.Chmod(p, file)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
