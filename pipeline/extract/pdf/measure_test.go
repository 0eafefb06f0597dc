package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// shared gives the folder of real data, or skips.
func shared(t *testing.T) string {
	dir := os.Getenv("RAPPORTEUR_SHARED")
	if dir == "" {
		t.Skip("RAPPORTEUR_SHARED does not name the folder of real data")
	}
	return filepath.Join(dir, "data", "pdf")
}

// bar is what a file of the truth set must reach: agreement of the words, and of
// their order.
type bar struct{ f1, order float64 }

func barOf(name string) bar {
	switch name {
	case "itu_ar_font2":
		return bar{0.95, 0.91}
	case "itu_ar":
		return bar{0.85, 0.78}
	case "itu_ar_2col":
		return bar{0.65, 0.55}
	}
	return bar{0.985, 0.97}
}

// TestTruth reads the PDFs whose exact text is known.
func TestTruth(t *testing.T) {
	dir := shared(t)
	r := newTestReader(t)
	files, _ := filepath.Glob(filepath.Join(dir, "truth", "pdf", "*.pdf"))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".pdf")
		if only := os.Getenv("ONLY"); only != "" && only != name {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(dir, "truth", "gt", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := r.Read(data, block.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		second, serr := Second(data, block.Options{})
		Judge(&doc, second, serr)
		split := tokens
		if strings.Contains(name, "_zh") {
			split = characters
		}
		got, truth := split(bodyText(&doc)), split(string(want))
		f1, order := f1(got, truth), similarity(got, truth)
		b := barOf(name)
		mark := ""
		if f1 < b.f1 || order < b.order {
			mark = "BELOW"
			t.Errorf("%s: F1 %.3f, order %.3f; want %.3f, %.3f", name, f1, order, b.f1, b.order)
		}
		t.Logf("%-14s F1 %.4f order %.4f grade %s blocks %d %s", name, f1, order, doc.Grade, len(doc.Blocks), mark)
		if os.Getenv("ONLY") != "" {
			showDifferences(t, got, truth)
		}
	}
}

func newTestReader(t *testing.T) *Reader {
	t.Helper()
	r, err := NewReader(filepath.Join(os.TempDir(), "rapporteur-test-cache"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// bodyText is what a reader reads of a document, running lines and notes apart.
func bodyText(doc *block.Document) string {
	var b strings.Builder
	for _, k := range doc.Blocks {
		switch k.Role {
		case corpus.RoleCover, corpus.RoleHeading, corpus.RoleBody, corpus.RoleQuotation, corpus.RoleTable, corpus.RoleBox:
			b.WriteString(k.Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func tokens(s string) []string { return strings.Fields(s) }

func characters(s string) []string {
	var out []string
	for _, r := range s {
		if !unicode.IsSpace(r) {
			out = append(out, string(r))
		}
	}
	return out
}

// f1 compares two multisets.
func f1(got, want []string) float64 {
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	same := 0
	for _, g := range got {
		if count[g] > 0 {
			count[g]--
			same++
		}
	}
	if len(got)+len(want) == 0 {
		return 1
	}
	return 2 * float64(same) / float64(len(got)+len(want))
}

// similarity is twice the longest common subsequence by the words of both. The
// number of differences D comes from Myers' algorithm.
func similarity(a, b []string) float64 {
	n, m := len(a), len(b)
	if n+m == 0 {
		return 1
	}
	limit := n + m
	v := make([]int, 2*limit+2)
	for d := 0; d <= limit; d++ {
		for k := -d; k <= d; k += 2 {
			var x int
			if k == -d || k != d && v[limit+k-1] < v[limit+k+1] {
				x = v[limit+k+1]
			} else {
				x = v[limit+k-1] + 1
			}
			y := x - k
			for x < n && y < m && a[x] == b[y] {
				x, y = x+1, y+1
			}
			v[limit+k] = x
			if x >= n && y >= m {
				return float64(n+m-d) / float64(n+m)
			}
		}
	}
	return 0
}

// showDifferences prints words that only one side has.
func showDifferences(t *testing.T, got, want []string) {
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	var extra []string
	for _, g := range got {
		if count[g]--; count[g] < 0 {
			extra = append(extra, g)
		}
	}
	var missing []string
	for _, w := range want {
		if count[w] > 0 {
			count[w]--
			missing = append(missing, w)
		}
	}
	t.Logf("extra %q, missing %q", extra, missing)
}
