package compare

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/tag"
)

// measured is a proposal of the measuring set: its group, and whether it is
// for what the group is about.
type measured struct {
	group   string
	against bool
	unit    *unit
}

// measuringSet reads eval/convergence.txt (group|language|polarity|source|text)
// and tags it as the pipeline does. It is not part of the repository.
func measuringSet(t *testing.T, book *codebook.Book) []measured {
	t.Helper()
	f := sharedFile(t, "eval", "convergence.txt")
	defer f.Close()
	tagger := tag.New(codebook.Default())
	var out []measured
	for s := bufio.NewScanner(f); s.Scan(); {
		part := strings.SplitN(s.Text(), "|", 5)
		if len(part) != 5 {
			continue
		}
		p := corpus.Passage{ID: fmt.Sprintf("M/%d#1", len(out)), Text: part[4], Language: part[1], Role: corpus.RoleBody}
		claims, err := tagger.Tag(context.Background(), []corpus.Passage{p}, tag.Context{Sources: []string{part[3]}})
		if err != nil {
			t.Fatal(err)
		}
		u := &unit{Passage: p, work: p.ID, sources: []string{part[3]}}
		u.take(claims)
		u.readConcepts(book)
		out = append(out, measured{part[0], part[2] == "-", u})
	}
	return out
}

type pair struct {
	a, b *measured
	sim  int
}

func (p pair) same() bool  { return p.a.group == p.b.group }
func (p pair) cross() bool { return p.a.unit.Language != p.b.unit.Language }

// averagePrecision of same-group pairs, ties counted at their worst.
func averagePrecision(pairs []pair, keep func(pair) bool) float64 {
	var list []pair
	for _, p := range pairs {
		if keep(p) {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(x, y pair) int {
		if d := cmp.Compare(y.sim, x.sim); d != 0 || x.same() == y.same() {
			return d
		}
		if x.same() {
			return 1
		}
		return -1
	})
	hits, sum := 0, 0.0
	for i, p := range list {
		if p.same() {
			hits++
			sum += float64(hits) / float64(i+1)
		}
	}
	return sum / float64(max(hits, 1))
}

// TestConvergence measures grouping and polarity on the measuring set. The
// codebook's authors have seen the set, so the figures are in-sample.
func TestConvergence(t *testing.T) {
	set := measuringSet(t, codebook.Default())
	all, cross := precisions(t, set)
	units := unitsOf(set)
	clusters := newSimilarity(units, vectorsOf(units)).clusters(grouped)
	if all < 0.80 || cross < 0.80 {
		t.Errorf("average precision below 0.80")
	}
	t.Logf("groups at the cut of %d, those against left out: %s", grouped, pairF1(set, clusters))
	found, wrong := 0, 0
	for _, m := range set {
		switch against := m.unit.against(); {
		case against && m.against:
			found++
		case against:
			wrong++
			t.Logf("wrongly against: %s %+v", m.unit.Text, m.unit.acts)
		case m.against:
			t.Logf("missed: %s %+v", m.unit.Text, m.unit.acts)
		}
	}
	t.Logf("polarity: %d of 5 found, %d wrong", found, wrong)
	if os.Getenv("SHOW") != "" {
		for _, g := range clusters {
			for _, i := range g {
				t.Log(set[i].group, set[i].unit.Language, set[i].unit.concepts, set[i].unit.Text)
			}
			t.Log("--")
		}
	}
}

// TestConvergenceOfTermList measures grouping with no concepts but those of the
// term list before its block of proposals' concepts, which was written with the
// measuring set in sight: the figure that may be expected of new proposals.
func TestConvergenceOfTermList(t *testing.T) {
	list := sharedFile(t, "domain", "concepts.txt")
	defer list.Close()
	book, err := codebook.Load(termList(t, list))
	if err != nil {
		t.Fatal(err)
	}
	set := measuringSet(t, book)
	if all, cross := precisions(t, set); all < 0.80 || cross < 0.80 {
		t.Errorf("average precision below 0.80")
	}
}

// termList is a codebook's layer that takes out every concept and puts in those
// of the list (concept | theme:weight,... | six languages).
func termList(t *testing.T, list io.Reader) fs.FS {
	t.Helper()
	type concept struct {
		ID      string              `json:"id"`
		Remove  bool                `json:"remove,omitempty"`
		Weights map[string]int      `json:"weights,omitempty"`
		Phrases map[string][]string `json:"phrases,omitempty"`
	}
	var layer struct {
		Concepts []concept `json:"concepts"`
	}
	for _, c := range codebook.Default().Concepts() {
		layer.Concepts = append(layer.Concepts, concept{ID: c.ID, Remove: true})
	}
	for s := bufio.NewScanner(list); s.Scan() && !strings.HasPrefix(s.Text(), "p_"); {
		part := strings.Split(s.Text(), "|")
		if len(part) != 8 || strings.HasPrefix(part[0], "#") || strings.HasPrefix(part[0], "NEG") {
			continue
		}
		c := concept{ID: "list-" + strings.TrimSpace(part[0]), Weights: map[string]int{}, Phrases: map[string][]string{}}
		for w := range strings.SplitSeq(part[1], ",") {
			theme, weight, _ := strings.Cut(strings.TrimSpace(w), ":")
			f, err := strconv.ParseFloat(weight, 64)
			if err != nil {
				t.Fatal(err)
			}
			c.Weights[theme] = int(f * 1000)
		}
		for i, lang := range []string{"en", "fr", "es", "ru", "ar", "zh"} {
			for p := range strings.SplitSeq(part[2+i], ";") {
				if p = strings.TrimSpace(p); p != "" {
					c.Phrases[lang] = append(c.Phrases[lang], p)
				}
			}
		}
		layer.Concepts = append(layer.Concepts, c)
	}
	data, err := json.Marshal(layer) // JSON is YAML
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"list.yaml": {Data: data}}
}

