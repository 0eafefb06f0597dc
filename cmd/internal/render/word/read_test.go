package word

import (
	"bytes"
	"slices"
	"testing"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
)

// TestRead reads back what was written, through the default template and
// through one that puts words of its own round the report.
func TestRead(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		r := sampleReport(language)
		r.Scope.Attribution = "named"
		var b bytes.Buffer
		if err := Write(&b, r, nil); err != nil {
			t.Fatal(err)
		}
		got, err := Read(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if got.Recipe.Language != language || got.Recipe.Attribution != "named" {
			t.Errorf("recipe %+v", got.Recipe)
		}
		for _, want := range []shown.Line{
			{Kind: shown.Quotation, Text: arabicQuote, Cites: []string{"cited_3"}},
			{Kind: shown.Quotation, Text: englishQuote, Cites: []string{"cited_1"}},
		} {
			if !slices.ContainsFunc(got.Lines, func(l shown.Line) bool {
				return l.Kind == want.Kind && l.Text == want.Text && slices.Equal(l.Cites, want.Cites)
			}) {
				t.Errorf("%s: no %+v in %+v", language, want, got.Lines)
			}
		}
		if !slices.ContainsFunc(got.Lines, func(l shown.Line) bool { return l.Kind == shown.Sentence && len(l.Cites) > 0 }) {
			t.Errorf("%s: no sentence cites", language)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Template())
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Read(data); err != nil && corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%v is no error for people", err)
		}
	})
}
