package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"rapporteur/corpus"
)

const benchPassages = 100000

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func folderSize(dir string) (n int64) {
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			n += info.Size()
		}
	}
	return n
}

// BenchmarkIndex measures writing: passages per second of processor time, and
// the size on disk against that of the text.
func BenchmarkIndex(b *testing.B) {
	entries := zipfEntries(20000)
	text := 0
	for _, e := range entries {
		text += len(e.Passage.Text)
	}
	for b.Loop() {
		dir := b.TempDir()
		x, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		before := cpuTime()
		if err := x.Put(context.Background(), entries); err != nil {
			b.Fatal(err)
		}
		spent := cpuTime() - before
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(entries))/spent.Seconds(), "passages/cpu-s")
		if x, err = Open(dir); err == nil {
			x.Close()
		}
		b.ReportMetric(float64(folderSize(dir))/float64(text), "size/text")
	}
}

// BenchmarkSearch measures latency over 100,000 passages.
func BenchmarkSearch(b *testing.B) {
	entries := zipfEntries(benchPassages)
	x, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	if err := x.Put(context.Background(), entries); err != nil {
		b.Fatal(err)
	}
	if v, err := x.view(); err == nil {
		b.Logf("%d segments", len(v.parts))
		v.close()
	}
	r := rand.New(rand.NewPCG(3, 3))
	texts := func() []string {
		for {
			if e := entries[r.IntN(len(entries))]; e.Passage.Language == "en" {
				return strings.Fields(e.Passage.Text)
			}
		}
	}
	word := func() string {
		for {
			if w := texts(); len(w) > 0 {
				if one := w[r.IntN(len(w))]; len(one) > 3 {
					return one
				}
			}
		}
	}
	run := func(n int) string {
		w := texts()
		at := r.IntN(len(w) - n)
		return strings.Join(w[at:at+n], " ")
	}
	kinds := []struct {
		name string
		make func() corpus.Query
	}{
		{"or3", func() corpus.Query { return corpus.Query{Text: word() + " OR " + word() + " OR " + word(), Limit: 10} }},
		{"and3", func() corpus.Query { return corpus.Query{Text: run(3), Limit: 10} }},
		{"phrase", func() corpus.Query { return corpus.Query{Text: `"` + run(2+r.IntN(3)) + `"`, Limit: 10} }},
		{"near", func() corpus.Query { return corpus.Query{Text: `"` + word() + " " + word() + `"~8`, Limit: 10} }},
		{"prefix", func() corpus.Query { return corpus.Query{Text: (word() + "abc")[:4] + "*", Limit: 10} }},
		{"fuzzy", func() corpus.Query { return corpus.Query{Text: word() + "~1", Limit: 10} }},
		{"all", func() corpus.Query { return corpus.Query{Limit: 10} }},
		{"filter", func() corpus.Query {
			return corpus.Query{Text: word(), Themes: []corpus.Theme{3}, Sources: []string{"XRU"}, Limit: 10}
		}},
	}
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) {
			var wall, cpu []time.Duration
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for b.Loop() {
				q := k.make()
				start, spent := time.Now(), threadTime()
				if _, err := x.Search(context.Background(), q); err != nil {
					b.Fatal(fmt.Errorf("%s: %w", q.Text, err))
				}
				wall, cpu = append(wall, time.Since(start)), append(cpu, threadTime()-spent)
			}
			report(b, "", wall)
			report(b, "cpu-", cpu)
		})
	}
}

func report(b *testing.B, name string, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, name+"p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, name+"p95-ms")
}

// threadTime is the processor time of this thread: on a busy machine it says
// more than the clock.
func threadTime() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}
