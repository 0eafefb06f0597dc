package codebook

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapporteur/corpus"
)

func TestMatchesInSixLanguages(t *testing.T) {
	b := Default()
	for _, c := range []struct{ lang, text, want, not string }{
		{"en", "Registries support internationalised domain names.", "idn", "domain-names"},
		{"en", "It continues to grow.", "", "continuity"},
		{"en", "Outages show that continuity of service matters.", "continuity", ""},
		{"en", "The resources of the Internet belong to nobody.", "", "idn"},
		{"en", "The CWG-Internet met.", "mask:group-name", "internet-governance"},
		{"en", "The Security Council met.", "mask:false-friends", "security-word"},
		{"en", "Spam filters help.", "spam", ""},
		{"fr", "Les points d’échange Internet réduisent le coût du transit.", "exchange-points", ""},
		{"fr", "la gouvernance de l'Internet", "internet-governance", ""},
		{"fr", "la gouvernance d’Internet", "internet-governance", ""},
		{"es", "Los cables submarinos y el ancho de banda internacional", "cables", ""},
		{"es", "la protección de los niños en Internet", "child-online-protection", ""},
		{"ru", "Управление Интернетом должно быть общим.", "internet-governance", ""},
		{"ru", "защиту детей от насилия", "child-online-protection", ""},
		{"ru", "безопасности критической информационной инфраструктуры", "critical-infrastructure", ""},
		{"ar", "وبناء القدرات في البلدان النامية", "capacity-building", ""},
		{"ar", "لحماية البيانات الشخصية", "personal-data", ""},
		{"ar", "الأمن السيبراني", "cybersecurity", "security-word"},
		{"zh", "应打击网络犯罪，保护未成年人", "cybercrime", ""},
		{"zh", "IPv6的部署", "ip-addresses", ""},
		{"zh", "理事会国际互联网相关公共政策问题工作组的会议", "mask:group-name", "internet-governance"},
	} {
		got := ids(b, c.text, c.lang)
		if c.want != "" && !slices.Contains(got, c.want) || c.not != "" && slices.Contains(got, c.not) {
			t.Errorf("%s %q: %v; want %q and not %q", c.lang, c.text, got, c.want, c.not)
		}
	}
}

func TestMatchesKeepTheOriginal(t *testing.T) {
	b := Default()
	// Lower-casing İ and the kelvin sign K changes their length in bytes.
	for _, text := range []string{"İİİ the DOMAIN NAMES of İstanbul", "KKK — Domain Name", "ſecure Internet exchange points"} {
		for _, m := range b.Matches(b.Read(text, "en")) {
			if m.Concept == nil {
				continue
			}
			if quote := text[m.Start:m.End]; strings.TrimSpace(quote) != quote || !strings.HasPrefix(text, text[:m.Start]+quote) {
				t.Errorf("%q quotes %q for %s", text, quote, m.Concept.ID)
			}
		}
	}
	text := "İİİ the DOMAIN NAMES of İstanbul"
	for _, m := range b.Matches(b.Read(text, "en")) {
		if m.Concept != nil && m.Concept.ID == "domain-names" && text[m.Start:m.End] != "DOMAIN NAMES" {
			t.Errorf("quoted %q", text[m.Start:m.End])
		}
	}
}

func TestAnnexItemsWithAndWithoutTheComma(t *testing.T) {
	b := Default()
	for _, text := range []string{
		"The security, safety, continuity, sustainability, and robustness of the Internet",
		"security, safety, continuity, sustainability and robustness of the Internet;",
	} {
		if got := ids(b, text, "en"); !slices.Contains(got, "annex") {
			t.Errorf("%q: %v", text, got)
		}
	}
	for _, theme := range b.Themes() {
		for _, lang := range corpus.Languages {
			if got := ids(b, theme.Labels[lang], lang); !slices.Contains(got, "annex") {
				t.Errorf("label of theme %d in %s is not recognised: %v", theme.Number, lang, got)
			}
		}
	}
}

