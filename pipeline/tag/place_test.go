package tag

import (
	"context"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// TestKindByPlace: a heading tells what stands under it, unless the passage
// does, thinks or asks something itself.
func TestKindByPlace(t *testing.T) {
	for _, c := range []struct {
		lang, section, text string
		want                corpus.Kind
	}{
		{"en", "Gaps in the engagement of States", "There is no place in which small States and large ones decide together on the root zone.", corpus.KindGap},
		{"en", "Gaps", "Ruritania believes that no State should decide on the root zone alone.", corpus.KindPosition},
		{"en", "Gaps", "Ruritania proposes that the group draw up a list of the places in which States decide.", corpus.KindProposal},
		{"en", "Risks and threats", "Twice last winter a storm parted both of our cables and hospitals worked with pen and paper.", corpus.KindChallenge},
		{"fr", "Lacunes", "Les administrations des petits pays ne siègent pas là où se décident les noms de domaine.", corpus.KindGap},
		{"fr", "Expérience nationale", "Quatre villes sur cinq ont désormais deux câbles et un point d'échange.", corpus.KindPractice},
		{"es", "Lagunas observadas", "Los pequeños países no están donde se decide sobre los nombres de dominio.", corpus.KindGap},
		{"ru", "Пробелы в участии государств", "Малые страны не представлены там, где решаются вопросы о доменных именах.", corpus.KindGap},
		{"ar", "التجربة الوطنية", "وصلت الألياف البصرية إلى تسعين في المائة من القرى خلال أربع سنوات.", corpus.KindPractice},
		{"zh", "不足之处", "小国很少参加讨论域名问题的会议，也没有常设的沟通渠道。", corpus.KindGap},
	} {
		p := []corpus.Passage{
			{ID: "D/1#h", Text: c.section, Section: c.section, Language: c.lang, Role: corpus.RoleHeading},
			{ID: "D/1#1", Text: c.text, Section: c.section, Language: c.lang, Role: corpus.RoleBody},
		}
		claims, err := New(codebook.Default()).Tag(context.Background(), p, Context{Sources: []string{"Ruritania"}})
		if err != nil {
			t.Fatal(err)
		}
		if err := corpus.VerifyClaims(p, claims); err != nil {
			t.Fatal(err)
		}
		if got := kindOf(claims[1:]); got != c.want {
			t.Errorf("%s, %s: %q is %s, want %s", c.lang, c.section, c.text, got, c.want)
		}
	}
}

func TestPlaceOf(t *testing.T) {
	for title, want := range map[string]corpus.Kind{
		"Gaps and challenges": "", "Background": "", "National measures": corpus.KindPractice, "III. Вызовы и угрозы": corpus.KindChallenge, "Ce qui manque": corpus.KindGap,
	} {
		if got := placeOf(title); got != want {
			t.Errorf("%q announces %q, want %q", title, got, want)
		}
	}
}

// TestNumberedParagraphsLeaveTheBox: a numbered paragraph under "Action
// required" is the body of the document.
func TestNumberedParagraphsLeaveTheBox(t *testing.T) {
	p := []corpus.Passage{
		{ID: "D/1#h", Text: "Action required", Section: "Action required", Role: corpus.RoleHeading, Language: "en"},
		{ID: "D/1#a", Text: "The group is invited to consider the order.", Section: "Action required", Role: corpus.RoleBox, Language: "en"},
		{ID: "D/1#1", Label: "1", Text: "Ruritania proposes that the group take one issue at each meeting.", Section: "Action required", Role: corpus.RoleBody, Language: "en"},
	}
	claims, err := New(codebook.Default()).Tag(context.Background(), p, Context{Sources: []string{"Ruritania"}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]corpus.Kind{}
	for _, c := range claims {
		if c.About == corpus.AboutKind {
			got[c.Passage] = c.Kind
		}
	}
	if got["D/1#a"] != corpus.KindProcedural || got["D/1#1"] != corpus.KindProposal {
		t.Errorf("%v", got)
	}
}
