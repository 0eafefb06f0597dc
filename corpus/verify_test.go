package corpus_test

import (
	"strings"
	"testing"

	"rapporteur/corpus"
)

func dossier() corpus.Dossier {
	symbol := corpus.Symbol{Series: "CWG-Internet-30", Number: "1"}
	text := "Ruritania proposes a work plan."
	passages := []corpus.Passage{{Label: "1", Role: corpus.RoleBody, Text: text, Raw: "Ruritania  proposes a work plan.",
		Anchors: []corpus.Anchor{{Text: 0, Raw: 0, Len: 10}, {Text: 10, Raw: 11, Len: len(text) - 10}}}}
	corpus.AssignIDs(symbol.String(), passages)
	hash := corpus.HashOf([]byte("file"))
	return corpus.Dossier{
		File:       corpus.File{Hash: hash, Name: "a.txt"},
		Rendition:  corpus.Rendition{Ref: symbol.String(), Symbol: symbol, Hash: hash, Grade: corpus.GradeA},
		Submission: corpus.Submission{ID: symbol.Work(), Work: symbol.Work(), Meeting: "CWG-Internet-30"},
		Passages:   passages,
		Claims: []corpus.Claim{{
			Passage: passages[0].ID, About: corpus.AboutKind, Kind: corpus.KindProposal, Score: 900,
			Status: corpus.StatusTagged, Maker: corpus.Maker{Kind: "rule", Name: "test"},
			Evidence: []corpus.Evidence{corpus.QuoteEvidence(text, 10, 18)},
		}},
	}
}

func TestVerify(t *testing.T) {
	if err := dossier().Verify(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, want string
		spoil      func(*corpus.Dossier)
	}{
		{"altered quotation", "not verbatim", func(d *corpus.Dossier) { d.Claims[0].Evidence[0].Quote = "promises" }},
		{"span beyond the text", "not verbatim", func(d *corpus.Dossier) { d.Claims[0].Evidence[0].End = 500 }},
		{"no evidence", "no evidence", func(d *corpus.Dossier) { d.Claims[0].Evidence = nil }},
		{"unknown passage", "unknown passage", func(d *corpus.Dossier) { d.Claims[0].Passage = "x" }},
		{"unknown kind", "malformed", func(d *corpus.Dossier) { d.Claims[0].Kind = "wish" }},
		{"theme 13", "malformed", func(d *corpus.Dossier) { d.Claims[0].About, d.Claims[0].Theme = corpus.AboutTheme, 13 }},
		{"score", "malformed", func(d *corpus.Dossier) { d.Claims[0].Score = 1001 }},
		{"doubled passage", "stands twice", func(d *corpus.Dossier) { d.Passages = append(d.Passages, d.Passages[0]) }},
		{"broken UTF-8", "not UTF-8", func(d *corpus.Dossier) { d.Passages[0].Text = "\xff" }},
		{"loose anchor", "anchor", func(d *corpus.Dossier) { d.Passages[0].Anchors[1].Raw = 10 }},
		{"garbled", "garbled", func(d *corpus.Dossier) { d.Rendition.Grade = corpus.GradeD }},
		{"other hash", "hash", func(d *corpus.Dossier) { d.Rendition.Hash = corpus.HashOf(nil) }},
		{"other work", "does not fit", func(d *corpus.Dossier) { d.Submission.Work = "CWG-Internet-30/2" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := dossier()
			tt.spoil(&d)
			err := d.Verify()
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error with %q", err, tt.want)
			}
			if corpus.ErrorCode(err) != corpus.CodeInvalid {
				t.Errorf("code %q", corpus.ErrorCode(err))
			}
		})
	}
}

func TestRawSpan(t *testing.T) {
	p := dossier().Passages[0]
	start, end := p.RawSpan(10, 18)
	if got := p.Raw[start:end]; got != "proposes" {
		t.Errorf("the words stand in the original as %q", got)
	}
}

func TestAssignIDs(t *testing.T) {
	passages := []corpus.Passage{{Label: "1"}, {}, {Label: "1"}, {Label: "II.1"}}
	corpus.AssignIDs("C25/7", passages)
	want := []string{"C25/7#1", "C25/7#p2", "C25/7#p3", "C25/7#II.1"}
	for i, p := range passages {
		if p.ID != want[i] || p.Ordinal != i+1 {
			t.Errorf("passage %d: %s, ordinal %d, want %s", i, p.ID, p.Ordinal, want[i])
		}
	}
}
