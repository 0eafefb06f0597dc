package pdf

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// atomsOf places the letters of s from left to right.
func atomsOf(s string) []atom {
	var out []atom
	for i, r := range []rune(s) {
		x := float32(5 * i)
		out = append(out, atom{r: r, left: x, right: x + 5, x: x, size: 10, cluster: i + 1})
	}
	return out
}

func textOf(atoms []atom) string {
	var b strings.Builder
	for _, a := range atoms {
		b.WriteRune(a.r)
	}
	return b.String()
}

func TestReading(t *testing.T) {
	for _, c := range []struct{ drawn, want string }{
		{"ةملك", "كلمة"},
		{"2003 ماع", "عام 2003"},
		{"2031-2028 ةرتفلا", "الفترة 2028-2031"},
		{"A/RES/80/173 ةقيثولا", "الوثيقة A/RES/80/173"},
		{"لمعلا CWG-Internet قيرف", "فريق CWG-Internet العمل"},
		{"15.5 ةبسن", "نسبة 15.5"},
		{"(ةيروهمج) اينطيرور", "روريطنيا (جمهورية)"},
		{"ةبسن 12/09/2025", "12/09/2025 نسبة"},
		{"C6و C5و", "وC5 وC6"},
	} {
		if got := textOf(reading(atomsOf(c.drawn), true)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.drawn, got, c.want)
		}
	}
	if got := textOf(reading(atomsOf("the word ةملك here"), false)); got != "the word كلمة here" {
		t.Errorf("Arabic in English: %q", got)
	}
	if got := textOf(reading(atomsOf(")ناسوب( رارق"), true)); got != "قرار (بوسان)" {
		t.Errorf("brackets as drawn are not put right: %q", got)
	}
}

func TestLigatureOrder(t *testing.T) {
	// One glyph for lam and alef: both letters stand at its place.
	a := atomsOf("ة لا")
	a[2].cluster, a[3].cluster = 9, 9
	if got := textOf(reading(a, true)); got != "لا ة" {
		t.Errorf("lam-alef: %q", got)
	}
}

func TestLigaturesToldAsDrawn(t *testing.T) {
	// The glyph for lam and meem tells "meem, lam", here and in another word.
	a := atomsOf("صمل ملا")
	a[1].cluster, a[2].cluster = 8, 8
	a[4].cluster, a[5].cluster = 9, 9
	if got := textOf(reading(a, true)); got != "الم لمص" {
		t.Errorf("ligatures as drawn: %q", got)
	}
}

