package word

import (
	"testing"
	"unicode/utf8"
)

func TestTokensKeepTheirPlace(t *testing.T) {
	var s Stemmer
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"en", "İ: Member States' e-mail.", []string{"İ", "Member", "States", "e", "mail"}},
		{"fr", "l’échange d'adresses", []string{"l", "échange", "d", "adresses"}},
		{"ar", "وَالأَمْنُ السيبراني", []string{"وَالأَمْنُ", "السيبراني"}},
		{"zh", "IPv6地址", []string{"IPv6", "地", "址"}},
		{"en", "a\xffb", []string{"a", "b"}},
		{"en", "…", nil},
	} {
		var got []string
		for _, tok := range s.Tokens(c.text, c.lang) {
			got = append(got, c.text[tok.Start:tok.End])
		}
		if len(got) != len(c.want) {
			t.Errorf("%q: %q", c.text, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %q, want %q", c.text, got, c.want)
			}
		}
	}
}

func TestStemsMeet(t *testing.T) {
	var s Stemmer
	stem := func(lang, w string) Token { return s.Tokens(w, lang)[0] }
	for _, c := range []struct{ lang, a, b string }{
		{"en", "children", "child"}, {"en", "Networks", "network"}, {"fr", "réseaux", "réseau"}, {"es", "recursos", "recurso"},
		{"ru", "детей", "ребенок"}, {"ru", "сетями", "сеть"}, {"ru", "учёт", "учет"}, {"ar", "والشبكات", "الشبكات"}, {"ar", "القدرات", "قدرات"},
	} {
		if a, b := stem(c.lang, c.a), stem(c.lang, c.b); a.Stem != b.Stem {
			t.Errorf("%s: %s is %q, %s is %q", c.lang, c.a, a.Stem, c.b, b.Stem)
		}
	}
	if a, b := stem("ar", "لبناء"), stem("ar", "بناء"); a.Bare != b.Stem {
		t.Errorf("with a clitic %q, without %q", a.Bare, b.Stem)
	}
	if a := stem("ar", "ستؤيد"); a.BareFold != "تؤيد" {
		t.Errorf("future particle: %q", a.BareFold)
	}
}

func TestSentences(t *testing.T) {
	var s Stemmer
	for _, c := range []struct {
		text string
		n    int
	}{
		{"One. Two? Three", 3}, {"See Art. 7 and No. 12 of it.", 1}, {"Version 2.5 is out. Yes", 2}, {"J. Smith agrees", 1},
		{"第一句。第二句", 2}, {"أولا؟ ثانيا", 2}, {"“So it is.” They left", 2},
	} {
		tokens := s.Tokens(c.text, "en")
		if got := tokens[len(tokens)-1].Sentence + 1; got != c.n {
			t.Errorf("%q: %d sentences, want %d", c.text, got, c.n)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, text := range []string{"İstanbul ſ ﷺ ـ", "l'État № 5", "域名\xf0\x28", "ё́"} {
		for _, lang := range []string{"en", "fr", "es", "ru", "ar", "zh", ""} {
			f.Add(text, lang)
		}
	}
	var s Stemmer
	f.Fuzz(func(t *testing.T, text, lang string) {
		at := 0
		for _, tok := range s.Tokens(text, lang) {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("%q: token %d-%d after %d", text, tok.Start, tok.End, at)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[tok.Start:tok.End]) {
				t.Fatalf("%q cuts a character", text)
			}
			at = tok.End
		}
	})
}
