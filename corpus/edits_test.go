package corpus

import "testing"

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		most int
		want int
	}{
		{"", "", 9, 0}, {"", "abc", 9, 3}, {"abc", "", 9, 3}, {"abc", "abc", 9, 0},
		{"Freedonia", "Fredonia", 9, 1}, {"Ruritania", "Rurtiania", 9, 1}, {"Норландия", "Норладния", 9, 1},
		{"Sylvania", "Severia", 9, 4}, {"Sylvania", "Severia", 3, 3}, {"kitten", "sitting", 9, 3}, {"ca", "abc", 9, 3},
	} {
		if got := Edits([]rune(c.a), []rune(c.b), c.most); got != c.want {
			t.Errorf("%q and %q within %d: %d, want %d", c.a, c.b, c.most, got, c.want)
		}
		if got := Edits([]rune(c.b), []rune(c.a), c.most); got != c.want {
			t.Errorf("%q and %q within %d: %d, want %d", c.b, c.a, c.most, got, c.want)
		}
	}
}
