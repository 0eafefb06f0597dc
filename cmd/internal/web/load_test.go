package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync"
	"testing"
	"time"
)

// TestManyUsers lets fifty people work while files come in: no request fails.
// RAPPORTEUR_LOAD=30s makes it a measurement with a bar: p99 of 500 ms.
func TestManyUsers(t *testing.T) {
	long, measured := 3*time.Second, os.Getenv("RAPPORTEUR_LOAD")
	if measured != "" {
		var err error
		if long, err = time.ParseDuration(measured); err != nil {
			t.Fatal(err)
		}
	}
	s := sampleServer(t)
	if err := s.Warm(t.Context()); err != nil { // as serve does
		t.Fatal(err)
	}
	site := httptest.NewServer(s.Handler())
	t.Cleanup(site.Close)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.options.Jobs.Run(ctx) }()
	names := make([]string, 20+int(long.Seconds())*10)
	for i := range names {
		names[i] = fmt.Sprintf("%d.txt", i)
	}
	body, media := sent(t, names...)
	if answer, err := http.Post(site.URL+"/jobs", media, body); err != nil || answer.StatusCode != 200 {
		t.Fatalf("%v %v", answer, err)
	}
	times := crowd(t, site.URL, 50, long)
	task, err := s.options.Jobs.Task(ctx, 1)
	if err != nil || task.Finished() < 2 {
		t.Errorf("of %d files %d came in meanwhile: %v", len(names), task.Finished(), err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	p99 := times[len(times)*99/100]
	t.Logf("%d requests of 50 users in %v while %d of %d files came in: p50 %v, p99 %v", len(times), long, task.Finished(), len(names), times[len(times)/2], p99)
	if measured != "" && p99 > 500*time.Millisecond {
		t.Errorf("p99 is %v, and 500 ms is the bar", p99)
	}
}

// crowd sends users to the pages for a while, each with a second of reading
// between two pages, and gives the times of the answers, sorted.
func crowd(t *testing.T, site string, users int, long time.Duration) []time.Duration {
	t.Helper()
	paths := []string{"/", "/search?q=exchange+points", "/search?theme=2", "/submission/CWG-Internet-30/1", "/matrix", "/theme/2", "/review", "/codebook", "/jobs"}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: users}, Timeout: 30 * time.Second}
	var mu sync.Mutex
	var times []time.Duration
	var wg sync.WaitGroup
	end := time.Now().Add(long)
	for u := range users {
		wg.Go(func() {
			time.Sleep(time.Duration(u) * time.Second / time.Duration(users))
			for n := u; time.Now().Before(end); n++ {
				start := time.Now()
				answer, err := client.Get(site + paths[n%len(paths)])
				if err != nil {
					t.Error(err)
					return
				}
				_, err = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if err != nil || answer.StatusCode != 200 {
					t.Errorf("%s: %d %v", paths[n%len(paths)], answer.StatusCode, err)
					return
				}
				mu.Lock()
				times = append(times, time.Since(start))
				mu.Unlock()
				time.Sleep(time.Second)
			}
		})
	}
	wg.Wait()
	if len(times) < users {
		t.Fatalf("%d answers", len(times))
	}
	slices.Sort(times)
	return times
}
