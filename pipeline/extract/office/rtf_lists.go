package office

import (
	"fmt"
	"strconv"
	"strings"
)

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
