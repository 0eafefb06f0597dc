package workspace

import (
	"bufio"
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

// TestMeasureAcrossLanguages asks 40 questions in English of passages in the
// other five languages. What a question should find is what readers have put
// under its theme.
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
	var entries []index.Entry
	themes := map[string][]corpus.Theme{}
	for i, p := range passages {
		id := fmt.Sprintf("%s#%d", p.id, i)
		themes[id] = p.themes
		entries = append(entries, index.Entry{Ref: p.id, Symbol: p.id,
			Passage: corpus.Passage{ID: id, Language: p.language, Text: p.text, Ordinal: i, Role: corpus.RoleBody}})
	}
	if err := x.Put(context.Background(), entries); err != nil {
		t.Fatal(err)
	}
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
			r, err := x.Search(context.Background(), corpus.Query{Text: text, AllLanguages: true, Limit: 20})
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
			t.Logf("%-45s theme %2d: %2d of %2d, recall@20 %.2f, %d hits", text, theme, found, wanted, recall, r.Total)
			sum, n = sum+recall, n+1
		}
	}
	t.Logf("%d queries against %d passages: mean recall@20 %.3f", n, len(passages), sum/float64(n))
}