func TestLoadLaysOver(t *testing.T) {
	own := fstest.MapFS{"mine.yaml": {Data: []byte(`concepts:
  - id: satellites
    weights: {2: 900}
    phrases:
      en: [low-orbit constellation]
  - id: spam
    remove: true
`)}}
	b, err := Load(own)
	if err != nil {
		t.Fatal(err)
	}
	if got := ids(b, "a low-orbit constellation without spam", "en"); !slices.Equal(got, []string{"satellites"}) {
		t.Errorf("got %v", got)
	}
	if b.Hash() == Default().Hash() {
		t.Error("the hash does not know the change")
	}
	if same, err := Load(nil); err != nil || same.Hash() != Default().Hash() {
		t.Errorf("nothing laid over: %v", err)
	}
	if len(ids(Default(), "spam", "en")) == 0 {
		t.Error("the embedded book was changed")
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, c := range map[string]struct{ yaml, says string }{
		"unknown key":     {"concepts:\n  - id: x\n    wieghts: {3: 1}\n", "a.yaml line 3"},
		"no yaml":         {"concepts: [\n", "a.yaml line"},
		"theme 13":        {"concepts:\n  - id: x\n\n  - id: y\n    weights: {13: 100}\n", "a.yaml line 4"},
		"twice":           {"concepts:\n  - id: x\n  - id: x\n", "stands twice"},
		"language":        {"concepts:\n  - id: x\n    phrases: {de: [Netz]}\n", "no language of the Union"},
		"two pairs":       {"concepts:\n  - id: x\n    phrases: {en: [a~b~c]}\n", "more than one"},
		"mask class":      {"masks:\n  - id: m\n    class: odd\n", "a.yaml line 2"},
		"unknown top key": {"conceptz: []\n", "a.yaml line 1"},
	} {
		_, err := Load(fstest.MapFS{"a.yaml": {Data: []byte(c.yaml)}})
		if corpus.ErrorCode(err) != corpus.CodeInvalid || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestThemeCount(t *testing.T) {
	if len(corpus.Themes()) != themeCount || len(Default().Themes()) != themeCount {
		t.Errorf("%d themes in the corpus, %d in the book", len(corpus.Themes()), len(Default().Themes()))
	}
}

func TestExpandCrossesLanguages(t *testing.T) {
	got := Default().Expand("cost of submarine cables", "")
	for _, e := range got {
		if e.Concept == "cables" {
			if !slices.Contains(e.Phrases["fr"], "câble sous-marin") || len(e.Phrases["zh"]) == 0 {
				t.Errorf("phrases %v", e.Phrases)
			}
			return
		}
	}
	t.Errorf("no cables in %v", got)
}

func TestLint(t *testing.T) {
	for _, f := range Default().Lint() {
		t.Errorf("the embedded book: %s %s %s: %s", f.Rule, f.Concept, f.Language, f.Message)
	}
	b, err := Load(fstest.MapFS{"a.yaml": {Data: []byte(`concepts:
  - id: x
    weights: {3: 100}
    phrases:
      en: [robust networking, networks robustly, "--", domain names]
`)}})
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]int{}
	for _, f := range b.Lint() {
		rules[f.Rule]++
	}
	for _, rule := range []string{"collision", "missing", "dead"} {
		if rules[rule] == 0 {
			t.Errorf("nothing found by %s: %v", rule, rules)
		}
	}
}

func FuzzMatches(f *testing.F) {
	for _, s := range []string{"Domain names, İ 域名 \xff", "и в защиту детей", "وبناء القدرات", "a~b … =x"} {
		f.Add(s, "en")
		f.Add(s, "ar")
	}
	b := Default()
	f.Fuzz(func(t *testing.T, text, lang string) {
		read := b.Read(text, lang)
		for _, m := range b.Matches(read) {
			if m.Start < 0 || m.End > len(text) || m.Start >= m.End {
				t.Fatalf("%q: span %d-%d", text, m.Start, m.End)
			}
		}
		b.Cues(read)
	})
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("concepts:\n  - id: x\n    phrases: {en: [a~b]}\n"))
	f.Add([]byte("theme: {number: 3}\nmasks: []\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := Load(fstest.MapFS{"f.yaml": {Data: data}}); err == nil {
			b.Matches(b.Read("domain name a b", "en"))
		}
	})
}
