package words

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
)

func folds(text string) string {
	var out []string
	for _, t := range Tokens(text) {
		out = append(out, t.Fold)
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"The Costs, of IPv6!", "the costs of ipv6"},
		{"L’accès à l'Internet", "l acces a l internet"},
		{"e-mail know_how 22/3(Rev.1)", "e mail know how 22 3 rev 1"},
		{"gover\u00adnance", "governance"},
		{"e\u0301conomie", "economie"},
		{"oﬃce œuvre Straße", "office oeuvre strasse"},
		{"Ещё учёт йод", "еще учет йод"},
		{"الإنترنت شَبَكَة أمــن على", "الانترنت شبكه امن علي"},
		{"互联网IPv6治理", "互 联 网 ipv6 治 理"},
		{"ＩＴＵ ２０２５", "itu 2025"},
		{"٢٠٢٥", "2025"},
		{"\u0301 a\xffb", "a b"},
		{"İstanbul", "istanbul"},
	}
	for _, test := range tests {
		if got := folds(test.text); got != test.want {
			t.Errorf("%q is cut to %q, want %q", test.text, got, test.want)
		}
	}
}

func TestStem(t *testing.T) {
	same := []struct{ language, a, b string }{
		{"en", "Connectivity", "connecting"},
		{"en", "policies", "policy"},
		{"fr", "économiques", "économique"},
		{"es", "económica", "economico"},
		{"ru", "подключения", "подключение"},
		{"ru", "Учёт", "учета"},
		{"ar", "بالإنترنت", "الإنترنت"},
		{"ar", "واقتصاد", "الاقتصاد"},
		{"ar", "مقترحات", "المقترح"},
	}
	s := NewStemmer()
	for _, test := range same {
		a, b := s.Stem(test.language, Tokens(test.a)[0]), s.Stem(test.language, Tokens(test.b)[0])
		if a != b || a == "" {
			t.Errorf("%s: %s and %s have stems %q and %q", test.language, test.a, test.b, a, b)
		}
	}
	if got := s.Stem("de", Tokens("Kosten")[0]); got != "kosten" {
		t.Errorf("a language without a stemmer stems Kosten to %q", got)
	}
}

// TestArabicIsLight10 compares with another implementation of the same rules.
func TestArabicIsLight10(t *testing.T) {
	text := `تخفيض تكاليف الاتصال بالإنترنت في البلدان النامية وتدريب المسؤولين والمسؤولات كالدول فالدول للدول
		ومقترحاتها اقتصادية اقتصادي وال وهو لله مقترحين مقترحون الحكومة حكومتها ية وي`
	s, normal, light := NewStemmer(), ar.NewArabicNormalizeFilter(), ar.NewArabicStemmerFilter()
	for _, w := range Tokens(text) {
		stream := light.Filter(normal.Filter(analysis.TokenStream{{Term: []byte(text[w.Start:w.End])}}))
		if got, want := s.Stem("ar", w), string(stream[0].Term); got != want {
			t.Errorf("%s stems to %s, want %s", text[w.Start:w.End], got, want)
		}
	}
}

func TestStopWordsAreWrittenAsFold(t *testing.T) {
	for language, list := range stops {
		for w := range list {
			if got := folds(w); got != w {
				t.Errorf("%s: %q is compared as %q", language, w, got)
			}
		}
	}
	for _, w := range []string{"not", "who", "all", "against"} {
		if IsStop("en", Tokens(w)[0]) {
			t.Errorf("%q is a stop word", w)
		}
	}
}

func TestTrim(t *testing.T) {
	tests := []struct{ language, text, want string }{
		{"fr", "l’accès", "acces"},
		{"en", "Ruritania's", "ruritania"},
		{"en", "e-mail", "e mail"},
		{"en", "to-do", "to do"},
		{"en", "the", "the"},
	}
	for _, test := range tests {
		_, left := Trim(test.language, Tokens(test.text))
		var got []string
		for _, w := range left {
			got = append(got, w.Fold)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q is trimmed to %v", test.language, test.text, got)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"L’accès 互联网 أمــن", "a\xff\u00ad\u0301", "ﷺ½²İ", strings.Repeat("é", 300)} {
		f.Add(s)
	}
	s := NewStemmer()
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Tokens(text) {
			if w.Start < last || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: token %+v after %d", text, w, last)
			}
			last = w.End
			if w.Fold == "" || len(w.Fold) > MaxTokenBytes || !utf8.ValidString(w.Fold) {
				t.Fatalf("%q: token %+v", text, w)
			}
			for _, l := range Stemmed {
				if stem := s.Stem(l, w); stem == "" || len(stem) > MaxTokenBytes {
					t.Fatalf("%q: %s stem of %+v is %q", text, l, w, stem)
				}
			}
		}
	})
}

func TestArabicTanween(t *testing.T) {
	s := NewStemmer()
	stem := func(word string) string { return s.Stem("ar", Tokens(word)[0]) }
	for _, pair := range [][2]string{{"نقاطاً", "نقاط"}, {"مقترحًا", "مقترح"}} {
		if stem(pair[0]) != stem(pair[1]) {
			t.Errorf("%s gives %s, %s gives %s", pair[0], stem(pair[0]), pair[1], stem(pair[1]))
		}
	}
}

func TestArabicLettersWrittenTogether(t *testing.T) {
	s := NewStemmer()
	for _, test := range []struct {
		asked, text string
		found       bool
	}{
		{"تبادل", "لتبادل", true}, {"تبادل", "ولتبادل", true}, {"تبادل", "بالتبادل", true}, {"تبادل", "وللتبادل", true},
		{"تبادل", "فبالتبادل", true}, {"لتبادل", "تبادل", true}, {"الحوكمة", "لحوكمة", true}, {"إنترنت", "بإنترنت", true},
		{"دول", "لدول", true}, {"حقوق", "كحقوق", true}, {"الدول", "وبالدول", true},
		{"بلدان", "لدى", false}, {"كتاب", "تاب", false}, {"لغة", "غة", false}, {"تبادل", "تبديل", false}, {"ريق", "فريق", false},
	} {
		asked, kept := s.Asked("ar", Tokens(test.asked)[0]), s.Forms("ar", Tokens(test.text)[0])
		found := slices.ContainsFunc(asked, func(form string) bool { return slices.Contains(kept, form) })
		if found != test.found {
			t.Errorf("%s, asked as %v, finds %s, kept as %v: %v", test.asked, asked, test.text, kept, found)
		}
	}
	if got := s.Forms("en", Tokens("by")[0]); len(got) != 1 {
		t.Errorf("an English word has the forms %v", got)
	}
}
