package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"rapporteur/corpus"
)

func written(t *testing.T, r corpus.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened writes a report and reads it back.
func opened(t *testing.T, r corpus.Report) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, r)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestCells(t *testing.T) {
	f := opened(t, sampleReport("en"))
	for _, c := range []struct{ sheet, cell, want string }{
		{english.sheets.matrix, "A1", "Source"}, {english.sheets.matrix, "B1", "2. International connectivity"}, {english.sheets.matrix, "C1", "3"},
		{english.sheets.matrix, "A2", "Borduria"}, {english.sheets.matrix, "B2", "● 1"}, {english.sheets.matrix, "B3", "○ 2"},
		{english.sheets.matrix, "C2", "–"}, {english.sheets.matrix, "C3", "?"},
		{english.sheets.matrix, "A5", "● addressed"}, {english.sheets.matrix, "A8", "? not read"},
		{english.sheets.proposals, "A2", "P1"}, {english.sheets.proposals, "B2", "Borduria"}, {english.sheets.proposals, "C2", arabicQuote},
		{english.sheets.proposals, "F2", "CWG-Internet"}, {english.sheets.proposals, "G2", "2026"}, {english.sheets.proposals, "H2", "2, 3"},
		{english.sheets.proposals, "I2", "✓"}, {english.sheets.proposals, "J2", "G1, G2"}, {english.sheets.proposals, "K2", "CWG-Internet-30/3, 4"},
		{english.sheets.proposals, "L2", "CWG-Internet-30/1, 2"},
		{english.sheets.passages, "A2", "CWG-Internet-30/1#1"}, {english.sheets.passages, "D2", "Ruritania"},
		{english.sheets.passages, "F2", "=1+1 is not a sum here\nbell"},
		{english.sheets.documents, "B2", `=HYPERLINK("x")`}, {english.sheets.documents, "I3", "scanned pages: no text"},
		{english.sheets.ledger, "A3", "30/9.pdf"}, {english.sheets.ledger, "B3", "not read"}, {english.sheets.ledger, "F2", "12"},
	} {
		got, err := f.GetCellValue(c.sheet, c.cell)
		if err != nil || got != c.want {
			t.Errorf("%s!%s = %q (%v), want %q", c.sheet, c.cell, got, err, c.want)
		}
		if formula, _ := f.GetCellFormula(c.sheet, c.cell); formula != "" {
			t.Errorf("%s!%s is a formula: %s", c.sheet, c.cell, formula)
		}
	}
	for cell, want := range map[string]excelize.CellType{"F2": excelize.CellTypeUnset, "A2": excelize.CellTypeSharedString} {
		if got, err := f.GetCellType(english.sheets.ledger, cell); err != nil || got != want {
			t.Errorf("ledger %s has type %v (%v), want %v", cell, got, err, want)
		}
	}
}

func TestLinks(t *testing.T) {
	f := opened(t, sampleReport("en"))
	for _, c := range []struct{ sheet, cell, want string }{
		{english.sheets.matrix, "B2", "Passages!A4"}, {english.sheets.matrix, "B3", "Passages!A3"}, {english.sheets.matrix, "C2", ""}, {english.sheets.proposals, "K2", "Passages!A4"},
	} {
		_, got, err := f.GetCellHyperLink(c.sheet, c.cell)
		if err != nil || got != c.want {
			t.Errorf("%s!%s leads to %q (%v), want %q", c.sheet, c.cell, got, err, c.want)
		}
	}
}

