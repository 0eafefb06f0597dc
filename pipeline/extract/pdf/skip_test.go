package pdf

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

func TestSkips(t *testing.T) {
	locked := newMaker()
	locked.text(70, 700, 11, "secret")
	locked.trailer = "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >>"
	blank := newMaker()
	scan := newMaker()
	scan.picture(0, 0, 595, 842)
	many := newMaker()
	for range 4 {
		many.text(70, 700, 11, "A page.")
		many.page()
	}
	r := newTestReader(t)
	for name, c := range map[string]struct {
		data []byte
		o    block.Options
		want corpus.Reason
	}{
		"password":   {locked.bytes(), block.Options{}, corpus.ReasonPassword},
		"blank":      {blank.bytes(), block.Options{}, corpus.ReasonEmpty},
		"scan":       {scan.bytes(), block.Options{}, corpus.ReasonScanned},
		"pages":      {many.bytes(), block.Options{MaxPages: 3}, corpus.ReasonTooLarge},
		"bytes":      {many.bytes(), block.Options{MaxBytes: 100}, corpus.ReasonTooLarge},
		"no PDF":     {[]byte("%PDF-1.4\nnothing of the kind"), block.Options{}, corpus.ReasonBroken},
		"no bytes":   {nil, block.Options{}, corpus.ReasonBroken},
		"cut in two": {many.bytes()[:60], block.Options{}, corpus.ReasonBroken},
	} {
		_, err := r.Read(c.data, c.o)
		var skip *block.SkipError
		if !errors.As(err, &skip) || skip.Reason != c.want {
			t.Errorf("%s: %v, want reason %s", name, err, c.want)
		}
	}
	doc, err := r.Read(many.bytes(), block.Options{MaxBlocks: 2})
	if err != nil || len(doc.Blocks) != 2 || len(doc.Warnings) != 1 {
		t.Errorf("a cap of two blocks gave %d with %q, %v", len(doc.Blocks), doc.Warnings, err)
	}
}

func TestSecondAgrees(t *testing.T) {
	m := newMaker()
	m.prose(70, 720, 11, "Ruritania considers that networks which remain open to all serve the many better than", "networks which are closed, and it invites the working group to say so.")
	data := m.bytes()
	doc := read(t, m)
	text, err := Second(data, block.Options{})
	if err != nil || !strings.Contains(text, "networks which remain open") {
		t.Fatalf("second reading: %q, %v", text, err)
	}
	if Judge(&doc, text, err); doc.Grade != corpus.GradeA {
		t.Errorf("grade %s, want A", doc.Grade)
	}
	if _, err := Second([]byte("%PDF-1.4"), block.Options{}); err == nil {
		t.Error("a second reading of nothing has no error")
	}
	if _, err := Second(data, block.Options{MaxPages: -1}); err != nil {
		t.Errorf("no cap on pages: %v", err)
	}
}

func TestRender(t *testing.T) {
	m := newMaker()
	m.text(70, 700, 40, "drawn")
	r := newTestReader(t)
	img, err := r.Render(m.bytes(), 1, 72)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 595 || b.Dy() != 842 {
		t.Errorf("the page is drawn in %v", b)
	}
	dark := 0
	for y := range 842 {
		for x := range 595 {
			if c, _, _, _ := img.At(x, y).RGBA(); c < 0x4000 {
				dark++
			}
		}
	}
	if dark < 100 || dark > 50_000 {
		t.Errorf("%d dark points for one word", dark)
	}
	if _, err := r.Render(m.bytes(), 2, 72); err == nil {
		t.Error("a page that is not there was drawn")
	}
}
