package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/extract/child"
)

// childVariable tells this test's binary that it is a reader's child.
const childVariable = "RAPPORTEUR_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) == "" {
		os.Exit(m.Run())
	}
	var r *Reader
	err := child.Serve(os.Stdin, os.Stdout, func(q child.Request) child.Response {
		if q.Op == "second" {
			text, err := Second(q.Data, q.Options)
			return respond(block.Document{}, text, err)
		}
		if r == nil {
			var err error
			if r, err = NewReader(filepath.Join(os.TempDir(), "rapporteur-test-cache")); err != nil {
				return child.Response{Err: err.Error()}
			}
		}
		doc, err := r.Read(q.Data, q.Options)
		return respond(doc, "", err)
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func respond(doc block.Document, text string, err error) child.Response {
	p := child.Response{Document: doc, Text: text}
	var skip *block.SkipError
	if errors.As(err, &skip) {
		p.Skip = skip
	} else if err != nil {
		p.Err = err.Error()
	}
	return p
}

func newTestPool(t *testing.T, size int, deadline time.Duration) *child.Pool {
	p := child.NewPool([]string{os.Args[0]}, []string{childVariable + "=1"}, size, deadline)
	t.Cleanup(p.Close)
	return p
}

// outcome is what became of one file.
type outcome struct {
	doc    block.Document
	reason corpus.Reason
	detail string
	took   time.Duration
	second time.Duration
}

// readBoth reads a file as the extractor does: in two children.
func readBoth(t *testing.T, first, second *child.Pool, data []byte, name string) outcome {
	start := time.Now()
	var o outcome
	p, err := first.Do(context.Background(), child.Request{Op: "read", Name: name, Data: data})
	if err == nil && p.Skip != nil {
		err = p.Skip
	}
	o.took = time.Since(start)
	var skip *block.SkipError
	switch {
	case errors.As(err, &skip):
		o.reason, o.detail = skip.Reason, skip.Detail
		return o
	case err != nil:
		t.Errorf("%s: %v", name, err)
		return o
	case p.Err != "":
		t.Errorf("%s: %s", name, p.Err)
		return o
	}
	o.doc = p.Document
	start = time.Now()
	q, err := second.Do(context.Background(), child.Request{Op: "second", Name: name, Data: data})
	if err == nil && q.Err != "" {
		err = errors.New(q.Err)
	}
	if err == nil && q.Skip != nil {
		err = q.Skip
	}
	o.second = time.Since(start)
	Judge(&o.doc, q.Text, err)
	if err != nil {
		o.detail = err.Error()
	}
	return o
}

// TestFolders reads every PDF of the folders that are not the truth set. Each
// must come to an end in time, as a document or with a reason.
func TestFolders(t *testing.T) {
	dir := shared(t)
	folders := []string{"real", "hostile", "states"}
	if only := os.Getenv("FOLDER"); only != "" {
		folders = []string{only}
	}
	first, second := newTestPool(t, 1, 25*time.Second), newTestPool(t, 1, 5*time.Second)
	for _, folder := range folders {
		files, _ := filepath.Glob(filepath.Join(dir, folder, "*.pdf"))
		reasons := map[string]int{}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			o := readBoth(t, first, second, data, filepath.Base(file))
			if o.took+o.second > 30*time.Second {
				t.Errorf("%s took %v and %v", file, o.took, o.second)
			}
			reasons["grade "+string(o.doc.Grade)+" reason "+string(o.reason)]++
			t.Logf("%-70s %s%-10s p%-3d b%-4d %6.2fs %5.2fs %s %s", filepath.Base(file), o.doc.Grade, o.reason, o.doc.Pages, len(o.doc.Blocks),
				o.took.Seconds(), o.second.Seconds(), o.detail, strings.Join(o.doc.Warnings, "; "))
		}
		var lines []string
		for k, n := range reasons {
			lines = append(lines, fmt.Sprintf("%s: %d", k, n))
		}
		sort.Strings(lines)
		t.Log(folder, len(files), lines)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Log("parent: peak from the system", m.Sys>>20, "MiB")
}
