package query

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur/corpus"
)

func TestParse(t *testing.T) {
	tests := []struct {
		text string
		want Node
	}{
		{"", All{}},
		{"  \n ", All{}},
		{"*", All{}},
		{"costs", Word{"costs"}},
		{"costs connectivity", And{[]Node{Word{"costs"}, Word{"connectivity"}}}},
		{"costs AND connectivity", And{[]Node{Word{"costs"}, Word{"connectivity"}}}},
		{"a and b or c", And{[]Node{Word{"a"}, Word{"and"}, Word{"b"}, Word{"or"}, Word{"c"}}}},
		{"a b OR c", Or{[]Node{And{[]Node{Word{"a"}, Word{"b"}}}, Word{"c"}}}},
		{"a (b OR c)", And{[]Node{Word{"a"}, Or{[]Node{Word{"b"}, Word{"c"}}}}}},
		{"a (b c)", And{[]Node{Word{"a"}, Word{"b"}, Word{"c"}}}},
		{"a -b", And{[]Node{Word{"a"}, Not{Word{"b"}}}}},
		{"a NOT b", And{[]Node{Word{"a"}, Not{Word{"b"}}}}},
		{"a AND NOT (b OR c)", And{[]Node{Word{"a"}, Not{Or{[]Node{Word{"b"}, Word{"c"}}}}}}},
		{"--a", Not{Not{Word{"a"}}}},
		{"a - b & c —", And{[]Node{Word{"a"}, Word{"b"}, Word{"c"}}}},
		{"e-mail", Word{"e-mail"}},
		{"connect*", Prefix{"connect"}},
		{"conectivity~", Fuzzy{"conectivity", 1}},
		{"conectivity~2", Fuzzy{"conectivity", 2}},
		{`"connectivity  costs"`, Phrase{"connectivity costs"}},
		{`« coût de la connectivité »`, Phrase{"coût de la connectivité"}},
		{`“connectivity cost*”`, Phrase{"connectivity cost*"}},
		{`"costs rural"~8`, Near{"costs rural", 8}},
		{"source:RUS,CHN", Field{"source", []string{"RUS", "CHN"}}},
		{`source:"Ruritania, Kingdom of"`, Field{"source", []string{"Ruritania, Kingdom of"}}},
		{"symbol:CWG-Internet-22/3(Rev.1)", Field{"symbol", []string{"CWG-Internet-22/3(Rev.1)"}}},
		{"(symbol:C25/3)", Field{"symbol", []string{"C25/3"}}},
		{"theme:3 theme:process", And{[]Node{Field{"theme", []string{"3"}}, Field{"theme", []string{"process"}}}}},
		{"Kind:Proposal", Field{"kind", []string{"proposal"}}},
		{"language:fr", Field{"lang", []string{"fr"}}},
		{"date:2025", Dates{"2025", "2025"}},
		{"date:2025-01..2025-09", Dates{"2025-01", "2025-09"}},
		{"date:..2025-09-12", Dates{"", "2025-09-12"}},
		{"-lang:fr", Not{Field{"lang", []string{"fr"}}}},
		{"12:30 Note: https://itu.int/x", And{[]Node{Word{"12:30"}, Word{"Note:"}, Word{"https://itu.int/x"}}}},
		{"literal: a (b) OR \"c\" ", Literal{"a (b) OR \"c\""}},
		{"互联网治理 OR Интернет", Or{[]Node{Word{"互联网治理"}, Word{"Интернет"}}}},
	}
	for _, test := range tests {
		got, err := Parse(test.text)
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("Parse(%q) = %#v, %v; want %#v", test.text, got, err, test.want)
			continue
		}
		again, err := Parse(got.String())
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q prints as %q, which reads as %#v, %v", test.text, got, again, err)
		}
	}
}