func TestPageNumber(t *testing.T) {
	for s, want := range map[string]bool{
		"12": true, "- 2 -": true, "Page 3 of 8": true, "Página 4 de 9": true, "страница 5": true,
		"iv": true, "3/8": true, "第3页": true,
		"2025 report": false, "12 Member States": false, "CWG-Internet-22/3": false, "": false, "page": false, "20251": false,
	} {
		if got := pageNumber(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// lineAt makes a line with the given space after its first word.
func lineAt(text string, left, first, gap float32) line {
	l := line{text: text, size: 10, first: first, gap: 3}
	l.box = rect{left, 0, left + float32(len(text))*5, 10}
	l.second = left + first + gap
	return l
}

func TestLabel(t *testing.T) {
	for _, c := range []struct {
		text string
		gap  float32
		want string
	}{
		{"a) first proposal", 8, "a)"},
		{"1. first proposal", 8, "1."},
		{"1.2.3 first proposal", 8, "1.2.3"},
		{"(iv) fourth", 8, "(iv)"},
		{"• point", 3, "•"},
		{"12 Member States agree", 3, ""},
		{"12 Member States agree", 20, "12"},
		{"2025 was a year", 20, ""},
		{"1.5 million people", 3, ""},
		{"- a dash and text", 8, "-"},
		{"A word", 8, ""},
		{"б) второе предложение", 8, "б)"},
		{"I hold that this is so", 3, ""},
	} {
		l := lineAt(c.text, 70, 10, c.gap)
		if got, n := label([]line{l}); got != c.want || n > 0 && !strings.HasPrefix(c.text[n:], strings.Fields(c.text)[1]) {
			t.Errorf("%q with a gap of %g: %q, %d bytes; want %q", c.text, c.gap, got, n, c.want)
		}
	}
	for text, want := range map[string]string{
		"a) first": "a)", "(2) second": "(2)", "3. third": "3.", "J. Smith said": "", "2.5 per cent": "", "iv. fourth": "iv.", "14 bis text": "",
	} {
		l := lineAt(text, 70, 10, 3)
		if got, _ := startLabel([]line{l}); got != want {
			t.Errorf("start of %q: %q, want %q", text, got, want)
		}
	}
}

func TestHyphens(t *testing.T) {
	v := vocabulary{words: map[string]int{"information": 2, "first-order": 1, "first": 3, "order": 2, "people-centred": 2, "state": 1, "the": 5}}
	for _, c := range []struct {
		before, after string
		keep          bool
	}{
		{"of informa", "tion and", false},
		{"a first", "order question", true},
		{"the people", "centred view", true},
		{"an unknown", "word", false},
		{"the CWG", "Internet", true},
		{"in 2028", "2031", true},
	} {
		if got := v.keeps(c.before, c.after); got != c.keep {
			t.Errorf("%q / %q: keeps %v", c.before, c.after, got)
		}
	}
	v.sparing = true
	if !v.keeps("an unknown", "word") {
		t.Error("where hyphens at line ends are rare, they are the author's")
	}
}

func TestFrameCells(t *testing.T) {
	// Two rows and two columns; the first row is one cell.
	rules := []rect{{0, 0, 100, 0}, {0, 20, 100, 20}, {0, 40, 100, 40}, {0, 0, 0, 40}, {100, 0, 100, 40}, {50, 0, 50, 20}}
	frames := framesOf(rules)
	if len(frames) != 1 {
		t.Fatalf("%d frames", len(frames))
	}
	grid := frames[0].cells()
	if grid[0][0] != grid[0][1] || grid[1][0] == grid[1][1] || grid[0][0] == grid[1][0] {
		t.Errorf("cells %v", grid)
	}
}

func TestGrades(t *testing.T) {
	good := strings.Repeat("The working group invites all Member States to share their views on open networks, "+
		"on the cost of access in regions far from the sea, and on what each of them has learnt since its last report was written. ", 8)
	shifted := strings.Map(func(r rune) rune {
		if r == ' ' {
			return r
		}
		return r + 3
	}, good)
	filling := strings.Repeat("pdf_haystack ", 60)
	lost := strings.Repeat("\uFFFD\uFFFD\uFFFD word ", 40)
	for _, c := range []struct {
		name, first, second string
		want                corpus.Grade
	}{
		{"same", good, strings.ReplaceAll(good, " ", ""), corpus.GradeA},
		{"no second", good, "", corpus.GradeB},
		{"other words", good, strings.Repeat("Something else is said by this other text here, in other words. ", 20), corpus.GradeC},
		{"shifted letters", shifted, shifted, corpus.GradeD},
		{"one odd word", filling, filling, corpus.GradeA},
		{"lost letters", lost, lost, corpus.GradeD},
		{"first garbled, second not", lost, good, corpus.GradeC},
	} {
		doc := block.Document{Pages: 1, Extractor: "pdfium", Blocks: []block.Block{{Text: c.first, Page: 1}}}
		if Judge(&doc, c.second, nil); doc.Grade != c.want {
			t.Errorf("%s: %s, want %s (%v)", c.name, doc.Grade, c.want, look(c.first))
		}
	}
}

func TestFallback(t *testing.T) {
	doc, err := Fallback("First page\nof text\n\nmore\fةملك لوا\f")
	if err != nil || doc.Pages != 2 || len(doc.Blocks) != 3 || doc.Blocks[2].Text != "اول كلمة" {
		t.Errorf("got %+v, %v", doc, err)
	}
	if _, err := Fallback(" \f \n"); err == nil {
		t.Error("nothing was taken for a document")
	}
}

func TestRecognisedTable(t *testing.T) {
	tsv := "level\tpage\n" +
		"5\t1\t1\t1\t1\t1\t200\t100\t100\t40\t90\tOpen\n" +
		"5\t1\t1\t1\t1\t2\t320\t100\t100\t40\t80\tnetworks\n" +
		"5\t1\t1\t1\t2\t1\t200\t160\t100\t40\t70\tserve\n" +
		"5\t1\t2\t1\t1\t1\t200\t300\t100\t40\t60\tEnd\n"
	blocks, sure := parseTSV(tsv, 3, 2200)
	if len(blocks) != 2 || blocks[0].Text != "Open networks serve" || len(blocks[0].Boxes) != 2 || sure != 75 {
		t.Fatalf("got %+v, sure %g", blocks, sure)
	}
	if b := blocks[0].Boxes[0]; b.Page != 3 || b.Left != 72 || b.Top != 756 {
		t.Errorf("the first line stands at %+v", b)
	}
}

func TestPageList(t *testing.T) {
	if got := pageList([]int{0, 3, 4, 5}); got != "pages 1, 4-6 are pictures" {
		t.Error(got)
	}
	if got := pageList([]int{6}); got != "page 7 is a picture" {
		t.Error(got)
	}
}

func TestTurn(t *testing.T) {
	p := page{width: 100, height: 200, glyphs: []glyph{{box: rect{10, 20, 30, 25}, x: 10, base: 21}}}
	want := p.glyphs[0]
	p.turn(1)
	if back := turnBack(p.glyphs[0].box, 1, p.width, p.height); back != want.box {
		t.Errorf("turned back to %v, want %v", back, want.box)
	}
	p.turn(3)
	if p.glyphs[0] != want || p.width != 100 {
		t.Errorf("four quarters make %+v", p.glyphs[0])
	}
}

func TestPower(t *testing.T) {
	got := []bool{power("164 000 km"), power("countries"), power("m"), power("end."), power("最不发达国家")}
	if !slices.Equal(got, []bool{true, false, true, false, false}) {
		t.Error(got)
	}
}
