package compare

import "testing"

// TestWholeArabicWords keeps a name from being found in the middle of a word,
// and finds it behind the small words that Arabic joins to it.
func TestWholeArabicWords(t *testing.T) {
	const name = "لوثا"
	for text, want := range map[string]bool{
		"لوثا": true, "ولوثا": true, "إلى لوثا،": true, "بلوثا": true, "حكومة لوثا": true, "الوثائق": false, "الوفد اللوثاوي": false,
	} {
		v := Veil{literal: []string{name}, words: map[string]bool{}}
		if got := len(v.Find(text)) > 0; got != want {
			t.Errorf("%q: found %v, want %v", text, got, want)
		}
	}
}
