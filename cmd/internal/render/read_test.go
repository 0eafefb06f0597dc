package render

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
)

// TestReadHTML reads back what was written: each sentence and quotation with
// what it cites.
func TestReadHTML(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, sampleReport()); err != nil {
		t.Fatal(err)
	}
	got, err := ReadHTML(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	anchor := anchorOf("X-30/7#2.1")
	for _, want := range []shown.Line{
		{Kind: shown.Heading, Text: "2. Connectivity"},
		{Kind: shown.Sentence, Text: "1 of 2 contributions addresses this theme.", Cites: []string{"documents: 1", anchor, "X-30/7 : 2.1, p. 3"}},
		{Kind: shown.Cell, Text: "● addressed: 1", Cites: []string{"● addressed: 1", anchor, "X-30/7 : 2.1, p. 3"}},
		{Kind: shown.Quotation, Text: "ندعو <الاتحاد> إلى دعم نقاط التبادل.", Cites: []string{anchor}},
		{Kind: shown.Note, Text: "Please refer to the originals."},
	} {
		if !slices.ContainsFunc(got.Lines, func(l shown.Line) bool {
			return l.Kind == want.Kind && l.Text == want.Text && slices.Equal(l.Cites, want.Cites)
		}) {
			t.Errorf("no %+v in %+v", want, got.Lines)
		}
	}
}

func FuzzReadHTML(f *testing.F) {
	var b bytes.Buffer
	if err := HTML(&b, sampleReport()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte(`<meta name="rapporteur" content='{"language":"en"}'><dt id=a>x<dd>y<q cite="#a">z`))
	f.Add([]byte(strings.Repeat("<div>", 600)))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ReadHTML(data)
		if err != nil && corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%v is no error for people", err)
		}
		for _, l := range r.Lines {
			if l.Text == "" && len(l.Cites) == 0 {
				t.Errorf("an empty line of kind %s", l.Kind)
			}
		}
	})
}
