package index

import (
	"context"
	"strings"
	"testing"

	"rapporteur/corpus"
)

func TestLikeAPassage(t *testing.T) {
	x := open(t, t.TempDir())
	x.SetExpander(concepts{"capacity building": {"capacity building", "renforcement des capacités", "بناء القدرات", "能力建设"}})
	texts := []struct{ id, language, text string }{
		{"A/1#1", "en", "Capacity building for small island operators needs stable funding from regional banks."},
		{"A/1-F#1", "fr", "Le renforcement des capacités des opérateurs insulaires demande des fonds stables."},
		{"B/1#1", "en", "Stable funding of regional banks helps island operators."},
		{"B/2#1", "ar", "إن بناء القدرات أولوية للبلدان النامية."},
		{"B/3#1", "zh", "应当加强能力建设。"},
		{"B/4#1", "en", "Banks close on Sundays."},
		{"B/5#1", "en", "The meeting opened at nine."},
		{"B/6#1", "ru", "Доменные имена на кириллице."},
	}
	for i, s := range texts {
		e := passage(s.id, s.language, s.text)
		e.Symbol = strings.TrimSuffix(strings.TrimSuffix(s.id, "#1"), "-F")
		e.Passage.Label = "1"
		e.Passage.Ordinal = i
		put(t, x, []Entry{e})
	}
	r := ask(t, x, corpus.Query{Like: "A/1#1"})
	found := " " + hitIDs(r) + " "
	for _, want := range []string{"B/1#1", "B/2#1", "B/3#1"} {
		if !strings.Contains(found, " "+want+" ") {
			t.Errorf("like A/1#1 found %s, not %s", found, want)
		}
	}
	for _, not := range []string{"A/1#1", "A/1-F#1", "B/4#1", "B/5#1", "B/6#1"} {
		if strings.Contains(found, " "+not+" ") {
			t.Errorf("like A/1#1 found %s", not)
		}
	}
	if got := hitIDs(ask(t, x, corpus.Query{Like: "A/1#1", Text: "lang:ar"})); got != "B/2#1" {
		t.Errorf("narrowed: %q", got)
	}
	if _, err := x.Search(context.Background(), corpus.Query{Like: "A/9#1"}); corpus.ErrorCode(err) != corpus.CodeNotFound {
		t.Errorf("like what is not there: %v", err)
	}
}
