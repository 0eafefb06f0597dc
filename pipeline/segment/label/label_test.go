package label

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseSure(t *testing.T) {
	for text, want := range map[string]string{
		"1. The group meets":            "1|The group meets",
		"1.\tThe group meets":           "1|The group meets",
		"1.1.On behalf of Freedonia":    "1.1|On behalf of Freedonia",
		"1.1.\tOn behalf":               "1.1|On behalf",
		" II\tProposals":                "II|Proposals",
		"II\u00a0\tProposals":           "II|Proposals",
		"IV. Conclusions":               "IV|Conclusions",
		"I. Scope of work":              "I|Scope of work",
		"I Introduction":                "I|Introduction",
		"(a) ports":                     "a|ports",
		"a) ports":                      "a|ports",
		"(ii) ports":                    "ii|ports",
		"12\tText of it":                "12|Text of it",
		"3 Proposals":                   "3|Proposals",
		"2Proposals":                    "2|Proposals",
		"§ 4 Ports are open":            "§4|Ports are open",
		"1) ports":                      "1|ports",
		"(12) ports":                    "12|ports",
		"а) порты":                      "а|порты",
		"б) порты":                      "б|порты",
		"1- الموانئ مفتوحة":             "1|الموانئ مفتوحة",
		"١- الموانئ":                    "١|الموانئ",
		"أ ) الموانئ":                   "أ|الموانئ",
		"(ب) الموانئ":                   "ب|الموانئ",
		"أولاً: الموانئ":                "أولاً|الموانئ",
		"一、港口":                          "一|港口",
		"（一）港口":                         "一|港口",
		"1、港口":                          "1|港口",
		"第三条 港口":                        "第三条|港口",
		"十二、港口":                         "十二|港口",
		"1 引言":                          "1|引言",
		"A) Scope":                      "A|Scope",
		"1 مقدمة":                       "1|مقدمة",
		"2 Обсуждение":                  "2|Обсуждение",
		"XIV.\tMiscellaneous":           "XIV|Miscellaneous",
		"3.2 ":                          "",
		"2025 was a good year":          "",
		"2025. Then came more":          "",
		"5 million users":               "",
		"3.5 million users":             "",
		"12% of users":                  "",
		"14 January 2026 was cold":      "",
		"29 October – 16 November 2018": "",
		"5-7 May 2025 in Geneva":        "",
		"10-15 States spoke":            "",
		"12.09.2025 saw the end":        "",
		"2018年3月19日开会":                  "",
		"22个国家发言":                       "",
		"第三条规定":                         "",
		"第140号决议":                       "",
		"3GPP standards":                "",
		"5G networks":                   "",
		"(c) 2025 Freedonia":            "",
		"I think that ports":            "",
		"IXPs are good":                 "",
		"a. m. we met":                  "",
		"(7 March 2014)":                "",
		"(2014). The need":              "",
		"":                              "",
		"1.":                            "",
		"2.4 GHz Wi-Fi":                 "",
		"17 يوليو 2018 كان":             "",
	} {
		l := Parse(text)
		got := ""
		if l.sure && !l.None() {
			got = l.Text + "|" + text[l.Length:]
		}
		if got != want {
			t.Errorf("Parse(%q) = %q, want %q (%+v)", text, got, want, l)
		}
	}
}

func TestBullets(t *testing.T) {
	for text, want := range map[string]string{
		"·  Ports;": "Ports;", "• Ports": "Ports", "- ports": "ports", "– Ports": "Ports", "* Ports": "Ports", "·  … ": "… ", "\uf0b7\tPorts": "Ports",
		"o\tPorts": "Ports", "-5 degrees": "", "* * *": "", "-": "", "•": "", "o puertos": "", "...": "",
	} {
		l := Parse(text)
		got := ""
		if l.Bullet {
			got = text[l.Length:]
		}
		if got != want {
			t.Errorf("Parse(%q) leaves %q, want %q", text, got, want)
		}
	}
}

func TestPrinted(t *testing.T) {
	for in, want := range map[string]string{
		"1.": "1", "a)": "a", "(iii)": "iii", "II": "II", "1.1.": "1.1", "•": "", "Article 3": "Article 3", "一、": "一", "أ)": "أ", "-": "", "": "", "ІІ.": "ІІ",
	} {
		if got := Printed(in).Text; got != want {
			t.Errorf("Printed(%q) = %q, want %q", in, got, want)
		}
	}
	if l := Printed("•"); !l.Bullet {
		t.Error("a bullet is no bullet")
	}
}

