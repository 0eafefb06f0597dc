package web

import (
	"net/url"
	"testing"
)

// TestTogglesWriteTheAddressesOfAsks: the addresses of a facet's values are
// those of the asks that they stand for.
func TestTogglesWriteTheAddressesOfAsks(t *testing.T) {
	for _, query := range []string{
		"", "q=internet+access", "q=a%26b&theme=3&theme=8&not-kind=procedural&sort=newest&page=4", "source=XRU&not-source=XFR&all=1&older=1",
		"meeting=CWG-Internet-30&language=en&language=fr&q=%D0%BC%D0%B8%D1%80",
	} {
		v, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		a := parseAsk(v)
		for _, name := range facetNames {
			for _, value := range []string{"3", "8", "XRU", "XFR", "procedural", "en", "Côte d'Ivoire & co"} {
				for _, as := range []struct{ only, not bool }{{true, false}, {false, true}, {false, false}} {
					got, want := a.toggles(name).path(value, as.only, as.not), a.with(name, value, as.only, as.not).address()
					if got != want {
						t.Errorf("%q, %s %s %+v: %s, want %s", query, name, value, as, got, want)
					}
				}
			}
		}
	}
}
