package extract_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"rapporteur/pipeline/extract"
	"rapporteur/pipeline/libreoffice"
)

func TestLegacyWord(t *testing.T) {
	if _, err := libreoffice.Find(); err != nil {
		if os.Getenv("RAPPORTEUR_REQUIRE_ALL") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	docx := samples(t)["CWG-Internet-30_1-E.docx"]
	old, err := libreoffice.Convert(context.Background(), docx, "docx", "doc", "doc:MS Word 97")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := newReader(t, 1).Read(context.Background(), "old.doc", old, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, b := range doc.Blocks {
		all.WriteString(b.Label + " " + b.Text + "\n")
	}
	for _, want := range []string{"Contribution by", "Ruritania proposes"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %q in\n%s", want, all.String())
		}
	}
	if doc.MediaType != "application/msword" || !strings.HasPrefix(doc.Extractor, "libreoffice") {
		t.Errorf("%s read by %s", doc.MediaType, doc.Extractor)
	}
}