// The four states differ by mark and, but for silence, by fill.
func TestStatesLookDifferent(t *testing.T) {
	f := opened(t, sampleReport("en"))
	seen := make(map[string]string)
	for _, cell := range []string{"B2", "B3", "C2", "C3"} {
		id, err := f.GetCellStyle(english.sheets.matrix, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		colour := strings.Join(style.Fill.Color, "")
		if other, twice := seen[colour]; twice {
			t.Errorf("%s is filled like %s: %q", cell, other, colour)
		}
		seen[colour] = cell
	}
}

func TestSheets(t *testing.T) {
	for language, rtl := range map[string]bool{"en": false, "fr": false, "es": false, "ru": false, "zh": false, "ar": true} {
		f := opened(t, sampleReport(language))
		w := wordsFor(language).sheets
		if got := f.GetSheetList(); !slices.Equal(got, []string{w.matrix, w.proposals, w.passages, w.documents, w.ledger}) {
			t.Errorf("sheets are %s", got)
		}
		for _, sheet := range f.GetSheetList() {
			view, err := f.GetSheetView(sheet, 0)
			if err != nil || *view.RightToLeft != rtl {
				t.Errorf("%s of a report in %s: right to left is %v (%v)", sheet, language, *view.RightToLeft, err)
			}
			panes, err := f.GetPanes(sheet)
			if err != nil || !panes.Freeze || panes.YSplit != 1 {
				t.Errorf("%s: panes are %+v (%v)", sheet, panes, err)
			}
			head, err := f.GetCellValue(sheet, "A1")
			if err != nil || head == "" {
				t.Errorf("%s in %s has no heading", sheet, language)
			}
		}
	}
}

func TestFilters(t *testing.T) {
	data := written(t, sampleReport("en"))
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	filters := 0
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		filters += strings.Count(b.String(), "<autoFilter ")
		if f.Modified.Year() > 1980 {
			t.Errorf("%s has the time %v", f.Name, f.Modified)
		}
	}
	if filters != 4 {
		t.Errorf("%d sheets filter, want 4", filters)
	}
}

func TestSameBytes(t *testing.T) {
	for range 3 {
		if !bytes.Equal(written(t, sampleReport("en")), written(t, sampleReport("en"))) {
			t.Fatal("the same report gave other bytes")
		}
	}
	p, err := opened(t, sampleReport("en")).GetDocProps()
	if err != nil || p.Created != "2025-09-12T00:00:00Z" || p.Title != "Comparison & views" || p.Creator != "rapporteur" {
		t.Errorf("properties are %+v (%v)", p, err)
	}
}

func TestLongTextIsCutVisibly(t *testing.T) {
	got, err := opened(t, sampleReport("en")).GetCellValue(english.sheets.passages, "F5")
	if err != nil {
		t.Fatal(err)
	}
	units := len(utf16.Encode([]rune(got)))
	if !strings.HasSuffix(got, cutMark) || units > maxCell || units < maxCell-10 {
		t.Errorf("%d units, ending %q", units, got[len(got)-20:])
	}
}

func TestCut(t *testing.T) {
	mark := len([]rune(cutMark))
	for _, c := range []struct {
		in   string
		want int // length in runes
	}{
		{strings.Repeat("a", maxCell), maxCell},
		{strings.Repeat("a", maxCell+1), maxCell},
		{strings.Repeat("é", maxCell), maxCell},
		{strings.Repeat("😀", maxCell/2), maxCell / 2},
		{strings.Repeat("😀", maxCell), (maxCell-mark)/2 + mark},
	} {
		if got := len([]rune(cut(c.in))); got != c.want {
			t.Errorf("cut of %d bytes has %d characters, want %d", len(c.in), got, c.want)
		}
	}
}

func TestRowsAreHighEnough(t *testing.T) {
	f := opened(t, sampleReport("en"))
	for _, c := range []struct {
		sheet    string
		row      int
		from, to float64
	}{
		{english.sheets.matrix, 1, 40, 200}, {english.sheets.passages, 2, 30, 50}, {english.sheets.passages, 5, highest, highest}, {english.sheets.ledger, 2, 15, 20},
	} {
		got, err := f.GetRowHeight(c.sheet, c.row)
		if err != nil || got < c.from || got > c.to {
			t.Errorf("row %d of %s is %v high (%v), want %v to %v", c.row, c.sheet, got, err, c.from, c.to)
		}
	}
}

func TestEmptyReport(t *testing.T) {
	opened(t, corpus.Report{})
}

// BenchmarkMany writes the sheets of a report with 20,000 proposals and as
// many passages.
func BenchmarkMany(b *testing.B) {
	r := manyProposals(20_000)
	for b.Loop() {
		if err := Write(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}
