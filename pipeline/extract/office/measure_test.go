package office

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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
			data := read(t, name)
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
	data := read(t, name)
	reader := readers[Sniff(data)]
	if reader == nil {
		reader = DOCX
	}
	doc, err := reader(data, block.Options{Original: os.Getenv("RAPPORTEUR_ORIGINAL") != ""})
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
			data := read(t, name)
			kind := Sniff(data)
			reader := readers[kind]
			if reader == nil {
				reader = DOCX
			}
			start := time.Now()
			doc, err := reader(data, block.Options{})
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

// notText is what the other extractor writes and no reader reads: picture
// marks, targets of links, ticks, entities, its own notation of formulas.
var notText = regexp.MustCompile(`(?s)<!--.*?-->|\]\([^)]*\)|\[x\]|&[a-z]+;|\$\$.*?\$\$|\$[^$]*\$`)

// TestReference compares words with another extractor's. Where it differs and
// is not wrong to, the files are named with the reason.
func TestReference(t *testing.T) {
	excused := map[string]string{
		"drawingml.docx":       "it writes a chart as a table of its values",
		"word_tables.docx":     "it repeats merged cells",
		"docx_rich_cells.docx": "it splits subscripts off and repeats merged cells",
	}
	files, _ := filepath.Glob(shared(t, "office", "reference", "*.docx"))
	for _, name := range files {
		want, err := os.ReadFile(name + ".md")
		if err != nil {
			continue
		}
		doc, err := DOCX(read(t, name), block.Options{})
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
		for _, w := range plainWords(notText.ReplaceAllString(string(want), " ")) {
			if have[w] > 0 {
				have[w]--
			} else {
				lost = append(lost, w)
			}
		}
		reason := excused[filepath.Base(name)]
		t.Logf("%-40s lost %d %q %s", filepath.Base(name), len(lost), head(lost), reason)
		if len(lost) > 0 && reason == "" {
			t.Errorf("%s: lost %q", name, lost)
		}
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestProbes looks for the 33 probes of the shared folder. The probes that a
// word processor lost when it wrote the other formats are named.
func TestProbes(t *testing.T) {
	lost := map[string]string{
		"docx": "", "odt": " XCOMMENT XFLD XMOVEFROM-mark ", "rtf": " XCOMMENT XFLD XTEXTBOX XMOVEFROM-mark ",
	}
	for _, kind := range []string{"docx", "odt", "rtf"} {
		doc, err := readers[kind](read(t, shared(t, "office", "probes."+kind)), block.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := show(doc)
		right := 0
		for _, c := range probes {
			if strings.Contains(lost[kind], " "+c.probe+" ") {
				continue
			}
			if ok := regexp.MustCompile("(?m)" + c.pattern).MatchString(got); ok == c.there {
				right++
			} else {
				t.Errorf("%s: %s: %v for %s in\n%s", kind, c.probe, ok, c.pattern, got)
			}
		}
		t.Logf("%s: %d of %d probes right; not in the file:%s", kind, right, len(probes), lost[kind])
	}
}

// probes are the patterns that must or must not be in the blocks as [show]
// writes them.
var probes = []struct {
	probe, pattern string
	there          bool
}{
	{"XHEADONE", `^heading1 XHEADONE`, true}, {"XLOCHEAD", `^heading1 XLOCHEAD`, true}, {"XNUMONE", `^body1 \[a\)\] XNUMONE`, true}, {"XNUMTWO", `^body1 \[b\)\] XNUMTWO`, true},
	{"XSPLITRUN", `^body XSPLITRUN split run$`, true}, {"XDELETED", `^body [^{]*XDELETED`, false}, {"XDELETED-mark", `\{del 7-7 XDELETED shall\}`, true},
	{"XINSERTED", `^body States XINSERTED should. act \{.*\{ins 7-24 XINSERTED should.\}`, true}, {"XTABA", `^body XTABA→XTABB↵XBRK.\x{2011}XNBH$`, true},
	{"XTABB", `→XTABB`, true}, {"XBRK", `↵XBRK`, true}, {"XNBH", `\x{2011}XNBH`, true}, {"XHYPER", `^body XHYPER link text$`, true}, {"XFOOTNOTE", `^footnote \(1\) XFOOTNOTE`, true},
	{"XCELLSPAN", `^table 1:1,1 XCELLSPAN\ntable 1:2,1 XCELLA\ntable 1:2,2 XCELLB\ntable 2:1,1 XNESTED\ntable 1:2,2 XAFTERNEST$`, true},
	{"XCELLA", `XCELLA`, true}, {"XCELLB", `XCELLB`, true}, {"XNESTED", `XNESTED`, true}, {"XAFTERNEST", `XAFTERNEST`, true},
	{"XSDTBLOCK", `^body XSDTBLOCK content control$`, true}, {"XSDTRUN", `XSDTRUN\.`, true}, {"XSMART", `XSMART\.`, true}, {"XFLD", `XFLD\.`, true}, {"XFLDRES", `XFLDRES`, true},
	{"XINSTR", `XINSTR`, false}, {"XTEXTBOX", `^box XTEXTBOX words$`, true}, {"XTEXTBOX-twice", `(?s)XTEXTBOX.*XTEXTBOX`, false}, {"XMOVEFROM", `^body [^{]*XMOVEFROM`, false},
	{"XMOVEFROM-mark", `XMOVEFROM`, false}, {"XMOVETO", `^body XMOVETO`, true}, {"XCOMMENTED", `^body XCOMMENTED\.$`, true}, {"XCOMMENT", `^comment \(1\) XCOMMENT$`, true},
	{"XHIDDEN", `^hidden XHIDDEN$`, true}, {"XHIDDEN-body", `^body.*XHIDDEN`, false}, {"XMATH", `^body XMATH$`, true}, {"XHEADER", `^header XHEADER$`, true}, {"XFOOTER", `^footer XFOOTER$`, true},
}

func plainWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