// scan gives the labels that survive, joined by spaces; "-" for none.
func scan(texts ...string) string {
	var c []Label
	for _, s := range texts {
		c = append(c, Parse(s))
	}
	var out []string
	for _, l := range Scan(c) {
		if l.None() {
			l.Text = "-"
		}
		out = append(out, l.Text)
	}
	return strings.Join(out, " ")
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []string
		want string
	}{
		{"bare numbers in a row", []string{"1 Openness of ports", "words", "2 Freedom of ports"}, "1 - 2"},
		{"a bare quantity", []string{"1. Ports", "12 States spoke"}, "1 -"},
		{"glued heads", []string{"1Report by the Chair", "words", "2Report by the Bureau"}, "1 - 2"},
		{"a lone glued head", []string{"2Report by the Bureau"}, "-"},
		{"letters with full stops", []string{"a. ports", "b. piers"}, "a b"},
		{"initials", []string{"A. Smith spoke"}, "-"},
		{"h then i", []string{"(h) ports", "(i) piers", "(j) docks"}, "h i j"},
		{"Roman i", []string{"(i) ports", "(ii) piers"}, "i ii"},
		{"dotted", []string{"3. Ports", "3.1 Piers and docks", "3.2 Ships"}, "3 3.1 3.2"},
		{"a dotted quantity", []string{"3. Ports", "7.5 Gbit links"}, "3 -"},
		{"dashes in a row", []string{"1 - Freedom", "2 - Openness"}, "1 2"},
		{"Roman with one space", []string{"I Ports of call", "words", "II Piers"}, "I - II"},
		{"glued Roman numbers", []string{"i.Ports", "ii.Piers", "iii. Docks"}, "i ii iii"},
		{"i.e.", []string{"i.e. ports"}, "-"},
		{"the pronoun", []string{"I Think Therefore", "words"}, "- -"},
		{"H. then I.", strings.Split("A. Ports|B. Piers|C. Docks|D. Ships|E. Quays|F. Masts|G. Sails|H. Ropes|I. Decks|J. Hulls", "|"), "A B C D E F G H I J"},
	} {
		if got := scan(c.in...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// compose reads lines: "# " opens a heading, "## " a part by its words.
func compose(lines ...string) string {
	var c []Label
	for _, s := range lines {
		c = append(c, Parse(strings.TrimLeft(s, "# ")))
	}
	var entries []Entry
	for i, l := range Scan(c) {
		entries = append(entries, Entry{Label: l, Heading: strings.HasPrefix(lines[i], "#"), Top: strings.HasPrefix(lines[i], "##")})
	}
	var out []string
	for _, l := range Compose(entries) {
		if l == "" {
			l = "-"
		}
		out = append(out, l)
	}
	return strings.Join(out, " ")
}

func TestCompose(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []string
		want string
	}{
		{"restart in the last section", []string{"# I\tIntroduction", "words", "# II\tProposals", "1. We propose", "2. We ask"}, "I - II II.1 II.2"},
		{"restart in each", []string{"# I\tIntroduction", "1. words", "# II\tProposals", "1. We propose"}, "I I.1 II II.1"},
		{"one count through sections", []string{"# I\tIntroduction", "1. words", "2. words", "# II\tProposals", "3. We propose", "(a) this"}, "I 1 2 II 3 3.a"},
		{"a label with its parent", []string{"# 1\tIntroduction", "1.1\tWords", "1.2\tWords", "# 2\tProposals", "2.1\tWords"}, "1 1.1 1.2 2 2.1"},
		{"sub-items", []string{"3. We propose", "(a) this", "(i) here", "(ii) there", "(b) that", "4. We ask"}, "3 3.a 3.a.i 3.a.ii 3.b 4"},
		{"letters in a section", []string{"# II\tProposals", "(a) this", "(b) that"}, "II II.a II.b"},
		{"no section label", []string{"# Proposals", "1. this", "2. that"}, "- 1 2"},
		{"a part by its words closes all", []string{"# II\tProposals", "1. this", "## Annex", "1. that"}, "II II.1 - 1"},
		{"a subheading without label", []string{"# II\tProposals", "# On ports", "1. this"}, "II - II.1"},
		{"a bullet has none", []string{"3. We propose", "• this", "(a) that"}, "3 - 3.a"},
		{"numbered paragraphs after a numbered heading", []string{"# 1 Introduction", "2 Words here", "3 Words there"}, "1 2 3"},
		{"capitals open parts", []string{"# II\tWork", "1. this", "A. Ports", "1. that", "B. Piers", "1. more"}, "II II.1 II.A II.A.1 II.B II.B.1"},
		{"Chinese", []string{"# 一、引言", "（一）港口", "（二）码头", "# 二、提案", "1、港口"}, "一 一.一 一.二 二 二.1"},
		{"dotted below Roman, again", []string{"# I\tIntroduction", "1.1.\tWords", "# II\tProposals", "1.1.\tWords"}, "I I.1.1 II II.1.1"},
		{"dotted below Roman, once", []string{"# I\tIntroduction", "1.1.\tWords", "# II\tProposals", "2.1.\tWords"}, "I 1.1 II 2.1"},
	} {
		if got := compose(c.in...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1. Words", "II\tWords", "（一）词", "· x", "أ ) x", "1.1.X", "§ 4 x", "\xff1. x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := Parse(s)
		if l.Length < 0 || l.Length > len(s) {
			t.Fatalf("length %d of %d", l.Length, len(s))
		}
		if utf8.ValidString(s) && (!utf8.ValidString(l.Text) || !utf8.ValidString(s[l.Length:])) {
			t.Fatalf("cuts a rune: %+v", l)
		}
		if !l.None() && strings.TrimSpace(s[l.Length:]) == "" {
			t.Fatalf("nothing left: %+v", l)
		}
		Compose([]Entry{{Label: Printed(s)}, {Label: l, Heading: true}, {Label: l}})
	})
}
