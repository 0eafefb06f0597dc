package member

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus"
)

func TestMemberStates(t *testing.T) {
	members := Default().Entries(corpus.SourceMember)
	if len(members) != 194 {
		t.Errorf("%d Member States, want 194", len(members))
	}
	regions := map[string]int{}
	for _, m := range members {
		regions[m.Region]++
		if len(m.ID) != 3 || len(m.Codes) == 0 || len(m.Codes[0]) != 2 {
			t.Errorf("%s: want three letters and a code of two, got codes %q", m.ID, m.Codes)
		}
		for _, lang := range corpus.Languages {
			if m.Names[lang] == "" {
				t.Errorf("%s has no name in %s", m.ID, lang)
			}
		}
	}
	for region, want := range map[string]int{"A": 35, "B": 33, "C": 22, "D": 54, "E": 50} {
		if regions[region] != want {
			t.Errorf("region %s has %d States, want %d", region, regions[region], want)
		}
	}
}

func TestRegionalOrganisationsHaveSixNames(t *testing.T) {
	for _, e := range Default().Entries(corpus.SourceGroup) {
		switch e.ID {
		case "RCC", "APT", "CEPT", "CITEL", "ATU", "ARAB", "EU", "ASEAN", "AFRICAN_GROUP", "BRICS", "SCO", "CIS", "G77":
			for _, lang := range corpus.Languages {
				if e.Names[lang] == "" {
					t.Errorf("%s has no name in %s", e.ID, lang)
				}
			}
		}
	}
}

// TestEveryNameResolves holds each name of the tables to the entry it is of,
// in capitals too, and finds it in running text.
func TestEveryNameResolves(t *testing.T) {
	r := Default()
	for _, e := range r.entries {
		for _, lang := range corpus.Languages {
			for _, name := range []string{e.Names[lang], e.Formal[lang]} {
				if name == "" {
					continue
				}
				if s, ok := r.Resolve(name); !ok || s.ID != e.ID {
					t.Errorf("Resolve(%q) = %v, want %s", name, s, e.ID)
				}
				if s, ok := r.Resolve(strings.ToUpper(name)); !ok || s.ID != e.ID {
					t.Errorf("Resolve(%q) = %v, want %s", strings.ToUpper(name), s, e.ID)
				}
				if !norm.NFC.IsNormalString(name) || strings.TrimSpace(name) != name || strings.Contains(name, "  ") {
					t.Errorf("%q of %s is not tidy", name, e.ID)
				}
				text := "x, " + name + "."
				found := r.Find(text)
				if e.whole[name] || r.words.traits[r.fold.key(name)]&elided != 0 {
					continue
				}
				if len(found) != 1 || found[0].Source.ID != e.ID || text[found[0].Start:found[0].End] != name {
					t.Errorf("Find(%q) = %v, want %s", text, found, e.ID)
				}
			}
		}
	}
}

func TestEveryMemberSplits(t *testing.T) {
	r := Default()
	members := r.Entries(corpus.SourceMember)
	for i, a := range members {
		b := members[(i+71)%len(members)]
		for lang, and := range map[string]string{"en": " and ", "fr": " et ", "es": " y ", "ru": " и ", "ar": " و", "zh": "和"} {
			line := a.Names[lang] + and + b.Names[lang]
			got := r.Split(line)
			if len(got) != 2 || got[0].ID != a.ID || got[1].ID != b.ID {
				t.Errorf("Split(%q) = %v, want %s and %s", line, got, a.ID, b.ID)
			}
		}
	}
}

func TestTerritoriesAreNoMemberStates(t *testing.T) {
	r := Default()
	for _, name := range []string{"Taiwan", "Taiwan, Province of China", "Hong Kong, China", "Macao, China", "Kosovo",
		"State of Palestine", "台湾", "香港", "Гонконг", "تايوان", "Palestine", "PSE", "TWN"} {
		s, ok := r.Resolve(name)
		if !ok || s.Kind != corpus.SourceOther {
			t.Errorf("Resolve(%q) = %v %v, want one of kind other", name, s, ok)
		}
		for _, m := range r.Find("seen in " + name + ".") {
			if m.Source.Kind == corpus.SourceMember {
				t.Errorf("Find(%q) gives the Member State %s", name, m.Source.ID)
			}
		}
	}
}

func TestRowsSayWhere(t *testing.T) {
	err := readRows(tables, "table/phrases.tsv", 9, func([]string) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "table/phrases.tsv:3: 2 columns, want 9") {
		t.Errorf("got %v", err)
	}
}
