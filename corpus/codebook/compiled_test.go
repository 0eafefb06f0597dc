package codebook

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"flag"
	"io"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"rapporteur/corpus"
)

var update = flag.Bool("update", false, "write the compiled book anew")

// TestCompiledBook compares the compiled file with one made of the YAML files
// now.
func TestCompiledBook(t *testing.T) {
	files, b, err := readEmbedded()
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := compileFile(b, files)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("book.bin", fresh, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(inflated(t, fresh), inflated(t, compiledFile)) {
		t.Fatal("book.bin is not the book of book/*.yaml; make it anew with: go test ./corpus/codebook -args -update")
	}
	c, ok := compiled(compiledFile, files)
	if !ok || c.Hash() != b.Hash() {
		t.Fatalf("compiled: %t, %s instead of %s", ok, c.Hash(), b.Hash())
	}
	again, err := json.Marshal(c.content)
	if err != nil || corpus.HashOf(again) != b.Hash() {
		t.Errorf("the content changed when it was compiled: %v", err)
	}
	for _, lang := range corpus.Languages {
		for _, theme := range b.Themes() {
			x, y := b.Read(theme.Labels[lang], lang), c.Read(theme.Labels[lang], lang)
			if !slices.Equal(x.Tokens, y.Tokens) || len(b.Matches(x)) != len(c.Matches(y)) {
				t.Errorf("%s: %q is read in another way", lang, theme.Labels[lang])
			}
		}
	}
}

func inflated(t *testing.T, file []byte) []byte {
	t.Helper()
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(file)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAStaleCompiledBookIsNotRead(t *testing.T) {
	files := fstest.MapFS{"own.yaml": {Data: []byte("concepts: []\n")}}
	for name, file := range map[string][]byte{"other files": compiledFile, "no file": nil, "damaged": compiledFile[:len(compiledFile)/2]} {
		if _, ok := compiled(file, files); ok {
			t.Errorf("%s: read", name)
		}
	}
}
