package likeness_test

import (
	"slices"
	"testing"

	"rapporteur/pipeline/likeness"
)

func TestWords(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"The 22nd meeting, Geneva.", []string{"the", "22nd", "meeting", "geneva"}},
		{"自 2027 年起", []string{"自", "2027", "年", "起"}},
		{"自2027年起", []string{"自", "2027", "年", "起"}},
		{"L'Internet", []string{"l", "internet"}},
		{"", nil},
	}
	for _, tt := range tests {
		if got := likeness.Words(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWithinAndContainment(t *testing.T) {
	short := "Ruritania proposes to adopt a work plan for the group at its next meeting."
	long := "To this end, " + short + " It would name a theme for each session and say what each session should bring about."
	tests := []struct {
		name            string
		a, b            string
		within, contain [2]int // of a in b; of the smaller in the larger
	}{
		{"the same", short, short, [2]int{1000, 1000}, [2]int{1000, 1000}},
		{"said again in more words", short, long, [2]int{900, 1000}, [2]int{900, 1000}},
		{"the larger in the smaller", long, short, [2]int{300, 600}, [2]int{900, 1000}},
		{"another thought", short, "Freedonia reports on its submarine cables and their repair.", [2]int{0, 0}, [2]int{0, 0}},
		{"Chinese with other spaces", "自 2027 年起要求政府网站", "自2027年起要求政府网站", [2]int{1000, 1000}, [2]int{1000, 1000}},
		{"too short to tell", "one two", "one two", [2]int{0, 0}, [2]int{0, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := likeness.TriplesOf(tt.a), likeness.TriplesOf(tt.b)
			if w := a.Within(b); w < tt.within[0] || w > tt.within[1] {
				t.Errorf("within %d, want %v", w, tt.within)
			}
			if c := a.Containment(b); c < tt.contain[0] || c > tt.contain[1] || c != b.Containment(a) {
				t.Errorf("containment %d, want %v", c, tt.contain)
			}
		})
	}
}
