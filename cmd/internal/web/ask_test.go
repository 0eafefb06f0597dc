package web

import (
	"net/url"
	"strings"
	"testing"
)

func TestAddressesKeepWhatIsAsked(t *testing.T) {
	for _, c := range []struct{ in, out, text string }{
		{"", "/search", ""},
		{"q=a+b&theme=3&theme=2&theme=3", "/search?q=a+b&theme=3&theme=2", "a b"},
		{"q=%20a%20&page=1&unknown=x", "/search?q=a", "a"},
		{"q=a&not-source=XFR&all=1&older=1&sort=date&page=3", "/search?all=1&not-source=XFR&older=1&page=3&q=a&sort=date", "(a) -source:XFR"},
		{"q=a&all=1&concept=1", "/search?all=1&concept=1&q=a", "a"},
		{"q=a&concept=1", "/search?q=a", "a"},
		{"q=a&sort=colour&page=-2&all=yes", "/search?q=a", "a"},
		{"language=en&language=fr", "/search?language=en&language=fr", "lang:en,fr"},
		{"not-meeting=WTPF+13&not-language=ru", "/search?not-language=ru&not-meeting=WTPF+13", `-meeting:"WTPF 13" -lang:ru`},
	} {
		v, err := url.ParseQuery(c.in)
		if err != nil {
			t.Fatal(err)
		}
		a := parseAsk(v)
		if got := a.address(); got != c.out {
			t.Errorf("%s leads to %s, want %s", c.in, got, c.out)
		}
		q, err := a.query()
		if err != nil || q.Text != c.text {
			t.Errorf("%s asks for %q (%v), want %q", c.in, q.Text, err, c.text)
		}
	}
}

// FuzzAsk: whatever the address, it is understood once and for all.
func FuzzAsk(f *testing.F) {
	for _, seed := range []string{"q=a&theme=3&not-source=X", "page=99999999999", "q=%ff&sort=date", strings.Repeat("source=a&", 60)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		v, _ := url.ParseQuery(raw)
		once := parseAsk(v).address()
		u, err := url.Parse(once)
		if err != nil {
			t.Fatalf("%q gives the address %q: %v", raw, once, err)
		}
		if twice := parseAsk(u.Query()).address(); twice != once {
			t.Errorf("%q gives %q, and that gives %q", raw, once, twice)
		}
		_, _ = parseAsk(v).query()
	})
}

func TestPassageAddresses(t *testing.T) {
	for id, want := range map[string]string{
		"CWG-Internet-22/3(Rev.1)#II.1": "/submission/CWG-Internet-22/3%28Rev.1%29?at=II.1#at-II.1",
		"C25/4#p 7":                     "/submission/C25/4?at=p+7#at-p_7",
		"M/src-1a?b#3":                  "/submission/M/src-1a%3Fb?at=3#at-3",
	} {
		got := passagePath(id)
		u, err := url.Parse(got)
		w, _ := url.Parse(want)
		if err != nil || u.Path != w.Path || u.RawQuery != w.RawQuery || u.Fragment != w.Fragment {
			t.Errorf("%s stands at %s, want %s", id, got, want)
		}
	}
}
