package plain

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// show writes blocks one to a line: role, level, label or note, cell, page, text.
func show(d block.Document) string {
	var sb strings.Builder
	for _, b := range d.Blocks {
		fmt.Fprintf(&sb, "%s", b.Role)
		if b.Level > 0 {
			fmt.Fprintf(&sb, " %d", b.Level)
		}
		if b.Label+b.Note != "" {
			fmt.Fprintf(&sb, " %s", b.Label+b.Note)
		}
		if b.Cell != nil {
			fmt.Fprintf(&sb, " %d:%d:%d", b.Cell.Table, b.Cell.Row, b.Cell.Column)
		}
		if b.Page > 0 {
			fmt.Fprintf(&sb, " p%d", b.Page)
		}
		fmt.Fprintf(&sb, " | %s\n", strings.NewReplacer("\t", "\\t", "\n", "\\n").Replace(b.Text))
	}
	return sb.String()
}

// checkShown reads input and compares what is shown of it.
func checkShown(t *testing.T, name string, read func([]byte, block.Options) (block.Document, error), input, want string) {
	t.Helper()
	d, err := read([]byte(input), block.Options{})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if got := show(d); strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
	checkDocument(t, read, []byte(input))
}

func TestTextLayouts(t *testing.T) {
	for name, tc := range map[string]struct{ input, want string }{
		"a line is a paragraph": {" \tPurpose\nThe purpose of this paper is to help the group of Ruritania and others to discuss the Internet.\nAction required\n" +
			"_______________\n I\tIntroduction\nIt says, for example:\n·  The security of networks;\n·  Public policy issues pertaining to the management of\n Internet resources;\n·  … \nGiven this, more.\n\nII\tProposals\n1. [bookmark: _Hlk2]Ruritania proposes a talk. \n2. Ruritania proposes a plan.",
			"body | Purpose\nbody | The purpose of this paper is to help the group of Ruritania and others to discuss the Internet.\nbody | Action required\n" +
				"body | _______________\nbody | I\\tIntroduction\nbody | It says, for example:\nbody 1 • | The security of networks;\n" +
				"body 1 • | Public policy issues pertaining to the management of Internet resources;\nbody 1 • | …\nbody | Given this, more.\n" +
				"body | II\\tProposals\nbody | 1. Ruritania proposes a talk.\nbody | 2. Ruritania proposes a plan."},
		"wrapped at a margin, no blank lines": {wrapped,
			"body | PROPOSAL BY RURITANIA AND FREEDONIA\nbody | Source: Ruritania\n" +
				"body | The delegations of Ruritania and Freedonia have studied the challenges that small States meet when they connect their schools and their hospitals. They note with concern that the price of transit is still high in many regions, and that exchange points are few.\n" +
				"body | Proposals\nbody | 1. The group should invite Members to share what they have learned from exchange points in their countries, including what they cost and who runs them;\n" +
				"body | 2. The group should report to the Council every year.\nbody 1 • | a first bullet that is long enough to be broken at the margin as all the text here is broken;\nbody 1 • | a second bullet."},
		"keys":            {"Region: Sylvania\nSector: Government\nKeywords: access, trust\n\nText.", "body | Region: Sylvania\nbody | Sector: Government\nbody | Keywords: access, trust\nbody | Text."},
		"form feeds":      {"One.\n\fTwo.\n\f\nThree.", "body p1 | One.\nbody p2 | Two.\nbody p3 | Three."},
		"nested bullets":  {"- one\n  - inner\n  - inner two\n- two", "body 1 • | one\nbody 2 • | inner\nbody 2 • | inner two\nbody 1 • | two"},
		"footnote dump":   {"Members agree[footnoteRef:1] on this. [1: See Resolution 5.]\nNext.", "body | Members agree on this.\nfootnote 1 | See Resolution 5.\nbody | Next."},
		"numbers, Arabic": {"١. مقترح أول\n٢. مقترح ثان", "body | ١. مقترح أول\nbody | ٢. مقترح ثان"},
		"Chinese":         {"一、背景\n鲁里坦尼亚提出以下意见。\n二、提案", "body | 一、背景\nbody | 鲁里坦尼亚提出以下意见。\nbody | 二、提案"},
		"old line ends":   {"One.\rTwo.\rThree.", "body | One.\nbody | Two.\nbody | Three."},
		"one word to a line": {strings.Join(strings.Fields("The group of States should address questions of how the network is governed and how its costs are shared. Members may report on the progress that they made."), "\n"),
			"body | The group of States should address questions of how the network is governed and how its costs are shared.\nbody | Members may report on the progress that they made."},
		"a year is no number":  {"The meeting was in\n2014. It was long.", "body | The meeting was in 2014. It was long."},
		"an author's brackets": {"[1: this is how it was written]", "body | [1: this is how it was written]"},
	} {
		checkShown(t, name, Text, tc.input, tc.want)
	}
}

