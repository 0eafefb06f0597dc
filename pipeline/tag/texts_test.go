package tag

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/corpus"
)

func TestWithTexts(t *testing.T) {
	text := "Ruritania proposes “one” register.\nIt should be open."
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	labels := `{"id":"a","themes":[3],"sha256":"` + corpus.HashOf([]byte(text)).Hex() + `"}
{"id":"b","themes":[],"text":"Kept as it is."}
`
	filled, err := WithTexts(strings.NewReader(labels), strings.NewReader(`{"id":"x","text":"another"}`+"\n"+`{"text":`+string(quoted)+`}`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadLabels(strings.NewReader(string(filled)))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Text != text || got[0].Themes[0] != 3 || got[1].Text != "Kept as it is." {
		t.Errorf("labels with texts: %+v", got)
	}
	if _, err := WithTexts(strings.NewReader(labels), strings.NewReader("")); err == nil || !strings.Contains(err.Error(), `"a"`) {
		t.Errorf("a label without its text: %v", err)
	}
	if _, err := ReadLabels(strings.NewReader(labels)); err == nil || !strings.Contains(err.Error(), "--texts") {
		t.Errorf("a label read without its text: %v", err)
	}
}

func FuzzWithTexts(f *testing.F) {
	f.Add(`{"id":"a","sha256":"00"}`, `{"text":"b"}`)
	f.Add("{}\n\n[1]", "{")
	f.Fuzz(func(t *testing.T, labels, texts string) {
		_, _ = WithTexts(strings.NewReader(labels), strings.NewReader(texts))
	})
}

// TestLessons asks of the lessons that they are labels, that those with a text
// are invented ones and that no text of others is passed on.
func TestLessons(t *testing.T) {
	files, err := filepath.Glob("lessons/*.jsonl")
	if err != nil || len(files) != 7 {
		t.Fatalf("files of lessons: %v, %v", files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		read := filepath.Base(name) == "read.jsonl"
		for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			var l labelLine
			if err := json.Unmarshal([]byte(line), &l); err != nil {
				t.Fatalf("%s line %d: %v", name, i+1, err)
			}
			if l.Measured() || read != (l.Text == "") || read != (len(l.SHA256) == 64) || (len(l.Themes) == 0) != (*l.None != "") {
				t.Errorf("%s line %d: %s", name, i+1, line)
			}
			if k := l.label().Kinds; len(k) != 1 {
				t.Errorf("%s line %d: kinds %v", name, i+1, k)
			}
		}
	}
}
