package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

var hash = corpus.HashOf([]byte("a file"))

// paragraphs makes one block of each line.
func paragraphs(lines ...string) block.Document {
	var doc block.Document
	for _, l := range lines {
		doc.Blocks = append(doc.Blocks, block.Block{Role: corpus.RoleBody, Text: l})
	}
	return doc
}

// read segments and checks what must hold of every submission.
func read(t *testing.T, file string, doc block.Document, side Sidecar, flags Flags) (corpus.Header, []corpus.Passage) {
	t.Helper()
	h, ps, err := Segmenter{}.Submission(file, hash, doc, side, flags)
	if err != nil {
		t.Fatal(err)
	}
	if h.Symbol.Value.IsZero() || !h.Symbol.Known() || !h.Meeting.Known() || h.Meeting.Value == "" {
		t.Errorf("header without symbol or meeting: %+v", h)
	}
	ids := slices.Clone(ps)
	corpus.AssignIDs(h.Symbol.Value.String(), ids)
	if err := corpus.VerifyClaims(ids, nil); err != nil {
		t.Error(err)
	}
	return h, ps
}

// lines shows passages as "role label [section] text".
func lines(ps []corpus.Passage) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "%s %s [%s] %s\n", p.Role, p.Label, p.Section, p.Text)
	}
	return b.String()
}

// seedLike has the shape of the contribution that started the project: no
// header, a box, a rule, a heading with a tab, a quoted list, two proposals.
func seedLike() block.Document {
	return paragraphs(
		" \tPurpose",
		"To let the harbour group talk about lights at sea, and to gather what Member States propose on them.",
		"Action required",
		"The group is invited to consider this document.",
		"_______________",
		" I\tIntroduction",
		"The lights of many harbours are old. Kenya consistently asks for new ones, and Kenya proposes to count them first, since nobody knows how many there are.",
		"Resolution 1305 of the Council lists the issues of the group, for example:",
		"·  Lights that are seen from far away;",
		"·  …",
		"Kenya believes that this list is long enough for the work of four years and more.",
		"",
		"II\tProposals",
		"1. Kenya proposes to hold a talk on lights at the 22th and 23th meeting.",
		"2. Kenya proposes to write down what was said there.",
	)
}

func TestSubmissionWithoutHeader(t *testing.T) {
	h, ps := read(t, "000_286d.txt", seedLike(), Sidecar{}, Flags{})
	if got, want := lines(ps), `heading  [] Purpose
box  [Purpose] To let the harbour group talk about lights at sea, and to gather what Member States propose on them.
heading  [] Action required
box  [Action required] The group is invited to consider this document.
heading  [] I Introduction
body  [Introduction] The lights of many harbours are old. Kenya consistently asks for new ones, and Kenya proposes to count them first, since nobody knows how many there are.
body  [Introduction] Resolution 1305 of the Council lists the issues of the group, for example:
quotation  [Introduction] Lights that are seen from far away;
quotation  [Introduction] …
body  [Introduction] Kenya believes that this list is long enough for the work of four years and more.
heading  [] II Proposals
body II.1 [Proposals] Kenya proposes to hold a talk on lights at the 22th and 23th meeting.
body II.2 [Proposals] Kenya proposes to write down what was said there.
`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := h.Symbol.Value.String(); got != "UNKNOWN/src-"+hash.Short() || h.Symbol.Basis != corpus.BasisAssigned || h.Meeting.Basis != corpus.BasisDefault {
		t.Errorf("symbol %q (%s), meeting %+v", got, h.Symbol.Basis, h.Meeting)
	}
	if len(h.Sources.Value) != 1 || h.Sources.Value[0].ID != "KEN" || h.Sources.Basis != corpus.BasisBody {
		t.Errorf("sources %+v", h.Sources)
	}
	if h.Language.Value != "en" || h.Title.Known() || h.Date.Known() {
		t.Errorf("language %+v, title %+v, date %+v", h.Language, h.Title, h.Date)
	}
}

