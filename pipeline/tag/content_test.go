package tag

import (
	"testing"

	"rapporteur/corpus"
)

func TestTheModelQuotesContentWords(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "Of all the burdens on the operators of the valley, spam and the unsolicited bulk messages behind it are the heaviest."},
		{"fr", "La lutte contre la cybercriminalité exige une entraide judiciaire rapide et la conservation des preuves."},
		{"es", "La protección de los datos personales y el respeto de la privacidad son necesarios."},
		{"ru", "Борьба с киберпреступностью требует сотрудничества и быстрого обмена доказательствами."},
		{"ar", "يجب احترام الخصوصية وحماية البيانات الشخصية لجميع المستخدمين."},
		{"zh", "应当保护个人信息和用户隐私，未经同意不得收集个人数据。"},
	} {
		for _, claim := range claimsOf(t, c.lang, c.text) {
			if claim.About != corpus.AboutTheme || claim.Maker.Kind != "model" {
				continue
			}
			if len(claim.Evidence) == 0 || len(claim.Evidence) > mostQuoted {
				t.Errorf("%s theme %d: %d places", c.lang, claim.Theme, len(claim.Evidence))
			}
			seen := map[string]bool{}
			for _, e := range claim.Evidence {
				if functionWords[e.Quote] || e.Phrase == "linear model" && seen[e.Quote] {
					t.Errorf("%s theme %d quotes %q", c.lang, claim.Theme, e.Quote)
				}
				seen[e.Quote] = true
			}
		}
	}
}

func TestRowTable(t *testing.T) {
	keys := []uint32{0, 1, 7, 1 << 20, 1<<32 - 1}
	table := newRowTable(keys)
	for i, key := range keys {
		if row := table.find(key); row != int32(i) {
			t.Errorf("key %d is row %d, want %d", key, row, i)
		}
	}
	for _, key := range []uint32{2, 8, 1 << 31} {
		if row := table.find(key); row != -1 {
			t.Errorf("key %d is row %d and was never put in", key, row)
		}
	}
	empty := newRowTable(nil)
	if row := empty.find(3); row != -1 {
		t.Errorf("an empty table has row %d", row)
	}
}

func TestLooksLikeAProposal(t *testing.T) {
	for _, text := range []string{
		"Ruritania submits the following contribution to the meeting.",
		"Proposals",
		"Recommendations for the period 2026-2030",
		"Since 2027 Ruritania requires operators to publish outage reports.",
	} {
		claims := claimsOf(t, "en", text)
		if kind := kindOf(claims); kind == corpus.KindProposal {
			t.Errorf("%q is a proposal", text)
		}
		if _, acts := actsOf(claims); len(acts) > 0 && acts[0].Act == corpus.ActPropose {
			t.Errorf("%q proposes", text)
		}
	}
	if kind := kindOf(claimsOf(t, "en", "Ruritania proposes to publish outage reports.")); kind != corpus.KindProposal {
		t.Errorf("a proposal is %s", kind)
	}
	view := "We would like to emphasize that all States should take part in Internet governance on an equal footing."
	if kind := kindOf(claimsOf(t, "en", view)); kind == corpus.KindProposal {
		t.Errorf("a view is %s", kind)
	}
}
