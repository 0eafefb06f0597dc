package member

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
)

// maxLine bounds a source line, in bytes, and maxSources what it may name: a
// paper signed by every Member State fits.
const (
	maxLine    = 32 << 10
	maxSources = 400
)

// Split gives the sources of a source line or a sidecar's cell, in order and
// without repeats: "Contribution by A, B and C", "A; B", "A / B". A part that
// names no known source is one of kind other. A chair's report is the chair's
// whatever else its line names, and the covering note of the
// Secretary-General is left out where a contributor is named.
func (r *Registry) Split(line string) []corpus.Source {
	if len(line) > maxLine {
		line = strings.ToValidUTF8(line[:maxLine], "")
	}
	if s, ok := r.chair(line); ok {
		return []corpus.Source{s}
	}
	var out []corpus.Source
	pieces := r.cut(line)
	for i, piece := range pieces {
		if r.bodyBeside(pieces, i) {
			continue
		}
		for _, s := range r.sources(piece) {
			if len(out) < maxSources && !slices.ContainsFunc(out, func(o corpus.Source) bool { return o.ID == s.ID }) {
				out = append(out, s)
			}
		}
	}
	return withoutCover(out)
}

// chair reports a line that opens, after "Report by the" and the like, with
// the office of a chair: it is the chair's, whatever meeting or State it names.
func (r *Registry) chair(line string) (corpus.Source, bool) {
	rest := r.trimFiller(line)
	if r.fold.longest(r.words.chair, rest, 0) < 0 {
		return corpus.Source{}, false
	}
	return r.Source(chairID)
}

// withoutCover leaves out the secretariat where a contributor is named too.
func withoutCover(s []corpus.Source) []corpus.Source {
	secretariat := func(o corpus.Source) bool { return o.Kind == corpus.SourceSecretariat }
	named := func(o corpus.Source) bool { return o.Kind == corpus.SourceMember || o.Kind == corpus.SourceGroup }
	if len(s) > 1 && secretariat(s[0]) && s[0].ID != chairID && slices.ContainsFunc(s, named) {
		return slices.DeleteFunc(s, secretariat)
	}
	return s
}

// cut splits a line at commas and the like, and at "and" where a known source
// stands on one side of it or it ends a list. Names are never cut.
func (r *Registry) cut(line string) []string {
	var out []string
	spans := r.scan(line, false)
	segment, joints := 0, [][2]int(nil)
	flush := func(end int) {
		out = append(out, r.join(line, segment, end, joints, len(out) > 0)...)
		joints = nil
	}
	wordBefore := false
	for i := 0; i < len(line); {
		if len(spans) > 0 && i >= spans[0].start {
			i = max(i, spans[0].end)
			spans, wordBefore = spans[1:], true
			continue
		}
		c, size := utf8.DecodeRuneInString(line[i:])
		switch {
		case isListMark(c):
			flush(i)
			segment = i + size
		case strings.ContainsRune("/&+()（）", c):
			joints = append(joints, [2]int{i, i + size})
		case !wordBefore || isHan(c):
			if end := r.joinerAt(line, i, spans); end > 0 {
				joints = append(joints, [2]int{i, end})
				size = end - i
			}
		}
		last, _ := utf8.DecodeLastRuneInString(line[:i+size])
		wordBefore = r.fold.isWord(last)
		i += size
	}
	flush(len(line))
	return out
}

func isListMark(c rune) bool {
	return unicode.IsControl(c) || strings.ContainsRune(",;|•、，；،؛\u2028\u2029", c)
}

// joinerAt gives the end of a joining word at byte i, or 0. The Arabic "and"
// is written together with the name behind it.
func (r *Registry) joinerAt(line string, i int, spans []span) int {
	if end := r.fold.longest(r.words.joiner, line, i); end > 0 {
		return end
	}
	const and = "و"
	if strings.HasPrefix(line[i:], and) && len(spans) > 0 {
		if gap := line[i+len(and) : max(i+len(and), spans[0].start)]; gap == "" || gap == "ل" || gap == "ال" {
			return i + len(and)
		}
	}
	return 0
}

