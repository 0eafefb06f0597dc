package office

import "strings"

// defaultFont is where the index of the file's default font is kept.
const defaultFont = -2

// Limits of a file's tables of fonts, styles and lists.
const (
	maxFonts  = 10_000
	maxStyles = 10_000
	maxLists  = 10_000
)

// rtfFont is an entry of the font table.
type rtfFont struct {
	name string
	page int // 0 for the file's code page
	// index is set for the default font only.
	index int
}

// rtfStyle is what a style of the style sheet says.
type rtfStyle struct {
	heading int
	quote   bool
}

func (r *rtfReader) fontDefault() int {
	if f, ok := r.fonts[defaultFont]; ok {
		return f.index
	}
	return -1
}

// tableGroup reads the group that the lexer is in, to its end, and calls f for
// its tokens with their depth, from 1.
func (r *rtfReader) tableGroup(f func(t rtfToken, depth int)) {
	for depth := 1; ; {
		t := r.lex.next()
		switch t.kind {
		case rtfEnd:
			r.cutOff = true
			return
		case rtfOpen:
			depth++
		case rtfClose:
			f(t, depth)
			if depth--; depth == 0 {
				return
			}
			continue
		}
		f(t, depth)
	}
}

// fontTable reads the fonts and the code pages of their bytes.
func (r *rtfReader) fontTable() {
	at, f, base := -1, rtfFont{}, 0
	var name strings.Builder
	end := func() {
		if f.name = strings.TrimSpace(name.String()); at >= 0 && len(r.fonts) < maxFonts {
			if symbolFont(f.name) {
				f.page = symbolPage
			}
			r.fonts[at] = f
		}
		at, f = -1, rtfFont{}
		name.Reset()
	}
	r.tableGroup(func(t rtfToken, depth int) {
		switch {
		case t.kind == rtfWord && t.word == "f":
			at, base = t.value, depth
		case t.kind == rtfWord && t.word == "fcharset":
			f.page = charsetPage(t.value)
		case t.kind == rtfWord && t.word == "cpg" && t.value > 0:
			f.page = t.value
		case t.kind == rtfByte && t.value == ';' && depth == base:
			end()
		case t.kind == rtfByte && depth == base && name.Len() < 100:
			name.WriteByte(byte(t.value))
		case t.kind == rtfClose && depth == base && at >= 0:
			end()
		}
	})
}

// rtfEntry is a style as the style sheet has it.
type rtfEntry struct {
	name          string
	parent, level int  // level of the outline from 1, 0 for none
	other         bool // no paragraph style
}

// styleSheet reads the names of paragraph styles and their outline levels. A
// style without a telling name is as the style it is based on.
func (r *rtfReader) styleSheet() {
	entries := make(map[int]rtfEntry)
	e, at := rtfEntry{parent: -1}, 0
	var name strings.Builder
	r.tableGroup(func(t rtfToken, depth int) {
		switch {
		case depth != 2:
		case t.kind == rtfWord && t.word == "s":
			at = t.value
		case t.kind == rtfWord && t.word == "u":
			name.WriteRune(rune(uint16(t.value)))
		case t.kind == rtfWord:
			e.set(t)
		case t.kind == rtfByte && t.value != ';' && name.Len() < 200:
			name.WriteString(r.decode([]byte{byte(t.value)}, r.page))
		case t.kind == rtfClose:
			if e.name = strings.TrimSpace(name.String()); !e.other && len(entries) < maxStyles {
				entries[at] = e
			}
			e, at = rtfEntry{parent: -1}, 0
			name.Reset()
		}
	})
	for id := range entries {
		r.styles[id] = resolveEntry(entries, id)
	}
}

// set takes a word on a style.
func (e *rtfEntry) set(t rtfToken) {
	switch t.word {
	case "cs", "ds", "ts", "tsrowd":
		e.other = true
	case "sbasedon":
		e.parent = t.value
	case "outlinelevel":
		if t.value >= 0 && t.value < 9 {
			e.level = t.value + 1
		}
	}
}

func resolveEntry(entries map[int]rtfEntry, id int) rtfStyle {
	var s rtfStyle
	seen := make(map[int]bool)
	for e, ok := entries[id]; ok && !seen[id] && len(seen) < maxStyleChain; e, ok = entries[id] {
		seen[id] = true
		if s.heading == 0 {
			s.heading = headingLevel(e.name)
		}
		if s.heading == 0 {
			s.heading = e.level
		}
		s.quote = s.quote || quotationStyle(e.name)
		id = e.parent
	}
	return s
}

// info reads the document's title.
func (r *rtfReader) info(st *rtfState) {
	for {
		switch t := r.lex.next(); t.kind {
		case rtfEnd, rtfClose:
			return
		case rtfOpen:
			if t := r.lex.next(); t.kind == rtfWord && t.word == "title" {
				r.title = trimmed(r.collect(st))
			} else if t.kind == rtfOpen {
				r.lex.skipGroup()
				r.lex.skipGroup()
			} else if t.kind != rtfClose {
				r.lex.skipGroup()
			}
		}
	}
}
