package web

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"rapporteur/cmd/internal/jobs"
	"rapporteur/cmd/internal/sample"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/pipeline"
	"rapporteur/pipeline/extract"
	"rapporteur/pipeline/segment"
)

// workerName makes the test binary a child that reads files.
const workerName = "read-worker"

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == workerName {
		if err := extract.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	if sampleDir != "" {
		os.RemoveAll(sampleDir)
	}
	os.Exit(code)
}

// sampleDir is the workspace of the sample corpus, made once.
var sampleDir string

// makeSample reads the sample corpus into a workspace.
var makeSample = sync.OnceValue(func() error {
	dir, err := os.MkdirTemp("", "rapporteur-web-*")
	if err != nil {
		return err
	}
	sampleDir = dir
	if err := workspace.Init(dir); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "members.yaml"), sample.Members(), 0o644); err != nil {
		return err
	}
	w, err := workspace.Open(dir, func(string, ...any) {})
	if err != nil {
		return err
	}
	defer w.Close()
	return ingest(w, sample.FS(), sample.Metadata())
})

func ingest(w *workspace.Workspace, files fs.FS, metadata []byte) error {
	sidecar, err := segment.ParseSidecar("metadata.csv", metadata)
	if err != nil {
		return err
	}
	job := pipeline.Job{Sidecar: sidecar, Workers: 2, Date: "2031-02-01"}
	err = fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, err := d.Info()
			if err != nil {
				return err
			}
			job.Inputs = append(job.Inputs, pipeline.Input{Name: p, FS: files, Path: p, Size: info.Size()})
		}
		return err
	})
	if err != nil {
		return err
	}
	tagger, err := w.Tagger()
	if err != nil {
		return err
	}
	reader := extract.NewReader([]string{os.Args[0], workerName}, 2)
	defer reader.Close()
	in := &pipeline.Ingester{
		Corpus: w.Store, Keeper: w.Store, Reader: reader, Segmenter: segment.Segmenter{Names: w.Members},
		Tagger: tagger, Indexer: w, Program: "test", Codebook: w.Book.Hash(),
	}
	_, err = in.Ingest(context.Background(), job)
	return err
}

// sampleServer gives the pages over a copy of the sample's workspace.
func sampleServer(t testing.TB) *Server {
	t.Helper()
	if err := makeSample(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(sampleDir)); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir, t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	reader := extract.NewReader([]string{os.Args[0], workerName}, 1)
	t.Cleanup(reader.Close)
	work := jobs.New(jobs.Options{Workspace: w, Worker: []string{os.Args[0], workerName}, Program: "test", Log: t.Logf})
	s, err := New(Options{Workspace: w, Drawer: reader, Version: "test", Log: slog.New(slog.NewTextHandler(testLog{t}, nil)), Jobs: work})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// testLog fails a test where the server logs an error.
type testLog struct{ t testing.TB }

func (l testLog) Write(p []byte) (int, error) {
	l.t.Errorf("the server logs: %s", p)
	return len(p), nil
}
