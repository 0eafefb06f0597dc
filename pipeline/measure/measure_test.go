package measure

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/tag"
)

const labels = `{"id":"1","lang":"en","themes":[3,4],"kinds":["position"],"process":false,"text":"The root zone must stay stable."}
{"id":"2","lang":"en","themes":[],"maybe":[10],"kinds":["proposal","position"],"text":"Growth."}
{"id":"3","lang":"fr","themes":[],"none":"P","kind":"proposal","text":"Nous proposons un plan de travail du Groupe."}
{"id":"4","lang":"fr","themes":[],"none":"N","kind":"procedural","text":"Merci."}
`

func read(t *testing.T) []Gold {
	t.Helper()
	gold, err := ReadGold(strings.NewReader(labels))
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func TestEvaluateCountsAsTheReadersDo(t *testing.T) {
	r, err := Evaluate(read(t), map[string]Prediction{
		"1": {Themes: []corpus.Theme{3, 5}, Kind: corpus.KindPosition},
		"2": {Themes: []corpus.Theme{10}, Kind: corpus.KindProposal},
		"3": {Kind: corpus.KindProposal, Process: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	// Passage 1 hits 3, misses 4 and raises a false 5; the disputed 10 of
	// passage 2 counts neither way.
	if r.Micro.Hit != 1 || r.Micro.False != 1 || r.Micro.Missed != 1 || r.Micro.F1.Value != 0.5 {
		t.Errorf("micro %+v", r.Micro)
	}
	// Passage 2 is not without a theme: one reader saw one. Passage 4 has no
	// prediction and so no false theme.
	if r.Nones != 2 || r.None.Value != 1 || r.Missing != 1 {
		t.Errorf("none %+v of %d, missing %d", r.None, r.Nones, r.Missing)
	}
	if r.Kind.Compared != 2 || r.Kind.Accuracy.Value != 1 || math.Abs(r.Kind.Kappa.Value-1) > 1e-9 {
		t.Errorf("kind %+v", r.Kind)
	}
	if r.Proposal.Hit != 1 || r.Process.Hit != 1 || math.Abs(r.Macro.Value-1.0/12) > 1e-9 {
		t.Errorf("proposal %+v process %+v macro %+v", r.Proposal, r.Process, r.Macro)
	}
}

func TestKappa(t *testing.T) {
	// 20 agreements on the first kind, 15 on the second, 5 and 10 the other
	// way: the textbook's 0.4.
	tally := newTally()
	for _, c := range []struct{ kind, said, n int }{{0, 0, 20}, {1, 1, 15}, {0, 1, 5}, {1, 0, 10}} {
		for range c.n {
			tally.add(row{kind: c.kind, said: c.said})
		}
	}
	if _, kappa, n := tally.kappa(); n != 50 || math.Abs(kappa-0.4) > 1e-9 {
		t.Errorf("kappa %f of %d", kappa, n)
	}
}

func TestAlpha(t *testing.T) {
	// Two readers, ten units, two values: Krippendorff's own example gives 0.095.
	if got := alpha([][]int{{5, 1}, {3, 1}}); math.Abs(got-0.095) > 0.001 {
		t.Errorf("alpha %f", got)
	}
	if got := alpha([][]int{{4, 0}, {0, 4}}); got != 1 {
		t.Errorf("alpha of readers who agree is %f", got)
	}
}

func TestFaultsAreNamed(t *testing.T) {
	r, err := Evaluate(read(t), map[string]Prediction{
		"1": {Themes: []corpus.Theme{3, 5}, Kind: corpus.KindProposal},
		"4": {Themes: []corpus.Theme{7}, Kind: corpus.KindProcedural},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []Confusion{{0, 7, 1}, {4, 5, 1}}
	if !slices.Equal(r.Confusions, want) {
		t.Errorf("confusions %v, want %v", r.Confusions, want)
	}
	if len(r.Worst) != 2 || r.Worst[0].ID != "1" || r.Worst[0].Said != corpus.KindProposal || r.Worst[1].Kind != "" {
		t.Errorf("worst %+v", r.Worst)
	}
}

func TestTheSameLabelsGiveTheSameTable(t *testing.T) {
	gold := read(t)
	tagger := tag.New(codebook.Default())
	var tables [2]bytes.Buffer
	for i := range tables {
		found, err := Predict(context.Background(), tagger, gold)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Evaluate(gold, found)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Table(&tables[i]); err != nil {
			t.Fatal(err)
		}
	}
	if tables[0].String() != tables[1].String() || !strings.Contains(tables[0].String(), "all themes") {
		t.Errorf("%s\n%s", tables[0].String(), tables[1].String())
	}
}

func TestReadGoldRefuses(t *testing.T) {
	for in, says := range map[string]string{
		"{\"id\":\"1\"}\n[]\n":             "line 2",
		`{"themes":[1]}`:                   "no \"id\"",
		`{"id":"1","themes":[13]}`:         "1 to 12",
		"{\"id\":\"1\"}\n{\"id\":\"1\"}\n": "stands twice",
	} {
		if _, err := ReadGold(strings.NewReader(in)); corpus.ErrorCode(err) != corpus.CodeInvalid || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v", in, err)
		}
	}
	if _, err := Evaluate(nil, nil); corpus.ErrorCode(err) != corpus.CodeUsage {
		t.Errorf("no labels: %v", err)
	}
}

func FuzzReadGold(f *testing.F) {
	f.Add(labels)
	f.Add(`{"id":1}`)
	f.Fuzz(func(t *testing.T, in string) {
		gold, err := ReadGold(strings.NewReader(in))
		if err != nil || len(gold) == 0 || len(gold) > 50 {
			return
		}
		if _, err := Evaluate(gold, nil); err != nil {
			t.Fatal(err)
		}
	})
}
