package cover

import (
	"regexp"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/label"
	"rapporteur/pipeline/segment/wording"
)

// Bounds of the search for a header block.
const (
	maxBlocks    = 60
	maxLines     = 90
	maxLineBytes = 2000
	// longLine is where a line is taken for prose, in bytes of Latin text.
	longLine = 260
)

// line is one line of the first page.
type line struct {
	// tidy is for matching, text for keeping.
	tidy, text string
	block      int
	// styled is set for lines that stand out: centred or bold, or a heading.
	styled bool
	// above is set for lines above the "Key: value" lines of a form: its title.
	above bool
}

// lines cuts the first blocks into lines: at line breaks, tabs and the " / " by
// which some converters join table cells, and before the keys of further
// fields in one line. Rules and page numbers are left out but end a line's
// block; stop is the block at which the body begins by its form.
func lines(doc block.Document) (out []line, stop int) {
	stop = len(doc.Blocks)
	form := formStart(doc)
	for i, b := range doc.Blocks {
		switch b.Role {
		case corpus.RoleHeader, corpus.RoleFooter, corpus.RoleComment, corpus.RoleHidden, corpus.RoleFootnote:
			continue
		}
		distribution := len(out) > 0 && strings.HasSuffix(out[len(out)-1].text, "Distr.") // "GENERAL" follows, which heads no section
		if i >= maxBlocks || len(out) >= maxLines || i >= form && opensBody(b) && !distribution {
			return out, i
		}
		if IsRule(b.Text) || IsPageNumber(b.Text) {
			if IsRule(b.Text) && len(out) > 0 {
				return out, i
			}
			continue
		}
		for _, text := range pieces(b) {
			out = append(out, line{tidy: wording.Tidy(text), text: text, block: i, styled: b.Centred || b.Bold || b.Role == corpus.RoleHeading, above: i < form})
		}
	}
	return out, stop
}

// A form has formLines "Key: value" lines among formWindow blocks, the first of
// them among the first formLead blocks.
const (
	formLines  = 3
	formWindow = 6
	formLead   = 6
)

// formStart gives the block at which the lines of a form begin, or 0 where the
// document is none.
func formStart(doc block.Document) int {
	keyed := func(i int) bool {
		if i >= len(doc.Blocks) || len(doc.Blocks[i].Text) > longLine {
			return false
		}
		m := keyForm.FindStringSubmatch(doc.Blocks[i].Text)
		return m != nil && len(strings.Fields(m[1])) <= 4
	}
	for i := range min(formLead, len(doc.Blocks)) {
		n := 0
		for j := i; j < i+formWindow; j++ {
			if keyed(j) {
				n++
			}
		}
		if keyed(i) && n >= formLines && (i > 0 || n == formLines || knownKey(doc.Blocks[i].Text)) {
			return i
		}
	}
	return 0
}

// knownKey reports a line whose key is one of a cover or a form; a title with a
// colon has none.
func knownKey(text string) bool {
	m := keyForm.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	key := wording.Fold(m[1])
	_, ok := keys[key]
	return ok || formWho[key] || formState[key] || formSector[key]
}

// opensBody reports whether a block begins the body: a box heading, a section's
// name, a numbered heading.
func opensBody(b block.Block) bool {
	text := b.Text
	if b.Label != "" && b.Role == corpus.RoleHeading {
		return true
	}
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if k := wording.Heading(first); k != wording.Unknown && k != wording.Form {
		return true
	}
	l := label.Parse(first)
	if l.None() || l.Bullet || len(first) > longLine {
		return false
	}
	kind := wording.Heading(first[l.Length:])
	return kind == wording.Section || kind == wording.Box || kind == wording.Annex
}

var (
	rule       = regexp.MustCompile(`^[\s_\-–—=*.·•~─━]+$`)
	pageNumber = regexp.MustCompile(`(?i)^\s*(?:[-–—]\s?\d{1,4}\s?[-–—]|(?:page|página|страница|стр\.|صفحة|الصفحة)\s*\d{1,4}(?:\s*(?:/|of|sur|de|из|من)\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}|第\s*\d{1,4}\s*页)\s*$`)
)

// IsRule reports a line of underscores or the like: four signs or more, or a
// row of asterisks.
func IsRule(text string) bool {
	if !rule.MatchString(text) {
		return false
	}
	return strings.Count(text, "_")+strings.Count(text, "─")+strings.Count(text, "━") >= 3 || len(strings.Fields(text)) >= 1 && len(strings.TrimSpace(text)) >= 5
}

// IsPageNumber reports a line that is a page's number and nothing else, with
// signs around it: "- 1 -", "Page 2 of 4", "2/4".
func IsPageNumber(text string) bool { return len(text) < 60 && pageNumber.MatchString(text) }

// keyAhead finds the keys of further fields within a line.
var keyAhead = regexp.MustCompile(`\s(?:Agenda [Ii]tem|AGENDA ITEM|Point de l['’]ordre|Punto del orden|Пункт повестки|بند جدول|议项|` +
	`(?:Document|DOCUMENT|Documento|DOCUMENTO|Документ|الوثيقة|文件)\s?:?\s+[\p{L}\d]|(?:Original|ORIGINAL|Оригинал|الأصل|原文)\s?[:：]|` +
	`Distr\.:? ?[A-Z]|(?:Revision|Addendum|Corrigendum|REVISION|ADDENDUM|CORRIGENDUM|Révision|Revisión|Addéndum|Corrigéndum)\s+\d)`)

var prepositionBefore = regexp.MustCompile(`(?i)(?:^|\s)(?:on|of|in|to|the|by|see|from|for|with|and|sur|du|de|au|le|al|del|el|en|sobre|по|к|в|из|على|من|في|إلى)$`)

func pieces(b block.Block) []string {
	var out []string
	text := strings.ToValidUTF8(b.Text, "")
	if len(text) > maxLineBytes {
		text = strings.ToValidUTF8(text[:maxLineBytes], "")
	}
	for l := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\t' || r == '|' || r == '\u2028' || r == '\v' }) {
		joint := " / "
		if strings.ContainsAny(l, ":：") {
			joint = "\x00" // a value may hold the sign; further keys are found below
		}
		for cell := range strings.SplitSeq(l+" ", joint) {
			for len(cell) < longLine*2 {
				at := nextKey(cell)
				if at < 0 {
					break
				}
				out = append(out, cell[:at])
				cell = cell[at:]
			}
			out = append(out, cell)
		}
	}
	kept := out[:0]
	for _, s := range out {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// nextKey gives where a further field begins within a line, or -1. A number
// after a preposition ("comments on Document …") is part of what stands before.
func nextKey(s string) int {
	if at := unAhead.FindStringIndex(s); at != nil {
		if before := strings.TrimSpace(s[:at[0]]); before != "" && !prepositionBefore.MatchString(before) {
			return at[0]
		}
	}
	for _, at := range keyAhead.FindAllStringIndex(s, 8) {
		before := strings.TrimSpace(s[:at[0]])
		if before != "" && !prepositionBefore.MatchString(before) {
			return at[0]
		}
	}
	return -1
}
