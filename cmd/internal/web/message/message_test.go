package message

import "testing"

func TestEveryLanguageHasEveryMessage(t *testing.T) {
	b, err := Load() // it compares the keys and the values in them
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Keys()) < 50 {
		t.Errorf("only %d messages", len(b.Keys()))
	}
}

func TestCheckSeesWhatIsWrong(t *testing.T) {
	for name, change := range map[string]func(*Book){
		"a key is missing":        func(b *Book) { delete(b.byLanguage["ar"], "search.total") },
		"a text is empty":         func(b *Book) { b.byLanguage["fr"]["search.total"] = " " },
		"a value is missing":      func(b *Book) { b.byLanguage["zh"]["search.total"] = "段落" },
		"a key is in one alone":   func(b *Book) { b.byLanguage["ru"]["search.extra"] = "x" },
		"values are not the same": func(b *Book) { b.byLanguage["es"]["search.total"] = "{0} {1}" },
	} {
		b, err := Load()
		if err != nil {
			t.Fatal(err)
		}
		change(b)
		if b.check() == nil {
			t.Errorf("where %s, check says nothing", name)
		}
	}
}

func TestValues(t *testing.T) {
	b, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(b.HTML("en", "search.total", "<1>")), "Passages: <bdi>&lt;1&gt;</bdi>"; got != want {
		t.Errorf("HTML gives %q, want %q", got, want)
	}
	if got, want := b.Text("en", "search.total", 7), "Passages: 7"; got != want {
		t.Errorf("Text gives %q, want %q", got, want)
	}
	if got := b.Text("en", "no.such"); got != "[no.such]" {
		t.Errorf("an unknown key gives %q", got)
	}
}
