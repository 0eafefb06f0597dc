package tag

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// contribution is a paper in the manner of the group's, by an invented State.
var contribution = []corpus.Passage{
	{ID: "a", Role: corpus.RoleHeading, Text: "Action required"},
	{ID: "b", Role: corpus.RoleBox, Section: "Action required", Text: "The Council Working Group on international Internet-related public policy issues is invited to consider this document."},
	{ID: "c", Role: corpus.RoleHeading, Text: "1 Introduction"},
	{ID: "d", Role: corpus.RoleBody, Section: "1 Introduction", Text: "Repeated outages of submarine cables show how fragile the stability and resilience of the global Internet have become, and no redundancy protects critical infrastructure."},
	{ID: "e", Role: corpus.RoleBody, Section: "1 Introduction", Text: "Ruritania is of the view that no single State should control the root zone, and that all States should take part in Internet governance on an equal footing."},
	{ID: "f", Role: corpus.RoleBody, Section: "1 Introduction", Text: "Resolution 1305 of the Council lists among others:"},
	{ID: "g", Role: corpus.RoleBody, Section: "1 Introduction", Text: "The security, safety, continuity, sustainability, and robustness of the Internet;"},
	{ID: "h", Role: corpus.RoleBody, Section: "1 Introduction", Text: "Issues pertaining to the use and misuse of the Internet;"},
	{ID: "i", Role: corpus.RoleBody, Section: "1 Introduction", Text: "…"},
	{ID: "j", Role: corpus.RoleHeading, Text: "2 Proposals"},
	{ID: "k", Role: corpus.RoleBody, Section: "2 Proposals", Text: "Ruritania proposes to hold a debate on outages during the 22th and 23th meeting of CWG-Internet."},
	{ID: "l", Role: corpus.RoleBody, Section: "2 Proposals", Text: "Ruritania proposes to sum up the views of the 22th and 23th meeting of GWG-Internet, and to prepare recommendations for ITU Council 2026 with a work plan for 2026-2030."},
	{ID: "m", Role: corpus.RoleBody, Section: "2 Proposals", Text: "Details stand in the annex."},
}

func tagAll(t *testing.T, passages []corpus.Passage) map[string][]corpus.Claim {
	t.Helper()
	for i := range passages {
		if passages[i].Language == "" {
			passages[i].Language = "en"
		}
	}
	claims, err := New(codebook.Default()).Tag(context.Background(), passages, Context{Sources: []string{"Ruritania"}, Meeting: "CWG-Internet-22"})
	if err != nil {
		t.Fatal(err)
	}
	if err := corpus.VerifyClaims(passages, claims); err != nil {
		t.Fatal(err)
	}
	out := map[string][]corpus.Claim{}
	for _, c := range claims {
		out[c.Passage] = append(out[c.Passage], c)
	}
	return out
}

func kindOf(claims []corpus.Claim) corpus.Kind {
	for _, c := range claims {
		if c.About == corpus.AboutKind {
			return c.Kind
		}
	}
	return ""
}

func tagged(claims []corpus.Claim) (themes []corpus.Theme, process bool) {
	for _, c := range claims {
		if c.Status != corpus.StatusTagged {
			continue
		}
		switch c.About {
		case corpus.AboutTheme:
			themes = append(themes, c.Theme)
		case corpus.AboutProcess:
			process = true
		}
	}
	return themes, process
}

func TestContribution(t *testing.T) {
	got := tagAll(t, slices.Clone(contribution))
	for _, c := range []struct {
		id      string
		kind    corpus.Kind
		theme   corpus.Theme
		process bool
	}{
		{"a", corpus.KindProcedural, 0, false}, {"b", corpus.KindProcedural, 0, false},
		{"d", "", 4, false}, {"e", "", 3, false},
		{"g", corpus.KindCitation, 4, false}, {"h", corpus.KindCitation, 7, false}, {"i", corpus.KindCitation, 0, false},
		{"k", corpus.KindProposal, 0, true}, {"l", corpus.KindProposal, 0, true},
	} {
		themes, process := tagged(got[c.id])
		if kind := kindOf(got[c.id]); c.kind != "" && kind != c.kind {
			t.Errorf("%s is %s, want %s", c.id, kind, c.kind)
		}
		if c.theme != 0 && !slices.Contains(themes, c.theme) {
			t.Errorf("%s: themes %v, want %d", c.id, themes, c.theme)
		}
		if c.process && !process {
			t.Errorf("%s is not about the group's work", c.id)
		}
	}
	for id, claims := range got {
		kinds := 0
		for _, c := range claims {
			if c.About == corpus.AboutKind {
				kinds++
			}
		}
		if kinds != 1 {
			t.Errorf("%s has %d kinds", id, kinds)
		}
		if themes, _ := tagged(claims); slices.Contains(themes, 7) && id != "h" {
			t.Errorf("theme 7 is quoted only, and tagged in %s", id)
		}
	}
	checkProposals(t, got)
}

