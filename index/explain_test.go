package index

import (
	"strings"
	"testing"

	"rapporteur/corpus"
)

// TestExplanationsAddUp holds that the parts of a score are the score, to the
// last bit, in every order.
func TestExplanationsAddUp(t *testing.T) {
	x := open(t, t.TempDir())
	entries := sampleEntries(300)
	for i := range entries {
		entries[i].Passage.Section = []string{"", "Costs of connectivity", "Économie", "Управление", "互联网治理"}[i%5]
	}
	chunked(t, x, entries)
	headings, many := 0, 0
	for _, text := range []string{
		"costs internet", "costs OR économie OR стоимость OR 互联网治理", `"internet governance" OR costs`, "connect* OR goverment~2 OR costs",
		`"costs internet"~9`, "literal:costs", "-costs",
	} {
		for _, by := range corpus.Sorts() {
			plain := ask(t, x, corpus.Query{Text: text, Sort: by, Limit: 50})
			r := ask(t, x, corpus.Query{Text: text, Sort: by, Limit: 50, Explain: true})
			if r.Understood == nil || r.Understood.What == "" {
				t.Fatalf("%q is not explained", text)
			}
			for i, h := range r.Hits {
				sum := 0.0
				for _, p := range h.Why {
					sum += p.Score
					if p.Field == fieldHead {
						headings++
					}
					if strings.HasPrefix(p.Term, "one of") {
						many++
					}
					if p.Found == 0 || p.Found > p.Among || p.Frequency < 1 {
						t.Errorf("%q, %s: %+v", text, h.ID, p)
					}
				}
				if sum != h.Score || h.Score != plain.Hits[i].Score || h.ID != plain.Hits[i].ID {
					t.Errorf("%q by %s: %s scores %v, its parts %v, without explanation %v", text, by, h.ID, h.Score, sum, plain.Hits[i].Score)
				}
			}
		}
	}
	if headings == 0 || many == 0 {
		t.Errorf("%d headings and %d spellings were explained", headings, many)
	}
}

func TestQueriesAreExplained(t *testing.T) {
	x := sixLanguages(t)
	for _, test := range []struct{ text, want string }{
		{"", "every passage"},
		{"costs", "forms of “cost” in en"},
		{"costs", "“costs” as written in"},
		{"the costs", "passed over as a stop word in en"},
		{`"the cost"`, "“the cost” as written in every language"},
		{"conn*", "one of connect"},
		{"-source:XRU", "source:XRU"},
		{`"cost connectivity"~4`, "at most 4 words apart"},
		{"date:2025", "date:2025"},
		{"literal:the cost", "exactly “the cost”"},
	} {
		u := ask(t, x, corpus.Query{Text: test.text, Explain: true}).Understood
		if got := flat(*u); !strings.Contains(got, test.want) {
			t.Errorf("%q is explained as\n%s\nwant %q in it", test.text, got, test.want)
		}
	}
}

func flat(u corpus.Understood) string {
	out := u.What + "\n"
	for _, k := range u.Of {
		out += flat(k)
	}
	return out
}

func TestAProposalAndAHeadingDecideBetweenEquals(t *testing.T) {
	x := open(t, t.TempDir())
	plain, proposal, headed := passage("a#1", "en", "masts in villages"), passage("b#1", "en", "masts in villages"), passage("c#1", "en", "masts in villages")
	proposal.Kind, plain.Kind, headed.Kind = corpus.KindProposal, corpus.KindGap, corpus.KindGap
	headed.Passage.Section = "Of a mast"
	put(t, x, []Entry{plain, proposal, headed})
	if got := hitIDs(ask(t, x, corpus.Query{Text: "mast"})); got != "c#1 b#1 a#1" {
		t.Errorf("found %q, want the headed passage, the proposal, the other", got)
	}
}
