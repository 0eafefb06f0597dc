package office

import (
	"bytes"

	"golang.org/x/text/encoding"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

const rtfMediaType = "application/rtf"

// maxGroups bounds groups inside groups; what is deeper is left out.
const maxGroups = 500

// rtfReader walks one file.
type rtfReader struct {
	lex    rtfLexer
	out    *writer
	fonts  map[int]rtfFont
	styles map[int]rtfStyle
	lists  *numbering
	tables []block.Cell // the tables around the current place, outermost first
	story  *rtfStory
	heads  []block.Block
	title  string
	page   int // the file's code page
	// bytes wait to be decoded together by the page bytesPage.
	bytes     []byte
	bytesPage int
	decoders  map[int]*encoding.Decoder
	// high is the first half of a surrogate pair, 0 for none.
	high rune
	// skip counts the characters that stand in for a \u before them.
	skip     int
	depth    int
	foot     rtfCounter
	end      rtfCounter
	initials string
	comments int
	cutOff   bool
}

// rtfCounter numbers the notes of one kind.
type rtfCounter struct {
	format string
	next   int
}

// rtfStory is a stream of paragraphs: the body, a note, a text box, a head.
type rtfStory struct {
	role     corpus.Role // "" for the body, where roles vary
	note     string
	open     paragraph
	boxes    []block.Block
	label    string // of \listtext
	labelled bool
	depth    int // text boxes inside text boxes
	// plain collects text for other ends than a paragraph, where set.
	plain *bytes.Buffer
}

// RTF reads a Rich Text Format file. Its errors are [block.SkipError].
func RTF(data []byte, o block.Options) (block.Document, error) {
	if err := tooLarge(data, o); err != nil {
		return block.Document{}, err
	}
	at := bytes.Index(data[:min(len(data), 1024)], []byte(`{\rt`))
	if at < 0 {
		return block.Document{}, block.Skip(corpus.ReasonFormat, `this is not an RTF file: it does not begin with {\rtf`)
	}
	r := &rtfReader{
		lex: rtfLexer{data: data, at: at + 1}, out: newWriter(o), lists: newNumbering(), story: &rtfStory{}, page: defaultPage,
		fonts: make(map[int]rtfFont), styles: make(map[int]rtfStyle), decoders: make(map[int]*encoding.Decoder),
		foot: rtfCounter{"decimal", 1}, end: rtfCounter{"lowerRoman", 1},
	}
	st := rtfState{uc: 1, font: -1, lang: languages{}}
	r.group(&st)
	r.finish(&st)
	if r.cutOff {
		r.out.lost("the file ends before its last group does: it may be cut off")
	}
	r.out.flushNotes()
	r.out.settleOrphans()
	r.out.emitNew(r.heads, make(map[headRef]bool))
	doc, err := r.out.document(rtfMediaType, "rtf")
	if err != nil {
		return doc, err
	}
	doc.Title = r.title
	return doc, nil
}

// rtfState is what control words set for the text behind them; the end of a
// group restores it.
type rtfState struct {
	uc     int
	font   int    // of \f, -1 for none
	assoc  [4]int // fonts of \af behind \loch, \hich, \dbch and \rtlch, less one
	script int    // 0, or 1 + the index of the last of \loch, \hich, \dbch
	rtl    bool
	bold   bool
	hidden bool
	change change
	lang   languages
	para   rtfPara
}

// rtfPara are the properties of a paragraph.
type rtfPara struct {
	style   int
	table   int // depth of tables, 0 outside
	list    int // \ls, 0 for none
	level   int
	outline int // from 1, 0 for none
	centred bool
}

// group reads to the end of the group that the lexer is in. The state is the
// caller's copy.
func (r *rtfReader) group(st *rtfState) {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxGroups {
		r.out.lost("groups nested more than %d deep are left out", maxGroups)
		r.lex.skipGroup()
		return
	}
	first, star := true, false
	for {
		t := r.lex.next()
		if t.kind != rtfByte || r.skip > 0 {
			r.flushBytes(st)
		}
		switch t.kind {
		case rtfEnd:
			r.cutOff = true
			return
		case rtfClose:
			r.skip, r.high = 0, 0
			return
		case rtfOpen:
			r.skip, r.high = 0, 0
			inner := *st
			r.group(&inner)
		case rtfByte:
			r.byte(t, st)
		case rtfSymbol:
			if t.value == '*' && first {
				star = true
				continue
			}
			r.symbol(t.value, st)
		case rtfWord:
			if r.skipped() {
				break
			}
			if done := r.word(t, st, first, star); done {
				return
			}
			star = false
			continue
		}
		first, star = false, false
	}
}

// skipped reports whether the token stands in for a \u before it.
func (r *rtfReader) skipped() bool {
	if r.skip > 0 {
		r.skip--
		return true
	}
	return false
}
