package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"rapporteur/corpus"
	"rapporteur/index/query"
)

func TestSearchAgreesWithReadingEverything(t *testing.T) {
	passages, queries := 2000, 400
	if os.Getenv("RAPPORTEUR_ORACLE") != "" {
		passages, queries = 20000, 2000
	}
	r := rand.New(rand.NewPCG(1, 2))
	ctx := context.Background()
	x := open(t, t.TempDir())
	entries := make([]Entry, passages)
	for i := range entries {
		entries[i] = sampleEntry(r, i)
	}
	// Everything is written once, a part again with other words, and a part
	// is deleted, so that segments have holes.
	put(t, x, entries)
	for i := 0; i < passages; i += 7 {
		id := entries[i].Passage.ID
		entries[i] = sampleEntry(r, i)
		entries[i].Passage.ID = id
	}
	put(t, x, entries[:passages/2])
	put(t, x, entries[passages/2:])
	gone := map[string]bool{}
	for i := 3; i < passages; i += 11 {
		gone[entries[i].Passage.ID] = true
	}
	if err := x.Delete(ctx, slices.Sorted(func(yield func(string) bool) {
		for id := range gone {
			if !yield(id) {
				return
			}
		}
	})); err != nil {
		t.Fatal(err)
	}
	entries = slices.DeleteFunc(entries, func(e Entry) bool { return gone[e.Passage.ID] })
	o := newOracle(entries)
	found := 0
	for range queries {
		q := sampleFilters(r)
		n := sampleQuery(r, entries, 3)
		q.Text = n.String()
		parsed, err := query.Parse(q.Text)
		if err != nil {
			t.Fatalf("%s: %v", q.Text, err)
		}
		found += agree(t, x, o, q, parsed)
	}
	if found < queries {
		t.Errorf("%d queries found %d passages: they test too little", queries, found)
	}
}

// agree compares one query's hits and facets, and gives how many there were.
func agree(t *testing.T, x *Index, o *oracle, q corpus.Query, n query.Node) int {
	t.Helper()
	q.Limit = len(o.entries)
	v, err := x.view()
	if err != nil {
		t.Fatal(err)
	}
	defer v.close()
	got, err := (&compiler{view: v, stemmer: o.stemmer}).find(context.Background(), q, n, order{})
	if err != nil {
		t.Fatalf("%s: %v", q.Text, err)
	}
	page, _, err := got.page(0, q.Limit)
	if err != nil {
		t.Fatalf("%s: %v", q.Text, err)
	}
	want := o.find(q, n)
	var ids []string
	for _, h := range page {
		ids = append(ids, h.id)
	}
	wanted, found := map[string]bool{}, map[string]bool{}
	for _, e := range want {
		wanted[e.Passage.ID] = true
	}
	for _, id := range ids {
		found[id] = true
	}
	for _, e := range o.entries {
		if id := e.Passage.ID; found[id] != wanted[id] {
			t.Fatalf("query %+v: found %v: %s %s %q", q, found[id], id, e.Passage.Language, e.Passage.Text)
		}
	}
	if len(ids) != len(want) || got.total != len(want) {
		t.Fatalf("query %+v: found %d (total %d), want %d", q, len(ids), got.total, len(want))
	}
	counts := got.facets.counts()
	for facet, values := range countAll(want) {
		checkFacet(t, q, facet, counts, values)
	}
	return len(want)
}

// countAll counts the values of every facet, entry by entry.
func countAll(entries []Entry) map[string]map[string]int {
	out := map[string]map[string]int{}
	for _, f := range facetFields {
		out[f.facet] = map[string]int{}
	}
	add := func(facet string, values ...string) {
		for _, v := range present(values...) {
			out[facet][v]++
		}
	}
	for _, e := range entries {
		add("language", e.Passage.Language)
		add("source", e.Sources...)
		add("group", e.Groups...)
		add("region", e.Regions...)
		add("meeting", e.Meeting)
		add("kind", string(e.Kind))
		add("act", texts(e.Acts)...)
		add("status", e.Status)
		for _, t := range e.Themes {
			out["theme"][fmt.Sprint(int(t))]++
		}
	}
	return out
}

func checkFacet(t *testing.T, q corpus.Query, name string, got map[string][]corpus.FacetCount, want map[string]int) {
	t.Helper()
	if len(got[name]) != len(want) {
		t.Fatalf("query %+v: facet %s is %v, want %v", q, name, got[name], want)
	}
	for _, f := range got[name] {
		if want[f.ID] != f.Count {
			t.Fatalf("query %+v: facet %s is %v, want %v", q, name, got[name], want)
		}
	}
}
