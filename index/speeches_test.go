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
