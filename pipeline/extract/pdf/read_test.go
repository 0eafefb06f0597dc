package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/pipeline/extract/block"
)

// brief is a block in one line: what a test compares.
func brief(b *block.Block) string {
	s := fmt.Sprintf("%d %s", b.Page, b.Role)
	if b.Level > 0 {
		s += fmt.Sprint(b.Level)
	}
	if b.Cell != nil {
		s += fmt.Sprintf(" %d/%d/%d", b.Cell.Table, b.Cell.Row, b.Cell.Column)
	}
	if b.Label != "" {
		s += " [" + b.Label + "]"
	}
	if b.Note != "" {
		s += " ^" + b.Note
	}
	return s + ": " + b.Text
}

func compare(t *testing.T, doc block.Document, want ...string) {
	t.Helper()
	var got []string
	for i := range doc.Blocks {
		got = append(got, brief(&doc.Blocks[i]))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
	checkBlocks(t, doc)
}

// checkBlocks tests what holds for every document.
func checkBlocks(t testing.TB, doc block.Document) {
	t.Helper()
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Text == "" || !utf8.ValidString(b.Text) || strings.Contains(b.Text, "  ") {
			t.Errorf("block %d: bad text %q", i, b.Text)
		}
		for _, a := range b.Anchors {
			if a.Text < 0 || a.Raw < 0 || a.Len <= 0 || a.Text+a.Len > len(b.Text) || a.Raw+a.Len > len(b.Raw) ||
				b.Text[a.Text:a.Text+a.Len] != b.Raw[a.Raw:a.Raw+a.Len] {
				t.Errorf("block %d: anchor %+v does not hold in %q and %q", i, a, b.Text, b.Raw)
			}
		}
		if b.Page < 1 || b.Page > doc.Pages {
			t.Errorf("block %d stands on page %d of %d", i, b.Page, doc.Pages)
		}
	}
}

