package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

func TestCompareNatural(t *testing.T) {
	sorted := []string{"", "CWG-Internet-9/30", "CWG-Internet-22/3", "CWG-Internet-22/3(Rev.1)", "CWG-Internet-22/03(Rev.2)",
		"CWG-Internet-22/10", "CWG-Internet-22/src-0a1b", "x2", "x02", "x99999999999999999999998", "x99999999999999999999999"}
	for i, a := range sorted {
		for j, b := range sorted {
			got, want := compareNatural(a, b), cmp.Compare(i, j)
			if strings.TrimLeft(a, "x0") == strings.TrimLeft(b, "x0") { // equal numbers: by text
				want = strings.Compare(a, b)
			}
			if cmp.Compare(got, 0) != want {
				t.Errorf("compareNatural(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

// chunked puts entries in several segments, the odd ones twice, so that
// segments have holes.
func chunked(t *testing.T, x *Index, entries []Entry) {
	t.Helper()
	for part := range slices.Chunk(entries, 40) {
		put(t, x, part)
	}
	for i := 1; i < len(entries); i += 6 {
		put(t, x, entries[i:i+1])
	}
}

func sampleEntries(n int) []Entry {
	r := newRand()
	var out []Entry
	for i := range n {
		e := sampleEntry(r, i)
		if i%17 == 0 {
			e.Date = ""
		}
		out = append(out, e)
	}
	return out
}

func TestOrders(t *testing.T) {
	x := open(t, t.TempDir())
	chunked(t, x, sampleEntries(300))
	for _, text := range []string{"", "costs OR internet", "-costs"} {
		for _, by := range corpus.Sorts() {
			hits := ask(t, x, corpus.Query{Text: text, Sort: by, Limit: 300}).Hits
			for i := 1; i < len(hits); i++ {
				a, b := hits[i-1], hits[i]
				scored := text != "" && text[0] != '-'
				c := map[corpus.Sort]int{
					corpus.SortRelevance: cmp.Compare(b.Score, a.Score),
					corpus.SortDate:      strings.Compare(b.Date, a.Date),
					corpus.SortOldest:    strings.Compare(cmp.Or(a.Date, "z"), cmp.Or(b.Date, "z")),
				}[by]
				if by == corpus.SortRelevance && scored {
					c = cmp.Or(c, compareBools(b.Kind == corpus.KindProposal, a.Kind == corpus.KindProposal))
				}
				if cmp.Or(c, compareNatural(a.ID, b.ID)) >= 0 {
					t.Errorf("%q by %s: %s (%v, %s, %s) stands before %s (%v, %s, %s)", text, by,
						a.ID, a.Score, a.Date, a.Kind, b.ID, b.Score, b.Date, b.Kind)
				}
			}
		}
	}
	if _, err := x.Search(context.Background(), corpus.Query{Sort: "size"}); corpus.ErrorCode(err) != corpus.CodeUsage {
		t.Errorf("an unknown order: %v", err)
	}
}

// TestCursorsWhilePassagesArrive pages through hits while others are written:
// each passage of the beginning comes once.
func TestCursorsWhilePassagesArrive(t *testing.T) {
	entries := sampleEntries(400)
	for _, by := range corpus.Sorts() {
		for _, text := range []string{"costs OR internet OR connect*", ""} {
			x := open(t, t.TempDir())
			chunked(t, x, entries[:200])
			q := corpus.Query{Text: text, Sort: by, Limit: 400}
			whole := ask(t, x, q)
			seen := map[string]int{}
			q.Limit = 9
			for at := 200; ; at += 10 {
				r := ask(t, x, q)
				for _, h := range r.Hits {
					seen[h.ID]++
				}
				if r.Next == "" {
					break
				}
				q.After = r.Next
				if at < 400 {
					put(t, x, entries[at:at+10])
				}
			}
			for _, h := range whole.Hits {
				if seen[h.ID] == 0 {
					t.Errorf("%q by %s: %s never came", text, by, h.ID)
				}
			}
			for id, n := range seen {
				if n > 1 {
					t.Errorf("%q by %s: %s came %d times", text, by, id, n)
				}
			}
			other := q
			other.Text = "costs"
			if _, err := x.Search(context.Background(), other); corpus.ErrorCode(err) != corpus.CodeUsage {
				t.Errorf("the cursor of another query: %v", err)
			}
		}
	}
}

func TestCursorsReadBack(t *testing.T) {
	c := cursor{query: 7, key: key{1.25, true, "2025-09-12"}, place: place{"CWG-Internet-22/3#II.1", 4}, weights: []weighed{{1, 2}, {3.5, 90}}}
	got, err := parseCursor(c.String())
	if err != nil || fmt.Sprint(got) != fmt.Sprint(c) {
		t.Errorf("%v reads back as %v, %v", c, got, err)
	}
	for _, text := range []string{"", "x", "AQ", c.String()[:30], c.String()[:len(c.String())-3], strings.Repeat("A", 1<<17)} {
		if _, err := parseCursor(text); corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("cursor %.20q: %v", text, err)
		}
	}
}

func FuzzCursor(f *testing.F) {
	f.Add(cursor{query: 7, place: place{"a#1", 4}, weights: []weighed{{1, 2}}}.String())
	f.Add("AQAAAAA")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := parseCursor(text)
		if err != nil {
			return
		}
		if again, err := parseCursor(c.String()); err != nil || again.String() != c.String() {
			t.Fatalf("%q reads as %v, which reads as %v, %v", text, c, again, err)
		}
	})
}