// join cuts line[from:to] at the joints that have a known source beside them,
// and leaves the others inside the name of one unknown body. In a list, the
// last "and" cuts too.
func (r *Registry) join(line string, from, to int, joints [][2]int, list bool) []string {
	if len(joints) == 0 || r.resolve(line[from:to]) >= 0 {
		return []string{line[from:to]}
	}
	bounds := append(append([][2]int{{from, from}}, joints...), [2]int{to, to})
	known := make([]bool, len(bounds)-1)
	for i := range known {
		part := line[bounds[i][1]:bounds[i+1][0]]
		known[i] = r.resolve(part) >= 0 || r.onlyFiller(part)
	}
	var out []string
	start := from
	for i := 1; i < len(known); i++ {
		if known[i-1] || known[i] || list && len(joints) == 1 && to == len(line) && !r.isBody(line[from:to]) {
			out = append(out, line[start:bounds[i][0]])
			start = bounds[i][1]
		}
	}
	return append(out, line[start:to])
}

// chairID is the entry of chairs' reports.
const chairID = "CHAIR"

// sources gives what one part of a line names.
func (r *Registry) sources(part string) []corpus.Source {
	if s, ok := r.Resolve(part); ok {
		return []corpus.Source{s}
	}
	spans := r.scan(part, false)
	if r.onlyFiller(r.remainder(part, spans)) {
		return r.sourcesOf(spans)
	}
	name := trimPunct(r.trimFiller(part))
	if i := r.body(part, spans); i >= 0 {
		return []corpus.Source{r.entries[i].source()}
	}
	if name == "" {
		return nil
	}
	return []corpus.Source{r.unknown(name)}
}

func (r *Registry) sourcesOf(spans []span) []corpus.Source {
	var out []corpus.Source
	for _, s := range spans {
		if e := r.forms[s.form].entry; e != decoy {
			out = append(out, r.entries[e].source())
		}
	}
	return out
}

// isBody reports a part that opens with a State body: a ministry, a mission.
func (r *Registry) isBody(part string) bool {
	first := strings.IndexFunc(part, r.fold.isWord)
	if first < 0 {
		return false
	}
	rest := r.trimFiller(part)
	return r.fold.longest(r.words.body, part, first) > 0 || r.fold.longest(r.words.body, rest, 0) > 0
}

// bodyBeside reports a State body that names no State itself, beside the name
// of one: "Ministry of Communications, Brazil" is Brazil.
func (r *Registry) bodyBeside(pieces []string, i int) bool {
	if !r.isBody(pieces[i]) || len(r.scan(pieces[i], false)) > 0 {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(pieces) {
			if e := r.resolve(pieces[k]); e >= 0 && r.entries[e].Kind == corpus.SourceMember {
				return true
			}
		}
	}
	return false
}

// body gives the Member State whose ministry or mission a part names, if it
// names one State only, or -1.
func (r *Registry) body(part string, spans []span) int {
	if !r.isBody(part) {
		return -1
	}
	entry := -1
	for _, s := range spans {
		e := r.forms[s.form].entry
		if e == decoy || r.entries[e].Kind != corpus.SourceMember {
			continue
		}
		if entry >= 0 && e != entry {
			return -1
		}
		entry = e
	}
	return entry
}

// maxID bounds the ID made of an unknown name, in characters.
const maxID = 64

// unknown makes a source of a name that is not in the registry.
func (r *Registry) unknown(name string) corpus.Source {
	var b strings.Builder
	n, gap := 0, false
	for _, c := range name {
		if !r.fold.isWord(c) {
			gap = b.Len() > 0
			continue
		}
		if n++; n > maxID {
			break
		}
		if gap {
			b.WriteByte('_')
			gap = false
		}
		b.WriteRune(unicode.ToUpper(c))
	}
	id := b.String()
	if _, taken := r.byID[id]; taken || id == "" {
		id += "_OTHER"
	}
	return corpus.Source{ID: id, Name: strings.Join(strings.Fields(name), " "), Kind: corpus.SourceOther}
}
