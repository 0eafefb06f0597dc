package segment

import (
	"testing"

	"rapporteur/corpus"
)

func TestCheckCorrection(t *testing.T) {
	for _, c := range []struct{ field, value, want string }{
		{"symbol", " cwg-internet  22/3-E (Rev. 1)", "CWG-Internet-22/3(Rev.1)"},
		{"meeting", "CWG-Internet 22", "CWG-Internet-22"},
		{"date", "12 September 2025", "2025-09-12"},
		{"date", "", ""},
		{"source", "NOR; Chile؛ Peru", "Norway; Chile; Peru"},
		{"on_behalf_of", "", ""},
		{"language", "F", "fr"},
		{"attribution", "Aggregate-Only", "aggregate-only"},
	} {
		got, err := Segmenter{}.CheckCorrection(c.field, c.value)
		if err != nil || got != c.want {
			t.Errorf("%s %q: %q %v, want %q", c.field, c.value, got, err, c.want)
		}
	}
	for _, c := range [][2]string{{"symbol", "seven"}, {"date", "12/09/2025"}, {"source", " ; "}, {"meeting", ""}, {"colour", "red"}, {"language", "de"}} {
		if got, err := (Segmenter{}).CheckCorrection(c[0], c[1]); err == nil {
			t.Errorf("%s %q is taken as %q", c[0], c[1], got)
		}
	}
}

// FuzzCheckCorrection: what is taken is in its normal form, and the header says
// it.
func FuzzCheckCorrection(f *testing.F) {
	for _, field := range corpus.EditableFields() {
		f.Add(field, "CWG-Internet-22/3")
		f.Add(field, "2025-09")
		f.Add(field, "Chile; on behalf of Peru")
	}
	f.Fuzz(func(t *testing.T, field, value string) {
		normal, err := Segmenter{}.CheckCorrection(field, value)
		if err != nil {
			return
		}
		again, err := Segmenter{}.CheckCorrection(field, normal)
		if err != nil || again != normal {
			t.Fatalf("%s %q is %q, and that %q (%v)", field, value, normal, again, err)
		}
		h, _ := Segmenter{}.Corrected(map[string]string{field: normal}).correctedHeader()
		known := map[string]bool{
			"symbol": h.Symbol.Known(), "meeting": h.Meeting.Known(), "date": h.Date.Known(), "source": h.Sources.Known(),
			"on_behalf_of": h.OnBehalfOf.Known(), "title": h.Title.Known(), "language": h.Language.Known(), "attribution": h.Attribution.Known(),
		}
		if !known[field] {
			t.Fatalf("%s %q is taken and not said", field, normal)
		}
	})
}
