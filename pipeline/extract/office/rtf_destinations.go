package office

import (
	"bytes"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// destination obeys a word that says where the text of its group goes. It
// reports whether it read the group to its end, and whether it knew the word.
func (r *rtfReader) destination(t rtfToken, st *rtfState, star bool) (done, known bool) {
	switch t.word {
	case "fonttbl":
		r.fontTable()
	case "stylesheet":
		r.styleSheet()
	case "listtable":
		r.listTable()
	case "listoverridetable":
		r.listOverrides()
	case "info":
		r.info(st)
	case "listtext", "pntext":
		text := r.collect(st)
		r.story.label, r.story.labelled = short(trimmed(text)), true
	case "footnote":
		r.note(st)
	case "annotation":
		r.comments++
		mark := r.initials + strconv.Itoa(r.comments)
		r.later(corpus.RoleComment, mark, st)
	case "atnid":
		r.initials = short(trimmed(r.collect(st)))
	case "header", "headerl", "headerr", "headerf":
		r.head(corpus.RoleHeader, st)
	case "footer", "footerl", "footerr", "footerf":
		r.head(corpus.RoleFooter, st)
	case "shptxt", "dptxbxtext":
		r.box(st)
	case "upr":
		r.upr(st)
	case "pict":
		r.out.pictures++
		r.lex.skipGroup()
	default:
		return r.transparent(t.word, star)
	}
	return true, true
}

// transparent knows the destinations whose text belongs where it stands, and
// those whose text is none.
func (r *rtfReader) transparent(word string, star bool) (done, known bool) {
	switch word {
	case "fldrslt", "field", "ud", "shp", "shpinst", "shpgrp", "do", "dptxbx", "result", "object", "nesttableprops", "rtf",
		"mmath", "moMath", "moMathPara", "mr", "shppict":
		return false, true
	case "fldinst", "colortbl", "filetbl", "revtbl", "rsidtbl", "nonshppict", "nonesttables", "shprslt", "objdata", "objclass", "objname",
		"sp", "pn", "pnseclvl", "xe", "tc", "rxe", "bkmkstart", "bkmkend", "atnauthor", "atntime", "atndate", "atnref", "atnparent", "atrfstart",
		"atrfend", "template", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "mmathPict", "datafield", "formfield", "private",
		"themedata", "colorschememapping", "latentstyles", "datastore", "generator", "xmlnstbl", "userprops", "docvar", "background", "fchars", "lchars":
		r.lex.skipGroup()
		return true, true
	}
	if strings.HasPrefix(word, "m") && strings.HasSuffix(word, "Pr") {
		r.lex.skipGroup() // properties of a formula
		return true, true
	}
	if star && strings.HasPrefix(word, "m") && mathWords[word] {
		return false, true
	}
	return false, false
}

// mathWords are parts of formulas that hold text.
var mathWords = map[string]bool{
	"mnum": true, "mden": true, "me": true, "msub": true, "msup": true, "mdeg": true, "mlim": true, "mfName": true, "mf": true, "md": true,
	"mnary": true, "mrad": true, "msSub": true, "msSup": true, "msSubSup": true, "mfunc": true, "macc": true, "mbar": true, "meqArr": true, "mm": true,
}

// collect reads the rest of a group as plain text.
func (r *rtfReader) collect(st *rtfState) string {
	r.flushBytes(st)
	outer := r.story
	r.story = &rtfStory{plain: &bytes.Buffer{}}
	inner := *st
	r.group(&inner)
	r.flushBytes(&inner)
	text := r.story.plain.String()
	r.story = outer
	return text
}

// aside reads the rest of a group as a story of its own.
func (r *rtfReader) aside(s *rtfStory, st *rtfState) func() {
	return func() {
		outer, tables := r.story, r.tables
		r.story, r.tables = s, nil
		inner := *st
		inner.para = rtfPara{}
		inner.change, inner.hidden, inner.bold = unchanged, false, false
		r.group(&inner)
		r.finish(&inner)
		r.story, r.tables = outer, tables
	}
}

// later reads a note into the blocks that wait.
func (r *rtfReader) later(role corpus.Role, mark string, st *rtfState) {
	if r.story.plain != nil || r.story.note != "" || !st.change.shown(r.out.original) {
		r.lex.skipGroup()
		return
	}
	made := r.out.aside(r.aside(&rtfStory{role: role, note: mark}, st))
	r.out.later = append(r.out.later, made...)
}

// note reads a footnote, or an endnote where \ftnalt stands in front.
func (r *rtfReader) note(st *rtfState) {
	counter := &r.foot
	at := r.lex
	for range 3 {
		if t := at.next(); t.kind == rtfWord && t.word == "ftnalt" {
			counter = &r.end
			break
		}
	}
	mark := formatNumber(counter.format, counter.next, "")
	if r.story.plain == nil && r.story.note == "" && st.change.shown(r.out.original) {
		counter.next++
	}
	r.later(corpus.RoleFootnote, mark, st)
}

// head reads a running head; heads come after the text.
func (r *rtfReader) head(role corpus.Role, st *rtfState) {
	if len(r.heads) >= r.out.maxBlocks {
		r.lex.skipGroup()
		return
	}
	r.heads = append(r.heads, r.out.aside(r.aside(&rtfStory{role: role}, st))...)
}

// box reads a text box; it follows the paragraph that it is anchored in.
func (r *rtfReader) box(st *rtfState) {
	if r.story.plain != nil || r.story.depth >= maxBoxDepth {
		r.lex.skipGroup()
		return
	}
	s := &rtfStory{role: r.story.role, note: r.story.note, depth: r.story.depth + 1}
	if s.role == "" {
		s.role = corpus.RoleBox
	}
	made := r.out.aside(r.aside(s, st))
	r.out.count -= len(made) // counted again where they are emitted
	r.story.boxes = append(r.story.boxes, made...)
}

// upr leaves out the first of two groups, which says in bytes what the second
// says in Unicode.
func (r *rtfReader) upr(st *rtfState) {
	if t := r.lex.next(); t.kind == rtfOpen {
		r.lex.skipGroup()
	} else if t.kind == rtfClose {
		return
	}
	inner := *st
	r.group(&inner)
	r.flushBytes(&inner)
	st.para = inner.para
}
