package office

import (
	"strings"
	"testing"
)

// TestClean checks text, anchors and cuts.
func TestClean(t *testing.T) {
	for _, c := range []struct {
		raw, text string
		// from and to are cuts in raw; span is what they enclose in text.
		from, to int
		span     string
	}{
		{"as it is", "as it is", 3, 5, "it"},
		{"  two  \t spaces\n\n ", "two\tspaces", 2, 5, "two"},
		{"a \n\tb", "a\nb", 1, 4, ""},
		{"e\u0301te\u0301 la", "été la", 8, 10, "la"},
		{"soft\u00ADhyphen \u200Fmark", "softhyphen mark", 0, 12, "softhyphen"},
		{"n\u00B0\u00A012", "n° 12", 0, 3, "n°"},
		{"", "", 0, 0, ""},
		{" \u00AD ", "", 0, 3, ""},
		{"bad\xff\xfebyte", "bad\uFFFDbyte", 0, 3, "bad"},
	} {
		cuts := []cut{{raw: c.from, opening: true}, {raw: c.to}}
		text, anchors := clean(c.raw, cuts)
		if text != c.text {
			t.Errorf("%q: got %q, want %q", c.raw, text, c.text)
			continue
		}
		if from, to := cuts[0].text, max(cuts[0].text, cuts[1].text); text[from:to] != c.span {
			t.Errorf("%q: cuts give %q, want %q", c.raw, text[from:to], c.span)
		}
		raw := strings.ToValidUTF8(c.raw, "\uFFFD")
		for _, a := range anchors {
			if text[a.Text:a.Text+a.Len] != raw[a.Raw:a.Raw+a.Len] {
				t.Errorf("%q: anchor %+v ties %q to %q", c.raw, a, text[a.Text:a.Text+a.Len], raw[a.Raw:a.Raw+a.Len])
			}
		}
		if text != raw && text != "" && len(anchors) == 0 {
			t.Errorf("%q has no anchors", c.raw)
		}
	}
}

func TestHeadingLevel(t *testing.T) {
	for name, want := range map[string]int{
		"heading 1": 1, "Heading 9": 9, "Titre 2": 2, "Título 3": 3, "Заголовок 4": 4, "标题 5": 5, "عنوان 6": 6, "Überschrift1": 1, "Title": 1,
		"Heading_b": 3, "Annex_title": 1, "heading": 0, "heading 12": 0, "Header": 0, "Titre courant": 0, "Normal": 0, "": 0, "heading 1 Char": 1,
	} {
		if got := headingLevel(name); got != want {
			t.Errorf("%s: got %d, want %d", name, got, want)
		}
	}
}
