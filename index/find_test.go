package index

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// sixLanguages is an index of a few passages whose hits can be told by hand.
func sixLanguages(t *testing.T) *Index {
	t.Helper()
	x := open(t, t.TempDir())
	entries := []Entry{
		passage("en1", "en", "The connectivity costs of developing countries are not the States' concern alone."),
		passage("en2", "en", "Connecting rural areas is expensive; WHO and the ITU agree on e-mail & <IPv6>."),
		passage("fr1", "fr", "Les coûts de l’accès à l’Internet dans les pays en développement"),
		passage("es1", "es", "El coste de la conectividad en los países en desarrollo"),
		passage("ru1", "ru", "Стоимость подключения к Интернету ещё высока для стран"),
		passage("ar1", "ar", "تخفيض تكاليف الاتصال بالإنترنت في البُلدان النامية"),
		passage("zh1", "zh", "发展中国家的互联网治理和连接成本问题"),
		passage("zh2", "zh", "互联的网络治理与IPv6"),
		passage("und1", "und", "kosten der Verbindung, costs"),
	}
	for i := range entries {
		entries[i].Themes = []corpus.Theme{corpus.Theme(1 + i%2), 10}
	}
	entries[1].Sources, entries[1].Meeting, entries[1].Date = []string{"XFR", "XRU"}, "CWG-Internet-21", "2024-11"
	entries[1].Symbol, entries[1].Ref = "CWG-Internet-21/4", "CWG-Internet-21/4-E"
	entries[2].Superseded = true
	entries[3].Process, entries[3].Acts = true, []corpus.Act{corpus.ActRequest}
	put(t, x, entries)
	return x
}

func TestSearchFinds(t *testing.T) {
	x := sixLanguages(t)
	tests := []struct{ text, want string }{
		{"costs", "en1 und1"},
		{"cost*", "en1 es1 und1"},
		{"connectivity costs", "en1"},
		{"the costs", "en1"},
		{"costs of the", "en1"},
		{"who", "en2"},
		{"the", "en1 en2"},
		{"not", "en1"},
		{"coûts OR couts", "fr1"},
		{"accès", "fr1"},
		{"l'accès", "fr1"},
		{"coste pais", "es1"},
		{"подключение", "ru1"},
		{"еще", "ru1"},
		{"الإنترنت", "ar1"},
		{"بلدان", "ar1"},
		{"互联网", "zh1"},
		{"互联", "zh1 zh2"},
		{"网", "zh1 zh2"},
		{"治理 ipv6", "zh2"},
		{"IPv6", "en2 zh2"},
		{"email", ""},
		{"e-mail", "en2"},
		{`"costs of developing"`, "en1"},
		{`"cost of developing"`, ""},
		{`"connect* cost*"`, "en1"},
		{`"country cost"~3`, "en1"},
		{`"country cost"~2`, ""},
		{"conectivity~", "en1"},
		{"connectividda~1", ""},
		{"conectividda~1", "es1"},
		{"-lang:en -lang:zh costs", "und1"},
		{"costs NOT kosten", "en1"},
		{"rural OR kosten", "en2 und1"},
		{"source:xfr", "en2"},
		{"theme:1 cost*", "en1 und1"},
		{"theme:process", "es1"},
		{"act:request,propose", "es1"},
		{"meeting:21", "en2"},
		{"date:..2025-01", "en2"},
		{"date:2025-09-12 lang:ru", "ru1"},
		{"symbol:CWG-Internet-21/4", "en2"},
		{`symbol:"WG-Internet 22/3 (Rev. 1)" lang:en`, "en1"},
		{"symbol:CWG-Internet-22/3 lang:en", "en1"},
		{"symbol:CWG-Internet-21*", "en2"},
		{"literal:e-mail & <IPv6>", "en2"},
		{"literal:Costs", ""},
		{"literal:costs of", "en1"},
	}
	for _, test := range tests {
		q := corpus.Query{Text: test.text, Superseded: strings.Contains("accès l'accès coûts OR couts", test.text)}
		r := ask(t, x, q)
		ids := strings.Fields(hitIDs(r))
		want := strings.Fields(test.want)
		if len(ids) != len(want) || r.Total != len(want) {
			t.Errorf("%s found %v, want %v", test.text, ids, want)
			continue
		}
		for _, w := range want {
			if !strings.Contains(" "+hitIDs(r)+" ", " "+w+" ") {
				t.Errorf("%s found %v, want %v", test.text, ids, want)
			}
		}
	}
}

func TestSearchFiltersAndCounts(t *testing.T) {
	x := sixLanguages(t)
	r := ask(t, x, corpus.Query{})
	if r.Total != 8 || r.Query != "" {
		t.Errorf("everything is %d passages, query %q", r.Total, r.Query)
	}
	want := map[string][]corpus.FacetCount{
		"theme":    {{ID: "10", Count: 8}, {ID: "1", Count: 4}, {ID: "2", Count: 4}},
		"source":   {{ID: "XRU", Count: 8}, {ID: "XFR", Count: 1}},
		"group":    {},
		"meeting":  {{ID: "CWG-Internet-22", Count: 7}, {ID: "CWG-Internet-21", Count: 1}},
		"kind":     {{ID: "proposal", Count: 8}},
		"language": {{ID: "en", Count: 2}, {ID: "zh", Count: 2}, {ID: "ar", Count: 1}, {ID: "es", Count: 1}, {ID: "ru", Count: 1}, {ID: "und", Count: 1}},
		"act":      {{ID: "request", Count: 1}},
		"region":   {},
		"status":   {{ID: "tagged", Count: 8}},
	}
	if !reflect.DeepEqual(r.Facets, want) {
		t.Errorf("facets are %v, want %v", r.Facets, want)
	}
	for _, test := range []struct {
		q    corpus.Query
		want int
	}{
		{corpus.Query{Superseded: true}, 9},
		{corpus.Query{Themes: []corpus.Theme{1, 2}}, 8},
		{corpus.Query{Themes: []corpus.Theme{2}, Sources: []string{"XFR"}}, 1},
		{corpus.Query{Themes: []corpus.Theme{1}, Sources: []string{"XFR"}}, 0},
		{corpus.Query{Meetings: []string{"CWG-Internet-21", "CWG-Internet-22"}}, 8},
		{corpus.Query{Kinds: []corpus.Kind{corpus.KindGap}}, 0},
		{corpus.Query{Language: "zh", Text: "治理"}, 2},
		{corpus.Query{Groups: []string{"RCC"}}, 0},
	} {
		if r := ask(t, x, test.q); r.Total != test.want {
			t.Errorf("%+v found %d, want %d", test.q, r.Total, test.want)
		}
	}
}

func TestHitsSayWhereTheyStand(t *testing.T) {
	x := sixLanguages(t)
	r := ask(t, x, corpus.Query{Text: "rural"})
	if len(r.Hits) != 1 {
		t.Fatalf("hits are %v", r.Hits)
	}
	h := r.Hits[0]
	if h.Score <= 0 {
		t.Errorf("score is %v", h.Score)
	}
	h.Score, h.Fragments = 0, nil
	want := corpus.Hit{
		ID: "en2", Symbol: "CWG-Internet-21/4", Sources: []string{"XFR", "XRU"}, Meeting: "CWG-Internet-21", Date: "2024-11",
		Language: "en", Themes: []corpus.Theme{2, 10}, Kind: corpus.KindProposal,
		Text: "Connecting rural areas is expensive; WHO and the ITU agree on e-mail & <IPv6>.",
	}
	if !reflect.DeepEqual(h, want) {
		t.Errorf("hit is %+v, want %+v", h, want)
	}
}
