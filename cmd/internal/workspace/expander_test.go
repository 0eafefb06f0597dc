package workspace

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus/codebook"
)

func TestThemesOfQueries(t *testing.T) {
	e := expander{codebook.Default()}
	for _, test := range []struct{ text, want string }{
		{"spam", "6"},
		{"renforcement des capacités", "9"},
		{"垃圾邮件", "6"},
		{"digital divide", "10 8"},
		{"Availability", "8"},
		{"harmful use", "7"},
		{"fiabilité", "8"},
		{"management of domain names and addresses", "3"},
		{"spam from farms in the Ruritanian mountains", ""},
		{"the", ""},
		{"Internet", ""},
		{"Ruritania", ""},
		{"", ""},
	} {
		var got []string
		for _, r := range e.Themes(test.text) {
			if r.Share < themeShare || r.Share > 1000 {
				t.Errorf("%q: a share of %d", test.text, r.Share)
			}
			got = append(got, fmt.Sprint(int(r.Theme)))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q belongs to %q, want %q", test.text, got, test.want)
		}
	}
}
