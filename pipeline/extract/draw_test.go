package extract_test

import (
	"bytes"
	"errors"
	"image/png"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract"
)

// onePage is the smallest PDF with a page of 200 by 100 points.
const onePage = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" +
	"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n" +
	"trailer<</Root 1 0 R>>\n%%EOF\n"

func TestDraw(t *testing.T) {
	r := newReader(t, 1)
	data, err := r.Draw(t.Context(), "one.pdf", []byte(onePage), 1, 144)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 400 || b.Dy() != 200 {
		t.Errorf("the picture is %v", b)
	}
}

func TestDrawRefuses(t *testing.T) {
	r := newReader(t, 1)
	var skip *extract.SkipError
	if _, err := r.Draw(t.Context(), "one.pdf", []byte(onePage), 2, 72); !errors.As(err, &skip) {
		t.Errorf("a page that is not there: %v", err)
	}
	for _, c := range []struct {
		data      string
		page, dpi int
	}{{"no PDF", 1, 72}, {onePage, 0, 72}, {onePage, 1, 5000}} {
		if _, err := r.Draw(t.Context(), "x", []byte(c.data), c.page, c.dpi); corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("page %d at %d dpi of %.10q: %v", c.page, c.dpi, c.data, err)
		}
	}
}
