package index

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
)

// speeches are real paragraphs, and as many altered copies as are asked for.
type speeches struct {
	lines []speech
	words []string
}

type speech struct{ source, session, year, text string }

// readSpeeches reads the archive of speeches in the folder that
// RAPPORTEUR_SHARED names; each line of a speech is a passage.
func readSpeeches(tb testing.TB) *speeches {
	shared := os.Getenv("RAPPORTEUR_SHARED")
	if shared == "" {
		tb.Skip("RAPPORTEUR_SHARED names no folder of real data")
	}
	found, err := filepath.Glob(filepath.Join(shared, "data", "ungdc", "*.tar.gz"))
	if err != nil || len(found) == 0 {
		tb.Skipf("no speeches in %s: %v", shared, err)
	}
	f, err := os.Open(found[0])
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	s := &speeches{}
	for t := tar.NewReader(z); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return s
		}
		if err != nil {
			tb.Fatal(err)
		}
		parts := strings.Split(strings.TrimSuffix(path.Base(h.Name), ".txt"), "_")
		if len(parts) != 3 || strings.HasPrefix(path.Base(h.Name), ".") {
			continue
		}
		lines := bufio.NewScanner(t)
		lines.Buffer(nil, 1<<22)
		for lines.Scan() {
			if text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff")); text != "" {
				s.lines = append(s.lines, speech{parts[0], parts[1], parts[2], text})
				s.words = append(s.words, strings.Fields(text)[0])
			}
		}
		if err := lines.Err(); err != nil {
			tb.Fatal(err)
		}
	}
}

// entry makes passage n: the line itself, or in later rounds one with every
// tenth word or so exchanged.
func (s *speeches) entry(n int) Entry {
	line := s.lines[n%len(s.lines)]
	r := rand.New(rand.NewPCG(uint64(n), 1305))
	text := line.text
	if n >= len(s.lines) {
		list := strings.Fields(text)
		for i := range list {
			if r.IntN(10) == 0 {
				list[i] = s.words[r.IntN(len(s.words))]
			}
		}
		text = strings.Join(list, " ")
	}
	symbol := fmt.Sprintf("CWG-Internet-%s/%d", line.session, n/50)
	e := Entry{
		Ref: symbol, Symbol: symbol, Meeting: "CWG-Internet-" + line.session, Title: "Statement of " + line.source,
		Date: fmt.Sprintf("%s-%02d-%02d", line.year, 1+r.IntN(12), 1+r.IntN(28)), Sources: []string{line.source},
		Regions: []string{string(rune('A' + len(line.source+line.year)%5))}, Kind: corpus.Kinds()[r.IntN(8)], Status: "tagged",
		Passage: corpus.Passage{ID: fmt.Sprintf("%s#p%d", symbol, n), Ordinal: n, Role: corpus.RoleBody, Language: "en", Text: text,
			Section: []string{"", "Introduction", "Sustainable development", "Peace and security"}[n/10%4]},
	}
	if r.IntN(3) == 0 {
		e.Groups = []string{[]string{"RCC", "APT", "CEPT", "CITEL", "ATU", "ARAB"}[r.IntN(6)]}
	}
	for _, t := range corpus.Themes() {
		if r.IntN(8) == 0 {
			e.Themes = append(e.Themes, t)
		}
	}
	if r.IntN(2) == 0 {
		e.Acts = []corpus.Act{corpus.Acts()[r.IntN(9)]}
	}
	return e
}

// passages is how many are indexed: RAPPORTEUR_MILLION asks for a million.
func benchSize() int {
	if os.Getenv("RAPPORTEUR_MILLION") != "" {
		return 1000000
	}
	return benchPassages
}

// load indexes n passages in batches of a thousand, and gives the bytes of
// their text and the processor time spent on indexing.
func (s *speeches) load(tb testing.TB, x *Index, from, n int) (text int, spent time.Duration) {
	for at := from; at < from+n; at += batchSize {
		batch := make([]Entry, 0, batchSize)
		for i := at; i < min(at+batchSize, from+n); i++ {
			e := s.entry(i)
			text += len(e.Passage.Text)
			batch = append(batch, e)
		}
		before := cpuTime()
		if err := x.Put(context.Background(), batch); err != nil {
			tb.Fatal(err)
		}
		spent += cpuTime() - before
	}
	return text, spent
}

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

// measureQueries reports the median and the 95th percentile, by the clock and
// in processor time of this thread.
func measureQueries(b *testing.B, x *Index, next func() corpus.Query) {
	var wall, cpu []time.Duration
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if _, err := x.Search(context.Background(), next()); err != nil {
		b.Fatal(err)
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
