package sheet

import (
	"fmt"
	"strings"

	"rapporteur/corpus"
)

// The report of these tests is about invented States.

const arabicQuote = "نقترح أن يعدّ الفريق خطة عمل للفترة 2026-2030."

func sampleReport(language string) corpus.Report {
	r := corpus.Report{
		Title: "Comparison & views", Language: language,
		Scope: corpus.Scope{
			Cutoff: "2025-09-12",
			Documents: []corpus.Document{
				{Symbol: "CWG-Internet-30/1", File: "30/1.docx", Title: "=HYPERLINK(\"x\")", Sources: []string{"Ruritania"}, Language: "en", Version: "original", Use: "compared"},
			},
			NotRead: []corpus.Document{{File: "30/9.pdf", Use: "not read", Reason: corpus.ReasonScanned, Detail: "no text"}},
		},
		Matrix: corpus.Matrix{
			Themes:  []corpus.Theme{2, 3},
			Sources: []corpus.Source{{ID: "XBO", Name: "Borduria"}, {ID: "XRU", Name: "Ruritania"}},
			Cells: []corpus.Cell{
				{Theme: 2, Source: "XBO", State: corpus.CellAddressed, Passages: []string{"CWG-Internet-30/3#4"}},
				{Theme: 2, Source: "XRU", State: corpus.CellCitedOnly, Passages: []string{"CWG-Internet-30/1#2", "CWG-Internet-30/1#1"}},
				{Theme: 3, Source: "XBO", State: corpus.CellNotAddressed},
				{Theme: 3, Source: "XRU", State: corpus.CellNotRead},
			},
		},
		Themes: []corpus.ThemeReport{{Theme: 2, Label: "International connectivity"}},
		Proposals: []corpus.Proposal{{
			ID: "P1", Passage: "CWG-Internet-30/3#4", Sources: []string{"XBO"}, Act: corpus.ActPropose, Addressee: "CWG-Internet",
			Timing: "2026", Quote: arabicQuote, Language: "ar", Themes: []corpus.Theme{2, 3}, Process: true,
			Repeats: []string{"CWG-Internet-30/1#2"},
		}},
		Groups: []corpus.ViewGroup{{ID: "G1", Proposals: []string{"P1"}}, {ID: "G2", Proposals: []string{"P1"}}},
		Ledger: []corpus.LedgerLine{
			{File: "30/1.docx", Status: corpus.FileRead, Symbol: "CWG-Internet-30/1", Grade: corpus.GradeA, Passages: 12},
			{File: "30/9.pdf", Status: corpus.FileNotRead, Reason: corpus.ReasonScanned, Detail: "no text"},
		},
	}
	for _, p := range []corpus.CitedPassage{
		{ID: "CWG-Internet-30/1#1", Ref: "CWG-Internet-30/1", Short: "1", Language: "en", Text: "=1+1 is not a sum here\r\nbell\a"},
		{ID: "CWG-Internet-30/1#2", Ref: "CWG-Internet-30/1", Short: "2", Language: "zh", Text: "我们建议编写一份指南。"},
		{ID: "CWG-Internet-30/3#4", Ref: "CWG-Internet-30/3", Short: "4", Language: "ar", Text: arabicQuote},
		{ID: "CWG-Internet-30/4#1", Ref: "CWG-Internet-30/4", Short: "1", Language: "en", Text: strings.Repeat("long 😀", 10_000)},
	} {
		p.Pinpoint = p.Ref + ", " + p.Short
		p.Sources = []string{"XRU"}
		r.Passages = append(r.Passages, p)
	}
	return r
}

// manyProposals is a report of n passages, each a proposal.
func manyProposals(n int) corpus.Report {
	r := sampleReport("en")
	for i := range n {
		id := fmt.Sprintf("CWG-Internet-30/9#%d", i)
		text := fmt.Sprintf("Passage %d. ", i) + strings.Repeat("Sylvania asks for the cost of transit to be looked at. ", 6)
		r.Passages = append(r.Passages, corpus.CitedPassage{ID: id, Ref: "CWG-Internet-30/9", Short: fmt.Sprint(i), Pinpoint: id, Language: "en", Text: text})
		r.Proposals = append(r.Proposals, corpus.Proposal{ID: fmt.Sprint("P", i), Passage: id, Quote: text, Language: "en"})
	}
	return r
}
