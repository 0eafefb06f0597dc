package index

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rapporteur/corpus"
)

// TestFirstHitsAreThoseOfAll holds that what is passed over as hopeless is: the
// first hits of a search are those of one that wants every hit and scores all.
func TestFirstHitsAreThoseOfAll(t *testing.T) {
	x := open(t, t.TempDir())
	entries := zipfEntries(4000)
	for i := range entries {
		if i%9 == 0 {
			entries[i].Passage.Section = "the cost of internet and naming"
		}
	}
	put(t, x, entries[:2500])
	put(t, x, entries[2500:])
	r := rand.New(rand.NewPCG(5, 8))
	left, all := 0, 0
	for range 150 {
		q := corpus.Query{Text: sampleQuery(r, entries, 2).String(), Superseded: r.IntN(2) == 0}
		q.Limit = maxLimit
		whole := ask(t, x, q)
		all += whole.Total
		for _, limit := range []int{1, 7} {
			q.Limit, q.After = limit, ""
			first := ask(t, x, q)
			sameHits(t, q, first, whole, 0)
			if q.After = first.Next; q.After != "" {
				sameHits(t, q, ask(t, x, q), whole, limit)
			}
			left += first.Total - len(first.Hits)
		}
	}
	if left < all {
		t.Errorf("of %d hits only %d were left out: that tests too little", all, left)
	}
}

// sameHits compares a page with the hits of a whole result from a place on.
func sameHits(t *testing.T, q corpus.Query, page, whole corpus.Result, from int) {
	t.Helper()
	want := whole.Hits[from:min(from+q.Limit, len(whole.Hits))]
	if page.Total != whole.Total || len(page.Hits) != len(want) {
		t.Fatalf("%+v: %d of %d hits, want %d of %d", q, len(page.Hits), page.Total, len(want), whole.Total)
	}
	if !slices.EqualFunc(page.Hits, want, func(a, b corpus.Hit) bool { return a.ID == b.ID && a.Score == b.Score }) {
		t.Fatalf("%+v: hits are %s, want %s", q, hitIDs(page), hitIDs(corpus.Result{Hits: want}))
	}
}
