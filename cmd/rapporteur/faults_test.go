package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// fault is one planted in a report: what is altered, and what verify must say
// of it.
type fault struct {
	name string
	// file is the report that it is planted in, beside the demo's workspace.
	file string
	// json alters the data of a report, text a page, word the part of a Word
	// document that part names.
	json func(r *corpus.Report)
	text func(s string) string
	part string
	want []string
}

// replaced replaces the first match of a pattern.
func replaced(pattern, with string) func(string) string {
	return func(s string) string {
		re := regexp.MustCompile(pattern)
		at := re.FindStringSubmatchIndex(s)
		if at == nil {
			return s
		}
		return s[:at[0]] + string(re.ExpandString(nil, with, s, at)) + s[at[1]:]
	}
}

func statementWith(r *corpus.Report, words string) *corpus.Statement {
	i := slices.IndexFunc(r.Statements, func(s corpus.Statement) bool { return strings.Contains(s.Text, words) })
	return &r.Statements[i]
}

func cellIn(r *corpus.Report, state corpus.CellState) *corpus.Cell {
	i := slices.IndexFunc(r.Matrix.Cells, func(c corpus.Cell) bool { return c.State == state })
	return &r.Matrix.Cells[i]
}

var jsonFaults = []fault{
	{name: "altered quotation", json: func(r *corpus.Report) { r.Themes[1].Challenges[0].Quote += " Always." }, want: []string{"theme 2", "Always.", "is not verbatim in"}},
	{name: "dropped citation", json: func(r *corpus.Report) { statementWith(r, "address this theme").Cites = nil }, want: []string{"address this theme", "cites nothing"}},
	{name: "one citation dropped", json: func(r *corpus.Report) {
		s := statementWith(r, "address this theme")
		s.Cites = s.Cites[1:]
	}, want: []string{"statements", "is missing"}},
	{name: "wrong count in a sentence", json: func(r *corpus.Report) {
		s := statementWith(r, "15 contributions in 19 documents")
		s.Text = strings.Replace(s.Text, "15 contributions", "17 contributions", 1)
	}, want: []string{"17 contributions", "is not what the corpus gives", "15 contributions"}},
	{name: "wrong count of a theme", json: func(r *corpus.Report) { r.Matrix.Counts[2].Members++ }, want: []string{"theme 3", "Member States", "by the evidence"}},
	{name: "wrong number of contributions", json: func(r *corpus.Report) { r.Scope.Works = 14 }, want: []string{"scope", "contributions: 14", "is 15 by the evidence"}},
	{name: "missing file", json: func(r *corpus.Report) {
		isIt := func(symbol string) bool { return symbol == "CWG-Internet-30/6" }
		r.Scope.Documents = slices.DeleteFunc(r.Scope.Documents, func(d corpus.Document) bool { return isIt(d.Symbol) })
		r.Ledger = slices.DeleteFunc(r.Ledger, func(l corpus.LedgerLine) bool { return isIt(l.Symbol) })
	}, want: []string{"CWG-Internet-30/6", "is not in the list of documents", "is not in the ledger"}},
	{name: "unread file left out", json: func(r *corpus.Report) { r.Scope.NotRead = nil }, want: []string{"CWG-Internet-30_9.docx", "is not in the list of documents"}},
	{name: "quotation moved to another paragraph", json: func(r *corpus.Report) { r.Proposals[0].Passage = r.Proposals[1].Passage }, want: []string{"proposal P1", "is not verbatim in"}},
	{name: "cell without evidence", json: func(r *corpus.Report) { cellIn(r, corpus.CellAddressed).Passages = []string{} }, want: []string{"matrix, theme", "addressed", "rests on 0 passages"}},
	{name: "silence turned into a view", json: func(r *corpus.Report) {
		c, from := cellIn(r, corpus.CellNotAddressed), cellIn(r, corpus.CellAddressed)
		c.State, c.Passages = corpus.CellAddressed, from.Passages
	}, want: []string{"matrix, theme", "is not_addressed by the evidence"}},
	{name: "proposal of a wrong source", json: func(r *corpus.Report) { r.Proposals[4].Sources = []string{"XLU"} }, want: []string{"proposal P5", "not by XLU"}},
	{name: "reservation turned into support", json: func(r *corpus.Report) {
		for i := range r.Groups {
			if g := &r.Groups[i]; len(g.Opposes) > 0 {
				g.Supports, g.Opposes = g.Opposes, []corpus.Quote{}
				return
			}
		}
	}, want: []string{"groups", "is not in the report that the corpus gives"}},
	{name: "corpus of another hash", json: func(r *corpus.Report) { r.Scope.Corpus = corpus.HashOf(nil) }, want: []string{"is the corpus that the report was made from"}},
}