func read(t *testing.T, m *maker) block.Document {
	t.Helper()
	doc, err := newTestReader(t).Read(m.bytes(), block.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// prose writes lines below each other from y down, 14 points apart.
func (m *maker) prose(x, y, size float64, lines ...string) float64 {
	for _, l := range lines {
		m.text(x, y, size, l)
		y -= 14
	}
	return y
}

func TestParagraphs(t *testing.T) {
	m := newMaker()
	m.bold(70, 760, 16, "Views of Ruritania on open networks")
	y := m.prose(70, 720, 11,
		"Ruritania considers that networks which remain open to all serve the many better than net-",
		"works which are closed, and it invites the working group to say so in its report to Council.",
		"It does so in a spirit of long-",
	)
	y = m.prose(70, y-10, 11,
		"A second paragraph begins after a gap and runs over more than one line, as paragraphs are",
		"known to do, until it ends.",
		"A third begins because the line before it had room for its first word and ended a sentence.",
	)
	m.prose(70, y-14, 11, "1) first proposal of the list, which is short;", "2) second proposal.")
	m.text(70, y-60, 11, "2025 was a good year.")
	compare(t, read(t, m),
		"1 heading1: Views of Ruritania on open networks",
		"1 body: Ruritania considers that networks which remain open to all serve the many better than networks which are closed, and it invites the working group to say so in its report to Council. It does so in a spirit of long-",
		"1 body: A second paragraph begins after a gap and runs over more than one line, as paragraphs are known to do, until it ends.",
		"1 body: A third begins because the line before it had room for its first word and ended a sentence.",
		"1 body [1)]: first proposal of the list, which is short;",
		"1 body [2)]: second proposal.",
		"1 body: 2025 was a good year.",
	)
}

func TestRunningLinesAndNotes(t *testing.T) {
	m := newMaker()
	for i := 1; i <= 3; i++ {
		m.text(250, 800, 9, "CWG-Internet-99/7")
		m.prose(70, 700, 11,
			fmt.Sprintf("The body of page %d says one thing, at such a length that it must go on to a second line,", i),
			"and there it ends.")
		m.text(155, 690, 7, fmt.Sprint(i)) // the note's mark, after "ends."
		m.line(70, 130, 180, 130)
		m.text(70, 118, 8, fmt.Sprintf("%d See the note number %s of Freedonia.", i, strings.Repeat("x", i)))
		m.text(290, 40, 9, fmt.Sprintf("- %d -", i))
		m.page()
	}
	doc := read(t, m)
	var want []string
	for i := 1; i <= 3; i++ {
		want = append(want,
			fmt.Sprintf("%d header: CWG-Internet-99/7", i),
			fmt.Sprintf("%d body: The body of page %d says one thing, at such a length that it must go on to a second line, and there it ends.", i, i),
			fmt.Sprintf("%d footnote ^%d: See the note number %s of Freedonia.", i, i, strings.Repeat("x", i)),
			fmt.Sprintf("%d footer: - %d -", i, i))
	}
	compare(t, doc, want...)
	if b := doc.Blocks[1]; !strings.HasSuffix(b.Raw, "ends.1") || len(b.Boxes) != 2 {
		t.Errorf("the body keeps %q and %d boxes; want the footnote's mark in it, and two lines", b.Raw, len(b.Boxes))
	}
}

func TestQuotation(t *testing.T) {
	m := newMaker()
	m.prose(70, 740, 11, "The resolution of the Plenipotentiary Conference, which all Member States have agreed to, says this:")
	m.prose(110, 716, 11, "\"Member States are invited to hold the networks open, each", "as far as its law allows, and to tell the others how.\"")
	m.prose(70, 678, 11, "Ruritania holds that this is as true as it was on the day when those words were first agreed upon.")
	compare(t, read(t, m),
		"1 body: The resolution of the Plenipotentiary Conference, which all Member States have agreed to, says this:",
		"1 quotation: \"Member States are invited to hold the networks open, each as far as its law allows, and to tell the others how.\"",
		"1 body: Ruritania holds that this is as true as it was on the day when those words were first agreed upon.",
	)
}

func TestColumns(t *testing.T) {
	m := newMaker()
	m.bold(70, 780, 16, "A title that stands over both of the columns below")
	left := []string{"The left column comes first and", "is read from its top down to its", "end before anything that stands", "to its right is read, for that is", "how columns are read by people", "who read from left to right."}
	right := []string{"The right column comes second,", "and all of its lines follow those", "of the left, even though each of", "them stands beside one of them", "on the very same baseline as it", "does here in this small test."}
	for i := range left {
		// Row by row, as a bad program would: the order of the file is no help.
		m.text(70, 740-14*float64(i), 11, left[i])
		m.text(310, 740-14*float64(i), 11, right[i])
	}
	compare(t, read(t, m),
		"1 heading1: A title that stands over both of the columns below",
		"1 body: "+strings.Join(left, " "),
		"1 body: "+strings.Join(right, " "),
	)
}

func TestRuledTable(t *testing.T) {
	m := newMaker()
	m.text(70, 760, 11, "The table below has two rows, and the second cell of the second row has two lines.")
	for _, y := range []float64{740, 720, 686} {
		m.line(70, y, 470, y)
	}
	for _, x := range []float64{70, 200, 470} {
		m.line(x, 686, x, 740)
	}
	m.text(75, 725, 11, "Provision")
	m.text(205, 725, 11, "Proposed text")
	m.text(75, 706, 11, "No. 12")
	m.text(205, 706, 11, "Member States should consider the matter with")
	m.text(205, 692, 11, "care")
	compare(t, read(t, m),
		"1 body: The table below has two rows, and the second cell of the second row has two lines.",
		"1 table 1/1/1: Provision",
		"1 table 1/1/2: Proposed text",
		"1 table 1/2/1: No. 12",
		"1 table 1/2/2: Member States should consider the matter with care",
	)
}

func TestLooseTable(t *testing.T) {
	m := newMaker()
	for i, row := range [][3]string{{"State", "Year", "Share"}, {"Ruritania", "2024", "12"}, {"Freedonia", "2025", "40"}, {"Sylvania", "2026", "7"}} {
		y := 700 - 16*float64(i)
		m.text(70, y, 11, row[0])
		m.text(250, y, 11, row[1])
		m.text(400, y, 11, row[2])
	}
	doc := read(t, m)
	if len(doc.Blocks) != 12 || brief(&doc.Blocks[11]) != "1 table 1/4/3: 7" {
		t.Errorf("got %d blocks, the last %q", len(doc.Blocks), brief(&doc.Blocks[len(doc.Blocks)-1]))
	}
}

// TestArabic draws lines as a page shows them and expects them as they are read.
func TestArabic(t *testing.T) {
	m := newMaker()
	// Read: "إن القرار 102 (بوسان) مهم" and "في الفترة 2026-2028 مع ITU"; drawn, the
	// letters stand from left to right in the opposite order.
	m.drawn(300, 700, 12, "مهم"+" "+"(ناسوب)"+" "+"102"+" "+"رارقلا"+" "+"نإ")
	m.drawn(300, 660, 12, "ITU"+" "+"عم"+" "+"2028-2026"+" "+"ةرتفلا"+" "+"يف")
	doc := read(t, m)
	want := []string{"إن القرار 102 (بوسان) مهم", "في الفترة 2026-2028 مع ITU"}
	if len(doc.Blocks) != 2 {
		t.Fatalf("got %d blocks: %+v", len(doc.Blocks), doc.Blocks)
	}
	// The first drawn word is symmetric, so nothing but order is at stake.
	for i, w := range want {
		if got := doc.Blocks[i].Text; got != w {
			t.Errorf("got  %q\nwant %q", got, w)
		}
	}
}
