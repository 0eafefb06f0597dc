package sample_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"rapporteur/cmd/internal/sample"
	"rapporteur/corpus"
)

func labels(t *testing.T) sample.Labels {
	t.Helper()
	l, err := sample.Truth()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(sample.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEveryFileIsLabelledOnce(t *testing.T) {
	var have, want []string
	size := 0
	err := fs.WalkDir(sample.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			have = append(have, name)
			size += len(read(t, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range labels(t).Documents {
		want = append(want, d.Files...)
	}
	slices.Sort(want)
	slices.Sort(have)
	if !slices.Equal(have, want) {
		t.Errorf("files %q, labelled %q", have, want)
	}
	if size > 1_500_000 {
		t.Errorf("the files are %d bytes, want at most 1.5 MB", size)
	}
}

func TestWordFilesAreWellFormed(t *testing.T) {
	for _, d := range labels(t).Documents {
		for _, name := range d.Files {
			if path.Ext(name) != ".docx" {
				continue
			}
			data := read(t, name)
			z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
			if (err != nil) != (d.Unread == corpus.ReasonBroken) {
				t.Errorf("%s: open: %v, labelled unread %q", name, err, d.Unread)
			}
			if err == nil {
				checkParts(t, name, z)
			}
		}
	}
}

func checkParts(t *testing.T, name string, z *zip.Reader) {
	t.Helper()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %s: %v", name, f.Name, err)
		}
		d := xml.NewDecoder(r)
		for err == nil {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %s: %v", name, f.Name, err)
		}
		r.Close()
	}
}

func TestParagraphs(t *testing.T) {
	for _, d := range labels(t).Documents {
		if (d.Unread == "") != (len(d.Paragraphs) > 0) {
			t.Errorf("%s: unread %q with %d paragraphs", d.Files[0], d.Unread, len(d.Paragraphs))
		}
		seen := make(map[string]bool)
		for _, p := range d.Paragraphs {
			if p.Text == "" || (p.Label != "" && seen[p.Label]) {
				t.Errorf("%s: paragraph %q is empty or its label stands twice: %q", d.Files[0], p.Label, p.Text)
			}
			seen[p.Label] = true
			if !p.Kind.Substantive() && len(p.Themes) > 0 && p.Kind != corpus.KindOther {
				t.Errorf("%s %s: a %s is labelled with themes %v", d.Files[0], p.Label, p.Kind, p.Themes)
			}
		}
	}
}

// The corpus exists to show these; each line names what the demo would lose.
func TestCorpusShowsWhatItShould(t *testing.T) {
	l := labels(t)
	themes := make(map[corpus.Theme]map[string]bool)
	languages := make(map[string]bool)
	works := make(map[string]bool)
	var joint, group, revised, unread, aggregate int
	for _, d := range l.Documents {
		languages[d.Language] = true
		works[d.Meeting+" "+symbolWork(t, d)] = true
		joint += count(len(d.Sources) == 3)
		group += count(len(d.OnBehalfOf) > 0)
		revised += count(d.Superseded)
		unread += count(d.Unread != "")
		aggregate += count(d.Attribution == corpus.AttributionAggregate)
		for _, p := range d.Paragraphs {
			for _, th := range p.Themes {
				if themes[th] == nil {
					themes[th] = make(map[string]bool)
				}
				themes[th][d.Sources[0]] = true
			}
		}
	}
	for _, th := range corpus.Themes() {
		if n := len(themes[th]); n == 0 || (n == 1) != (th == 6) {
			t.Errorf("theme %d is addressed by %d sources; every one must be, and spam alone by only one", th, n)
		}
	}
	if len(languages) != len(corpus.Languages) || len(works) < 14 {
		t.Errorf("have %d languages and %d works", len(languages), len(works))
	}
	if joint != 2 || group != 1 || revised != 1 || unread != 1 || aggregate != 1 {
		t.Errorf("joint files %d, on behalf of a group %d, revised %d, unread %d, aggregate %d", joint, group, revised, unread, aggregate)
	}
}

func symbolWork(t *testing.T, d sample.Document) string {
	t.Helper()
	if d.Symbol == "" {
		return d.Files[0]
	}
	s, _, err := corpus.ParseSymbol(d.Symbol)
	if err != nil || s.String() != d.Symbol {
		t.Fatalf("%s: symbol %q reads as %q: %v", d.Files[0], d.Symbol, s, err)
	}
	return s.Work()
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestGroupsDiffer(t *testing.T) {
	var opposed, agreed int
	for _, g := range labels(t).Groups {
		if len(g.Proposes) < 2 {
			t.Errorf("group %s: proposed by %v only", g.ID, g.Proposes)
		}
		opposed += count(len(g.Opposes) > 0)
		agreed += count(len(g.Proposes) >= 4 && len(g.Opposes) == 0)
	}
	if opposed == 0 || agreed == 0 {
		t.Errorf("want both agreement and opposition, have %d and %d groups", agreed, opposed)
	}
}

func TestMembersAreDeclared(t *testing.T) {
	var file struct {
		Members []struct {
			ID, Kind, Region string
			Names, Formal    map[string]string
			Aliases          []string
		}
	}
	if err := yaml.UnmarshalWithOptions(sample.Members(), &file, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	declared := map[string]bool{"SECRETARIAT": true}
	for _, m := range file.Members {
		declared[m.ID] = true
		for _, l := range corpus.Languages {
			if m.Names[l] == "" || m.Formal[l] == "" {
				t.Errorf("%s has no name in %s", m.ID, l)
			}
		}
		if m.Kind == "member" && (len(m.ID) != 3 || m.ID[0] != 'X' || !strings.Contains("ABCDE", m.Region)) {
			t.Errorf("member %q in region %q: want X and two letters, and a region from A to E", m.ID, m.Region)
		}
	}
	for _, d := range labels(t).Documents {
		for _, id := range append(slices.Clone(d.Sources), d.OnBehalfOf...) {
			if !declared[id] {
				t.Errorf("%s: source %q is not declared", d.Files[0], id)
			}
		}
	}
}

func TestSidecarNamesFiles(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(sample.Metadata())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "file,symbol,meeting,date,source,title,language,attribution" {
		t.Errorf("columns %s", got)
	}
	for _, row := range rows[1:] {
		read(t, row[0])
		if a := corpus.Attribution(row[7]); a != corpus.AttributionNamed && a != corpus.AttributionAggregate {
			t.Errorf("%s: attribution %q", row[0], a)
		}
	}
}
