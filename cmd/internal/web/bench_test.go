package web

import (
	"io"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/workspace"
)

// BenchmarkPages measures the server's time for a page, the comparison being
// made. RAPPORTEUR_BENCH_WORKSPACE names a large workspace; without it the
// sample's is taken. RAPPORTEUR_BENCH_MEETINGS limits matrix and theme to some of
// its meetings, with commas between. The figure to look at is p95-ms.
//
//	RAPPORTEUR_BENCH_WORKSPACE=DIR go test -run '^$' -bench Pages -benchtime 200x -cpu 1 ./cmd/internal/web
func BenchmarkPages(b *testing.B) {
	s := benchServer(b)
	meetings := ""
	if list := os.Getenv("RAPPORTEUR_BENCH_MEETINGS"); list != "" {
		meetings = "?" + url.Values{"meeting": strings.Split(list, ",")}.Encode()
	}
	document := "/submission/CWG-Internet-30/1"
	if renditions, err := s.options.Workspace.Store.Renditions(b.Context()); err == nil && len(renditions) > 0 {
		document = documentPath(renditions[len(renditions)/2].Ref)
	}
	for _, page := range []struct{ name, path string }{
		{"search", "/search?q=internet+access"},
		{"search_facets", "/search?q=development&theme=8&not-kind=procedural"},
		{"submission", document},
		{"matrix", "/matrix" + meetings},
		{"theme", "/theme/10" + meetings},
	} {
		b.Run(page.name, func(b *testing.B) {
			h := s.Handler()
			get(b, h, page.path) // what is made once is made
			var times []time.Duration
			for b.Loop() {
				r := httptest.NewRequest("GET", page.path, nil)
				r.Header.Set("Accept-Encoding", "gzip")
				w := httptest.NewRecorder()
				start := time.Now()
				h.ServeHTTP(w, r)
				times = append(times, time.Since(start))
				if w.Code != 200 {
					b.Fatalf("%s: status %d", page.path, w.Code)
				}
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

func benchServer(b *testing.B) *Server {
	dir := os.Getenv("RAPPORTEUR_BENCH_WORKSPACE")
	if dir == "" {
		return sampleServer(b)
	}
	w, err := workspace.Open(dir, b.Logf)
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
