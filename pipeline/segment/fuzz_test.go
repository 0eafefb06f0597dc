package segment

import (
	"testing"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// blocksOf makes blocks of arbitrary bytes: each control byte ends one and says
// what kind the next is.
func blocksOf(data []byte) block.Document {
	roles := []corpus.Role{corpus.RoleBody, corpus.RoleHeading, corpus.RoleTable, corpus.RoleFootnote, corpus.RoleHeader, corpus.RoleFooter, "", corpus.RoleHidden}
	var doc block.Document
	b := block.Block{Role: corpus.RoleBody}
	flush := func(c byte) {
		doc.Blocks = append(doc.Blocks, b)
		b = block.Block{Role: roles[c%8], Level: int(c % 3), Bold: c&4 > 0, Centred: c&8 > 0}
		if b.Role == corpus.RoleTable {
			b.Cell = &block.Cell{Table: 1, Row: 1, Column: int(c)}
		}
		if c == 17 {
			b.Label = "a)"
		}
	}
	for _, c := range data {
		if c < 32 && c != '\t' && c != '\n' {
			flush(c)
			continue
		}
		b.Text += string([]byte{c})
	}
	flush(0)
	for i := range doc.Blocks {
		decorate(&doc.Blocks[i], i)
	}
	return doc
}

// decorate ties every other block to a file and marks changes in it, one in
// five wrongly.
func decorate(b *block.Block, i int) {
	n := len(b.Text)
	if i%2 == 1 && utf8.ValidString(b.Text) {
		b.Raw = "<" + b.Text + ">"
		b.Anchors = []corpus.Anchor{{Text: 0, Raw: 1, Len: n}}
	}
	b.Marks = []corpus.Mark{{Type: corpus.MarkDeleted, Start: n / 3, End: n / 3, Text: "old"}, {Type: corpus.MarkInserted, Start: 0, End: n / 2, Text: b.Text[:n/2]}}
	if i%5 == 4 {
		b.Marks[0].End = n + 7
		if b.Raw != "" {
			b.Anchors[0].Raw = 0
		}
	}
}

func FuzzSubmission(f *testing.F) {
	f.Add("S25-CLCWGINTERNET22-C-0003!R1!MSW-E.docx", []byte("Document C25/3-E\x01Chile\x02Purpose\x03To say it.\x04____\x05I\tIntroduction\x061. One\n2. Two\n\x11three\x12"), "C25/1", "CWG 1")
	f.Add("a.txt", []byte("Source: Chile\x08Date: 1 May 2025\x08Title: x\x081 - \xff\xfe \x08“quoted words that are long enough”"), "", "/")
	f.Add("b.txt", []byte("文件 C18/35-C\x08俄罗斯联邦的文稿\x08一、引言\x08（一）港口"), "", "")
	f.Fuzz(func(t *testing.T, file string, data []byte, symbol, meeting string) {
		if len(data) > 1<<16 {
			return
		}
		doc := blocksOf(data)
		h, ps, err := Segmenter{}.Submission(file, corpus.HashOf(data), doc, Sidecar{Symbol: symbol, Meeting: meeting}, Flags{Meeting: meeting, Source: symbol})
		if err != nil {
			t.Fatal(err)
		}
		text, err := h.Symbol.Value.MarshalText()
		if err != nil || len(text) == 0 || h.Meeting.Value == "" {
			t.Fatalf("header %+v: %v", h, err)
		}
		var again corpus.Symbol
		if err := again.UnmarshalText(text); err != nil || again.String() != string(text) {
			t.Fatalf("symbol %q is read back as %q: %v", text, again, err)
		}
		corpus.AssignIDs(string(text), ps)
		if err := corpus.VerifyClaims(ps, nil); err != nil {
			t.Fatal(err)
		}
		for _, p := range ps {
			if len(p.Marks) > 2 || p.Raw == p.Text {
				t.Fatalf("passage %+v", p)
			}
		}
	})
}

func TestLabelOffKeepsTheTie(t *testing.T) {
	doc := block.Document{Blocks: []block.Block{{
		Role: corpus.RoleBody, Text: "1.\tNew  lamps\nand oil", Raw: "1.\tNew  lamps[x]\nand oil",
		Anchors: []corpus.Anchor{{Text: 0, Raw: 0, Len: 13}, {Text: 13, Raw: 16, Len: 8}},
		Marks:   []corpus.Mark{{Type: corpus.MarkInserted, Start: 3, End: 13, Text: "New  lamps"}, {Type: corpus.MarkDeleted, Start: 2, End: 2, Text: "Old"}, {Type: corpus.MarkInserted, Start: 0, End: 2, Text: "1."}},
	}}}
	_, ps := read(t, "x.docx", doc, Sidecar{}, Flags{})
	p := ps[0]
	if p.Text != "New lamps and oil" || p.Label != "1" {
		t.Fatalf("%q, label %q", p.Text, p.Label)
	}
	start, end := p.RawSpan(4, 13)
	if got := p.Raw[start:end]; got != "lamps[x]\nand" {
		t.Errorf("raw span is %q", got)
	}
	if len(p.Marks) != 2 || p.Marks[0].Text != "New lamps" || p.Marks[0].Start != 0 || p.Marks[1].Start != 0 || p.Marks[1].Text != "Old" {
		t.Errorf("marks %+v", p.Marks)
	}
}
