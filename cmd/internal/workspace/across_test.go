package workspace

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/index"
	"rapporteur/pipeline/tag"
)

// conceptQueries are what an analyst would type in English, by the theme whose
// passages in other languages are wanted.
var conceptQueries = map[corpus.Theme][]string{
	1:  {"multilingualism", "internationalized domain names", "local languages"},
	2:  {"international Internet connectivity", "Internet exchange points", "connectivity costs", "transit costs"},
	3:  {"management of domain names and addresses", "domain names", "Internet resources", "IP addresses"},
	4:  {"security", "cybersecurity", "stability of the Internet", "trust"},
	5:  {"cybercrime", "combating cybercrime"},
	6:  {"spam", "unsolicited messages", "countering spam"},
	7:  {"misuse of the Internet", "harmful use", "abuse of the Internet"},
	8:  {"affordability", "affordable access", "availability", "quality of service"},
	9:  {"capacity building", "training", "developing countries"},
	10: {"developmental aspects", "development", "sustainable development", "digital divide"},
	11: {"privacy", "respect for privacy", "data protection", "personal data"},
	12: {"child online protection", "protecting children", "protection of children"},
}

// labelled is a passage with the themes that readers gave it.
type labelled struct {
	id, language, text string
	themes             []corpus.Theme
}

// readForeign reads the labelled passages that are not English.
func readForeign(t *testing.T, shared string) []labelled {
	var out []labelled
	each := func(name string, f func(line string)) {
		file, err := os.Open(filepath.Join(shared, "eval", name))
		if err != nil {
			t.Skipf("no labelled passages: %v", err)
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			f(lines.Text())
		}
	}
	each("own_passages.tsv", func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 7 || f[2] == "en" {
			return
		}
		p := labelled{id: f[0], language: f[2], text: f[6]}
		for _, s := range strings.Split(f[4], ",") {
			if n, err := strconv.Atoi(s); err == nil {
				p.themes = append(p.themes, corpus.Theme(n))
			}
		}
		out = append(out, p)
	})
	each("dev.jsonl", func(line string) {
		var p struct {
			ID, Lang, Text string
			Themes         []corpus.Theme
		}
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		if p.Lang != "en" {
			out = append(out, labelled{p.ID, p.Lang, p.Text, p.Themes})
		}
	})
	return out
}

// TestMeasureAcrossLanguages asks 41 questions in English of passages in the
// other five languages. Relevant to a question is each passage that readers have
// put under the question's theme. What is measured is recall at 20, capped as
// BEIR has it: of the first 20 hits those that are relevant, divided by the
// number of relevant passages or by 20, whichever is less, for no list of 20 can
// hold more. The passages are tagged by a model that has not seen them: the one
// in the binary has.
func TestMeasureAcrossLanguages(t *testing.T) {
	shared := os.Getenv("RAPPORTEUR_SHARED")
	if shared == "" {
		t.Skip("RAPPORTEUR_SHARED names no folder of labelled passages")
	}
	passages := readForeign(t, shared)
	x, err := index.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	x.SetExpander(expander{codebook.Default()})
	tagger := strangeTagger(t, shared)
	var entries []index.Entry
	themes := map[string][]corpus.Theme{}
	for i, p := range passages {
		id := fmt.Sprintf("%s#%d", p.id, i)
		themes[id] = p.themes
		e := index.Entry{Ref: p.id, Symbol: p.id,
			Passage: corpus.Passage{ID: id, Language: p.language, Text: p.text, Ordinal: i, Role: corpus.RoleBody}}
		claims, err := tagger.Tag(context.Background(), []corpus.Passage{e.Passage}, tag.Context{})
		if err != nil {
			t.Fatal(err)
		}
		reading := corpus.Reading{Passages: []corpus.Passage{e.Passage}, Claims: claims}
		entries = append(entries, withClaims(e, reading)...)
	}
	if err := x.Put(context.Background(), entries); err != nil {
		t.Fatal(err)
	}
	concept := meanRecall(t, x, themes, corpus.Query{AllLanguages: true, ConceptOnly: true})
	whole := meanRecall(t, x, themes, corpus.Query{AllLanguages: true})
	t.Logf("%d passages: mean recall@20 %.3f, by concepts only %.3f", len(passages), whole, concept)
	if whole < 0.8 {
		t.Errorf("mean recall@20 is %.3f, below 0.8", whole)
	}
}

// strangeTagger learns from the labelled passages that are not measured here.
func strangeTagger(t *testing.T, shared string) *tag.Tagger {
	var labels []byte
	for _, name := range []string{"train.jsonl", "invented.jsonl"} {
		data, err := os.ReadFile(filepath.Join(shared, "eval", name))
		if err != nil {
			t.Skipf("no passages to learn from: %v", err)
		}
		labels = append(labels, data...)
	}
	m, _, err := tag.Train(bytes.NewReader(labels), codebook.Default())
	if err != nil {
		t.Fatal(err)
	}
	return tag.NewWithModel(codebook.Default(), m)
}

// meanRecall asks all the questions.
func meanRecall(t *testing.T, x *index.Index, themes map[string][]corpus.Theme, q corpus.Query) float64 {
	var sum float64
	n := 0
	for _, theme := range corpus.Themes() {
		wanted := 0
		for _, list := range themes {
			if slices.Contains(list, theme) {
				wanted++
			}
		}
		for _, text := range conceptQueries[theme] {
			q.Text, q.Limit = text, 20
			r, err := x.Search(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, h := range r.Hits {
				if slices.Contains(themes[h.ID], theme) {
					found++
				}
			}
			recall := float64(found) / float64(min(20, max(1, wanted)))
			t.Logf("%-45s theme %2d: %2d of %2d, recall@20 %.2f, %d hits, %d by theme", text, theme, found, wanted, recall, r.Total, r.Related)
			sum, n = sum+recall, n+1
		}
	}
	return sum / float64(n)
}
