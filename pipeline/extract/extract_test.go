package extract_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract"
)

// childFlag makes the test binary a child that reads files.
const childFlag = "read-worker"

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == childFlag {
		if err := extract.Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func newReader(t testing.TB, jobs int) *extract.Reader {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := extract.NewReader([]string{exe, childFlag}, jobs)
	t.Cleanup(r.Close)
	return r
}

// samples are the files of the sample corpus, every format in it.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "cmd", "internal", "sample", "files", "*"))
	if err != nil || len(paths) < 15 {
		t.Fatalf("the sample corpus has %d files: %v", len(paths), err)
	}
	out := make(map[string][]byte, len(paths))
	for _, p := range paths {
		if out[filepath.Base(p)], err = os.ReadFile(p); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestReadSamples(t *testing.T) {
	r := newReader(t, 2)
	for name, data := range samples(t) {
		doc, err := r.Read(context.Background(), name, data, extract.Options{})
		var skip *extract.SkipError
		switch {
		case name == "CWG-Internet-30_9.docx":
			if !errors.As(err, &skip) || skip.Reason != corpus.ReasonBroken {
				t.Errorf("%s: %v, want broken", name, err)
			}
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case len(doc.Blocks) < 10 || doc.Grade == "" || doc.MediaType == "" || doc.Extractor == "":
			t.Errorf("%s: %d blocks, grade %q, %q by %q", name, len(doc.Blocks), doc.Grade, doc.MediaType, doc.Extractor)
		}
	}
}

func TestReadSaysWhyNot(t *testing.T) {
	r := newReader(t, 1)
	tests := []struct {
		name, data string
		reason     corpus.Reason
	}{
		{"nothing", "   \n", corpus.ReasonEmpty},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00", corpus.ReasonFormat},
		{"head of a PDF", "%PDF-1.7\n", corpus.ReasonBroken},
		{"zip of nothing known", "PK\x05\x06" + string(make([]byte, 18)), corpus.ReasonFormat},
	}
	for _, tt := range tests {
		_, err := r.Read(context.Background(), tt.name, []byte(tt.data), extract.Options{})
		var skip *extract.SkipError
		if !errors.As(err, &skip) || skip.Reason != tt.reason || skip.Detail == "" {
			t.Errorf("%s: %v, want %s with a detail", tt.name, err, tt.reason)
		}
	}
}

// TestMutations reads damaged copies of the sample files: each must end in a
// document or in a reason, and this process must live. RAPPORTEUR_MUTATIONS
// says how many; `make hostile` asks for 10,000.
func TestMutations(t *testing.T) {
	n := 1000
	if s := os.Getenv("RAPPORTEUR_MUTATIONS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	r := newReader(t, runtime.NumCPU())
	files := samples(t)
	names := slices.Sorted(maps.Keys(files))
	var wait sync.WaitGroup
	gate := make(chan struct{}, runtime.NumCPU())
	outcomes := make(chan string, n)
	for i := range n {
		gate <- struct{}{}
		wait.Go(func() {
			defer func() { <-gate }()
			random := rand.New(rand.NewPCG(1305, uint64(i)))
			name := names[random.IntN(len(names))]
			outcomes <- outcome(t, r, fmt.Sprintf("%s, mutation %d", name, i), mutate(random, files[name]))
		})
	}
	wait.Wait()
	close(outcomes)
	counts := make(map[string]int)
	for o := range outcomes {
		counts[o]++
	}
	t.Logf("%d mutations: %v", n, counts)
}

func outcome(t *testing.T, r *extract.Reader, name string, data []byte) string {
	started := time.Now()
	_, err := r.Read(context.Background(), name, data, extract.Options{})
	if spent := time.Since(started); spent > 40*time.Second {
		t.Errorf("%s: took %v", name, spent)
	}
	var skip *extract.SkipError
	switch {
	case err == nil:
		return "read"
	case errors.As(err, &skip):
		return string(skip.Reason)
	}
	t.Errorf("%s: %v", name, err)
	return "failed"
}

// mutate damages a copy of data: bytes changed, pieces cut, doubled or moved.
func mutate(random *rand.Rand, data []byte) []byte {
	out := append([]byte(nil), data...)
	for range 1 + random.IntN(8) {
		if len(out) < 16 {
			break
		}
		at := random.IntN(len(out) - 8)
		switch random.IntN(5) {
		case 0:
			out[at] ^= byte(1 + random.IntN(255))
		case 1:
			out = append(out[:at], out[min(len(out), at+random.IntN(200)):]...)
		case 2:
			piece := append([]byte(nil), out[at:min(len(out), at+random.IntN(500))]...)
			out = append(out[:at], append(piece, out[at:]...)...)
		case 3:
			for i := at; i < min(len(out), at+random.IntN(64)); i++ {
				out[i] = byte(random.IntN(256))
			}
		default:
			out = out[:at+8]
		}
	}
	return out
}
