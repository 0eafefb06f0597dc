package measure

import (
	"context"
	"os"
	"testing"

	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/tag"
)

// TestFloors pins what the embedded codebook and model reach on passages of our
// own in six languages, which were not trained on. They are short and easy:
// figures on real contributions are lower, see `rapporteur eval`.
func TestFloors(t *testing.T) {
	f, err := os.Open("testdata/floor.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := ReadGold(f)
	if err != nil {
		t.Fatal(err)
	}
	found, err := Predict(context.Background(), tag.New(codebook.Default()), gold)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Evaluate(gold, found)
	if err != nil {
		t.Fatal(err)
	}
	floor := func(name string, value, least float64) {
		t.Logf("%-12s %.3f, at least %.2f", name, value, least)
		if value < least {
			t.Errorf("%s is %.3f, under its floor of %.2f", name, value, least)
		}
	}
	floor("micro-F1", r.Micro.F1.Value, 0.85)
	for _, l := range r.Language {
		floor(l.Name, l.F1.Value, 0.70)
	}
	floor("no theme", r.None.Value, 0.80)
	floor("kappa", r.Kind.Kappa.Value, 0.40)
	floor("proposal", r.Proposal.F1.Value, 0.60)
	if t.Failed() {
		_ = r.Table(os.Stderr)
	}
}
