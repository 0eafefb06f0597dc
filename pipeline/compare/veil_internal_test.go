package compare

import (
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/member"
)

// TestWholeArabicWords keeps a name from being found in the middle of a word,
// and finds it behind the small words that Arabic joins to it.
func TestWholeArabicWords(t *testing.T) {
	const name = "لوثا"
	for text, want := range map[string]bool{
		"لوثا": true, "ولوثا": true, "إلى لوثا،": true, "بلوثا": true, "حكومة لوثا": true, "الوثائق": false, "الوفد اللوثاوي": false,
	} {
		v := Veil{literal: []string{name}, words: map[string]bool{}}
		if got := len(v.Find(text)) > 0; got != want {
			t.Errorf("%q: found %v, want %v", text, got, want)
		}
	}
}

// TestSeatsOfGovernments cuts a capital, and leaves the names of conferences.
func TestSeatsOfGovernments(t *testing.T) {
	v := NewVeil(corpus.Snapshot{Submissions: []corpus.Submission{{Work: "X-1/1", Sources: []corpus.Source{{ID: "TUN", Name: "Tunisia"}, {ID: "ROU", Name: "Romania"}}}}}, member.Default())
	for text, want := range map[string]bool{
		"Our ministry in Tunis wrote it.": true, "The Tunis Agenda names it.": false, "L'Agenda de Tunis le dit.": false,
		"Resolution 102 (Rev. Bucharest, 2022)": false, "A workshop was held in Bucharest.": true, "В Бухаресте состоялся семинар.": true,
		"在布加勒斯特举行": true, "A workshop was held in Lisbon.": false, "عقدت في بوخارست": true,
	} {
		if got := len(v.Find(text)) > 0; got != want {
			t.Errorf("%q: found %v, want %v", text, got, want)
		}
	}
}

func TestVeilKnowsMeetings(t *testing.T) {
	v := NewVeil(corpus.Snapshot{Submissions: []corpus.Submission{{Work: "A/HRC/12/5", Meeting: "A/HRC/12"}, {Work: "X-1/1"}}}, member.Default())
	for text, hidden := range map[string]string{
		"Received at A/HRC/12, and nothing else.": "",
		"As said in A/HRC/12/5, paragraph 3.":     "A/HRC/12/5",
		"As said in X-1/1.":                       "X-1/1",
	} {
		got := ""
		for _, s := range v.Find(text) {
			got += text[s.Start:s.End]
		}
		if got != hidden {
			t.Errorf("%q: hides %q, not %q", text, got, hidden)
		}
	}
}