func checkProposals(t *testing.T, got map[string][]corpus.Claim) {
	t.Helper()
	for id, addressee := range map[string]string{"k": "CWG-Internet", "l": "CWG-Internet / Council"} {
		_, acts := actsOf(got[id])
		if len(acts) != 1 || acts[0].Act != corpus.ActPropose || acts[0].Addressee != addressee || !strings.HasPrefix(acts[0].Timing, "22th and 23th meeting") || acts[0].Holder != "Ruritania" {
			t.Errorf("%s: %+v", id, acts)
		}
	}
	if kindOf(got["m"]) == corpus.KindProposal {
		t.Error("m is no proposal")
	}
	if _, acts := actsOf(got["b"]); len(acts) != 0 {
		t.Errorf("the box acts: %v", acts)
	}
}

func TestDraftResolutionsDoNotAct(t *testing.T) {
	got := tagAll(t, []corpus.Passage{
		{ID: "1", Role: corpus.RoleHeading, Text: "Draft new Resolution on outages"},
		{ID: "2", Role: corpus.RoleBody, Section: "Draft new Resolution on outages", Text: "recalling Resolution 1305,"},
		{ID: "3", Role: corpus.RoleBody, Section: "Draft new Resolution on outages", Text: "invites Member States to share what they know of outages."},
		{ID: "4", Role: corpus.RoleQuotation, Section: "Background", Text: "The Conference urges States to cooperate against spam."},
	})
	for id, kind := range map[string]corpus.Kind{"2": corpus.KindCitation, "3": corpus.KindProposal, "4": corpus.KindCitation} {
		if k := kindOf(got[id]); k != kind {
			t.Errorf("%s is %s, want %s", id, k, kind)
		}
		if acts, _ := actsOf(got[id]); len(acts) != 0 {
			t.Errorf("%s acts: %v", id, acts)
		}
	}
}

func TestOnlyCitablePassagesHaveThemes(t *testing.T) {
	for _, role := range []corpus.Role{corpus.RoleCover, corpus.RoleHeading, corpus.RoleComment, corpus.RoleHidden, corpus.RoleHeader, corpus.RoleFooter} {
		got := tagAll(t, []corpus.Passage{{ID: "x", Role: role, Text: "We propose to combat cybercrime and spam."}})
		if len(got["x"]) != 1 {
			t.Errorf("%s: %+v", role, got["x"])
		}
	}
}

// plain sentences that leave no doubt, one theme each, six languages.
func TestPlainThemes(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		theme      corpus.Theme
	}{
		{"en", "Universal acceptance of internationalized domain names lets people use their own scripts.", 1},
		{"en", "Regional Internet exchange points lower the cost of international transit for landlocked countries.", 2},
		{"en", "Unsolicited bulk e-mail is a burden; operators should filter spam.", 6},
		{"en", "Children must be protected from sexual abuse and grooming on the Internet.", 12},
		{"fr", "Le respect de la vie privée exige la protection des données à caractère personnel.", 11},
		{"fr", "La lutte contre la cybercriminalité demande une entraide judiciaire rapide.", 5},
		{"es", "El precio de la banda ancha sigue siendo poco asequible en las zonas rurales.", 8},
		{"es", "La protección de los niños en línea es una prioridad.", 12},
		{"ru", "Борьба с киберпреступностью требует сотрудничества правоохранительных органов.", 5},
		{"ru", "Защита персональных данных и неприкосновенность частной жизни важны для всех.", 11},
		{"ar", "حماية البيانات الشخصية واحترام الخصوصية ضروريان.", 11},
		{"ar", "مكافحة الجرائم السيبرانية تتطلب تعاون سلطات إنفاذ القانون.", 5},
		{"zh", "保护个人信息和隐私十分重要。", 11},
		{"zh", "打击网络犯罪需要执法机构之间的合作。", 5},
	} {
		claims := claimsOf(t, c.lang, c.text)
		if themes, _ := tagged(claims); !slices.Contains(themes, c.theme) {
			t.Errorf("%s %q: %v, want %d", c.lang, c.text, themes, c.theme)
		}
	}
}