func TestTrustInBases(t *testing.T) {
	doc := paragraphs("Document CWG-Internet-22/9-E", "14 January 2026", "Contribution by Kenya", "Lights at sea", strings.Repeat("The lights of the harbour are old and nobody counts them. ", 4))
	h, _ := read(t, "CWG-Internet-22_8.docx", doc, Sidecar{}, Flags{Meeting: "CWG-Internet 23", Source: "Chile"})
	for _, c := range []struct{ name, got, want string }{
		{"symbol", h.Symbol.Value.String() + "|" + string(h.Symbol.Basis) + "|" + h.Symbol.Conflict, "CWG-Internet-22/9|header|file name says CWG-Internet-22/8"},
		{"meeting", h.Meeting.Value + "|" + string(h.Meeting.Basis) + "|" + h.Meeting.Conflict, "CWG-Internet-22|header|flag says CWG-Internet-23"},
		{"sources", h.Sources.Value[0].ID + "|" + string(h.Sources.Basis) + "|" + h.Sources.Conflict, "KEN|source line|flag says CHL"},
		{"date", h.Date.Value + "|" + string(h.Date.Basis), "2026-01-14|header"},
		{"title", h.Title.Value + "|" + string(h.Title.Basis), "Lights at sea|header"},
		{"language", h.Language.Value + "|" + string(h.Language.Basis), "en|inferred from body"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	side := Sidecar{File: "x", Symbol: "C25/7(Rev.1)", Meeting: "CWG-Internet 21", Date: "2026-02", Source: "Chile; Peru", Title: "Lamps", Language: "es", Attribution: "aggregate-only"}
	h, _ = read(t, "x.docx", doc, side, Flags{Source: "Brazil"})
	if h.Symbol.Value.String() != "C25/7(Rev.1)" || h.Meeting.Value != "CWG-Internet-21" || h.Date.Value != "2026-02" || len(h.Sources.Value) != 2 ||
		h.Title.Value != "Lamps" || h.Language.Value != "es" || h.Attribution.Value != corpus.AttributionAggregate || h.Sources.Basis != corpus.BasisSidecar {
		t.Errorf("sidecar does not win: %+v", h)
	}
	if h.Date.Conflict != "header says 2026-01-14" || h.Language.Conflict != "header says en" {
		t.Errorf("conflicts: date %q, language %q", h.Date.Conflict, h.Language.Conflict)
	}
	h, _ = read(t, "x.txt", seedLike(), Sidecar{}, Flags{Meeting: "CWG-Internet-22"})
	if h.Symbol.Value.String() != "CWG-Internet-22/src-"+hash.Short() || h.Meeting.Basis != corpus.BasisFlag || h.Body.Value != "CWG-Internet" {
		t.Errorf("flag fills nothing: %+v", h)
	}
}

func TestNumberWithoutSeries(t *testing.T) {
	doc := paragraphs("Document 27-E", "13 November 2012", "Original: Russian", "Russian Federation", "PROPOSALS FOR THE WORK OF THE CONFERENCE")
	for _, c := range []struct{ file, meeting, want string }{
		{"S12-WCIT12-C-0027!!MSW-E.docx", "", "WCIT12/27 file name"}, {"x.docx", "WCIT-12", "WCIT12/27 flag"}, {"x.docx", "", "UNKNOWN/src-" + hash.Short() + " assigned"},
	} {
		h, _ := read(t, c.file, doc, Sidecar{}, Flags{Meeting: c.meeting})
		if got := h.Symbol.Value.String() + " " + string(h.Symbol.Basis); got != c.want {
			t.Errorf("%s with meeting %q: %q, want %q", c.file, c.meeting, got, c.want)
		}
	}
}

func TestHeadingsAndLabels(t *testing.T) {
	prose := strings.Repeat("The lights of the harbour are old and nobody counts them. ", 3)
	prose = strings.TrimSpace(prose)
	for _, c := range []struct {
		name string
		in   []string
		want []string
	}{
		{"bare numbers", []string{"1 Introduction", prose, "2 Lights at Sea", prose, "3 Proposals", "(a) new lamps;", "(b) new oil."},
			[]string{"heading 1", "body ", "heading 2", "body ", "heading 3", "body 3.(a)", "body 3.(b)"}},
		{"a list of short items is no heading", []string{"Proposals", "1. New lamps", "2. New oil", "3. New glass"}, []string{"heading Proposals", "body 1", "body 2", "body 3"}},
		{"numbered paragraphs", []string{"1. " + prose, "2. " + prose}, []string{"body 1", "body 2"}},
		{"dotted", []string{"1. Introduction", "1.1.On behalf of all. " + prose, "1.2. " + prose}, []string{"heading 1.", "body 1.1", "body 1.2"}},
		{"capitals", []string{"LIGHTS AT SEA", prose}, []string{"heading LIGHTS", "body "}},
		{"title case before prose", []string{"Lights and Other Lamps", prose}, []string{"heading Lights", "body "}},
		{"a short sentence is text", []string{"We thank the chair.", prose}, []string{"body ", "body "}},
		{"Russian", []string{"1 Введение", "Огни старые, и никто их не считает, хотя об этом просили уже много раз и очень настойчиво все соседи порта.", "2 Предложения", "а) новые лампы;", "б) новое масло."},
			[]string{"heading 1", "body ", "heading 2", "body 2.а)", "body 2.б)"}},
		{"Chinese", []string{"一、引言", "灯塔很旧，没有人数过它们。", "二、提案", "（一）更换灯具；", "（二）更换灯油。"}, []string{"heading 一、引言", "body ", "heading 二、提案", "body 二.（一）", "body 二.（二）"}},
		{"Arabic", []string{"1 مقدمة", "الأضواء قديمة ولم يحصها أحد حتى الآن في هذا الميناء الكبير.", "2 مقترحات", "أ ) مصابيح جديدة؛", "ب) زيت جديد."}, []string{"heading 1", "body ", "heading 2", "body 2.أ)", "body 2.ب)"}},
		{"a table of contents", []string{"1 Lights .......... 2", "2 Lamps .......... 3", "1 Lights", prose, "2 Lamps", prose}, []string{"body ", "body ", "heading 1", "body ", "heading 2", "body "}},
		{"rules and page numbers go, nothing else", []string{"a word", "____", "- 3 -", "12", "…"}, []string{"body ", "body ", "body "}},
	} {
		_, ps := read(t, "x.txt", paragraphs(c.in...), Sidecar{}, Flags{})
		var got []string
		for _, p := range ps {
			label := p.Label
			if p.Role == corpus.RoleHeading { // its number is part of what is printed
				label += strings.Fields(p.Text)[0]
			}
			got = append(got, string(p.Role)+" "+label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestComputedLabelsAndTables(t *testing.T) {
	doc := block.Document{Blocks: []block.Block{
		{Role: corpus.RoleHeading, Level: 1, Label: "II", Text: "Proposals"},
		{Role: corpus.RoleBody, Level: 1, Label: "1.", Text: "New lamps in every tower"},
		{Role: corpus.RoleBody, Level: 2, Label: "a)", Text: "with oil"},
		{Role: corpus.RoleBody, Level: 1, Label: "•", Text: "and glass"},
		{Role: corpus.RoleTable, Text: "1. Tower", Cell: &block.Cell{Table: 1, Row: 1, Column: 1}},
		{Role: corpus.RoleTable, Text: " ", Cell: &block.Cell{Table: 1, Row: 1, Column: 2}},
		{Role: corpus.RoleTable, Text: "12", Cell: &block.Cell{Table: 1, Row: 1, Column: 3}},
		{Role: corpus.RoleFootnote, Text: "1. See the log.", Note: "1"},
		{Role: corpus.RoleFooter, Text: "3"},
	}}
	_, ps := read(t, "x.docx", doc, Sidecar{}, Flags{})
	want := `heading II [] Proposals
body II.1 [Proposals] New lamps in every tower
body II.1.a) [Proposals] with oil
body  [Proposals] and glass
table  [Proposals] 1. Tower
table  [Proposals] 12
footnote  [Proposals] 1. See the log.
`
	if got := lines(ps); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBoxInATable(t *testing.T) {
	cell := func(text string) block.Block {
		return block.Block{Role: corpus.RoleTable, Text: text, Cell: &block.Cell{Table: 1, Row: 1, Column: 1}}
	}
	doc := block.Document{Blocks: []block.Block{
		cell("Purpose"), cell("To say what lamps need."), cell("Action required by the Council"), cell("The Council is invited to note it."),
		{Role: corpus.RoleBody, Text: "Lamps need oil, and oil needs barrels."},
	}}
	_, ps := read(t, "x.docx", doc, Sidecar{}, Flags{})
	want := `heading  [] Purpose
box  [Purpose] To say what lamps need.
heading  [] Action required by the Council
box  [Action required by the Council] The Council is invited to note it.
body  [Action required by the Council] Lamps need oil, and oil needs barrels.
`
	if got := lines(ps); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLanguages(t *testing.T) {
	doc := paragraphs(
		"Les phares de la côte sont anciens, et les administrations des ports demandent depuis longtemps que l'on en fasse le compte avec soin.",
		"Огни маяков старые, и администрации портов давно просят их сосчитать.", "灯塔很旧，港口管理部门早就要求清点。", "الأضواء قديمة وقد طلبت إدارات الموانئ إحصاءها.",
		"Port libre", "12 + 14", "φάρος")
	_, ps := read(t, "x.txt", doc, Sidecar{}, Flags{})
	var got []string
	for _, p := range ps {
		got = append(got, p.Language)
	}
	if want := []string{"fr", "ru", "zh", "ar", "fr", "und", "und"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLetterheadIsNoTitle(t *testing.T) {
	for text, want := range map[string]string{
		"NORWAY\x00Ministry of Harbours\x00September 2030\x00LIGHTS AT SEA\x00A paragraph follows that is long enough to be one.": "LIGHTS AT SEA",
		"MIHICT3PCTBA IIPbIPOJJHbIX PICYPCAY I AXOBbI\x00A paragraph follows that is long enough to be one.":                      "",
		"LIGHTS AT SEA*\x00A paragraph follows that is long enough to be one.":                                                    "LIGHTS AT SEA",
	} {
		var doc block.Document
		parts := strings.Split(text, "\x00")
		for i, p := range parts {
			role := corpus.RoleHeading
			if i == len(parts)-1 {
				role = corpus.RoleBody
			}
			doc.Blocks = append(doc.Blocks, block.Block{Role: role, Text: p})
		}
		if h, _ := read(t, "a.pdf", doc, Sidecar{}, Flags{}); h.Title.Value != want {
			t.Errorf("%q: title %q, want %q", text, h.Title.Value, want)
		}
	}
}
