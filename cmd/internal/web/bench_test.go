package web

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"rapporteur/cmd/internal/workspace"
)

// BenchmarkPages measures the server's time for a page over varied addresses,
// once all that is made once is made: the comparison, the index's columns. The
// workspace is that of [speechesWorkspace], or a large one that
// RAPPORTEUR_BENCH_WORKSPACE names; without either it is the sample's.
//
// The figures to look at are p50-ms and p95-ms and, where other programs run
// beside, p95-cpu-ms: the processor time of this process, collection of garbage
// and all. The comparison has s for the time that it takes, MiB for the memory
// that it leaves in use, and peak-MiB for the most that the process has had.
//
//	make bench-pages SHARED=DIR
func BenchmarkPages(b *testing.B) {
	s := benchServer(b)
	h := s.Handler()
	start, spent := time.Now(), cpuTime()
	if err := s.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	took, used := time.Since(start), cpuTime()-spent
	b.Run("comparison", func(b *testing.B) { benchComparison(b, took, used) })
	for _, kind := range []struct {
		name  string
		paths []string
	}{
		{"search", searchPaths(nil)},
		{"search_facets", searchPaths(benchFilters)},
		{"submission", submissionPaths(b, s)},
		{"matrix", []string{"/matrix", "/matrix?mode=kinds", "/matrix?mode=change", "/matrix?list=1", "/matrix?mode=kinds&list=1"}},
		{"theme", themePaths()},
	} {
		b.Run(kind.name, func(b *testing.B) { benchPages(b, h, kind.paths) })
	}
}

// benchComparison reports what making the comparison took.
func benchComparison(b *testing.B, took, used time.Duration) {
	for b.Loop() { // it is made already
	}
	b.ReportMetric(took.Seconds(), "s")
	b.ReportMetric(used.Seconds(), "cpu-s")
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc>>20), "MiB")
	b.ReportMetric(peakMemory(), "peak-MiB")
	b.ReportMetric(0, "ns/op")
}

// benchPages asks for the addresses in turn, each once before it counts.
func benchPages(b *testing.B, h http.Handler, paths []string) {
	for _, path := range paths[:min(len(paths), b.N)] {
		benchPage(b, h, path)
	}
	var times, spent []time.Duration
	for n := 0; b.Loop(); n++ {
		start := cpuTime()
		times = append(times, benchPage(b, h, paths[n%len(paths)]))
		spent = append(spent, cpuTime()-start)
	}
	b.ReportMetric(percentile(times, 50), "p50-ms")
	b.ReportMetric(percentile(times, 95), "p95-ms")
	b.ReportMetric(percentile(spent, 95), "p95-cpu-ms")
	b.ReportMetric(0, "ns/op")
}

// percentile is in milliseconds.
func percentile(times []time.Duration, percent int) float64 {
	slices.Sort(times)
	return float64(times[(len(times)-1)*percent/100].Microseconds()) / 1000
}

func benchPage(b *testing.B, h http.Handler, path string) time.Duration {
	r := httptest.NewRequest("GET", path, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	start := time.Now()
	h.ServeHTTP(w, r)
	took := time.Since(start)
	if w.Code != http.StatusOK {
		b.Fatalf("%s: status %d", path, w.Code)
	}
	return took
}

// cpuTime is what this process has used of processors.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// peakMemory is the most that this process has had resident, in MiB; 0 where the
// system does not tell.
func peakMemory() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kib float64
	if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
		fmt.Sscanf(rest, "%f", &kib)
	}
	return kib / 1024
}

// benchWords are what is searched for: rare and frequent words, a phrase, words
// joined, left out and cut short, and nothing at all.
var benchWords = []string{
	"internet access", "development", "climate change", `"security council"`, "cyber*", "peace AND security", "children -war",
	"broadband OR connectivity", "privacy", "international cooperation on artificial intelligence", "undersea cables", "",
}

// benchFilters are facets asked for and left out.
var benchFilters = []string{
	"theme=8", "kind=proposal", "theme=8&not-kind=procedural", "source=FRA&source=KEN", "not-theme=10&kind=position",
	"theme=1&theme=2&kind=proposal&not-source=USA", "language=en&theme=3",
}

func searchPaths(filters []string) []string {
	var out []string
	for i, words := range benchWords {
		path := "/search?q=" + url.QueryEscape(words)
		if len(filters) == 0 {
			out = append(out, path)
		}
		for j, f := range filters {
			if (i+j)%3 == 0 {
				out = append(out, path+"&"+f)
			}
		}
	}
	return out
}

func submissionPaths(b *testing.B, s *Server) []string {
	renditions, err := s.options.Workspace.Store.Renditions(b.Context())
	if err != nil || len(renditions) == 0 {
		b.Fatalf("no document: %v", err)
	}
	var out []string
	for i := range 40 {
		out = append(out, documentPath(renditions[i*len(renditions)/40].Ref))
	}
	return out
}

func themePaths() []string {
	var out []string
	for t := 1; t <= 12; t++ {
		out = append(out, fmt.Sprintf("/theme/%d", t), fmt.Sprintf("/theme/%d?page=2", t))
	}
	return out
}

func benchServer(b *testing.B) *Server {
	dir := os.Getenv("RAPPORTEUR_BENCH_WORKSPACE")
	if dir == "" && os.Getenv("RAPPORTEUR_SHARED") != "" {
		dir = speechesWorkspace(b)
	}
	if dir == "" {
		return sampleServer(b)
	}
	w, err := workspace.Open(dir, func(format string, args ...any) { b.Log(strings.TrimSpace(fmt.Sprintf(format, args...))) })
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { w.Close() })
	s, err := New(Options{Workspace: w, Version: "bench", Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		b.Fatal(err)
	}
	return s
}
