package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/cmd/internal/sample"
)

// The committed files must be those that the sources make: Word and text files
// byte for byte, PDFs by the mark of their source.
func TestFilesAreFresh(t *testing.T) {
	texts, err := readSources("../sources")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range texts {
		for _, format := range source.Formats {
			name := source.Name + "." + format
			have, err := fs.ReadFile(sample.FS(), name)
			if err != nil {
				t.Errorf("%v; run go run ./cmd/internal/sample/generate", err)
				continue
			}
			if format == "pdf" {
				if !bytes.Contains(bytes.ToUpper(have), pdfMark(source)) {
					t.Errorf("%s was made from an older source", name)
				}
				continue
			}
			want, err := render(source, format)
			if err != nil || !bytes.Equal(have, want) {
				t.Errorf("%s differs from its source (%v); run go run ./cmd/internal/sample/generate", name, err)
			}
		}
	}
}

func TestTruthIsFresh(t *testing.T) {
	texts, err := readSources("../sources")
	if err != nil {
		t.Fatal(err)
	}
	groups, err := readGroups("../sources/groups.yaml")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "truth.yaml")
	if err := writeTruth(path, texts, groups); err != nil {
		t.Fatal(err)
	}
	have, want := readFile(t, "../truth.yaml"), readFile(t, path)
	if !bytes.Equal(have, want) {
		t.Error("truth.yaml differs from the labels in the sources; run go run ./cmd/internal/sample/generate")
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParseBlock(t *testing.T) {
	cases := []struct{ name, in, text, deleted, note string }{
		{"plain", "A sentence.", "A sentence.", "", ""},
		{"numbered", "+ One {-old-}{+new+} word.", "One new word.", "old", ""},
		{"note", "- Item.[^See there.^]", "Item.", "", "See there."},
		{"labelled", "@ 3,4 gap\n+ Text.", "Text.", "", ""},
	}
	for _, c := range cases {
		b, err := parseBlock(c.in)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var deleted, note string
		for _, r := range b.runs {
			note += r.note
			if r.mark == "del" {
				deleted += r.text
			}
		}
		if plainText(b.runs) != c.text || deleted != c.deleted || note != c.note {
			t.Errorf("%s: text %q, deleted %q, note %q", c.name, plainText(b.runs), deleted, note)
		}
	}
}

func TestParseLabelsRefuses(t *testing.T) {
	for _, line := range []string{"", "3", "13 gap", "x gap", "3 goal", "3 gap act=shout", "3 gap to=nobody", "3 gap group=g", "3 gap colour=red"} {
		if _, _, err := parseLabels(line); err == nil {
			t.Errorf("labels %q were accepted", line)
		}
	}
}

func TestNumberFollowsTheScheme(t *testing.T) {
	body := "# A\n\n+ x\n\n+ y\n\n# B\n\n+ z"
	for scheme, want := range map[string]string{
		"sections":   "1 1.1/1.1 1.2/1.2 2 2.1/2.1",
		"roman":      "I 1./I.1 2./I.2 II 1./II.1",
		"continuous": " 1./1 2./2  3./3",
	} {
		blocks, err := parseBody(body)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range number(blocks, scheme) {
			got = append(got, strings.TrimSuffix(b.printed+"/"+b.label, "/"))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, want %q", scheme, s, want)
		}
	}
}

func TestWrapBreaksAtSpaces(t *testing.T) {
	got := wrapLines([]string{"one two three", "four"}, 7)
	if want := "one two\nthree\n\nfour\n\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