func TestNothingToSay(t *testing.T) {
	for _, text := range []string{
		"The delegation thanks the Chair for the excellent organisation of the dinner.",
		"The orchestra will play in the main hall on Tuesday evening.",
		"Food security and social security are matters for other bodies.",
	} {
		if themes, process := tagged(claimsOf(t, "en", text)); len(themes) > 0 || process {
			t.Errorf("%q: themes %v, process %t", text, themes, process)
		}
	}
}

func TestLines(t *testing.T) {
	in := `{"id":"1","text":"We propose to fight spam.","lang":"en","extra":1}

{"id":"2","text":"Борьба со спамом"}
{"id":"3","text":""}
`
	var one, two bytes.Buffer
	tagger := New(codebook.Default())
	for out, in := range map[*bytes.Buffer]string{&one: in, &two: "\ufeff" + in} {
		if err := tagger.Lines(context.Background(), strings.NewReader(in), out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same lines are tagged differently, or after a byte order mark")
	}
	lines := strings.Split(strings.TrimSpace(one.String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines: %s", len(lines), one.String())
	}
	var l Line
	if err := json.Unmarshal([]byte(lines[0]), &l); err != nil {
		t.Fatal(err)
	}
	if l.ID != "1" || l.Kind != "proposal" || len(l.Acts) != 1 || l.Acts[0].Act != "propose" || len(l.Themes) == 0 || l.Themes[0].Theme != 6 {
		t.Errorf("%+v", l)
	}
	if !strings.Contains(lines[1], `"lang":"ru"`) || !strings.Contains(lines[2], `"themes":[]`) || !strings.Contains(lines[2], `"acts":[]`) {
		t.Errorf("%s\n%s", lines[1], lines[2])
	}
}

func TestLinesAfterAByteOrderMark(t *testing.T) {
	const line = `{"id":"1","text":"Spam fills every mailbox.","lang":"en"}` + "\n"
	var plain, marked bytes.Buffer
	tagger := New(codebook.Default())
	for in, out := range map[string]*bytes.Buffer{line: &plain, "\ufeff" + line: &marked} {
		if err := tagger.Lines(context.Background(), strings.NewReader(in), out); err != nil {
			t.Fatal(err)
		}
	}
	if plain.Len() == 0 || plain.String() != marked.String() {
		t.Errorf("with a mark %s, without %s", &marked, &plain)
	}
	if labels, err := ReadLabels(strings.NewReader("\ufeff" + line)); err != nil || len(labels) != 1 {
		t.Errorf("labels after a mark: %v", err)
	}
}

func TestLinesRefuse(t *testing.T) {
	for in, says := range map[string]string{
		"{\"id\":\"1\",\"text\":\"x\"}\nno json\n": "line 2",
		`{"text":"x"}`: "no \"id\"",
		`{"id":"1","text":"` + strings.Repeat("x", LongestLine) + `"}`: "longer than",
	} {
		err := New(codebook.Default()).Lines(context.Background(), strings.NewReader(in), &bytes.Buffer{})
		if corpus.ErrorCode(err) != corpus.CodeInvalid || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40q: %v", in, err)
		}
	}
}

func TestTagStopsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := New(codebook.Default()).Tag(ctx, contribution, Context{}); err == nil {
		t.Error("went on")
	}
}

func FuzzTag(f *testing.F) {
	f.Add("We propose İ to fight spam; \"quoted\xff\"", "en", "Proposals", "body")
	f.Add("لا نؤيد مقترح بناء القدرات", "ar", "", "quotation")
	f.Add("我国建议…", "zh", "决议草案", "body")
	f.Add("MOD 1\nrecalling", "", "Draft resolution", "table")
	f.Add("", "xx", "", "heading")
	tagger := New(codebook.Default())
	f.Fuzz(func(t *testing.T, text, lang, section, role string) {
		p := []corpus.Passage{{ID: "1", Text: text, Language: lang, Section: section, Role: corpus.Role(role)}}
		claims, err := tagger.Tag(context.Background(), p, Context{Sources: []string{"Ruritania"}})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range claims {
			if err := c.Verify(text); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
	})
}
