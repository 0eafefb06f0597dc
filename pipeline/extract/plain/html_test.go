package plain

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

func TestHTMLElements(t *testing.T) {
	for name, tc := range map[string]struct{ input, want string }{
		"headings and paragraphs": {"<title>x</title><script>s</script><style>y</style><h1>Views of <i>Ruritania</i></h1><p>One &amp;\n two&nbsp; three.<p>Four<br>five.<template>t</template><noscript>n</noscript>",
			"heading 1 | Views of Ruritania\nbody | One & two three.\nbody | Four\\nfive."},
		"loose text": {"<div>a <div>b</div> c <span>d</span></div>e", "body | a\nbody | b\nbody | c d\nbody | e"},
		"lists": {"<ol type=a start=3><li>x<li value=9>y<ul><li>z</ul><li><p>p</p><p>q</p></ol><ol reversed><li>r<li>s</ol><ol style='list-style-type: upper-roman'><li>u</ol><ol style='list-style:none'><li>v</ol>",
			"body 1 c. | x\nbody 1 i. | y\nbody 2 • | z\nbody 1 j. | p\nbody 1 | q\nbody 1 2. | r\nbody 1 1. | s\nbody 1 I. | u\nbody 1 | v"},
		"quotation": {"<p>a<blockquote><p>b</p>c</blockquote>d <q>e</q>", "body | a\nquotation | b\nquotation | c\nbody | d “e”"},
		"table": {"<table><caption>Costs</caption><tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3<table><tr><td>n<td>m</table>after</table>",
			"body | Costs\ntable 1:1:1 | A\ntable 1:1:2 | B\ntable 1:2:1 | 1\ntable 1:2:2 | 2\ntable 1:3:2 | 3\ntable 2:1:1 | n\ntable 2:1:2 | m\ntable 1:3:2 | after"},
		"layout table": {"<table><tr><td><h2>T</h2><p>x</table><table role=presentation><tr><td>a<td>b</table>", "heading 2 | T\nbody | x\nbody | a\nbody | b"},
		"landmarks": {"<header>Group</header><nav>Menu</nav><main><header>Intro</header><p>x</main><aside>Also</aside><footer>Contact</footer>",
			"header | Group\nheader | Menu\nbody | Intro\nbody | x\nfooter | Also\nfooter | Contact"},
		"a long header is content": {"<header><p>" + strings.Repeat("Ruritania proposes. ", 40) + "</header><p>x", "body | " + strings.TrimSpace(strings.Repeat("Ruritania proposes. ", 40)) + "\nbody | x"},
		"hidden":                   {"<p>a<p hidden>b<p style='display: none'>c<span style='DISPLAY:none'>d</span>", "body | a\nhidden | b\nhidden | cd"},
		"hidden in a line":         {"<p>a <span style='display:none'>b c</span>d</p>e", "body | a d\nhidden | b c\nbody | e"},
		"definitions, details":     {"<dl><dt>CWG<dd>the group</dl><details><summary>More</summary>text</details>", "body | CWG\nbody | the group\nbody | More\nbody | text"},
		"pre":                      {"<pre>a\n  b</pre>", "body | a\\nb"},
		"pre as document":          {"<pre>" + wrapped + "\n\nEnd.</pre>", ""},
		"ruby":                     {"<p><ruby>会<rp>(</rp><rt>huì</rt><rp>)</rp></ruby>议", "body | 会议"},
		"Chinese source lines":     {"<p>互联网公共\n  政策 and\n more", "body | 互联网公共政策 and more"},
		"footnotes": {"<p>As agreed<a href='#fn1' role=doc-noteref><sup>1</sup></a>.<section class=footnotes><hr><ol><li id=fn1><p>See 5.<a href='#fnref1' role=doc-backlink>↩</a></ol></section>",
			"body | As agreed.\nfootnote 1 | See 5."},
		"Word list": {"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>Text<o:p></o:p></p>" +
			"<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Bullet", "body 2 a) | Text\nbody 1 • | Bullet"},
		"bookmark": {"<p>[bookmark: _Hlk1]Text", "body | Text"},
	} {
		if tc.want == "" {
			continue
		}
		checkShown(t, name, HTML, tc.input, tc.want)
	}
}

