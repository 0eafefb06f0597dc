package index

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/corpus"
)

// TestSearchesBesideWriting holds that what Put has returned from is found by all
// searches from then on, while others search and segments are merged.
func TestSearchesBesideWriting(t *testing.T) {
	x := open(t, t.TempDir())
	var readers sync.WaitGroup
	var written atomic.Int64
	stop := make(chan struct{})
	for range 2 {
		readers.Go(func() {
			for last := 0; ; {
				select {
				case <-stop:
					return
				default:
				}
				least := int(written.Load())
				r, err := x.Search(context.Background(), corpus.Query{Limit: 3, Superseded: true})
				if err != nil || r.Total < least || r.Total < last {
					t.Errorf("%d passages are found after %d, of %d that were written: %v", r.Total, last, least, err)
					return
				}
				last = r.Total
			}
		})
	}
	for i := range 60 {
		batch := make([]Entry, 20)
		for k := range batch {
			batch[k] = passage(fmt.Sprintf("p%d", 20*i+k), "en", "The cost of connectivity.")
		}
		put(t, x, batch)
		written.Add(int64(len(batch)))
		if r := ask(t, x, corpus.Query{Text: "costs"}); r.Total != 20*(i+1) {
			t.Fatalf("%d passages are found, %d were written", r.Total, 20*(i+1))
		}
	}
	close(stop)
	readers.Wait()
}

// BenchmarkReadingWhileWriting is the 99th percentile of reading, idle and
// while 500 passages a second are written.
func BenchmarkReadingWhileWriting(b *testing.B) {
	const rate = 500
	s := readSpeeches(b)
	x, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	s.load(b, x, 0, benchSize())
	x = settled(b, x)
	defer func() { x.Close() }()
	next := s.shapes()[0].make
	read := func(queries int) (wall, cpu []time.Duration) {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		for range queries {
			q := next()
			start, spent := time.Now(), threadTime()
			if _, err := x.Search(context.Background(), q); err != nil {
				b.Fatal(err)
			}
			wall, cpu = append(wall, time.Since(start)), append(cpu, threadTime()-spent)
			time.Sleep(5 * time.Millisecond)
		}
		slices.Sort(wall)
		slices.Sort(cpu)
		return wall, cpu
	}
	for b.Loop() {
		read(50)
		idle, idleCPU := read(1000)
		stop := make(chan struct{})
		var writing sync.WaitGroup
		written := 0
		writing.Go(func() {
			tick := time.NewTicker(time.Second / 5)
			defer tick.Stop()
			for at := benchSize(); ; at += rate / 5 {
				select {
				case <-stop:
					return
				case <-tick.C:
					s.load(b, x, at, rate/5)
					written += rate / 5
				}
			}
		})
		start := time.Now()
		busy, busyCPU := read(1000)
		close(stop)
		writing.Wait()
		ms := func(d []time.Duration) float64 { return float64(d[len(d)*99/100].Microseconds()) / 1000 }
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(ms(idle), "idle-p99-ms")
		b.ReportMetric(ms(busy), "writing-p99-ms")
		b.ReportMetric(ms(idleCPU), "idle-cpu-p99-ms")
		b.ReportMetric(ms(busyCPU), "writing-cpu-p99-ms")
		b.ReportMetric(float64(written)/time.Since(start).Seconds(), "written/s")
	}
}
