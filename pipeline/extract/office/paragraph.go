package office

import (
	"strings"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// change is what a tracked change did to a run.
type change uint8

const (
	unchanged change = iota
	inserted
	deleted
	movedHere // shown once, at the new place
	movedAway
	passing // inserted and deleted again: in neither text
)

// shown reports whether text with this change is read, in the final view or
// in the original one.
func (c change) shown(original bool) bool {
	switch c {
	case inserted, movedHere:
		return !original
	case deleted, movedAway:
		return original
	}
	return c != passing
}

// run is text with what is known of it.
type run struct {
	text   string
	change change
	hidden bool
	bold   bool
}

// paragraph collects the runs of one paragraph.
type paragraph struct {
	runs []run
}

// add appends text to the paragraph.
func (p *paragraph) add(r run) {
	if r.text == "" {
		return
	}
	if n := len(p.runs) - 1; n >= 0 && p.runs[n].change == r.change && p.runs[n].hidden == r.hidden && p.runs[n].bold == r.bold && len(p.runs[n].text) < 4096 {
		p.runs[n].text += r.text
		return
	}
	p.runs = append(p.runs, r)
}

// blank reports whether nothing of the paragraph is read.
func (p *paragraph) blank(original bool) bool {
	for _, r := range p.runs {
		if !r.hidden && r.change.shown(original) && strings.TrimSpace(r.text) != "" {
			return false
		}
	}
	return true
}

// untouched reports whether the paragraph holds no run at all.
func (p *paragraph) untouched() bool { return len(p.runs) == 0 }

// bold reports whether all letters that are read are bold.
func (p *paragraph) bold(original bool) bool {
	seen := false
	for _, r := range p.runs {
		if r.hidden || !r.change.shown(original) || !strings.ContainsFunc(r.text, unicode.IsLetter) {
			continue
		}
		if !r.bold {
			return false
		}
		seen = true
	}
	return seen
}

// hidden is the text that is there and not shown.
func (p *paragraph) hidden(original bool) string {
	var b strings.Builder
	for _, r := range p.runs {
		if r.hidden && r.change.shown(original) {
			b.WriteString(r.text)
		}
	}
	return trimmed(b.String())
}

// mark is a tracked change before cleaning; from and to are indices of cuts.
type mark struct {
	kind     corpus.MarkType
	from, to int
	text     string // of what is not shown
}

// text fills b's Text, Raw, Anchors and Marks.
func (p *paragraph) fill(b *block.Block, original bool) {
	var raw strings.Builder
	var cuts []cut
	var marks []mark
	for _, r := range p.runs {
		start := raw.Len()
		if r.hidden {
			continue
		}
		if r.change.shown(original) {
			raw.WriteString(r.text)
		}
		kind := markType(r.change)
		if kind == "" {
			continue
		}
		if n := len(marks) - 1; n >= 0 && marks[n].kind == kind && cuts[marks[n].to].raw == start {
			marks[n].text += r.text
			cuts[marks[n].to].raw = raw.Len()
			continue
		}
		cuts = append(cuts, cut{raw: start, opening: true}, cut{raw: raw.Len()})
		marks = append(marks, mark{kind, len(cuts) - 2, len(cuts) - 1, r.text})
	}
	b.Text, b.Anchors = clean(raw.String(), cuts)
	if b.Raw = ""; b.Anchors != nil {
		b.Raw = strings.ToValidUTF8(raw.String(), "\uFFFD")
	}
	b.Marks = placeMarks(b.Text, marks, cuts, original)
}

func markType(c change) corpus.MarkType {
	switch c {
	case inserted:
		return corpus.MarkInserted
	case deleted:
		return corpus.MarkDeleted
	}
	return ""
}

// placeMarks gives the marks their spans: what is shown has one, what is not
// shown an empty one.
func placeMarks(text string, marks []mark, cuts []cut, original bool) []corpus.Mark {
	var out []corpus.Mark
	for _, m := range marks {
		start, end := cuts[m.from].text, cuts[m.to].text
		if shown := (m.kind == corpus.MarkDeleted) == original; shown {
			if start < end {
				out = append(out, corpus.Mark{Type: m.kind, Start: start, End: end, Text: text[start:end]})
			}
			continue
		}
		if gone := trimmed(m.text); gone != "" {
			out = append(out, corpus.Mark{Type: m.kind, Start: start, End: start, Text: gone})
		}
	}
	return out
}
