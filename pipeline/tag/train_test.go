package tag

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// lessons are labelled passages of our own making: four themes and nothing,
// enough for a model that can tell them apart.
func lessons() string {
	var b strings.Builder
	for i := range 12 {
		for _, c := range []struct{ themes, kind, text string }{
			{"[6]", "challenge", "Spam number %d fills the mailboxes of the valley."},
			{"[5]", "practice", "Police unit %d arrested a gang for online fraud."},
			{"[12]", "proposal", "School %d should keep children safe from grooming."},
			{"[]", "procedural", "The dinner of day %d was served in the garden."},
		} {
			id := fmt.Sprintf("%s-%d", c.kind, i)
			fmt.Fprintf(&b, `{"id":%q,"doc":"d%d","lang":"en","themes":%s,"kind":%q,"text":%q}`+"\n", id, i, c.themes, c.kind, fmt.Sprintf(c.text, i))
		}
	}
	return b.String()
}

func train(t *testing.T, labels string) (*Model, Report) {
	t.Helper()
	m, r, err := Train(strings.NewReader(labels), codebook.Default())
	if err != nil {
		t.Fatal(err)
	}
	return m, r
}

func written(t *testing.T, m *Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheSameLabelsTrainTheSameModel(t *testing.T) {
	one, report := train(t, lessons())
	two, _ := train(t, lessons())
	if !bytes.Equal(written(t, one), written(t, two)) {
		t.Error("two models of the same labels differ")
	}
	other, _ := train(t, strings.ReplaceAll(lessons(), "valley", "mountain"))
	if one.Hash() == other.Hash() {
		t.Error("other labels, the same model")
	}
	if report.Micro < 0.9 || report.None < 0.9 || report.Kappa < 0.9 {
		t.Errorf("easy lessons were not learnt: %+v", report)
	}
	read, err := ReadModel(bytes.NewReader(written(t, one)))
	if err != nil || read.Hash() != one.Hash() || read.Report() != one.Report() {
		t.Errorf("read back: %v", err)
	}
}

func TestTrainRefuses(t *testing.T) {
	for labels, says := range map[string]string{
		"":                         "at least",
		"{\"id\":\"1\"}\nnonsense": "line 2",
	} {
		if _, _, err := Train(strings.NewReader(labels), codebook.Default()); corpus.ErrorCode(err) != corpus.CodeInvalid || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v", labels, err)
		}
	}
}

func TestReadModelRefuses(t *testing.T) {
	m, _ := train(t, lessons())
	whole := written(t, m)
	for name, data := range map[string][]byte{
		"empty": nil, "no model": []byte("RAPTAG99 and so on"), "cut": whole[:len(whole)/2], "cut header": whole[:40],
	} {
		if _, err := ReadModel(bytes.NewReader(data)); corpus.ErrorCode(err) != corpus.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEmbeddedModel(t *testing.T) {
	m := Embedded()
	if m == nil {
		t.Fatal("the program is built without a model")
	}
	if m.head.Codebook != codebook.Default().Hash() {
		t.Error("the embedded model was trained with another codebook; train it anew")
	}
	if len(modelFile) > 2<<20 {
		t.Errorf("the model has %d bytes", len(modelFile))
	}
	if r := m.Report(); r.Micro < 0.74 || r.Macro < 0.70 || r.Kappa < 0.47 || r.None < 0.60 {
		t.Errorf("cross-validation when it was made: %+v", r)
	}
}

func TestWithoutAModelTheCodebookDecides(t *testing.T) {
	p := []corpus.Passage{{ID: "1", Text: "Spam must be fought; children too must be safe.", Language: "en", Role: corpus.RoleBody}}
	claims, err := NewWithModel(codebook.Default(), nil).Tag(context.Background(), p, Context{})
	if err != nil || corpus.VerifyClaims(p, claims) != nil {
		t.Fatal(err)
	}
	themes, _ := tagged(claims)
	if !slices.Equal(themes, []corpus.Theme{6, 12}) {
		t.Errorf("themes %v", themes)
	}
	for _, c := range claims {
		if c.Maker.Kind != "rule" {
			t.Errorf("made by %+v", c.Maker)
		}
	}
}

func TestAConceptOfOnesOwnCounts(t *testing.T) {
	b, err := codebook.Load(fstest.MapFS{"own.yaml": {Data: []byte("concepts:\n  - id: zorb\n    weights: {2: 1200}\n    phrases: {en: [zorb relay]}\n")}})
	if err != nil {
		t.Fatal(err)
	}
	p := []corpus.Passage{{ID: "1", Text: "Every zorb relay should be open.", Language: "en", Role: corpus.RoleBody}}
	for book, want := range map[*codebook.Book]bool{codebook.Default(): false, b: true} {
		claims, err := New(book).Tag(context.Background(), p, Context{})
		if err != nil {
			t.Fatal(err)
		}
		if themes, _ := tagged(claims); slices.Contains(themes, 2) != want {
			t.Errorf("themes %v, want theme 2: %t", themes, want)
		}
	}
}

func TestEvidenceSharesAddUp(t *testing.T) {
	for _, c := range claimsOf(t, "en", "Spam and unsolicited bulk messages burden every mailbox in Ruritania.") {
		sum := 0
		for _, e := range c.Evidence {
			sum += e.Weight
		}
		if c.About == corpus.AboutTheme && c.Maker.Kind == "model" && sum > c.Score+len(c.Evidence) {
			t.Errorf("theme %d: evidence of %d for a score of %d", c.Theme, sum, c.Score)
		}
	}
}

func TestLogistic(t *testing.T) {
	before := -1
	for x := int64(-12000); x <= 12000; x += 10 {
		y := logistic(x)
		if y < before || y < 0 || y > 1000 {
			t.Fatalf("logistic(%d) = %d after %d", x, y, before)
		}
		before = y
	}
	if logistic(0) != 500 || logistic(1099) != 750 || logistic(-1099) != 250 {
		t.Error(logistic(0), logistic(1099), logistic(-1099))
	}
}

// TestSharedLabels measures against labelled passages that are not part of the
// repository: RAPPORTEUR_SHARED names the folder that holds eval/.
func TestSharedLabels(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_SHARED")
	if dir == "" {
		t.Skip("RAPPORTEUR_SHARED is not set")
	}
	f, err := os.Open(filepath.Join(dir, "eval", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	labels, err := ReadLabels(f)
	if err != nil {
		t.Fatal(err)
	}
	hit, wrong, missed := 0, 0, 0
	for _, l := range labels {
		themes, _ := tagged(claimsOf(t, l.Language, l.Text))
		for _, theme := range corpus.Themes() {
			said, yes := slices.Contains(themes, theme), slices.Contains(l.Themes, theme)
			switch {
			case said && yes:
				hit++
			case said && !slices.Contains(l.Maybe, theme):
				wrong++
			case yes:
				missed++
			}
		}
	}
	if f1 := f1([3]int{hit, wrong, missed}); f1 < 0.68 {
		t.Errorf("micro-F1 %.3f", f1)
	}
}

func FuzzReadModel(f *testing.F) {
	f.Add([]byte(modelMagic + "\x02\x00\x00\x00{}"))
	f.Add([]byte(modelMagic + "\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := ReadModel(bytes.NewReader(data))
		if err != nil {
			return
		}
		p := []corpus.Passage{{ID: "1", Text: "spam", Language: "en", Role: corpus.RoleBody}}
		if _, err := NewWithModel(codebook.Default(), m).Tag(context.Background(), p, Context{}); err != nil {
			t.Fatal(err)
		}
	})
}
