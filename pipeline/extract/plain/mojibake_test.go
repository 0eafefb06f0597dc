package plain

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// misread gives text as a program shows it that takes its UTF-8 for another
// encoding.
func misread(text string, as *charmap.Charmap) string {
	var sb strings.Builder
	for _, b := range []byte(text) {
		r := as.DecodeByte(b)
		if r == 0xFFFD {
			r = rune(b)
		}
		sb.WriteRune(r)
	}
	return sb.String()
}

func TestRepairUndoesMisreading(t *testing.T) {
	for lang, sentences := range texts {
		for _, text := range sentences {
			once := misread(text, charmap.Windows1252)
			if got := repair(once); got != text {
				t.Errorf("%s once: got %q, want %q", lang, got, text)
			}
			if got := repair(misread(once, charmap.Windows1252)); got != text {
				t.Errorf("%s twice: got %q, want %q", lang, got, text)
			}
		}
	}
	for as, text := range map[*charmap.Charmap]string{charmap.Windows1251: texts["ru"][0], charmap.Windows1256: texts["ar"][0]} {
		got := repair(misread(text, as))
		if strings.Count(got, "Ð")+strings.Count(got, "Р°") > 0 || len(got) > len(text)+len(text)/20 {
			t.Errorf("%v: got %q", as, got)
		}
	}
}

func TestRepairLeavesWritingAlone(t *testing.T) {
	for _, sentences := range texts {
		for _, text := range sentences {
			if got := repair(text); got != text {
				t.Errorf("changed %q to %q", text, got)
			}
		}
	}
	for _, text := range []string{
		"“DECLARAÇÃO DA IRMÔ",
		"AMANHÃ…", "ALEMÃ — NÃO", "«СССР» и «РФ»", "Â lire", "DÃ’S", "naïve “Ångström”", "Ørsted’s Århus", "État – Église",
	} {
		if got := repair(text); got != text {
			t.Errorf("changed %q to %q", text, got)
		}
	}
}

func TestRepairOfLostCharacters(t *testing.T) {
	in := "the â€œopenâ€ network, dÃ©jÃ  vu, Sylvaniaâ€™s"
	if got, want := repair(in), "the “open” network, déjà vu, Sylvania’s"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
