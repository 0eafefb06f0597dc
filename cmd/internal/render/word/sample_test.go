package word

import (
	"fmt"

	"rapporteur/corpus"
)

// The report of these tests is about invented States.

const (
	arabicQuote  = "نقترح أن يعدّ الفريق (CWG-Internet) خطة عمل للفترة 2026-2030، وأن ينظر في كلفة التوصيل الدولي."
	chineseQuote = "我们建议工作组在2026年之前编写一份关于“互联网交换点”的指南。"
	englishQuote = "We ask the group to look at the cost of international links & to report <soon>.\nThe second line stands\tapart."
)

func samplePassages() []corpus.CitedPassage {
	passage := func(doc, label, source, language, text string) corpus.CitedPassage {
		return corpus.CitedPassage{
			ID: doc + "#" + label, Ref: doc, Short: label, Pinpoint: doc + ", " + label,
			Sources: []string{source}, Language: language, Text: text,
		}
	}
	return []corpus.CitedPassage{
		passage("CWG-Internet-30/1", "II.1", "XRU", "en", englishQuote),
		passage("CWG-Internet-30/1", "II.2", "XRU", "en", "Exchange points keep traffic near its users."),
		passage("CWG-Internet-30/3", "4", "XBO", "ar", arabicQuote),
		passage("CWG-Internet-30/4", "¶7, p. 2", "XSY", "zh", chineseQuote),
	}
}

func sampleMatrix() corpus.Table {
	t := corpus.Table{Caption: "Who addressed what", Wide: true, Header: []corpus.TableCell{{Text: "Source"}}}
	for theme := 1; theme <= corpus.ThemeCount; theme++ {
		t.Header = append(t.Header, corpus.TableCell{Text: fmt.Sprint(theme)})
	}
	words := []corpus.TableCell{
		{Text: "addressed", State: corpus.CellAddressed, Cites: []string{"CWG-Internet-30/1#II.1", "CWG-Internet-30/1#II.2"}},
		{Text: "only cited", State: corpus.CellCitedOnly, Cites: []string{"CWG-Internet-30/3#4"}},
		{Text: "no passage found", State: corpus.CellNotAddressed},
		{Text: "not read", State: corpus.CellNotRead},
	}
	for i, name := range []string{"Borduria", "Freedonia", "Ruritania", "Sylvania", "Syldavia"} {
		row := []corpus.TableCell{{Text: name}}
		for j := range corpus.ThemeCount {
			row = append(row, words[(i*5+j*3+i*j)%4])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func sampleRegister() corpus.Table {
	heads := []string{"No.", "Source", "Text", "Addressee", "Timing", "Themes", "Group's work", "Where"}
	t := corpus.Table{Caption: "Register of proposals", Wide: true}
	for _, h := range heads {
		t.Header = append(t.Header, corpus.TableCell{Text: h})
	}
	for i, p := range samplePassages() {
		t.Rows = append(t.Rows, []corpus.TableCell{
			{Text: fmt.Sprintf("P%d", i+1)}, {Text: "Ruritania"},
			{Text: p.Text, Language: p.Language, Verbatim: true, Cites: []string{p.ID}},
			{Text: "CWG-Internet"}, {Text: "2026"}, {Text: "3, 9"}, {Text: "✓"},
			{Text: p.Pinpoint, Cites: []string{p.ID}},
		})
	}
	return t
}

func sampleFiles() corpus.Table {
	t := corpus.Table{Caption: "Ledger of files"}
	for _, h := range []string{"File", "Status", "Reason"} {
		t.Header = append(t.Header, corpus.TableCell{Text: h})
	}
	for i := range 8 {
		file := fmt.Sprintf("30/contribution-%d.docx", i)
		t.Rows = append(t.Rows, []corpus.TableCell{{Text: file, Cites: []string{"ledger:" + file}}, {Text: "read"}, {}})
	}
	return t
}

func sampleReport(language string) corpus.Report {
	p := samplePassages()
	quote := func(i int, source, label string) corpus.Quotation {
		return corpus.Quotation{
			Text: p[i].Text, Language: p[i].Language, Source: source, Cite: p[i].ID, Pinpoint: p[i].Pinpoint, Label: label,
		}
	}
	r := corpus.Report{
		Title: "Comparison of contributions & views", Language: language, Passages: p,
		Scope: corpus.Scope{Meetings: []string{"CWG-Internet-30", "CWG-Internet-31"}, Cutoff: "2025-09-12"},
		Themes: []corpus.ThemeReport{
			{Theme: 3, Label: "International connectivity"}, {Theme: 9, Label: "Local content and services"},
		},
	}
	say := func(text string, cites ...string) corpus.Statement { return corpus.Statement{Text: text, Cites: cites} }
	r.Blocks = []corpus.Block{
		corpus.Heading{Level: 1, Anchor: "received", Text: "What was received"},
		corpus.Paragraph{Number: 1, Sentences: []corpus.Statement{
			say("Up to 2025-09-12, 3 contributions had been received.", "CWG-Internet-30/1", "CWG-Internet-30/3", "CWG-Internet-30/4"),
			say("They come from 3 Member States.", "CWG-Internet-30/1", "CWG-Internet-30/3"),
		}},
		corpus.Paragraph{Number: 2, Sentences: []corpus.Statement{say("1 file could not be read.", "ledger:30/broken.pdf")}},
		corpus.Heading{Level: 1, Anchor: "matrix", Text: "Who addressed what"},
		sampleMatrix(),
		corpus.Heading{Level: 1, Anchor: "theme-3", Text: "3. International connectivity"},
		corpus.Paragraph{Number: 3, Sentences: []corpus.Statement{
			say("2 of 3 contributions address this theme.", "CWG-Internet-30/1#II.1", "CWG-Internet-30/1#II.2", "CWG-Internet-30/3#4"),
		}},
		corpus.Heading{Level: 2, Text: "Proposals"},
		quote(0, "Ruritania", "P1"), quote(2, "Borduria", "P2"), quote(3, "Syldavia", ""),
		corpus.Heading{Level: 3, Text: "Deeper"},
		corpus.Heading{Level: 1, Anchor: "register", Text: "Register of proposals"},
		corpus.Paragraph{Number: 4, Sentences: []corpus.Statement{say("4 proposals were found.", p[0].ID, p[3].ID)}},
		sampleRegister(),
		corpus.Heading{Level: 1, Anchor: "ledger", Text: "Ledger of files"},
		sampleFiles(),
		corpus.Paragraph{Note: true, Sentences: []corpus.Statement{{Text: "rapporteur 1 · codebook x"}}},
	}
	return r
}
