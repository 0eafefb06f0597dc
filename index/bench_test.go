package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

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
	r := rand.New(rand.NewPCG(3, 3))
	words := func() []string { return strings.Fields(entries[r.IntN(len(entries))].Passage.Text) }
	word := func() string { w := words(); return w[r.IntN(len(w))] }
	run := func(n int) string {
		for {
			if w := words(); len(w) > n {
				at := r.IntN(len(w) - n)
				return strings.Join(w[at:at+n], " ")
			}
		}
	}
	kinds := []struct {
		name string
		make func() corpus.Query
	}{
		{"or3", func() corpus.Query { return corpus.Query{Text: word() + " OR " + word() + " OR " + word(), Limit: 10} }},
		{"and3", func() corpus.Query { return corpus.Query{Text: run(3), Limit: 10} }},
		{"phrase", func() corpus.Query { return corpus.Query{Text: `"` + run(2+r.IntN(3)) + `"`, Limit: 10} }},
		{"near", func() corpus.Query { return corpus.Query{Text: `"` + word() + " " + word() + `"~8`, Limit: 10} }},
		{"prefix", func() corpus.Query { return corpus.Query{Text: word()[:1] + "a*", Limit: 10} }},
		{"fuzzy", func() corpus.Query { return corpus.Query{Text: word() + "~1", Limit: 10} }},
		{"all", func() corpus.Query { return corpus.Query{Limit: 10} }},
		{"filter", func() corpus.Query {
			return corpus.Query{Text: word(), Themes: []corpus.Theme{3}, Sources: []string{"XRU"}, Limit: 10}
		}},
	}
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				q := k.make()
				start := time.Now()
				if _, err := x.Search(context.Background(), q); err != nil {
					b.Fatal(fmt.Errorf("%s: %w", q.Text, err))
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