func TestParseErrorsPointAtTheCharacter(t *testing.T) {
	tests := []struct{ text, want string }{
		{"a AND (b", "query, character 7: \"(\" is never closed: add \")\"\n  a AND (b\n        ^"},
		{"a) b", "character 2: \")\" closes nothing"},
		{"OR a", "character 1: OR needs a word"},
		{"a OR", "character 5: OR needs a word"},
		{"a OR OR b", "character 5: OR needs a word"},
		{"a AND", "character 3: AND needs a word"},
		{"AND a", "character 1: AND needs a word"},
		{"a NOT", "character 3: NOT needs a word"},
		{`say "costs`, "character 5: the quotation mark is never closed"},
		{"été kind:foo", "character 10: kind \"foo\" is not known: use challenge, gap"},
		{"theme:13", "character 7: theme \"13\" is not known: use a number from 1 to 12"},
		{"theme:03", "character 7"},
		{"kind:gap,propsal", "character 10: kind \"propsal\" is not known: did you mean \"proposal\"? Otherwise use challenge"},
		{"region:f", "character 8: region \"f\" is not known: use a, b, c"},
		{"foo:bar", "character 1: there is no field \"foo\": use one of source"},
		{"a literal:b", "character 3: literal: must be the first"},
		{"literal: ...", "literal: needs text"},
		{"date:2025-1", "character 6: date \"2025-1\" is not understood"},
		{"date:..", "character 6"},
		{"date:2025,2026", "character 6: date takes one"},
		{"source:RUS,", "character 12: a value is missing"},
		{"symbol:C25/3(Rev.1", "character 8: \"(\" is never closed"},
		{"co*st", "character 3: a * can stand only at the end"},
		{`"co*st x"`, "character 1: a * can stand only at the end"},
		{"-*x", "character 2: a * can stand only at the end"},
		{"--*", ""},
		{"cost~3", "character 5: a word may differ in 1 or 2 letters: write cost~1"},
		{"e-mail~1", "character 1: a ~ needs one word"},
		{`"a b"~`, "character 6: the distance of 2 words is a number from 1"},
		{`"a b c"~1`, "character 8: the distance of 3 words is a number from 2"},
		{`"a"~3`, "character 1: a distance needs two words"},
		{`"a b*"~3`, "character 1: a * cannot stand"},
		{"???", "there is no word to search for"},
		{"()", "there is no word to search for"},
		{strings.Repeat("(", 50) + "a" + strings.Repeat(")", 50), "more than 40 groups"},
		{strings.Repeat("-", 500) + "a", "more than 40 groups"},
		{strings.Repeat("a ", 300), "more than 200 words"},
		{strings.Repeat("a", 9000), "9000 bytes are too many"},
	}
	for _, test := range tests {
		_, err := Parse(test.text)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("Parse(%q): %v", test.text, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("Parse(%.40q) = %v; want %q", test.text, err, test.want)
		case err != nil && corpus.ErrorCode(err) != corpus.CodeUsage:
			t.Errorf("Parse(%.40q) has code %s", test.text, corpus.ErrorCode(err))
		}
	}
}

func TestDatesContain(t *testing.T) {
	tests := []struct {
		from, to, date string
		want           bool
	}{
		{"2025", "2025", "2025-09-12", true},
		{"2025-01", "2025-09", "2025-09-30", true},
		{"2025-01", "2025-09", "2025-10-01", false},
		{"2025-01", "2025-09", "2024-12-31", false},
		{"2025-09-12", "", "2025-09-12", true},
		{"2025-09-13", "", "2025-09-12", false},
		{"", "2025-09", "2025-09", true},
		{"2025-03", "2025-09", "2025", true},
		{"", "2025", "", false},
	}
	for _, test := range tests {
		if got := (Dates{test.from, test.to}).Contains(test.date); got != test.want {
			t.Errorf("%s..%s contains %s: %v", test.from, test.to, test.date, got)
		}
	}
}

// twoSources is a vocabulary.
type twoSources struct{}

func (twoSources) Value(field, v string) (string, string, bool) {
	if field != "source" || v == "XRU" {
		return v, "", true
	}
	if v == "Ruritania" {
		return "XRU", "", true
	}
	return "", ": did you mean XRU?", false
}

func TestAVocabularyChecksValues(t *testing.T) {
	n, err := ParseWith(`costs source:XRU,"Ruritania" lang:xx`, twoSources{})
	if err != nil || n.String() != "costs source:XRU,XRU lang:xx" {
		t.Errorf("read as %v, %v", n, err)
	}
	_, err = ParseWith("costs -source:XRU,XUR", twoSources{})
	if err == nil || !strings.HasPrefix(err.Error(), "query, character 19: source \"XUR\" is not known: did you mean XRU?") {
		t.Errorf("an unknown source: %v", err)
	}
	if _, err := ParseWith("source:XF*", twoSources{}); err != nil {
		t.Errorf("a beginning: %v", err)
	}
}

func TestNearest(t *testing.T) {
	for _, test := range []struct{ v, want string }{
		{"propsal", "proposal"}, {"PROPOSAL", "proposal"}, {"chal", "challenge"}, {"gpa", "gap"}, {"positoin", "position"},
		{"xylophone", ""}, {"g", ""}, {"", ""}, {strings.Repeat("proposal", 1000), ""},
	} {
		if got := Nearest(test.v, []string{"challenge", "gap", "proposal", "position"}); got != test.want {
			t.Errorf("Nearest(%.20q) = %q, want %q", test.v, got, test.want)
		}
	}
}

// FuzzParse holds that whatever is read prints as what reads to the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`a AND ("b c"~3 OR -d*) NOT e~2`, "source:X,\"y z\" date:2025..", "literal:x", "互联 (", "“a»*", "--a:(b", "a\x00b\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, err := Parse(text)
		if err != nil {
			if corpus.ErrorCode(err) != corpus.CodeUsage {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		again, err := Parse(n.String())
		if err != nil && len(n.String()) <= MaxBytes || err == nil && !reflect.DeepEqual(again, n) {
			t.Fatalf("%q reads as %#v, prints as %q, which reads as %#v, %v", text, n, n, again, err)
		}
	})
}
