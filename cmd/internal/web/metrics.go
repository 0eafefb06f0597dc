package web

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"time"

	"rapporteur/cmd/internal/access"
	"rapporteur/corpus/store"
)

// buckets are the upper bounds of the histogram of durations, in seconds.
var buckets = [...]float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}

// metrics counts what the server does, for Prometheus: by route, so that no
// address with a search or a name in it is kept.
type metrics struct {
	mu     sync.Mutex
	routes map[string]*routeMetrics
	// busy is how many requests are under way.
	busy int
}

type routeMetrics struct {
	codes   map[int]int
	buckets [len(buckets)]int // counts of those up to the bound
	count   int
	seconds float64
}

func newMetrics() *metrics { return &metrics{routes: make(map[string]*routeMetrics)} }

// watch counts the requests of a route.
func (m *metrics) watch(pattern string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start, seen := time.Now(), &statusWriter{ResponseWriter: w, status: http.StatusOK}
		m.change(1)
		defer func() {
			m.change(-1)
			m.add(pattern, seen.status, time.Since(start))
		}()
		next.ServeHTTP(seen, r)
	})
}

func (m *metrics) change(by int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.busy += by
}

func (m *metrics) add(pattern string, status int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	x := m.routes[pattern]
	if x == nil {
		x = &routeMetrics{codes: make(map[int]int)}
		m.routes[pattern] = x
	}
	x.codes[status]++
	x.count++
	x.seconds += took.Seconds()
	for i, bound := range buckets {
		if took.Seconds() <= bound {
			x.buckets[i]++
		}
	}
}

// statusWriter remembers the status that is sent.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets [http.ResponseController] reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// write writes the counts in Prometheus' text format.
func (m *metrics) write(b *bytes.Buffer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	head(b, "rapporteur_http_requests_in_flight", "gauge", "Requests under way.")
	fmt.Fprintf(b, "rapporteur_http_requests_in_flight %d\n", m.busy)
	head(b, "rapporteur_http_requests_total", "counter", "Requests by route and status.")
	for _, route := range slices.Sorted(maps.Keys(m.routes)) {
		for _, code := range slices.Sorted(maps.Keys(m.routes[route].codes)) {
			fmt.Fprintf(b, "rapporteur_http_requests_total{route=%q,code=\"%d\"} %d\n", route, code, m.routes[route].codes[code])
		}
	}
	head(b, "rapporteur_http_request_duration_seconds", "histogram", "Time to answer by route.")
	for _, route := range slices.Sorted(maps.Keys(m.routes)) {
		x := m.routes[route]
		for i, bound := range buckets {
			fmt.Fprintf(b, "rapporteur_http_request_duration_seconds_bucket{route=%q,le=\"%g\"} %d\n", route, bound, x.buckets[i])
		}
		fmt.Fprintf(b, "rapporteur_http_request_duration_seconds_bucket{route=%q,le=\"+Inf\"} %d\n", route, x.count)
		fmt.Fprintf(b, "rapporteur_http_request_duration_seconds_sum{route=%q} %g\n", route, x.seconds)
		fmt.Fprintf(b, "rapporteur_http_request_duration_seconds_count{route=%q} %d\n", route, x.count)
	}
}

func head(b *bytes.Buffer, name, kind, help string) {
	fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}

// metrics answers who asks from this machine, and the secretariat.
func (s *Server) metricsPage(r *http.Request) (response, error) {
	if !access.FromHere(r) && !access.From(r.Context()).May(Secretariat) {
		return denied{}, nil
	}
	var b bytes.Buffer
	s.metrics.write(&b)
	if err := s.writeCorpus(r.Context(), &b); err != nil {
		return nil, err
	}
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	head(&b, "go_goroutines", "gauge", "Goroutines.")
	fmt.Fprintf(&b, "go_goroutines %d\n", runtime.NumGoroutine())
	head(&b, "go_memstats_heap_alloc_bytes", "gauge", "Bytes in use on the heap.")
	fmt.Fprintf(&b, "go_memstats_heap_alloc_bytes %d\n", mem.HeapAlloc)
	return content{media: "text/plain; version=0.0.4; charset=utf-8", body: b.Bytes()}, nil
}

// denied is an answer to who may not ask.
type denied struct{}

func (denied) write(s *Server, w http.ResponseWriter, r *http.Request) error {
	s.Deny(w, r, http.StatusForbidden)
	return nil
}

// writeCorpus adds what the workspace holds and what waits.
func (s *Server) writeCorpus(ctx context.Context, b *bytes.Buffer) error {
	passages, decisions, err := s.options.Workspace.Store.Sizes(ctx)
	if err != nil {
		return err
	}
	head(b, "rapporteur_passages", "gauge", "Passages in the corpus.")
	fmt.Fprintf(b, "rapporteur_passages %d\n", passages)
	head(b, "rapporteur_decisions_total", "counter", "Decisions in the log.")
	fmt.Fprintf(b, "rapporteur_decisions_total %d\n", decisions)
	if s.options.Jobs == nil {
		return nil
	}
	tasks, err := s.options.Workspace.Store.Tasks(ctx)
	if err != nil {
		return err
	}
	counts := make(map[store.TaskState]int)
	for _, t := range tasks {
		counts[t.State]++
	}
	head(b, "rapporteur_tasks", "gauge", "Background tasks by state.")
	for _, state := range []store.TaskState{store.TaskWaiting, store.TaskRunning, store.TaskDone, store.TaskFailed, store.TaskInterrupted, store.TaskCancelled} {
		fmt.Fprintf(b, "rapporteur_tasks{state=%q} %d\n", state, counts[state])
	}
	return nil
}
