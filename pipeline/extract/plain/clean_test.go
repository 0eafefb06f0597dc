package plain

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus"
)

func TestClean(t *testing.T) {
	for name, tc := range map[string]struct{ raw, want string }{
		"bookmarks":            {"1. [bookmark: _Hlk207377899][bookmark: _Hlk2]Ruritania proposes", "1. Ruritania proposes"},
		"bookmark in a word":   {"Ruri[bookmark: _GoBack]tania", "Ruritania"},
		"brackets of authors":  {"the [open] network [...] [bookmark of trade] [1: one]", "the [open] network [...] [bookmark of trade] [1: one]"},
		"footnote dump":        {"as agreed[footnoteRef:1] [1: See [Res. 5], para 2.] before", "as agreed before"},
		"note without a mark":  {"as agreed[footnoteRef:1] [2: See Res. 5.] before", "as agreed [2: See Res. 5.] before"},
		"field error":          {"Document Error! Unknown document property name. of the group", "Document of the group"},
		"field error, French":  {"page Erreur\u00a0! Signet non défini.", "page"},
		"field error, Chinese": {"见错误！未定义书签。第三条", "见第三条"},
		"an author's error":    {"Error! The 22th meeting of GWG-Internet have been make", "Error! The 22th meeting of GWG-Internet have been make"},
		"signs survive":        {"States` “actors” – ‘x’…", "States` “actors” – ‘x’…"},
		"no width":             {"\ufeffa\u200bb\u200e c\u202dd\u2069", "ab cd"},
		"soft hyphens":         {"inter\u00adnet trust\u00ad-building", "internet trust-building"},
		"controls":             {"a\x00b\x02c\x1f \x7fd", "abc d"},
		"no-break spaces":      {"10\u00a0\u00a0000\u202fUSD\u3000x", "10 000 USD x"},
		"runs of spaces":       {"  a   b \n\n c  ", "a b c"},
		"tabs":                 {"II\t Proposals", "II\tProposals"},
		"line break":           {"the management of\r\n Internet resources", "the management of Internet resources"},
		"Chinese line break":   {"互联网公共\n政策", "互联网公共政策"},
		"Chinese and Latin":    {"关于\nCWG", "关于 CWG"},
		"soft hyphen at end":   {"coope\u00ad\nration", "cooperation"},
		"hyphen before name":   {"Director-\nGeneral", "Director-General"},
		"hyphen, unknown":      {"cross-\nborder", "cross-border"},
		"hyphen, known word":   {"coopera-\ntion means cooperation", "cooperation means cooperation"},
		"hyphen, known pair":   {"cross-\nborder and cross-border, crossborder", "cross-border and cross-border, crossborder"},
		"suspended hyphen":     {"short-\nand long-term", "short- and long-term"},
		"dash at end":          {"the group -\nits work", "the group - its work"},
		"address":              {"http://example.org/a/\nb", "http://example.org/a/b"},
		"ligatures":            {"con\ufb01dence, o\ufb03ce", "confidence, office"},
		"Arabic forms":         {"\ufee3\ufee6", "من"},
		"composition":          {"re\u0301solution", "résolution"},
		"composition, apart":   {"re\u200b\u0301solution", "résolution"},
		"empty":                {" \u200b\ufeff ", ""},
	} {
		text, anchors := Clean(tc.raw)
		if text != tc.want {
			t.Errorf("%s: got %q, want %q", name, text, tc.want)
		}
		checkAnchors(t, tc.raw, text, anchors)
	}
}

// checkAnchors asks package corpus whether the anchors hold, and that they are
// in order and cover every letter but those that were made.
func checkAnchors(t *testing.T, raw, text string, anchors []corpus.Anchor) {
	t.Helper()
	if text == "" {
		return
	}
	p := corpus.Passage{ID: "x", Text: text, Raw: raw, Anchors: anchors}
	if err := corpus.VerifyClaims([]corpus.Passage{p}, nil); err != nil {
		t.Errorf("%q: %v", raw, err)
	}
	at, from := 0, 0
	for _, a := range anchors {
		if a.Len <= 0 || a.Text < at || a.Raw < from {
			t.Errorf("%q: anchor %+v out of order", raw, a)
		}
		at, from = a.Text+a.Len, a.Raw+a.Len
	}
}

func TestCleanAnchorsLeadBack(t *testing.T) {
	raw := "1. [bookmark: _Hlk2]Ruritania  proposes\r\na plan"
	text, anchors := Clean(raw)
	if want := "1. Ruritania proposes a plan"; text != want {
		t.Fatalf("got %q, want %q", text, want)
	}
	p := corpus.Passage{Text: text, Raw: raw, Anchors: anchors}
	for quote, want := range map[string]string{"Ruritania": "Ruritania", "proposes a": "proposes\r\na", "Ruritania proposes": "Ruritania  proposes", "plan": "plan"} {
		i := indexOf(text, quote)
		from, to := p.RawSpan(i, i+len(quote))
		if got := raw[from:to]; got != want {
			t.Errorf("%q leads to %q, want %q", quote, got, want)
		}
	}
}

func indexOf(text, part string) int {
	for i := range text {
		if len(text)-i >= len(part) && text[i:i+len(part)] == part {
			return i
		}
	}
	return -1
}

func FuzzClean(f *testing.F) {
	f.Add("1. [bookmark: _Hlk2]Ruritania  pro\u00ad\nposes\ta[footnoteRef:1][1: n] re\u0301s\u200b Error! Bookmark not defined. \ufb01 cross-\r\nborder 中\n文")
	f.Add("[footnoteRef:1][1: [1: [1: ")
	f.Add("\xff\xfe[bookmark:\u0301")
	f.Fuzz(func(t *testing.T, raw string) {
		text, anchors := Clean(raw)
		checkAnchors(t, raw, text, anchors)
		if !norm.NFC.IsNormalString(text) {
			t.Errorf("%q is not NFC", text)
		}
		for i, r := range text {
			if invisible(r) && r != '\t' || r == ' ' && i > 0 && text[i-1] == ' ' {
				t.Errorf("%q has %q at %d", text, r, i)
			}
		}
	})
}
