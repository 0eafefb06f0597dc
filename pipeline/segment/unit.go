package segment

import (
	"regexp"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/cover"
	"rapporteur/pipeline/segment/label"
	"rapporteur/pipeline/segment/wording"
)

// unit is a passage in the making.
type unit struct {
	block.Block
	words
	// label is the printed number; none for lines that may not have one.
	label label.Label
	// rest is the text without the label, spaces single; printed is with it.
	rest    string
	printed words
	// kind is what rest opens by its words alone.
	kind wording.Kind
	// rule is set for lines that part the document and are not kept.
	rule    bool
	heading bool
	role    corpus.Role
}

// unitsOf makes units of blocks. cover holds the indices of header block lines.
func unitsOf(blocks []block.Block, onCover []int) []unit {
	var out []unit
	for i, b := range blocks {
		if cover.IsRule(b.Text) {
			out = append(out, unit{Block: b, rule: true})
			continue
		}
		if dropped(b) {
			continue
		}
		role := b.Role
		if role == "" {
			role = corpus.RoleBody
		}
		if len(onCover) > 0 && onCover[0] == i {
			onCover = onCover[1:]
			out = append(out, unit{Block: b, words: wordsOf(b), role: corpus.RoleCover})
			continue
		}
		for _, w := range splitItems(b) {
			out = append(out, unit{Block: b, words: w, role: role})
		}
	}
	return out
}

// dropped reports page numbers and empty paragraphs.
func dropped(b block.Block) bool {
	text := strings.TrimSpace(b.Text)
	if text == "" || b.Cell == nil && cover.IsPageNumber(text) {
		return true
	}
	running := b.Role == corpus.RoleHeader || b.Role == corpus.RoleFooter
	return running && len(text) < 5 && strings.Trim(text, "0123456789") == ""
}

// splitItems parts a block at line breaks where several of its lines are list
// items: what one program writes as breaks another writes as paragraphs.
func splitItems(b block.Block) []words {
	w := wordsOf(b)
	if b.Cell != nil || b.Role == corpus.RoleHeading || strings.Count(w.text, "\n") > 400 {
		return []words{w}
	}
	starts := []int{0}
	items := 0
	for i, r := range w.text {
		if r != '\n' && i > 0 {
			continue
		}
		at := i + min(i, 1)
		line, _, _ := strings.Cut(w.text[at:], "\n")
		if l := label.Parse(line); l.Sure() {
			items++
			if at > 0 {
				starts = append(starts, at)
			}
		}
	}
	if items < 2 {
		return []words{w}
	}
	var out []words
	for i, from := range starts {
		to := len(w.text)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if strings.TrimSpace(w.text[from:to]) != "" {
			out = append(out, w.only(from, to).slice(from, to))
		}
	}
	return out
}

// labelled finds the labels of all units and takes them off their texts.
func labelled(units []unit) {
	candidates := make([]label.Label, len(units))
	for i, u := range units {
		if u.rule || !mayHaveLabel(u.role) || isContents(u.text) {
			continue
		}
		candidates[i] = label.Printed(u.Block.Label)
		if candidates[i].None() && u.Cell == nil {
			candidates[i] = label.Parse(u.text)
		}
	}
	for i, l := range label.Scan(candidates) {
		u := &units[i]
		u.label = l
		u.printed = u.words.between(0, len(u.text))
		u.words = u.words.between(l.Length, len(u.text))
		u.rest = u.words.text
		if mayHaveLabel(u.role) {
			u.kind = wording.Heading(u.rest)
		}
	}
}

// asPrinted gives a full label its last part as the paragraph shows it: the
// brackets of "a)" and "(a)" belong to it, a closing full stop does not.
func (u unit) asPrinted(full string) string {
	own := u.Block.Label
	if u.label.Length > 0 {
		own = u.printed.text[:u.label.Length]
	}
	own = strings.Trim(strings.Join(strings.Fields(own), ""), ".．、")
	before, ok := strings.CutSuffix(full, u.label.Text)
	if !ok || u.label.None() || u.label.Bullet || !strings.Contains(own, u.label.Text) {
		return full
	}
	return before + own
}

// contents are lines of a table of contents: dots or a tab before a page.
var contents = regexp.MustCompile(`(?:\.\s?){5,}|…{2,}|\t\d{1,3}\s*$`)

// isContents reports a line of a table of contents, whose number is that of
// the section it points to.
func isContents(text string) bool { return len(text) < 400 && contents.MatchString(text) }

func mayHaveLabel(r corpus.Role) bool {
	switch r {
	case corpus.RoleBody, corpus.RoleHeading, corpus.RoleBox, corpus.RoleTable, corpus.RoleQuotation:
		return true
	}
	return false
}
