package member

import (
	"strings"
	"testing"

	"rapporteur/corpus"
)

const invented = `# Invented.
members:
  - id: XRU
    kind: member
    region: C
    names: {en: Ruritania, fr: Ruritanie, es: Ruritania, ru: Руритания, ar: روريتانيا, zh: 鲁里坦尼亚}
    formal: {en: Kingdom of Ruritania, ru: Королевство Руритания}
    adjectives: {en: [Ruritanian], ru: [руританский]}
    aliases: ["Ruritanian Empire", "=Rur"]
  - id: MTU
    kind: group
    names: {en: Meridian Telecommunication Union}
    aliases: [MTU]
`

func TestExtend(t *testing.T) {
	r, err := Default().Extend([]byte(invented))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ruritania", "Kingdom of Ruritania", "Ruritania (Kingdom of)", "Руритании", "Королевства Руритания",
		"the Ruritanian side", "руританской делегации", "XRU", "Rur", "鲁里坦尼亚"} {
		if s, ok := r.Resolve(name); !ok || s.ID != "XRU" {
			t.Errorf("Resolve(%q) = %v, want XRU", name, s)
		}
	}
	if got := ids(r, r.Split("Member States of the Meridian Telecommunication Union (MTU)")); got != "MTU" {
		t.Errorf("got %s", got)
	}
	if got := mentions(r, "Rur, Ruritania and Brazil"); got != "Ruritania=XRU Brazil=BRA" {
		t.Errorf("got %s", got)
	}
	if _, ok := Default().Source("XRU"); ok {
		t.Error("Extend changed the registry it extends")
	}
	if _, ok := Default().Resolve("Ruritania"); ok {
		t.Error("Extend changed the trie it extends")
	}
	if again, err := r.Extend(nil); err != nil || len(again.Entries("")) != len(r.Entries("")) {
		t.Errorf("an empty file: %v", err)
	}
}

func TestExtendRefuses(t *testing.T) {
	tests := map[string]struct{ yaml, want string }{
		"unknown key":    {"members:\n  - id: XRU\n    kind: member\n    nickname: R\n", "line 4"},
		"top key":        {"states: []\n", "line 1"},
		"broken":         {"members:\n  - id: [\n", "line"},
		"taken name":     {"members:\n  - {id: XRU, kind: member, names: {en: Ruritania}}\n  - {id: XSY, kind: member, names: {en: Brazil}}\n", `line 3: the name "Brazil" of XSY is already that of BRA`},
		"taken ID":       {"members:\n  - {id: RUS, kind: member, names: {en: Ruritania}}\n", `line 2: the code "RUS" of RUS is already that of RUS`},
		"twice":          {"members:\n  - {id: XRU, kind: member, names: {en: A-land}}\n  - {id: XRU, kind: member, names: {en: B-land}}\n", "line 3"},
		"kind":           {"members:\n  - id: XRU\n    kind: state\n    names: {en: Ruritania}\n", `line 2: kind "state" of XRU`},
		"no kind":        {"members:\n  - id: XRU\n    names: {en: Ruritania}\n", `line 2: kind ""`},
		"ID":             {"members:\n  - {id: xru, kind: member, names: {en: Ruritania}}\n", `line 2: id "xru"`},
		"group ID":       {"members:\n  - {id: m t u, kind: group, names: {en: Ruritania}}\n", `line 2: id "m t u"`},
		"region":         {"members:\n  - {id: XRU, kind: member, region: F, names: {en: Ruritania}}\n", `line 2: region "F"`},
		"no names":       {"members:\n  - {id: XRU, kind: member}\n", "line 2: XRU has no names"},
		"language":       {"members:\n  - {id: XRU, kind: member, names: {de: Ruritanien}}\n", `line 2: language "de"`},
		"no letters":     {"members:\n  - {id: XRU, kind: member, names: {en: '12'}}\n", `line 2: "12" of XRU`},
		"not an entry":   {"members:\n  - XRU\n", "line 2"},
		"anchors":        {"members: &a\n  - {id: XRU, kind: member, names: {en: Ruritania}}\n", "line 1"},
		"nested":         {strings.Repeat("[", 1000), "too deeply nested"},
		"nested dashes":  {strings.Repeat("- ", 1000) + "a", "too deeply nested"},
		"too large":      {strings.Repeat("# comment\n", maxFile/10+1), "larger than"},
		"not UTF-8":      {"members: \xff", "not UTF-8"},
		"several files":  {"members: []\n---\nmembers: []\n", "line 2"},
		"many aliases":   {"members:\n  - id: XRU\n    kind: member\n    names: {en: Ruritania}\n    aliases: [" + strings.Repeat("a,", maxAliases+1) + "]\n", "at most"},
		"a key repeated": {"members:\n  - id: XRU\n    id: XRV\n", "line 3"},
	}
	for name, c := range tests {
		_, err := Default().Extend([]byte(c.yaml))
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %q, want %q", name, err, c.want)
		}
		if corpus.ErrorCode(err) != corpus.CodeInvalid {
			t.Errorf("%s: code %q", name, corpus.ErrorCode(err))
		}
	}
}