func TestHTMLPreformattedDocument(t *testing.T) {
	d, err := HTML([]byte("<pre>"+wrapped+"\n\nEnd.</pre>"), block.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plain, _ := Text([]byte(wrapped+"\n\nEnd."), block.Options{})
	if got, want := show(d), show(plain); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestHTMLProperties(t *testing.T) {
	d, err := HTML([]byte("<html lang=fr-CH><head><title> Vues  de la Ruritanie </title></head><p align=center><b>Gras</b></p>"), block.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Vues de la Ruritanie" || d.Language != "fr" || !d.Blocks[0].Centred || !d.Blocks[0].Bold {
		t.Errorf("got %+v", d)
	}
}

func TestHTMLTrackedChanges(t *testing.T) {
	page := []byte("<p>Members  <del>may</del> <ins>should</ins> report <ins>every </ins><ins>year</ins>.")
	d, err := HTML(page, block.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := d.Blocks[0]
	if b.Text != "Members should report every year." {
		t.Errorf("text %q", b.Text)
	}
	want := []corpus.Mark{{Type: "del", Start: 8, End: 8, Text: "may"}, {Type: "ins", Start: 8, End: 14, Text: "should"}, {Type: "ins", Start: 22, End: 32, Text: "every year"}}
	if len(b.Marks) != len(want) {
		t.Fatalf("marks %+v", b.Marks)
	}
	for i, m := range b.Marks {
		if m != want[i] {
			t.Errorf("mark %+v, want %+v", m, want[i])
		}
	}
	if d, _ := HTML(page, block.Options{Original: true}); d.Blocks[0].Text != "Members may report ." {
		t.Errorf("original %q", d.Blocks[0].Text)
	}
}

func TestHTMLEncodings(t *testing.T) {
	text := texts["ru"][1]
	koi, _ := charmap.KOI8R.NewEncoder().String(text)
	win, _ := charmap.Windows1251.NewEncoder().String(text)
	latin, _ := charmap.Windows1252.NewEncoder().String(texts["fr"][0])
	for name, tc := range map[string]struct{ page, want string }{
		"named":                    {"<meta charset='koi8-r'><p>" + koi, text},
		"named in http-equiv":      {"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>" + win, text},
		"named wrongly":            {"<meta charset='iso-8859-1'><p>" + win, text},
		"UTF-8 under a false name": {"<meta charset='windows-1251'><p>" + text, text},
		"not named":                {"<html><p>" + latin, texts["fr"][0]},
		"says UTF-8 and is not":    {"<meta charset=utf-8><p>" + latin, texts["fr"][0]},
		"byte order mark":          {"\ufeff<meta charset=koi8-r><p>" + text, text},
	} {
		d, err := HTML([]byte(tc.page), block.Options{})
		if err != nil || d.Blocks[0].Text != tc.want {
			t.Errorf("%s: got %v, %v", name, d.Blocks, err)
		}
	}
}

// TestHTMLDeep reads elements nested deeper than any parser follows: the text
// must come out.
func TestHTMLDeep(t *testing.T) {
	d, err := HTML([]byte(strings.Repeat("<div>", 20000)+"Ruritania"), block.Options{})
	if err != nil || !strings.Contains(show(d), "Ruritania") {
		t.Errorf("got %v, %v", d, err)
	}
}

func TestLooksLikeHTML(t *testing.T) {
	for text, want := range map[string]bool{
		"<!DOCTYPE html><p>x":                      true,
		"\ufeff \n<?xml version='1.0'?><html>":     true,
		"<!-- c --><html>":                         true,
		"<p>a</p><ul><li>x</ul>":                   true,
		"<\x00h\x00t\x00m\x00l\x00>\x00a\x00b\x00": true,
		"The tag <p> begins a paragraph.":          false,
		"<Ruritania> proposes":                     false,
		"# Title\n\n<div>x</div>":                  false,
		"":                                         false,
	} {
		if got := LooksLikeHTML([]byte(text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
