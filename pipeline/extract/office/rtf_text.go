package office

import (
	"strings"
	"unicode/utf16"
)

// maxPending bounds the bytes that wait to be decoded.
const maxPending = 4096

// byte takes a byte of text in the code page of the font in use.
func (r *rtfReader) byte(t rtfToken, st *rtfState) {
	if r.skipped() {
		return
	}
	b := byte(t.value)
	page := r.pageOf(st)
	if page == symbolPage {
		r.flushBytes(st)
		font := r.fonts[st.font].name
		if symbolFont(font) {
			r.text(symbolText(font, b), st)
		} else {
			r.text(string(rune(b)), st)
		}
		return
	}
	if len(r.bytes) > 0 && page != r.bytesPage || len(r.bytes) >= maxPending && b < 0x80 {
		r.flushBytes(st)
	}
	r.bytes, r.bytesPage = append(r.bytes, b), page
}

// pageOf gives the code page that bytes are in.
func (r *rtfReader) pageOf(st *rtfState) int {
	if st.script == 3 && st.assoc[2] > 0 {
		if page := r.fontPage(st.assoc[2] - 1); leadByte(page, 0x90) {
			return page
		}
	}
	if st.rtl && st.assoc[3] > 0 {
		switch page := r.fontPage(st.assoc[3] - 1); page {
		case 1255, 1256:
			return page
		}
	}
	return r.fontPage(st.font)
}

func (r *rtfReader) fontPage(font int) int {
	f, ok := r.fonts[font]
	if !ok || f.page == 0 {
		return r.page
	}
	return f.page
}

// flushBytes decodes the bytes that wait.
func (r *rtfReader) flushBytes(st *rtfState) {
	if len(r.bytes) == 0 {
		return
	}
	data := r.bytes
	r.bytes = r.bytes[:0]
	ascii := true
	for _, b := range data {
		ascii = ascii && b < 0x80
	}
	if ascii {
		r.text(string(data), st)
		return
	}
	r.text(r.decode(data, r.bytesPage), st)
}

// decode makes text of bytes in a code page; what the page does not have
// becomes U+FFFD.
func (r *rtfReader) decode(data []byte, page int) string {
	d := r.decoders[page]
	if d == nil {
		d = pageEncoding(page).NewDecoder()
		r.decoders[page] = d
	}
	d.Reset()
	out, err := d.Bytes(data)
	if err != nil {
		out = data
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// unicode takes a \u: a UTF-16 unit, written as a signed number.
func (r *rtfReader) unicode(v int, st *rtfState) {
	r.skip = min(max(st.uc, 0), 255)
	if v < 0 {
		v += 0x10000
	}
	c := rune(v)
	if v < 0 || v > 0x10FFFF {
		c = '\uFFFD'
	}
	switch {
	case c >= 0xD800 && c <= 0xDBFF:
		r.high = c
		return
	case c >= 0xDC00 && c <= 0xDFFF:
		c = utf16.DecodeRune(r.high, c)
	}
	r.high = 0
	r.text(string(c), st)
}

// text adds decoded text to where the story puts it.
func (r *rtfReader) text(s string, st *rtfState) {
	if s == "" {
		return
	}
	s = withoutPrivate(s, r.fonts[st.font].name)
	if r.story.plain != nil {
		if r.story.plain.Len() < maxPending {
			r.story.plain.WriteString(s)
		}
		return
	}
	if st.change.shown(r.out.original) && !st.hidden {
		lang := st.lang
		if scriptOfLanguage(lang.western) == complexScript || lang.complex == "" {
			lang.complex = lang.western
		}
		r.out.votes.count(s, lang)
	}
	r.story.open.add(run{text: s, change: st.change, hidden: st.hidden, bold: st.bold})
}

// symbol takes a backslash with a character that is no letter.
func (r *rtfReader) symbol(c int, st *rtfState) {
	if r.skipped() {
		return
	}
	switch c {
	case '~':
		r.text("\u00A0", st)
	case '_':
		r.text("\u2011", st)
	case '\\', '{', '}', '\'':
		r.text(string(rune(c)), st)
	case '\t':
		r.text("\t", st)
	}
}
