package office

import (
	"strings"
	"testing"

	"rapporteur/pipeline/extract/block"
)

// TestODTText reads texts that need no styles of their own.
func TestODTText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"pieces", "<text:p>Co-<text:span>operation</text:span><text:tab/>two<text:line-break/>three <text:s text:c=\"9\"/>\n  four</text:p>", "body Co-operation→two↵three four"},
		{"headings and lists of content", `<text:table-of-content><text:table-of-content-source>no</text:table-of-content-source><text:index-body><text:p>Contents</text:p></text:index-body></text:table-of-content><text:h text:outline-level="2">Head</text:h>`, "body Contents\nheading2 Head"},
		{"notes and comments", `<text:p>One<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>below</text:p></text:note-body></text:note> two<office:annotation><dc:creator>A</dc:creator><dc:date>now</dc:date><text:p>why?</text:p></office:annotation></text:p>`,
			"body One two\nfootnote (1) below\ncomment (1) why?"},
		{"text box once", `<text:p>Anchor<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><draw:image/></draw:frame></text:p><draw:custom-shape><text:p>shape</text:p></draw:custom-shape>`, "body Anchor\nbox boxed\nbox shape"},
		{"formula", `<text:p>x=<draw:frame><draw:object><math:math><math:mi>y</math:mi><math:annotation>no</math:annotation></math:math></draw:object></draw:frame></text:p>`, "body x=y"},
		{"tables", `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>wide</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p><table:table><table:table-row><table:table-cell><text:p>inner</text:p></table:table-cell></table:table-row></table:table><text:p>after</text:p></table:table-cell></table:table-row></table:table>`,
			"table 1:1,1 wide\ntable 1:2,1 a\ntable 1:2,2 b\ntable 2:1,1 inner\ntable 1:2,2 after"},
		{"hidden", `<text:section text:display="none"><text:p>section</text:p></text:section><text:p>seen<text:hidden-text text:is-hidden="true">field</text:hidden-text></text:p><text:p>all<text:hidden-paragraph text:is-hidden="true"/></text:p>`,
			"hidden section\nbody seen\nhidden field\nhidden all"},
		{"ruby", `<text:p><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>字</text:p>`, "body 漢字"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := ODT(odtOf("", c.text, ""), block.Options{})
			expect(t, doc, err, c.want)
		})
	}
}

// TestODTChanges reads both sides of tracked changes.
func TestODTChanges(t *testing.T) {
	text := `<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>shall</text:p></text:deletion></text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region><text:changed-region text:id="j"><text:insertion/></text:changed-region></text:tracked-changes>` +
		`<text:p>States <text:change text:change-id="d"/><text:change-start text:change-id="i"/>should<text:change-end text:change-id="i"/> act.</text:p><text:p>One<text:change-start text:change-id="j"/></text:p><text:p><text:change-end text:change-id="j"/> two.</text:p>`
	doc, err := ODT(odtOf("", text, ""), block.Options{})
	expect(t, doc, err, "body States should act. {del 7-7 shall} {ins 7-13 should}\nbody One\nbody two.")
	doc, err = ODT(odtOf("", text, ""), block.Options{Original: true})
	expect(t, doc, err, "body States shall act. {del 7-12 shall} {ins 12-12 should}\nbody One two.")
}

// TestODTStyles follows styles, heads and properties.
func TestODTStyles(t *testing.T) {
	auto := `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/><style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>` +
		`<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>`
	styles := `<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="es"/></style:default-style><style:style style:name="Quotations" style:family="paragraph"/><style:style style:name="Heading_20_3" style:family="paragraph"/></office:styles>` +
		`<office:automatic-styles><style:style style:name="P1" style:family="paragraph"/></office:automatic-styles>` +
		`<office:master-styles><style:master-page><style:header><text:p text:style-name="P1">Head</text:p></style:header><style:header-left><text:p>Head</text:p></style:header-left><style:footer><text:p>Foot</text:p></style:footer></style:master-page></office:master-styles>`
	text := `<text:p text:style-name="P1">Quoted</text:p><text:p text:style-name="Heading_20_3">By name</text:p><text:p>Una palabra<text:span text:style-name="T1">ghost</text:span></text:p><text:p text:style-name="P2">Bold</text:p>`
	doc, err := ODT(odtOf(auto, text, styles), block.Options{})
	expect(t, doc, err, `
		quotation Quoted
		heading3 By name
		body Una palabra
		hidden ghost
		body Bold
		header Head
		footer Foot`)
	if doc.Title != "A title" || doc.Language != "es" {
		t.Errorf("title %q, language %q", doc.Title, doc.Language)
	}
	if b := doc.Blocks[4]; !b.Centred || !b.Bold {
		t.Errorf("%+v is neither centred nor bold", b)
	}
}

// TestODTLists counts lists and headings.
func TestODTLists(t *testing.T) {
	auto := `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>` +
		`<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>`
	styles := `<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles>`
	item := func(s string) string { return "<text:list-item>" + s + "</text:list-item>" }
	list := func(attrs string, items ...string) string {
		return "<text:list " + attrs + ">" + strings.Join(items, "") + "</text:list>"
	}
	text := `<text:h text:outline-level="1">H</text:h><text:h text:outline-level="2">H</text:h>` +
		list(`text:style-name="L" xml:id="x"`, item(p2("one")+p2("more")), item(p2("two")+list("", item(p2("sub")), item(p2("sub"))))) +
		p2("between") + list(`text:style-name="L" text:continue-numbering="true"`, item(p2("three"))) +
		list(`text:style-name="L"`, item(list("", item(p2("deep"))))) +
		list(`text:style-name="L" text:continue-list="x"`, `<text:list-item text:start-value="9">`+p2("nine")+"</text:list-item>", "<text:list-header>"+p2("head")+"</text:list-header>", item(p2("ten"))) +
		list(`text:style-name="B"`, item(p2("dot"))) + `<text:h text:outline-level="1" text:is-list-header="true">H</text:h><text:h text:outline-level="1">H</text:h>`
	doc, err := ODT(odtOf(auto, text, styles), block.Options{})
	expect(t, doc, err, `
		heading1 [1] H
		heading2 [1.1] H
		body1 [I.] one
		body more
		body1 [II.] two
		body2 [II.a)] sub
		body2 [II.b)] sub
		body between
		body1 [III.] three
		body2 [I.a)] deep
		body1 [IX.] nine
		body1 head
		body1 [X.] ten
		body1 [•] dot
		heading1 H
		heading1 [2] H`)
}

func p2(s string) string { return "<text:p>" + s + "</text:p>" }

// TestODTFlat reads a document that is one XML file.
func TestODTFlat(t *testing.T) {
	data := []byte(`<?xml version="1.0"?><office:document` + odfSpaces + ` office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Flat</dc:title></office:meta><office:body><office:text>` + p2("text") + `</office:text></office:body></office:document>`)
	if kind := Sniff(data); kind != "odt" {
		t.Errorf("sniffed %q", kind)
	}
	doc, err := ODT(data, block.Options{})
	expect(t, doc, err, "body text")
	if doc.Title != "Flat" {
		t.Errorf("title %q", doc.Title)
	}
}
