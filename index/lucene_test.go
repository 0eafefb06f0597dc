package index

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/corpus"
)

// lucene is peers/Lucene.java, running.
type lucene struct {
	in  io.WriteCloser
	out *bufio.Reader
}

// luceneJars gives the class path of Debian's liblucene8-java, and skips where
// it or a JDK is missing; under RAPPORTEUR_REQUIRE_ALL=1 that is a failure.
func luceneJars(b *testing.B) string {
	missing := b.Skipf
	if os.Getenv("RAPPORTEUR_REQUIRE_ALL") == "1" {
		missing = b.Fatalf
	}
	for _, program := range []string{"java", "javac"} {
		if _, err := exec.LookPath(program); err != nil {
			missing("no Lucene: %v; install a JDK", err)
		}
	}
	var jars []string
	for _, name := range []string{"core", "analyzers-common", "highlighter", "memory", "queries"} {
		found, _ := filepath.Glob("/usr/share/java/lucene-" + name + "-8*.jar")
		if len(found) == 0 {
			missing("no Lucene: lucene-%s is not there; install liblucene8-java", name)
		}
		jars = append(jars, found...)
	}
	return strings.Join(jars, string(os.PathListSeparator))
}

// startLucene compiles and starts the program on n passages, and gives the
// processor time that indexing took it.
func (s *speeches) startLucene(b *testing.B, n int) (*lucene, time.Duration) {
	jars, dir := luceneJars(b), b.TempDir()
	if out, err := exec.Command("javac", "-cp", jars, "-d", dir, filepath.Join("peers", "Lucene.java")).CombinedOutput(); err != nil {
		b.Fatalf("javac: %v\n%s", err, out)
	}
	passages := filepath.Join(dir, "passages.tsv")
	if err := s.writePassages(passages, n); err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command("java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", dir+string(os.PathListSeparator)+jars, "Lucene", passages, filepath.Join(dir, "index"))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		in.Close()
		cmd.Wait()
	})
	l := &lucene{in, bufio.NewReader(out)}
	_, spent, _ := l.read(b)
	return l, spent
}

// writePassages writes n passages as the program reads them.
func (s *speeches) writePassages(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for i := range n {
		e := s.entry(i)
		line := []string{e.Passage.ID, strings.ReplaceAll(e.Date, "-", "")}
		for _, values := range [][]string{e.Sources, e.Groups, e.Regions, {e.Meeting}, {e.Passage.Language}, {e.Status},
			{string(e.Kind)}, texts(e.Acts), numbers(e.Themes), {strings.ReplaceAll(e.Passage.Text, "\t", " ")}} {
			line = append(line, strings.Join(values, ","))
		}
		fmt.Fprintln(w, strings.Join(line, "\t"))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// ask asks a query; it gives the number of hits, and what it took in processor
// time and by the clock.
func (l *lucene) ask(b *testing.B, q corpus.Query) (hits int, cpu, wall time.Duration) {
	fmt.Fprintln(l.in, strings.Join([]string{q.Text, strings.Join(numbers(q.Themes), ","), strings.Join(q.Sources, ","), string(q.Sort)}, "\t"))
	return l.read(b)
}

func (l *lucene) read(b *testing.B) (hits int, cpu, wall time.Duration) {
	line, err := l.out.ReadString('\n')
	if err == nil {
		_, err = fmt.Sscan(line, &hits, &cpu, &wall)
	}
	if err != nil {
		b.Fatalf("Lucene answers %q: %v", line, err)
	}
	return hits, cpu, wall
}

// BenchmarkLucenePeer asks the same questions of this index and of Lucene, in
// turns and after both are warm, and compares the processor time of the thread
// that answers. The numbers of hits differ where the stemmers and stop words do.
func BenchmarkLucenePeer(b *testing.B) {
	s := readSpeeches(b)
	size := benchSize()
	l, theirs := s.startLucene(b, size)
	x, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	_, ours := s.load(b, x, 0, size)
	x = settled(b, x)
	defer func() { x.Close() }()
	b.Run("indexing", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ours/lucene-cpu")
	})
	for _, k := range s.shapes() {
		if k.name != "like" {
			b.Run(k.name, func(b *testing.B) { l.compare(b, x, k.make) })
		}
	}
}

func (l *lucene) compare(b *testing.B, x *Index, next func() corpus.Query) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var ours, theirs []time.Duration
	found, hits := 0, 0
	ask := func() {
		q := next()
		start := threadTime()
		r, err := x.Search(context.Background(), q)
		if err != nil {
			b.Fatal(err)
		}
		ours = append(ours, threadTime()-start)
		n, cpu, _ := l.ask(b, q)
		theirs = append(theirs, cpu)
		found, hits = found+r.Total, hits+n
	}
	for range warmUp {
		ask()
	}
	ours, theirs, found, hits = nil, nil, 0, 0
	for b.Loop() {
		for range 200 {
			ask()
		}
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	half, most := len(ours)/2, len(ours)*95/100
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(ms(ours[half]), "ours-cpu-p50-ms")
	b.ReportMetric(ms(theirs[half]), "lucene-cpu-p50-ms")
	b.ReportMetric(float64(ours[half])/float64(max(1, theirs[half])), "ours/lucene-p50")
	b.ReportMetric(float64(ours[most])/float64(max(1, theirs[most])), "ours/lucene-p95")
	b.ReportMetric(float64(found)/float64(max(1, hits)), "hits-ours/lucene")
}
