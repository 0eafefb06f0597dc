package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/corpus"
)

func snapshot() corpus.Snapshot {
	symbol := corpus.Symbol{Series: "X-30", Number: "1"}
	passages := []corpus.Passage{
		{Label: "1", Role: corpus.RoleBody, Language: "fr", Text: "La sécurité d'abord."},
		{Label: "2", Role: corpus.RoleBody, Language: "fr", Text: "=SOMME(A1)\nsuite"},
	}
	corpus.AssignIDs("X-30/1", passages)
	claim := corpus.Claim{
		Passage: passages[1].ID, About: corpus.AboutTheme, Theme: 4, Score: 900, Status: corpus.StatusAccepted,
		Maker: corpus.Maker{Kind: "person", Name: "anna"}, Evidence: []corpus.Evidence{corpus.QuoteEvidence(passages[1].Text, 0, 6)},
	}
	return corpus.Snapshot{
		Submissions: []corpus.Submission{{ID: "X-30/1", Work: "X-30/1", Meeting: "X-30", Sources: []corpus.Source{{ID: "XGR"}}}},
		Readings:    []corpus.Reading{{Rendition: corpus.Rendition{Ref: "X-30/1", Symbol: symbol}, Current: true, Passages: passages, Claims: []corpus.Claim{claim}}},
	}
}

func TestJSONLAndCSV(t *testing.T) {
	var lines, table bytes.Buffer
	if err := JSONL(&lines, snapshot()); err != nil {
		t.Fatal(err)
	}
	var second Row
	if err := json.Unmarshal(bytes.Split(lines.Bytes(), []byte("\n"))[1], &second); err != nil {
		t.Fatal(err)
	}
	if second.ID != "X-30/1#2" || len(second.Themes) != 1 || second.Themes[0] != 4 || second.Sources[0] != "XGR" {
		t.Errorf("%+v", second)
	}
	if err := CSV(&table, snapshot()); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(table.String(), "\ufeffid,") || !strings.Contains(table.String(), `"'=SOMME(A1)`) {
		t.Errorf("a formula is not inert in\n%s", table.String())
	}
}

// TestQDPX reads the project back: every selection must cover its passage,
// every coding a code of the book, and the bytes must not change.
func TestQDPX(t *testing.T) {
	write := func() []byte {
		var out bytes.Buffer
		if err := QDPX(&out, snapshot(), func(corpus.Theme) string { return "label" }, "2031-01-01", "test"); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	data := write()
	if !bytes.Equal(data, write()) {
		t.Error("two exports of one snapshot differ")
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(body)
	}
	var p project
	if err := xml.Unmarshal([]byte(files["project.qde"]), &p); err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, c := range p.Codes {
		codes[c.GUID] = c.Name
	}
	src := p.Sources[0]
	text := []rune(files["Sources/"+src.GUID+".txt"])
	sel := src.Selections[0]
	if got := string(text[sel.Start:sel.End]); got != "2\t=SOMME(A1) suite" {
		t.Errorf("the selection covers %q", got)
	}
	if name := codes[sel.Codings[0].Code.Target]; name != "4. label" {
		t.Errorf("coded as %q", name)
	}
	if len(p.Users) != 2 || p.Users[1].Name != "anna" || sel.Codings[0].Creator != p.Users[1].GUID {
		t.Errorf("users %+v", p.Users)
	}
	if !utf8.ValidString(files["project.qde"]) || len(codes) != 12+8+1 {
		t.Errorf("%d codes", len(codes))
	}
}
