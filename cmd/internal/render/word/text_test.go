package word

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                  "plain",
		`a<b & "c">d`:            "a&lt;b &amp; &quot;c&quot;&gt;d",
		"bell\a, null\x00, \x1b": "bell, null, ",
		"bad \xff\xfe bytes":     "bad  bytes",
		"non \ufffe\uffff char":  "non  char",
		"kept \ufffd 😀 é":        "kept \ufffd 😀 é",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"":         "",
		"a\nb":     `<w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t>`,
		"a\r\nb\r": `<w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:br/>`,
		"\ta":      `<w:tab/><w:t xml:space="preserve">a</w:t>`,
	} {
		c := composer{}
		c.text(in)
		if got := string(c.out); got != want {
			t.Errorf("text(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestPieces(t *testing.T) {
	show := func(list []piece) []string {
		var out []string
		for _, p := range list {
			out = append(out, map[bool]string{false: "→", true: "←"}[p.rtl]+p.text)
		}
		return out
	}
	for _, c := range []struct {
		text string
		rtl  bool
		want []string
	}{
		{"", false, nil},
		{"one way 2025", false, []string{"→one way 2025"}},
		{"The word (عام 2025 في الاتحاد), then", false, []string{"→The word (", "←عام 2025 في الاتحاد", "→), then"}},
		{"الفريق (CWG-Internet-30/1, II.1) قال", true, []string{"←الفريق (", "→CWG-Internet-30/1, II.1", "←) قال"}},
		{"خطة 2026-2030", true, []string{"←خطة 2026-2030"}},
		{"ITU", true, []string{"→ITU"}},
		{"نعم\xffno", true, []string{"←نعم\xff", "→no"}},
	} {
		got := pieces(c.text, c.rtl)
		if !slices.Equal(show(got), c.want) {
			t.Errorf("pieces(%q, %v) = %q, want %q", c.text, c.rtl, show(got), c.want)
		}
	}
}

func TestRightToLeft(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           bool
	}{
		{"ar", "ITU", true}, {"en", arabicQuote, false}, {"", arabicQuote, true}, {"", chineseQuote, false}, {"", "", false},
	} {
		if got := rightToLeft(c.language, c.text); got != c.want {
			t.Errorf("rightToLeft(%q, %q) = %v", c.language, c.text, got)
		}
	}
}

func TestColumnWidths(t *testing.T) {
	for _, table := range []corpus.Table{sampleMatrix(), sampleRegister(), sampleFiles(), {Header: make([]corpus.TableCell, 40)}} {
		widths := columnWidths(table, 9638)
		if got := sum(widths); got > 9638 || got < 9000 {
			t.Errorf("%s: columns take %d of 9638: %v", table.Caption, got, widths)
		}
		if slices.Min(widths) <= 0 {
			t.Errorf("%s: a column has no width: %v", table.Caption, widths)
		}
	}
	w := columnWidths(sampleRegister(), 14570)
	if w[2] < 2*w[1] {
		t.Errorf("the text is hardly wider than the source: %v", w)
	}
}

func FuzzPieces(f *testing.F) {
	f.Add(arabicQuote, true)
	f.Add("a ب c\xff", false)
	f.Fuzz(func(t *testing.T, text string, rtl bool) {
		var b strings.Builder
		for _, p := range pieces(text, rtl) {
			if p.text == "" {
				t.Fatal("an empty piece")
			}
			b.WriteString(p.text)
		}
		if b.String() != text {
			t.Errorf("pieces of %q join to %q", text, b.String())
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<w:p a="1"><w:r/>text<w:t>x</w:t></w:p>`))
	f.Add([]byte(`<a><b></a></b>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		root, err := parse(data)
		if err != nil {
			return
		}
		root.each(func(n *node) {
			if n.start > n.open || n.open > n.close || n.close > n.end || n.end > len(data) {
				t.Errorf("element %s has places %d %d %d %d of %d", n.name, n.start, n.open, n.close, n.end, len(data))
			}
		})
	})
}
