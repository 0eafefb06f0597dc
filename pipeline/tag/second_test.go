package tag

import (
	"context"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

func TestLogTwo(t *testing.T) {
	for n, want := range map[int64]int64{-1: 0, 0: 0, 1: 0, 2: 1000, 3: 1500, 4: 2000, 6: 2500, 1 << 40: 20_000} {
		if got := logTwo(n); got != want {
			t.Errorf("logTwo(%d) = %d, want %d", n, got, want)
		}
	}
}

func signsOf(t *testing.T, lang, text string) *signs {
	t.Helper()
	return newReading(codebook.Default(), &Label{ID: "1", Language: lang, Text: text}).signs()
}

func TestSigns(t *testing.T) {
	s := signsOf(t, "en", "We believe that spam must be stopped. See https://example.org/spam for 20 cases:")
	for name, value := range map[string]int64{
		"self": s.look[lookSelf], "modal": s.look[lookModal], "address": s.look[lookAddress], "colon": s.look[lookColon],
		"digits": s.look[lookDigits], "concepts": s.look[lookConcepts], "spam": s.theme[6].sum, "first sentence": s.theme[6].first,
	} {
		if value <= 0 {
			t.Errorf("%s: %d", name, value)
		}
	}
	if s.look[lookQuestion] != 0 || s.look[lookPerson] != 0 || s.theme[12].sum != 0 {
		t.Errorf("seen what is not there: %+v", s)
	}
	s.forgetBook()
	if s.theme[6].sum != 0 || s.look[lookConcepts] != 0 || s.look[lookModal] == 0 {
		t.Errorf("the book is not forgotten, or more is: %+v", s)
	}
}

func TestRowsFit(t *testing.T) {
	class, g := new([classCount]int64), new(signs)
	if n := len(themeRow(nil, class, g, 1)); n > widestRow {
		t.Errorf("a theme's row has %d numbers", n)
	}
	if n := len(kindRow(nil, class, g)); n > widestRow {
		t.Errorf("a kind's row has %d numbers", n)
	}
}

// TestMarginNeedsBoth: a theme stands when it is beyond its threshold and the
// passage beyond that of having one.
func TestMarginNeedsBoth(t *testing.T) {
	l := looked{none: 500}
	l.theme[3] = 400
	for d, want := range map[decision]bool{{Theme: 300, None: 600}: true, {Theme: 500, None: 600}: false, {Theme: 300, None: 400}: false} {
		if got := l.themes(d)&(1<<3) != 0; got != want {
			t.Errorf("%+v: %t", d, got)
		}
	}
}

func TestCrossTag(t *testing.T) {
	labels, err := ReadLabels(strings.NewReader(lessons()))
	if err != nil {
		t.Fatal(err)
	}
	labels[0].Origin = "invented"
	found, err := CrossTag(context.Background(), labels, codebook.Default())
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != len(labels)-1 || found[labels[0].ID] != nil {
		t.Errorf("%d passages of %d", len(found), len(labels))
	}
	right := 0
	for _, l := range labels[1:] {
		themes, _ := tagged(found[l.ID])
		right += int(one(slices.Equal(themes, l.Themes) || len(themes)+len(l.Themes) == 0))
		p := corpus.Passage{ID: l.ID, Text: l.Text, Language: l.Language, Role: corpus.RoleBody}
		if err := corpus.VerifyClaims([]corpus.Passage{p}, found[l.ID]); err != nil {
			t.Error(err)
		}
	}
	if right < len(labels)*8/10 {
		t.Errorf("%d of %d easy passages are right", right, len(labels)-1)
	}
}

func TestAblationAndCurve(t *testing.T) {
	labels, err := ReadLabels(strings.NewReader(lessons()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	each := func(f Figures) error {
		names = append(names, f.Name)
		if f.Passages != len(labels) {
			t.Errorf("%s: %d passages", f.Name, f.Passages)
		}
		return nil
	}
	if err := Ablation(labels, codebook.Default(), each); err != nil {
		t.Fatal(err)
	}
	if err := LearningCurve(labels, codebook.Default(), each); err != nil {
		t.Fatal(err)
	}
	if len(names) != len(variants())+5 || names[0] != "codebook alone" || names[len(names)-1] != "all documents" {
		t.Errorf("%q", names)
	}
}
