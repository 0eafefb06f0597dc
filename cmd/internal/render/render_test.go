package render

import (
	"bytes"
	"strings"
	"testing"

	"rapporteur/corpus"
)

func sampleReport() corpus.Report {
	passage := corpus.CitedPassage{
		ID: "X-30/7#2.1", Ref: "X-30/7", Pinpoint: "X-30/7, 2.1, p. 3", Short: "2.1, p. 3", Sources: []string{"XQU"},
		Language: "ar", Text: "ندعو <الاتحاد> إلى دعم نقاط التبادل.",
	}
	return corpus.Report{
		Title: "A report & its <title>", Language: "en", Passages: []corpus.CitedPassage{passage},
		Blocks: []corpus.Block{
			corpus.Heading{Level: 1, Anchor: "theme-2", Text: "2. Connectivity"},
			corpus.Paragraph{Number: 1, Sentences: []corpus.Statement{
				{Text: "1 of 2 contributions addresses this theme.", Cites: []string{passage.ID}},
				{Text: "1 file could not be read.", Cites: []string{"ledger:a_b.docx"}},
			}},
			corpus.Quotation{Text: passage.Text, Language: "ar", Source: "Qumara", Cite: passage.ID, Pinpoint: passage.Pinpoint, Label: "P1"},
			corpus.Table{Caption: "Matrix", Wide: true, Header: []corpus.TableCell{{Text: "Source"}, {Text: "2"}}, Rows: [][]corpus.TableCell{
				{{Text: "Qumara"}, {Text: "addressed", State: corpus.CellAddressed, Cites: []string{passage.ID}}},
				{{Text: "A | B"}, {Text: "no passage found", State: corpus.CellNotAddressed}},
			}},
			corpus.Paragraph{Note: true, Sentences: []corpus.Statement{{Text: "Please refer to the originals."}}},
		},
	}
}

func TestMarkdown(t *testing.T) {
	var out bytes.Buffer
	if err := Markdown(&out, sampleReport()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"## 2. Connectivity", "1\\. 1 of 2 contributions addresses this theme. [X-30/7, 2.1, p. 3]", "[a_b.docx]",
		"**P1 · Qumara** (X-30/7, 2.1, p. 3):", "> ندعو &lt;الاتحاد> إلى دعم", "| Qumara | ● addressed (1) |", `| A \| B | – no passage found |`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestEscapeMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"CWG-Internet-30_9.docx": "CWG-Internet-30_9.docx",
		"_loose_ and *star*":     `\_loose\_ and \*star\*`,
		"__init__":               `\_\_init\_\_`,
		"[link](x) <b>":          `\[link\](x) &lt;b>`,
		"a|b `c` # ~":            "a\\|b \\`c\\` \\# \\~",
	} {
		if got := escapeMarkdown(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHTML(t *testing.T) {
	var out bytes.Buffer
	if err := HTML(&out, sampleReport()); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for _, want := range []string{
		"A report &amp; its &lt;title&gt;", `<h2 id="theme-2">`, `<blockquote lang="ar" dir="rtl">ندعو &lt;الاتحاد&gt;`,
		`href="#` + anchorOf("X-30/7#2.1") + `"`, `<dt id="` + anchorOf("X-30/7#2.1") + `"`, `<td class="addressed"><details class="cites"><summary><span aria-hidden="true">●</span><span class="unseen">addressed:</span> 1</summary>`,
		`<svg class="heat" role="group" aria-label="Matrix"`, `<title>Qumara · 2 · addressed (1)</title>`, `class="paragraph fixed"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	for _, request := range []string{"http://", "https://", "src=", "<script", "@import", "url("} {
		if strings.Contains(page, request) {
			t.Errorf("the page asks for something: %q", request)
		}
	}
}

func TestAnchorsDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, id := range []string{"X-30/7#2.1", "X-30/7#2-1", "X-30/72.1", "X-30_7#2.1", "X-30/7#2.1(Rev.1)", "X_2f", "X/"} {
		if other, twice := seen[anchorOf(id)]; twice {
			t.Errorf("%q and %q share the anchor %s", id, other, anchorOf(id))
		}
		seen[anchorOf(id)] = id
	}
}