var unnamedFaults = []fault{
	{name: "leaked name", json: func(r *corpus.Report) { r.Statements[1].Text += " So says Ruritania." }, want: []string{"tells a source or a document", "Ruritania"}},
	{name: "leaked adjective", json: func(r *corpus.Report) { r.Proposals[0].Timing = "after the Ruritanian elections" }, want: []string{"tells a source or a document", "Ruritanian"}},
	{name: "leaked name in another language", json: func(r *corpus.Report) { r.Statements[1].Text += " 龙华。" }, want: []string{"tells a source or a document", "龙华"}},
	{name: "leaked symbol", json: func(r *corpus.Report) { r.Statements[2].Text += " See CWG-Internet-30/4." }, want: []string{"tells a source or a document", "CWG-Internet-30/4"}},
	{name: "leaked name in the margin", file: "report.docx", part: "word/header1.xml", text: replaced(`(<w:t[^>]*>)([^<]+)`, "${1}${2} (Freedonia)"),
		want: []string{"tells a source or a document", "Freedonia"}},
	{name: "leaked name in a label", file: "report.html", text: replaced(`aria-label="([^"]+)"`, `aria-label="$1 of Sylvania"`),
		want: []string{"tells a source or a document", "Sylvania"}},
}

var pageFaults = []fault{
	{name: "altered quotation", text: replaced(`(<blockquote lang="en"[^>]*>)`, "${1}Indeed, "), want: []string{"quotation", "Indeed, ", "is not verbatim in"}},
	{name: "altered Arabic quotation", text: replaced(`(<blockquote lang="ar"[^>]*>)`, "${1}نعم، "), want: []string{"quotation", "is not verbatim in"}},
	{name: "dropped citation", text: replaced(`(address this theme[^<]*</span>) <details class="cites">.*?</details>`, "$1"), want: []string{"sentence", "address this theme", "cites nothing"}},
	{name: "wrong count", text: replaced(`>7 of 15 contributions`, ">9 of 15 contributions"), want: []string{"9 of 15 contributions", "is not what the corpus gives", "7 of 15"}},
	{name: "quotation moved to another paragraph", text: replaced(`(<figcaption>.*?href="#)[^"]+`, "${1}c-CWG-Internet-30_2f1_23II.2"), want: []string{"quotation"}},
	{name: "missing document", text: replaced(`<tr><th scope="row">CWG-Internet-30/6</th>.*?</tr>`, ""), want: []string{"CWG-Internet-30/6", "is missing"}},
	{name: "added sentence", text: replaced(`(<div class="paragraph"><span class="number">\d+\.</span> )`, `$1<span class="sentence">Everybody agrees.</span> `), want: []string{"Everybody agrees.", "cites nothing"}},
}