func sharedFile(t *testing.T, path ...string) *os.File {
	t.Helper()
	shared := os.Getenv("RAPPORTEUR_SHARED")
	if shared == "" {
		t.Skip("RAPPORTEUR_SHARED does not name the folder of the measuring sets")
	}
	f, err := os.Open(filepath.Join(append([]string{shared}, path...)...))
	if err != nil {
		t.Skip(err)
	}
	return f
}

func unitsOf(set []measured) []*unit {
	units := make([]*unit, len(set))
	for i := range set {
		units[i] = set[i].unit
	}
	return units
}

// precisions logs the average precision of same-group pairs.
func precisions(t *testing.T, set []measured) (all, cross float64) {
	t.Helper()
	vectors := vectorsOf(unitsOf(set))
	var pairs []pair
	for i := range set {
		for j := range i {
			pairs = append(pairs, pair{&set[i], &set[j], vectors[i].likeness(vectors[j])})
		}
	}
	all = averagePrecision(pairs, func(pair) bool { return true })
	cross = averagePrecision(pairs, pair.cross)
	same := averagePrecision(pairs, func(p pair) bool { return !p.cross() })
	t.Logf("average precision: all %.3f, cross-language %.3f, one language %.3f", all, cross, same)
	return all, cross
}

func pairF1(set []measured, clusters [][]int) string {
	tp, fp, all := 0, 0, 0
	for i := range set {
		for j := range i {
			if set[i].group == set[j].group && set[i].unit.comparable() && set[j].unit.comparable() {
				all++
			}
		}
	}
	for _, c := range clusters {
		for x := range c {
			for y := range x {
				if set[c[x]].group == set[c[y]].group {
					tp++
				} else {
					fp++
				}
			}
		}
	}
	p, r := float64(tp)/float64(max(tp+fp, 1)), float64(tp)/float64(all)
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f", p, r, 2*p*r/max(p+r, 1e-9))
}
