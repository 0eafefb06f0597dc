package member

import "testing"

func TestNearest(t *testing.T) {
	for name, want := range map[string]string{
		"Norwya":             "Norway",
		"Germny":             "Germany",
		"Russian Federatoin": "Russian Federation",
		"Kazakstan":          "Kazakhstan",
		"Чилли":              "Чили",
		"New Zeeland":        "New Zealand",
		"Acme Broadcasting":  "",
		"Nigera":             "", // Niger and Nigeria are equally near
		"xy":                 "",
	} {
		if got := Default().Nearest(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
