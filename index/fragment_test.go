package index

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"rapporteur/corpus"
)

func TestFragments(t *testing.T) {
	x := sixLanguages(t)
	tests := []struct{ text, id, want string }{
		{"connecting ipv6", "en2", "<mark>Connecting</mark> rural areas is expensive; WHO and the ITU agree on e-mail &amp; &lt;<mark>IPv6</mark>&gt;."},
		{"the costs", "en1", "The connectivity <mark>costs</mark> of developing countries are not the States&#39; concern alone."},
		{`"connectivity costs" state -foo`, "en1", "The <mark>connectivity costs</mark> of developing countries are not the <mark>States</mark>&#39; concern alone."},
		{`"country cost"~3`, "en1", "The connectivity <mark>costs</mark> of developing <mark>countries</mark> are not the States&#39; concern alone."},
		{"互联网治理", "zh1", "发展中国家的<mark>互联网治理</mark>和连接成本问题"},
		{"网", "zh1", "发展中国家的互联<mark>网</mark>治理和连接成本问题"},
		{"إنترنت بلدان", "ar1", "تخفيض تكاليف الاتصال <mark>بالإنترنت</mark> في <mark>البُلدان</mark> النامية"},
		{"интернет высокий", "ru1", "Стоимость подключения к <mark>Интернету</mark> ещё <mark>высока</mark> для стран"},
		{"literal:e-mail &", "en2", "Connecting rural areas is expensive; WHO and the ITU agree on <mark>e-mail &amp;</mark> &lt;IPv6&gt;."},
		{"source:XFR", "en2", "Connecting rural areas is expensive; WHO and the ITU agree on e-mail &amp; &lt;IPv6&gt;."},
	}
	for _, test := range tests {
		found := false
		for _, h := range ask(t, x, corpus.Query{Text: test.text}).Hits {
			if h.ID == test.id {
				found = true
				if got := strings.Join(h.Fragments, "|"); got != test.want {
					t.Errorf("%s marks\n%s, want\n%s", test.text, got, test.want)
				}
			}
		}
		if !found {
			t.Errorf("%s did not find %s", test.text, test.id)
		}
	}
}

func TestLongTextsGiveWindows(t *testing.T) {
	x := open(t, t.TempDir())
	filler := strings.Repeat("Words of no account stand here. ", 20)
	put(t, x, []Entry{
		passage("en", "en", filler+"A gateway is asked for. "+filler+"Two gateways and a gateway. "+filler+"No gateway. "+filler+"The last gateway."),
		passage("zh", "zh", strings.Repeat("这里没有内容。", 60)+"互联网治理"+strings.Repeat("这里没有内容。", 60)),
	})
	h := ask(t, x, corpus.Query{Text: "gateway"}).Hits[0]
	if len(h.Fragments) != maxFragments {
		t.Fatalf("fragments are %q", h.Fragments)
	}
	for _, f := range h.Fragments {
		plain := strings.NewReplacer("<mark>", "", "</mark>", "", cutMark, "").Replace(f)
		if !strings.Contains(h.Text, plain) || len(plain) > fragmentRunes || len(plain) < fragmentRunes/2 {
			t.Errorf("fragment %q of %d bytes is no window of the text", f, len(plain))
		}
		if !strings.Contains(f, "<mark>") || !strings.HasPrefix(f, cutMark) {
			t.Errorf("fragment %q", f)
		}
	}
	if !strings.Contains(h.Fragments[1], "Two <mark>gateways</mark> and a <mark>gateway</mark>") {
		t.Errorf("the window with two marks is not there: %q", h.Fragments)
	}
	f := ask(t, x, corpus.Query{Text: "互联网"}).Hits[0].Fragments
	if len(f) != 1 || !strings.Contains(f[0], "。<mark>互联网</mark>治理") {
		t.Errorf("Chinese fragments are %q", f)
	}
	if f := ask(t, x, corpus.Query{Text: "lang:en"}).Hits[0].Fragments; len(f) != 1 || !strings.HasPrefix(f[0], "Words of") {
		t.Errorf("without words to mark the fragments are %q", f)
	}
}

// concepts is an expander with a list.
type concepts map[string][]string

func (c concepts) Expand(text string) []Phrase { return phrasesOf(c[strings.ToLower(text)]) }

// phrasesOf are phrases of languages that are not known.
func phrasesOf(texts []string) []Phrase {
	var out []Phrase
	for _, text := range texts {
		out = append(out, Phrase{Text: text})
	}
	return out
}

func (c concepts) Themes(string) []Related { return nil }

func (c concepts) Concepts(text, _ string) [][]Phrase {
	var out [][]Phrase
	for _, key := range slices.Sorted(maps.Keys(c)) {
		if strings.Contains(strings.ToLower(text), key) {
			out = append(out, phrasesOf(c[key]))
		}
	}
	return out
}

func TestAllLanguagesWidensConcepts(t *testing.T) {
	x := sixLanguages(t)
	x.SetExpander(concepts{
		"connectivity costs":   {"coste de la conectividad", "连接成本", "стоимость подключения", "تكلفة الاتصال"},
		"developing countries": {"países en desarrollo", "发展中国家"},
		"internet":             {"интернет"},
	})
	for _, test := range []struct{ text, want string }{
		{"connectivity costs", "en1 es1 ru1 zh1"},
		{`"connectivity costs"`, "en1 es1 ru1 zh1"},
		{"connectivity costs developing countries", "en1 es1 zh1"},
		{"connectivity costs -lang:es", "en1 ru1 zh1"},
		{"-internet lang:ru", ""},
		{"internet", "ru1"},
	} {
		got := map[string]bool{}
		r := ask(t, x, corpus.Query{Text: test.text, AllLanguages: true})
		for _, h := range r.Hits {
			got[h.ID] = true
		}
		want := map[string]bool{}
		for _, id := range strings.Fields(test.want) {
			want[id] = true
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s found %v, want %v", test.text, got, want)
		}
		if r.Query != test.text {
			t.Errorf("%s is printed as %s", test.text, r.Query)
		}
	}
	if r := ask(t, x, corpus.Query{Text: "connectivity costs"}); hitIDs(r) != "en1" {
		t.Errorf("in its own language the query found %s", hitIDs(r))
	}
}

func TestSearchWhileWriting(t *testing.T) {
	x := open(t, t.TempDir())
	r := newRand()
	var wait sync.WaitGroup
	done := make(chan struct{})
	for range 2 {
		wait.Go(func() {
			last := 0
			for {
				found, err := x.Search(context.Background(), corpus.Query{Text: "costs OR -costs", Superseded: true})
				if err != nil || found.Total < last {
					t.Errorf("the search found %d after %d, %v", found.Total, last, err)
					return
				}
				last = found.Total
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for n := range 12 {
		var batch []Entry
		for i := range 60 {
			batch = append(batch, sampleEntry(r, 60*n+i))
		}
		put(t, x, batch)
		id := batch[0].Passage.ID
		e := passage(id, "en", fmt.Sprintf("fresh%d", n))
		put(t, x, []Entry{e})
		if got := hitIDs(ask(t, x, corpus.Query{Text: fmt.Sprintf("fresh%d", n)})); got != id {
			t.Errorf("what was just written is not found: %q", got)
		}
	}
	close(done)
	wait.Wait()
}
