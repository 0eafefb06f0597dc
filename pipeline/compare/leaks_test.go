package compare_test

import (
	"context"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/compare"
)

// fromNamedLanguages is a corpus whose sources' adjectives are the names of the
// languages in which they write.
func fromNamedLanguages(t *testing.T) corpus.Snapshot {
	t.Helper()
	var snap corpus.Snapshot
	read(t, &snap, "X-30/1", "es", named("ESP", "Spain"), written{label: "1", text: "Proponemos que los países en desarrollo reciban ayuda contra el correo basura."})
	read(t, &snap, "X-30/2", "fr", named("FRA", "France"), written{label: "1", text: "Nous proposons que les pays en développement reçoivent une aide contre le spam."})
	read(t, &snap, "X-30/3", "zh", named("CHN", "China"), written{label: "1", text: "我们建议发展中国家合作打击垃圾邮件。"})
	read(t, &snap, "X-30/4", "ru", named("RUS", "Russian Federation"), written{label: "1", text: "Предлагаем развивающимся странам сотрудничать в борьбе со спамом."})
	return snap
}

func unnamedIn(t *testing.T, language string, snap corpus.Snapshot) corpus.Report {
	t.Helper()
	r, err := compare.Compare(context.Background(), snap, compare.Options{
		Labels: codebook.Default(), Names: member.Default(), Cutoff: "2031-01-01", Language: language, Attribution: compare.Unnamed,
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestNamesOfLanguagesTellNobody: what every report says is no leak, though
// "español" is an adjective of a source; the same word in a quotation is one.
func TestNamesOfLanguagesTellNobody(t *testing.T) {
	snap := fromNamedLanguages(t)
	for _, language := range corpus.Languages {
		r := unnamedIn(t, language, snap)
		if faults := compare.Recount(r, snap, codebook.Default(), member.Default()); len(faults) > 0 {
			t.Errorf("%s: %v", language, faults)
		}
	}
	for language, leak := range map[string]string{
		"en": "The French government asks.", "fr": "Le gouvernement espagnol demande.", "es": "El gobierno español pide.", "zh": "中国提议。", "ru": "Российское правительство просит.",
	} {
		r := unnamedIn(t, language, snap)
		r.Proposals[0].Quote = leak
		if faults := compare.Recount(r, snap, codebook.Default(), member.Default()); len(faults) == 0 {
			t.Errorf("%s: nobody minds %q", language, leak)
		}
	}
}

// TestOneNameOfASource: where documents spell a source in several ways, every
// run takes the same.
func TestOneNameOfASource(t *testing.T) {
	var snap corpus.Snapshot
	for printed, name := range map[string]string{"X-30/1": "Society of Users", "X-30/2": "SOCIETY OF USERS", "X-30/3": "Society of users", "X-30/4": "Society Of Users"} {
		read(t, &snap, printed, "en", []corpus.Source{{ID: "society-of-users", Name: name, Kind: corpus.SourceOther}}, written{label: "1", text: "We propose measures against spam."})
	}
	for range 20 {
		if name := reported(t, snap).Matrix.Sources[0].Name; name != "Society Of Users" {
			t.Fatalf("the source is called %q, want the spelling of the last document", name)
		}
	}
}