const wrapped = `PROPOSAL BY RURITANIA AND FREEDONIA
Source: Ruritania
The delegations of Ruritania and Freedonia have studied the challenges that
small States meet when they connect their schools and their hospitals. They
note with concern that the price of transit is still high in many regions, and
that exchange points are few.
Proposals
1. The group should invite Members to share what they have learned from
exchange points in their countries, including what they cost and who runs
them;
2. The group should report to the Council every year.
• a first bullet that is long enough to be broken at the margin as all the
text here is broken;
• a second bullet.
`

func TestTextMarkdown(t *testing.T) {
	checkShown(t, "markdown", Text, "# View of **Sylvania** #\n\nA [link](https://example.org) and States` *views*\nin two lines.[^1]\n\n[^1]: A note\nin two lines.\n\n"+
		"Second\n------\n\n> Quoted\n> words.\n>\n> More.\n\n1. One\n2. Two\n   goes on\n\n| A | B |\n|---|:-:|\n| c | d\\|e |\n\n```\nx\n  y\n```\n\nTitle\n=====\n",
		"heading 1 | View of Sylvania\nbody | A link and States` views in two lines.\nfootnote 1 | A note in two lines.\nheading 2 | Second\n"+
			"quotation | Quoted words.\nquotation | More.\nbody | 1. One\nbody | 2. Two goes on\ntable 1:1:1 | A\ntable 1:1:2 | B\ntable 1:2:1 | c\ntable 1:2:2 | d|e\n"+
			"body | x\\ny\nheading 1 | Title")
	if d, _ := Text([]byte("# A\n\nb"), block.Options{}); d.MediaType != "text/markdown" {
		t.Errorf("media type %q", d.MediaType)
	}
}

func TestTextRawLeadsBack(t *testing.T) {
	d, err := Text([]byte("·  Issues of\r\n the Internet\r\nNext."), block.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if b := d.Blocks[0]; b.Raw != "Issues of\r\n the Internet" || b.Label != "•" {
		t.Errorf("got %+v", b)
	}
	if b := d.Blocks[1]; b.Raw != "" || b.Anchors != nil {
		t.Errorf("an original for text that is the same: %+v", b)
	}
}

func TestSkips(t *testing.T) {
	for name, tc := range map[string]struct {
		data []byte
		o    block.Options
		want corpus.Reason
	}{
		"nothing":       {nil, block.Options{}, corpus.ReasonEmpty},
		"white space":   {[]byte(" \r\n\t\u200b\n"), block.Options{}, corpus.ReasonEmpty},
		"zip":           {[]byte("PK\x03\x04abcdefgh"), block.Options{}, corpus.ReasonFormat},
		"zeros":         {make([]byte, 4000), block.Options{}, corpus.ReasonFormat},
		"too large":     {[]byte("Ruritania"), block.Options{MaxBytes: 4}, corpus.ReasonTooLarge},
		"too many":      {[]byte("One.\nTwo.\nThree."), block.Options{MaxBlocks: 2}, corpus.ReasonTooLarge},
		"too many page": {[]byte("One.\fTwo.\fThree."), block.Options{MaxPages: 2}, corpus.ReasonTooLarge},
	} {
		for reader, read := range map[string]func([]byte, block.Options) (block.Document, error){"text": Text, "html": HTML} {
			if reader == "html" && strings.HasPrefix(name, "too many") {
				continue
			}
			_, err := read(tc.data, tc.o)
			var skip *block.SkipError
			if !errors.As(err, &skip) || skip.Reason != tc.want || skip.Detail == "" {
				t.Errorf("%s as %s: got %v, want %s", name, reader, err, tc.want)
			}
		}
	}
}

// TestSharedFiles reads the real files beside the repository, if the
// environment says where they are: no character may be lost or misread.
func TestSharedFiles(t *testing.T) {
	root := os.Getenv("RAPPORTEUR_SHARED")
	if root == "" {
		t.Skip("RAPPORTEUR_SHARED is not set")
	}
	files, _ := filepath.Glob(filepath.Join(root, "data", "netmundial", "all_contributions", "*.txt"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Text(data, block.Options{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if all := show(d); strings.ContainsAny(all, "\ufffd\u0080\u0092\u0093\u0094") || strings.Contains(all, "â€") {
			t.Errorf("%s: misread", file)
		}
	}
	if len(files) == 0 {
		t.Error("no files")
	}
}
