package member

import (
	"testing"
	"unicode/utf8"
)

// FuzzNames holds the readers of names to what any text must give: mentions in
// order within the text, and sources with an ID.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Joint contribution by Brazil, Iran (Islamic Republic of) and Bosnia and Herzegovina", "وللأردن والكونغو",
		"刚果（金）、发展中国家", "Вклад Российской Федерации от имени РСС", "Hong Kong, China; ((Korea)) / \xff\xfe", "Ministry of A, B and C of Ch\u0301ile",
		"و و وووبالصين", "Того", "Report by the Chair", "\u0301\u200b(", "n\u0303", "US US US"} {
		f.Add(s)
	}
	r := Default()
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range r.Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || m.Source.ID == "" {
				t.Fatalf("mention %v in %q", m, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
				t.Fatalf("mention %v cuts a letter of %q", m, text)
			}
			end = m.End
		}
		seen := map[string]bool{}
		for _, s := range r.Split(text) {
			if s.ID == "" || s.Name == "" || s.Kind == "" || seen[s.ID] {
				t.Fatalf("source %v in %q", s, text)
			}
			seen[s.ID] = true
		}
		if s, ok := r.Resolve(text); ok {
			if known, found := r.Source(s.ID); !found || known != s {
				t.Fatalf("Resolve(%q) = %v, which is not in the registry", text, s)
			}
		}
	})
}

func FuzzExtend(f *testing.F) {
	for _, s := range []string{invented, "", "members: []", "members:\n  - {id: XRU, kind: member, names: {en: Ruritania}}\n",
		"members:\n- id: [", "? - ? - a", "&a [*a]", "members: {}", "members: !!str a", "'"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Default().Extend(data)
		if (r == nil) == (err == nil) {
			t.Fatalf("registry %v, error %v", r, err)
		}
	})
}
