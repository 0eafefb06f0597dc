package office

// rtfSigns are the control words that stand for a character.
var rtfSigns = map[string]string{
	"tab": "\t", "line": "\n", "softline": "\n", "page": "\n", "column": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002",
	"qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200D", "zwnj": "\u200C",
}

// word obeys one control word. first says that it opens its group, star that
// \* stands before it. It reports whether it read the group to its end.
func (r *rtfReader) word(t rtfToken, st *rtfState, first, star bool) bool {
	if sign, ok := rtfSigns[t.word]; ok {
		r.text(sign, st)
		return false
	}
	if done, known := r.destination(t, st, star); known {
		return done
	}
	if star && first {
		r.lex.skipGroup()
		return true
	}
	if !r.paragraphWord(t, st) {
		r.characterWord(t, st)
	}
	return false
}

// paragraphWord obeys words on paragraphs and tables.
func (r *rtfReader) paragraphWord(t rtfToken, st *rtfState) bool {
	p := &st.para
	switch t.word {
	case "par", "sect":
		r.paragraph(st)
	case "pard":
		*p = rtfPara{}
	case "cell":
		r.cell(st, 1)
	case "nestcell":
		r.cell(st, max(p.table, 2))
	case "row":
		r.row(1)
	case "nestrow":
		r.row(max(len(r.tables), 2))
	case "intbl":
		p.table = max(p.table, 1)
	case "itap":
		p.table = min(max(t.value, 0), maxTables)
	case "s":
		p.style = t.value
	case "ls":
		p.list = t.value
	case "ilvl":
		p.level = t.value
	case "outlinelevel":
		p.outline = 0
		if t.value >= 0 && t.value < 9 {
			p.outline = t.value + 1
		}
	case "qc":
		p.centred = true
	case "ql", "qr", "qj":
		p.centred = false
	default:
		return false
	}
	return true
}

// characterWord obeys words on characters and on the document.
func (r *rtfReader) characterWord(t rtfToken, st *rtfState) {
	flag := !t.has || t.value != 0
	switch t.word {
	case "plain":
		st.bold, st.hidden, st.change = false, false, unchanged
		st.script, st.rtl, st.assoc, st.font = 0, false, [4]int{}, r.fontDefault()
	case "u":
		r.unicode(t.value, st)
	case "uc":
		st.uc = t.value
	case "f":
		st.font = t.value
		if st.script > 0 {
			st.assoc[st.script-1] = t.value + 1
		}
	case "af":
		if st.rtl {
			st.assoc[3] = t.value + 1
		} else if st.script > 0 {
			st.assoc[st.script-1] = t.value + 1
		}
	case "loch", "hich", "dbch":
		st.script = map[string]int{"loch": 1, "hich": 2, "dbch": 3}[t.word]
	case "rtlch":
		st.rtl = true
	case "ltrch":
		st.rtl = false
	case "b":
		st.bold = flag
	case "v":
		st.hidden = flag
	case "deleted":
		st.change = withChange(st.change, deleted, flag)
	case "revised":
		st.change = withChange(st.change, inserted, flag)
	case "mvf":
		st.change = withChange(st.change, movedAway, flag)
	case "mvt":
		st.change = withChange(st.change, movedHere, flag)
	default:
		r.languageWord(t, st)
	}
}

func withChange(old, c change, on bool) change {
	if !on {
		return unchanged
	}
	if c == inserted && old == deleted {
		return passing
	}
	return old.and(c)
}

// languageWord obeys words on languages, code pages and note numbers.
func (r *rtfReader) languageWord(t rtfToken, st *rtfState) {
	switch t.word {
	case "lang", "deflang":
		st.lang.western = lcidLanguage(t.value)
	case "langfe", "deflangfe":
		st.lang.eastAsian = lcidLanguage(t.value)
	case "alang", "adeflang":
		st.lang.complex = lcidLanguage(t.value)
	case "ansicpg":
		if t.value > 0 {
			r.page = t.value
		}
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "deff":
		st.font = t.value
		r.fonts[defaultFont] = rtfFont{index: t.value}
	case "ftnstart":
		r.foot.next = clamped(t.value)
	case "aftnstart":
		r.end.next = clamped(t.value)
	default:
		r.noteFormat(t.word)
	}
}

func clamped(n int) int { return min(max(n, 0), maxNumber) }

// noteFormat obeys \ftnnar and its kin: how notes are numbered.
func (r *rtfReader) noteFormat(word string) {
	counter := &r.foot
	if len(word) > 0 && word[0] == 'a' {
		counter, word = &r.end, word[1:]
	}
	switch word {
	case "ftnnar":
		counter.format = "decimal"
	case "ftnnalc":
		counter.format = "lowerLetter"
	case "ftnnauc":
		counter.format = "upperLetter"
	case "ftnnrlc":
		counter.format = "lowerRoman"
	case "ftnnruc":
		counter.format = "upperRoman"
	case "ftnnchi":
		counter.format = "chicago"
	}
}
