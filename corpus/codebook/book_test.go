package codebook

import (
	"slices"
	"testing"
)

func TestDefaultLoads(t *testing.T) {
	b, err := defaultBook()
	if err != nil {
		t.Fatal(err)
	}
	if !b.Hash().Valid() || len(b.Concepts()) < 80 {
		t.Fatalf("hash %s, %d concepts", b.Hash(), len(b.Concepts()))
	}
	counts := map[string]int{}
	for _, f := range b.Lint() {
		counts[f.Rule]++
		if testing.Verbose() {
			t.Log(f.Rule, f.Concept, f.Language, f.Message)
		}
	}
	t.Log(counts)
}

func ids(b *Book, text, lang string) []string {
	var out []string
	for _, m := range b.Matches(b.Read(text, lang)) {
		switch {
		case m.Concept != nil:
			out = append(out, m.Concept.ID)
		case m.Mask != nil:
			out = append(out, "mask:"+m.Mask.ID)
		default:
			out = append(out, "annex")
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