var wordFaults = []fault{
	{name: "altered paragraph", part: "word/document.xml", text: replaced(`7 of 15 contributions address`, "6 of 15 contributions address"), want: []string{"6 of 15 contributions", "is not what the corpus gives"}},
	{name: "altered quotation", part: "word/document.xml", text: replaced(`(<w:pStyle w:val="VerbatimQuote"/>.*?<w:t [^>]*>)`, "${1}Indeed, "), want: []string{"quotation", "Indeed, ", "is not verbatim in"}},
	{name: "dropped footnote", part: "word/document.xml", text: replaced(`(address this theme[^<]*</w:t></w:r>)<w:r><w:rPr>.{0,80}</w:rPr><w:footnoteReference w:id="\d+"/></w:r>`, "$1"), want: []string{"address this theme"}},
	{name: "footnote to something else", part: "word/footnotes.xml", text: replaced(`w:anchor="cited_1"`, `w:anchor="cited_2"`), want: []string{"cited_2"}},
	{name: "altered cell of the matrix", part: "word/document.xml", text: replaced(`● 3`, "● 4"), want: []string{"cell", "● 4", "is not what the corpus gives", "● 3"}},
	{name: "added paragraph", part: "word/document.xml", text: replaced(`(<w:p><w:pPr><w:pStyle w:val="Heading2"/>)`, `<w:p><w:pPr><w:pStyle w:val="ReportParagraph"/></w:pPr><w:r><w:t>Everybody agrees.</w:t></w:r></w:p>$1`), want: []string{"Everybody agrees.", "cites nothing"}},
}

// TestVerifyFindsPlantedFaults plants faults in reports of the demo and looks
// for each in what verify says.
func TestVerifyFindsPlantedFaults(t *testing.T) {
	dir := demo(t)
	named, unnamed := filepath.Join(dir, "report"), filepath.Join(dir, "unnamed")
	if out, err := rapporteur(dir, "report", "--attribution", "unnamed", "--out", unnamed, "--format", "json,html,docx"); err != nil {
		t.Fatal(err, out)
	}
	for _, folder := range []string{named, unnamed} {
		for _, file := range []string{"report.json", "report.html", "report.docx"} {
			if out, err := rapporteur(dir, "verify", filepath.Join(folder, file)); err != nil || !strings.HasSuffix(out, " 0 faults\n") {
				t.Fatalf("%s of nothing planted: %v\n%s", file, err, out)
			}
		}
	}
	for _, set := range []struct {
		folder, file string
		faults       []fault
	}{{named, "report.json", jsonFaults}, {unnamed, "report.json", unnamedFaults}, {named, "report.html", pageFaults}, {named, "report.docx", wordFaults}} {
		for _, f := range set.faults {
			if f.file == "" {
				f.file = set.file
			}
			t.Run(filepath.Base(set.folder)+"/"+f.file+"/"+f.name, func(t *testing.T) { f.check(t, dir, set.folder) })
		}
	}
}

// rapporteur runs a command on the demo's workspace in this process.
func rapporteur(dir string, args ...string) (string, error) {
	var out bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: &out, getenv: os.Getenv, worker: workerCommand()}
	root := a.root()
	root.SetArgs(append([]string{"-w", filepath.Join(dir, "workspace")}, args...))
	err := root.ExecuteContext(context.Background())
	return out.String(), err
}

// check plants the fault in a copy of the report and verifies it.
func (f fault) check(t *testing.T, dir, folder string) {
	data, err := os.ReadFile(filepath.Join(folder, f.file))
	if err != nil {
		t.Fatal(err)
	}
	planted := f.plant(t, data)
	if bytes.Equal(planted, data) {
		t.Fatal("nothing was planted")
	}
	path := filepath.Join(t.TempDir(), f.file)
	if err := os.WriteFile(path, planted, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := rapporteur(dir, "verify", path)
	if !errors.Is(err, errGaps) {
		t.Errorf("verify ended with %v", err)
	}
	for _, want := range f.want {
		if !strings.Contains(out, want) {
			t.Errorf("verify does not say %q:\n%.3000s", want, out)
		}
	}
}

func (f fault) plant(t *testing.T, data []byte) []byte {
	switch {
	case f.json != nil:
		var r corpus.Report
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatal(err)
		}
		f.json(&r)
		out, err := json.MarshalIndent(r, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		return out
	case f.part != "":
		return rezipped(t, data, f.part, f.text)
	}
	return []byte(f.text(string(data)))
}

// rezipped alters one part of a Word document.
func rezipped(t *testing.T, data []byte, part string, alter func(string) string) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	changed := false
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if file.Name == part {
			altered := alter(string(content))
			changed, content = altered != string(content), []byte(altered)
		}
		to, err := w.Create(file.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !changed {
		t.Fatalf("nothing was planted in %s", part)
	}
	return out.Bytes()
}
