package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
)

// peakMemory is the most that this process has had resident, in MiB.
func peakMemory() float64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kib float64
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			fmt.Sscan(rest, &kib)
		}
	}
	return kib / 1024
}

// settled closes and opens an index, so that what is merged in the background
// is counted and over.
func settled(tb testing.TB, x *Index) *Index {
	before := -1
	for range 600 {
		v, err := x.view()
		if err != nil {
			tb.Fatal(err)
		}
		n := len(v.parts)
		v.close()
		if n == before {
			break
		}
		before = n
		time.Sleep(500 * time.Millisecond)
	}
	if err := x.Close(); err != nil {
		tb.Fatal(err)
	}
	y, err := Open(x.dir)
	if err != nil {
		tb.Fatal(err)
	}
	return y
}

// BenchmarkSpeeches is the benchmark on real text: indexing, then the latency
// of each shape of query, on one core.
func BenchmarkSpeeches(b *testing.B) {
	s := readSpeeches(b)
	size := benchSize()
	dir := b.TempDir()
	x, err := Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	whole := cpuTime()
	text, _ := s.load(b, x, 0, size)
	x = settled(b, x)
	defer func() { x.Close() }()
	spent := cpuTime() - whole
	b.Run("indexing", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(float64(size)/spent.Seconds(), "passages/cpu-s")
		b.ReportMetric(peakMemory(), "peak-MiB")
		b.ReportMetric(float64(folderSize(dir))/float64(text), "size/text")
	})
	runtime.GC()
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			x.Close()
			start := cpuTime()
			if x, err = Open(dir); err != nil {
				b.Fatal(err)
			}
			if _, err := x.Count(); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64((cpuTime()-start).Microseconds())/1000, "cpu-ms")
		}
	})
	for _, k := range s.shapes() {
		b.Run(k.name, func(b *testing.B) { measureQueries(b, x, k.make) })
	}
}

// shape makes queries of one form.
type shape struct {
	name string
	make func() corpus.Query
}

func (s *speeches) shapes() []shape {
	r := rand.New(rand.NewPCG(3, 3))
	line := func(n int) []string {
		for {
			if list := strings.Fields(strings.Map(onlyLetters, s.lines[r.IntN(len(s.lines))].text)); len(list) > n+1 {
				return list
			}
		}
	}
	word := func() string {
		for {
			list := line(1)
			if w := list[r.IntN(len(list))]; len(w) > 3 && w != "NOT" {
				return w
			}
		}
	}
	row := func(n int) string {
		list := line(n)
		at := r.IntN(len(list) - n)
		return strings.ToLower(strings.Join(list[at:at+n], " "))
	}
	or := func() string { return word() + " OR " + word() + " OR " + word() }
	q := func(text func() string) func() corpus.Query {
		return func() corpus.Query { return corpus.Query{Text: text(), Limit: 10} }
	}
	return []shape{
		{"or3", q(or)},
		{"and3", q(func() string { return row(3) })},
		{"word", q(word)},
		{"phrase", q(func() string { return `"` + row(2+r.IntN(3)) + `"` })},
		{"near", q(func() string { return `"` + word() + " " + word() + `"~8` })},
		{"prefix", q(func() string { return (word() + "abc")[:4] + "*" })},
		{"fuzzy", q(func() string { return word() + "~1" })},
		{"filter", func() corpus.Query {
			return corpus.Query{Text: or(), Themes: []corpus.Theme{3}, Sources: []string{"FRA"}, Limit: 10}
		}},
		{"date", func() corpus.Query { return corpus.Query{Text: or(), Sort: corpus.SortDate, Limit: 10} }},
		{"all", func() corpus.Query { return corpus.Query{Limit: 10} }},
		{"all-date", func() corpus.Query { return corpus.Query{Sort: corpus.SortDate, Limit: 10} }},
		{"like", func() corpus.Query {
			return corpus.Query{Like: s.entry(r.IntN(len(s.lines))).Passage.ID, Limit: 10}
		}},
	}
}

func onlyLetters(r rune) rune {
	if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == ' ' {
		return r
	}
	return -1
}

// warmUp is how many queries of a shape are asked before time is taken, so that
// lists are unpacked, and where Java answers, that it has compiled what it runs.
const warmUp = 600

// measureQueries reports the median and the 95th percentile, by the clock and
// in processor time of this thread.
func measureQueries(b *testing.B, x *Index, next func() corpus.Query) {
	var wall, cpu []time.Duration
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for range warmUp {
		if _, err := x.Search(context.Background(), next()); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		for range 200 {
			q := next()
			start, spent := time.Now(), threadTime()
			if _, err := x.Search(context.Background(), q); err != nil {
				b.Fatal(fmt.Errorf("%s: %w", q.Text, err))
			}
			wall, cpu = append(wall, time.Since(start)), append(cpu, threadTime()-spent)
		}
	}
	b.ReportMetric(0, "ns/op")
	report(b, "", wall)
	report(b, "cpu-", cpu)
}
