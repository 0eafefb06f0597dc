package index

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// themed is an expander that knows themes too.
type themed struct{ concepts }

func (themed) Themes(text string) []Related {
	switch strings.ToLower(text) {
	case "capacity building":
		return []Related{{9, 1000}, {10, 500}}
	case "workshops":
		return []Related{{9, 1000}}
	}
	return nil
}

// fellowships has passages that speak of a concept and others of its theme.
func fellowships(t *testing.T) *Index {
	x := open(t, t.TempDir())
	x.SetExpander(themed{concepts{"capacity building": {"renforcement des capacités", "能力建设"}}})
	for i, s := range []struct {
		id, language, text string
		themes             []corpus.Theme
	}{
		{"a", "en", "Capacity building needs funds.", nil},
		{"b", "zh", "应当加强能力建设。", []corpus.Theme{9}},
		{"c", "fr", "Des bourses pour les régulateurs.", []corpus.Theme{9}},
		{"d", "ru", "Цели развития и цифровой разрыв.", []corpus.Theme{10}},
		{"e", "es", "Los nombres de dominio.", []corpus.Theme{3}},
		{"f", "en", "A capacity of two tons.", nil},
		{"g", "ar", "منح دراسية.", []corpus.Theme{9, 10}},
	} {
		e := passage(s.id, s.language, s.text)
		e.Themes, e.Passage.Ordinal = s.themes, i
		put(t, x, []Entry{e})
	}
	return x
}

func TestConceptsBringTheirThemesAfterThem(t *testing.T) {
	x := fellowships(t)
	for _, test := range []struct {
		q       corpus.Query
		want    string
		related int
	}{
		{corpus.Query{Text: "capacity building", AllLanguages: true}, "b a g c d", 3},
		{corpus.Query{Text: `"capacity building"`, AllLanguages: true}, "b a g c d", 3},
		{corpus.Query{Text: "capacity building -lang:ru", AllLanguages: true}, "b a g c", 2},
		{corpus.Query{Text: "(capacity building) lang:fr,zh", AllLanguages: true}, "b c", 1},
		{corpus.Query{Text: "capacity building", AllLanguages: true, ConceptOnly: true}, "b a", 0},
		{corpus.Query{Text: "capacity building"}, "a", 0},
		{corpus.Query{Text: "capacity building funds", AllLanguages: true}, "a", 0},
		{corpus.Query{Text: "-workshops", AllLanguages: true}, "a b c d e f g", 0},
		{corpus.Query{Text: "workshops OR dominio", AllLanguages: true}, "e", 0},
		{corpus.Query{Text: "workshops", AllLanguages: true}, "b c g", 3},
		{corpus.Query{Text: "workshops -workshops", AllLanguages: true}, "b c g", 3},
	} {
		r := ask(t, x, test.q)
		if got := hitIDs(r); got != test.want || r.Related != test.related || r.Total != len(r.Hits) {
			t.Errorf("%+v found %q, %d by theme; want %q, %d", test.q, got, r.Related, test.want, test.related)
		}
		n := 0
		for _, h := range r.Hits {
			if h.Related {
				n++
			}
		}
		if n != r.Related {
			t.Errorf("%+v: %d hits are marked, %d counted", test.q, n, r.Related)
		}
	}
}

func TestThemesAreExplained(t *testing.T) {
	r := ask(t, fellowships(t), corpus.Query{Text: "capacity building", AllLanguages: true, Explain: true})
	var said []string
	for _, u := range r.Understood.Of[0].Of { // beside it stands the filter
		said = append(said, u.What)
	}
	if !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, "theme 10") && strings.Contains(s, "50 thousandths") }) {
		t.Errorf("the query is explained as %q", said)
	}
	for _, h := range r.Hits {
		sum := 0.0
		for _, p := range h.Why {
			sum += p.Score
			if h.Related && p.Field != fieldTheme {
				t.Errorf("%s scores by %s, and is found by its theme only", h.ID, p.Field)
			}
		}
		if sum != h.Score {
			t.Errorf("%s scores %v, its parts %v", h.ID, h.Score, sum)
		}
	}
}

// TestPagesOfThemesFit holds that the pages of a widened query are its hits.
func TestPagesOfThemesFit(t *testing.T) {
	x := fellowships(t)
	whole := hitIDs(ask(t, x, corpus.Query{Text: "capacity building", AllLanguages: true}))
	q := corpus.Query{Text: "capacity building", AllLanguages: true, Limit: 2}
	var got []string
	for range 4 {
		r := ask(t, x, q)
		got = append(got, strings.Fields(hitIDs(r))...)
		if q.After = r.Next; q.After == "" {
			break
		}
	}
	if strings.Join(got, " ") != whole {
		t.Errorf("pages are %q, the whole is %q", got, whole)
	}
}
