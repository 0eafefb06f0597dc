package office

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// shared gives a path in the folder of real files, and skips the test where
// there is none.
func shared(t *testing.T, elem ...string) string {
	t.Helper()
	root := os.Getenv("RAPPORTEUR_SHARED")
	if root == "" {
		t.Skip("set RAPPORTEUR_SHARED to measure against real files")
	}
	return filepath.Join(append([]string{root, "data"}, elem...)...)
}

type reader func([]byte, block.Options) (block.Document, error)

var readers = map[string]reader{"docx": DOCX, "odt": ODT, "rtf": RTF}

// TestTruth measures word-F1 against the exact text of invented contributions.
func TestTruth(t *testing.T) {
	root := shared(t, "pdf", "truth")
	for _, kind := range []string{"docx", "odt", "rtf"} {
		files, _ := filepath.Glob(filepath.Join(root, kind, "*."+kind))
		for _, name := range files {
			base := strings.TrimSuffix(filepath.Base(name), "."+kind)
			want, err := os.ReadFile(filepath.Join(root, "gt", base+".txt"))
			if err != nil {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			doc, err := readers[kind](data, block.Options{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			f1, extra, lost := wordF1(readText(doc), string(want))
			t.Logf("%-4s %-8s F1 %.4f  %4d blocks  %-3s %6s  extra %q lost %q", kind, base, f1, len(doc.Blocks), doc.Language, time.Since(start).Round(100*time.Microsecond), head(extra), head(lost))
			if f1 < 0.995 {
				t.Errorf("%s: word-F1 %.4f", name, f1)
			}
		}
	}
}

func head(s []string) []string { return s[:min(len(s), 8)] }

// readText joins what belongs to the body, without labels.
func readText(doc block.Document) string {
	var b strings.Builder
	for _, k := range doc.Blocks {
		switch k.Role {
		case corpus.RoleCover, corpus.RoleHeading, corpus.RoleBody, corpus.RoleQuotation, corpus.RoleTable, corpus.RoleBox:
			b.WriteString(k.Text + "\n")
		}
	}
	return b.String()
}

// words are words, and single characters of Chinese.
func words(s string) []string {
	var out []string
	for _, w := range strings.Fields(norm.NFC.String(s)) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			out = append(out, strings.Split(w, "")...)
		} else {
			out = append(out, w)
		}
	}
	return out
}

func wordF1(got, want string) (f1 float64, extra, lost []string) {
	count := make(map[string]int)
	w, g := words(want), words(got)
	for _, x := range w {
		count[x]++
	}
	hits := 0
	for _, x := range g {
		if count[x] > 0 {
			count[x]--
			hits++
		} else {
			extra = append(extra, x)
		}
	}
	for _, x := range w {
		if count[x] > 0 {
			count[x]--
			lost = append(lost, x)
		}
	}
	return 2 * float64(hits) / float64(max(1, len(w)+len(g))), extra, lost
}

// TestShow prints the blocks of the file that RAPPORTEUR_FILE names.
func TestShow(t *testing.T) {
	name := os.Getenv("RAPPORTEUR_FILE")
	if name == "" {
		t.Skip("set RAPPORTEUR_FILE to print one file")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	read := readers[Sniff(data)]
	if read == nil {
		read = DOCX
	}
	doc, err := read(data, block.Options{Original: os.Getenv("RAPPORTEUR_ORIGINAL") != ""})
	fmt.Printf("%s err=%v title=%q language=%q warnings=%q\n", Sniff(data), err, doc.Title, doc.Language, doc.Warnings)
	for _, b := range doc.Blocks {
		cell := ""
		if b.Cell != nil {
			cell = fmt.Sprint(*b.Cell)
		}
		fmt.Printf("%-9s %d %-6q %s note=%q c=%v b=%v %q %v\n", b.Role, b.Level, b.Label, cell, b.Note, b.Centred, b.Bold, b.Text, b.Marks)
	}
}

// TestEveryFile reads all real files: none may take long or return an error of
// another kind.
func TestEveryFile(t *testing.T) {
	for _, dir := range []string{shared(t, "office"), shared(t, "office", "reference")} {
		files, _ := filepath.Glob(filepath.Join(dir, "*.*"))
		for _, name := range files {
			switch filepath.Ext(name) {
			case ".docx", ".odt", ".rtf":
			default:
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			kind := Sniff(data)
			read := readers[kind]
			if read == nil {
				read = DOCX
			}
			start := time.Now()
			doc, err := read(data, block.Options{})
			took := time.Since(start)
			t.Logf("%-55s %-9s %4d blocks %7s %v %q", filepath.Base(name), kind, len(doc.Blocks), took.Round(100*time.Microsecond), err, doc.Warnings)
			var skip *block.SkipError
			if err != nil && !errors.As(err, &skip) {
				t.Errorf("%s: %T is no SkipError", name, err)
			}
			if took > 5*time.Second {
				t.Errorf("%s took %v", name, took)
			}
			checkBlocks(t, name, doc)
		}
	}
}

// checkBlocks holds the blocks to the rules of package block.
func checkBlocks(t *testing.T, name string, doc block.Document) {
	t.Helper()
	for i, b := range doc.Blocks {
		if b.Text == "" || !utf8.ValidString(b.Text) || b.Text != strings.TrimSpace(b.Text) || !norm.NFC.IsNormalString(b.Text) || strings.Contains(b.Text, "  ") {
			t.Errorf("%s: block %d: text %q", name, i, b.Text)
		}
		for _, m := range b.Marks {
			if m.Start < 0 || m.End < m.Start || m.End > len(b.Text) || m.End > m.Start && b.Text[m.Start:m.End] != m.Text || m.Text == "" {
				t.Errorf("%s: block %d: mark %+v in %d bytes", name, i, m, len(b.Text))
			}
		}
		for _, a := range b.Anchors {
			if b.Text[a.Text:a.Text+a.Len] != b.Raw[a.Raw:a.Raw+a.Len] {
				t.Errorf("%s: block %d: anchor %+v", name, i, a)
			}
		}
	}
}

// TestReference compares words with another extractor's.
func TestReference(t *testing.T) {
	files, _ := filepath.Glob(shared(t, "office", "reference", "*.docx"))
	for _, name := range files {
		want, err := os.ReadFile(name + ".md")
		if err != nil {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := DOCX(data, block.Options{})
		if err != nil {
			t.Logf("%s: %v", filepath.Base(name), err)
			continue
		}
		have := make(map[string]int)
		for _, b := range doc.Blocks {
			for _, w := range plainWords(b.Label + " " + b.Text) {
				have[w]++
			}
		}
		var lost []string
		for _, w := range plainWords(string(want)) {
			if have[w] > 0 {
				have[w]--
			} else {
				lost = append(lost, w)
			}
		}
		t.Logf("%-40s lost %d %q", filepath.Base(name), len(lost), lost[:min(30, len(lost))])
	}
}

func plainWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
