package office

import (
	"fmt"
	"strconv"
	"strings"
)

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

// styleSheet reads the names of paragraph styles and their outline levels. A
// style without a telling name is as the style it is based on.
func (r *rtfReader) styleSheet() {
	type entry struct {
		name          string
		parent, level int
		ignored       bool
	}
	entries := make(map[int]entry)
	e, at := entry{parent: -1}, 0
	var name strings.Builder
	r.tableGroup(func(t rtfToken, depth int) {
		switch {
		case t.kind == rtfWord && depth == 2:
			switch t.word {
			case "s":
				at = t.value
			case "cs", "ds", "ts", "tsrowd":
				e.ignored = true
			case "sbasedon":
				e.parent = t.value
			case "outlinelevel":
				e.level = min(max(t.value+1, 0), 10)
			case "u":
				name.WriteRune(rune(uint16(t.value)))
			}
		case t.kind == rtfByte && depth == 2 && t.value != ';' && name.Len() < 200:
			name.WriteString(r.decode([]byte{byte(t.value)}, r.page))
		case t.kind == rtfClose && depth == 2:
			if e.name = strings.TrimSpace(name.String()); !e.ignored && len(entries) < maxStyles {
				entries[at] = e
			}
			e, at = entry{parent: -1}, 0
			name.Reset()
		}
	})
	for id := range entries {
		var s rtfStyle
		seen := make(map[int]bool)
		for k, ok := entries[id], true; ok && !seen[k.parent] && len(seen) < maxStyleChain; k, ok = entries[k.parent] {
			seen[k.parent] = true
			if s.heading == 0 {
				s.heading = headingLevel(k.name)
			}
			if s.heading == 0 && k.level > 0 && k.level < 10 {
				s.heading = k.level
			}
			s.quote = s.quote || quotationStyle(k.name)
		}
		r.styles[id] = s
	}
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

func listKey(ls int) string { return "ls" + strconv.Itoa(ls) }

// listTable reads the list definitions.
func (r *rtfReader) listTable() {
	l, at, lists := &list{}, -1, 0
	var text []rtfToken
	inText := 0
	r.tableGroup(func(t rtfToken, depth int) {
		if inText > 0 {
			if t.kind == rtfClose && depth == inText {
				inText = 0
				if at >= 0 && at < levelCount {
					l.levels[at].text = levelText(text)
				}
			} else if t.kind == rtfByte || t.kind == rtfWord {
				text = append(text, t)
			}
			return
		}
		if t.kind != rtfWord {
			return
		}
		switch t.word {
		case "list":
			l, at = &list{}, -1
		case "listlevel":
			if at++; at < levelCount {
				l.levels[at] = level{defined: true, start: 1, format: "decimal"}
			}
		case "leveltext":
			text, inText = nil, depth
		case "listid":
			if lists++; lists < maxLists {
				r.lists.instances[fmt.Sprintf("id%d", t.value)] = &instance{list: l}
			}
		default:
			if at >= 0 && at < levelCount {
				l.levels[at].set(t)
			}
		}
	})
}

// set takes a word on a list level.
func (v *level) set(t rtfToken) {
	switch t.word {
	case "levelnfc", "levelnfcn":
		v.format = "decimal"
		if t.value == 255 {
			v.format = "none"
		} else if t.value >= 0 && t.value < len(nfcFormats) {
			v.format = nfcFormats[t.value]
		}
	case "levelstartat":
		v.start = clamped(t.value)
	case "levellegal":
		v.legal = t.value != 0
	case "levelnorestart":
		if t.value != 0 {
			v.restart = neverRestart
		}
	}
}

// levelText makes the label's pattern of a \leveltext: a length, then
// characters of which those below 9 stand for the number of a level.
func levelText(tokens []rtfToken) string {
	var b strings.Builder
	skip := 0
	for i, t := range tokens {
		switch {
		case i == 0 || t.kind == rtfByte && t.value == ';' && i == len(tokens)-1:
		case t.kind == rtfWord && t.word == "u":
			b.WriteRune(rune(uint16(t.value)))
			skip = 1
		case t.kind == rtfWord || b.Len() > 200:
		case skip > 0:
			skip--
		case t.value < 9:
			fmt.Fprintf(&b, "%%%d", t.value+1)
		case t.value < 0x80:
			b.WriteByte(byte(t.value))
		default:
			b.WriteString("•")
		}
	}
	return b.String()
}

// listOverrides reads which \ls uses which list.
func (r *rtfReader) listOverrides() {
	var starts [levelCount]*int
	at, id := -1, 0
	r.tableGroup(func(t rtfToken, depth int) {
		if t.kind != rtfWord {
			return
		}
		switch t.word {
		case "listoverride":
			starts, at, id = [levelCount]*int{}, -1, 0
		case "listid":
			id = t.value
		case "lfolevel":
			at++
		case "levelstartat":
			if v := clamped(t.value); at >= 0 && at < levelCount {
				starts[at] = &v
			}
		case "ls":
			if base := r.lists.instances[fmt.Sprintf("id%d", id)]; base != nil && len(r.lists.instances) < 2*maxLists {
				r.lists.instances[listKey(t.value)] = &instance{list: base.list, starts: starts}
			}
		}
	})
}

// nfcFormats are the number formats by the numbers that RTF gives them.
var nfcFormats = strings.Fields(`decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago
	ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimal japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle
	decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen
	decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting
	ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand
	decimal koreanDigital koreanCounting koreanLegal koreanDigital2 hebrew1 arabicAlpha hebrew2 arabicAbjad hindiVowels hindiConsonants
	hindiNumbers hindiCounting thaiLetters thaiNumbers thaiCounting vietnameseCounting numberInDash russianLower russianUpper`)
