package plain

import (
	"testing"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

func FuzzDecode(f *testing.F) {
	for _, sentences := range texts {
		f.Add([]byte(sentences[0]))
	}
	f.Add([]byte("\xff\xfea\x00b\x00\x00\xd8"))
	f.Add([]byte("caf\xe9 \xe2\x80\x9copen\xe2\x80\x9d \x93x\x94\nÃ©\nпривет \xcc\xee\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, charset, err := Decode(data)
		if err == nil && charset == "" {
			t.Error("text without the name of an encoding")
		}
		if !utf8.ValidString(text) {
			t.Errorf("not UTF-8: %q", text)
		}
		IsBinary(data)
		LooksLikeHTML(data)
	})
}

func FuzzText(f *testing.F) {
	f.Add([]byte("\tPurpose\nII\tProposals\n1. [bookmark: _H]Ruritania proposes a\n plan\n·  one\n two\n___\n(a) x\f\nKey: value\n"))
	f.Add([]byte("# T\n\n> q\n> r\n\n| a | b |\n|--|--|\n| c | d\\| |\n\n```\nx\n```\n[^1]: n\nT\n===\n- [x](http://e) **b** `c`\n"))
	f.Add([]byte("||\n|-|\n|\\|\n"))
	f.Fuzz(func(t *testing.T, data []byte) { checkDocument(t, Text, data) })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(`<!doctype html><html lang=fr><title>t</title><p>a <b>b</b><br>c<ol type=a start=2><li>x<li value=9>y</ol>` +
		`<table><tr><td rowspan=2>1<td colspan=2>2<tr><td>3<table><tr><td>n<td>m</table></table><del>d</del><ins>i</ins>` +
		`<pre>p` + "\n\n" + `q</pre><blockquote>z</blockquote><div hidden>h</div><nav>n</nav><ruby>x<rt>y</ruby>`))
	f.Add([]byte("<meta charset=koi8-r><p>\xf0\xd2\xcf"))
	f.Fuzz(func(t *testing.T, data []byte) { checkDocument(t, HTML, data) })
}

// checkDocument reads data, and asks package corpus whether the blocks would
// pass as passages.
func checkDocument(t *testing.T, read func([]byte, block.Options) (block.Document, error), data []byte) {
	t.Helper()
	d, err := read(data, block.Options{MaxBlocks: 5000})
	if err != nil {
		return
	}
	if len(d.Blocks) == 0 || d.Grade == "" || d.MediaType == "" {
		t.Errorf("incomplete document %+v", d)
	}
	for _, b := range d.Blocks {
		if b.Raw == "" && b.Anchors != nil || b.Raw == b.Text {
			t.Errorf("block %+v has a needless or a missing original", b)
		}
		p := corpus.Passage{ID: "x", Text: b.Text, Raw: b.Raw, Anchors: b.Anchors, Marks: b.Marks}
		if err := corpus.VerifyClaims([]corpus.Passage{p}, nil); err != nil {
			t.Errorf("%v in %+v", err, b)
		}
	}
}
