package plain

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/htmlindex"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// maxTags bounds the elements of a page, for each takes memory.
const maxTags = 3_000_000

// HTML reads a web page, or a document that a word processor saved as one. Its
// errors are [block.SkipError]s.
//
// A block's Raw is the text of its element before white space was made single;
// it is not the page's source.
func HTML(data []byte, o block.Options) (block.Document, error) {
	if most := limit(o.MaxBytes, defaultMaxBytes); len(data) > most {
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "%d bytes of HTML, more than %d; split the file", len(data), most)
	}
	if len(data) == 0 {
		return block.Document{}, block.Skip(corpus.ReasonEmpty, "the file has no bytes")
	}
	if IsBinary(data) {
		return block.Document{}, block.Skip(corpus.ReasonFormat, "no web page in any known encoding; save as PDF, DOCX or text")
	}
	text, charset, err := decodeHTML(data)
	if err != nil {
		return block.Document{}, err
	}
	if n := strings.Count(text, "<"); n > maxTags {
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "%d tags, more than %d; split the file", n, maxTags)
	}
	p := newPage(text, limit(o.MaxBlocks, defaultMaxBlocks))
	p.original = o.Original
	if root, err := html.Parse(strings.NewReader(text)); err == nil {
		p.head(root)
		p.walk(root, context{role: corpus.RoleBody}, 0)
	} else {
		p.tokens(text)
	}
	p.flush(context{role: corpus.RoleBody})
	switch {
	case p.full:
		return block.Document{}, block.Skip(corpus.ReasonTooLarge, "more than %d paragraphs; split the file", p.limit)
	case len(p.blocks) == 0:
		return block.Document{}, block.Skip(corpus.ReasonEmpty, "the page has no text; if a browser shows some, save it from there as PDF")
	}
	d := block.Document{MediaType: "text/html", Extractor: "html", Blocks: p.blocks, Title: p.title, Language: p.language}
	d.Grade, d.Warnings = gradeOf(text, charset)
	d.Warnings = append(d.Warnings, p.warnings...)
	return d, nil
}

var (
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:-]{2,40})`)
	xmlCharset  = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:-]{2,40})`)
)

// declared gives the encoding that a page names in its first kilobytes, "" for
// none or an unknown one.
func declared(data []byte) string {
	head := data[:min(len(data), 8<<10)]
	m := xmlCharset.FindSubmatch(head)
	if m == nil {
		m = metaCharset.FindSubmatch(head)
	}
	if m == nil {
		return ""
	}
	enc, err := htmlindex.Get(string(m[1]))
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(enc)
	if err != nil {
		return ""
	}
	return name
}

// decodeHTML is [Decode] with an ear for what the page says of itself: its word
// is taken where it makes writing of the page about as well as the encoding that
// would be chosen without it.
func decodeHTML(data []byte) (text, charset string, err error) {
	name := declared(data)
	if name == "" || strings.HasPrefix(name, "utf-") || utf8.Valid(data) {
		return Decode(data)
	}
	for _, other := range []func([]byte) (string, string, bool){decodeMarked, decodeWide, decodeUTF8} {
		if _, _, ok := other(data); ok {
			return Decode(data)
		}
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return Decode(data)
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || !believable(name, data, out) {
		return Decode(data)
	}
	return repair(string(out)), name, nil
}

// believable weighs an encoding that a page names against the best of our own.
func believable(name string, data, out []byte) bool {
	for _, c := range candidates() {
		if c.name != name && !(name == "gbk" && c.name == "gb18030") {
			continue
		}
		_, best := detect(data)
		return lettersOf().score(c.units(highLines(data)), c.script) >= best-25
	}
	return strings.Count(string(out), "\ufffd")*100 <= len(out)
}
