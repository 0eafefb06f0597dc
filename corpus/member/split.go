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
	line = mendApostrophes(line)
	if s, ok := r.chair(line); ok {
		return []corpus.Source{s}
	}
	if list := r.codes(line); len(list) > 1 {
		return list
	}
	var out []corpus.Source
	add := func(list []corpus.Source) {
		for _, s := range list {
			if len(out) < maxSources && !slices.ContainsFunc(out, func(o corpus.Source) bool { return o.ID == s.ID }) {
				out = append(out, s)
			}
		}
	}
	for _, chunk := range strings.FieldsFunc(line, func(c rune) bool { return c == ';' || c == '；' || unicode.IsControl(c) }) {
		if one, ok := r.ministry(chunk); ok {
			add([]corpus.Source{one})
			continue
		}
		pieces := r.cut(chunk)
		for i, piece := range pieces {
			if !r.bodyBeside(pieces, i) {
				add(r.sources(piece))
			}
		}
	}
	return withoutPlaces(withoutCover(out))
}

// codes reads a cell that is nothing but IDs and codes of any length, "B, F,
// RUS".
func (r *Registry) codes(line string) []corpus.Source {
	var out []corpus.Source
	for _, c := range strings.FieldsFunc(line, func(c rune) bool { return unicode.IsSpace(c) || isListMark(c) || c == '/' }) {
		s, ok := r.Source(c)
		if !ok || len(out) == maxSources {
			return nil
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
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
	segment, joints := 0, []joint(nil)
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
			joints = append(joints, joint{i, i + size, c})
		case !wordBefore || isHan(c):
			if end := r.joinerAt(line, i, spans); end > 0 {
				joints = append(joints, joint{i, end, ' '})
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

// joint is where a line may be cut: an "and", a slash, a bracket.
type joint struct {
	start, end int
	mark       rune // the bracket or slash, a space for a word
}

// join cuts line[from:to] at the joints that have a known source beside them,
// and leaves the others inside the name of one unknown body. In a list, the
// last "and" cuts too. A bracket opens a list only behind a known source
// ("RCC (A, B)"), not behind an unknown one ("Open Net (Utopia)").
func (r *Registry) join(line string, from, to int, joints []joint, list bool) []string {
	if len(joints) == 0 || r.resolve(line[from:to]) >= 0 {
		return []string{line[from:to]}
	}
	bounds := append(append([]joint{{from, from, 0}}, joints...), joint{to, to, 0})
	known := make([]bool, len(bounds)-1)
	for i := range known {
		part := line[bounds[i].end:bounds[i+1].start]
		known[i] = r.resolve(part) >= 0 || r.onlyFiller(part)
	}
	last := list && len(joints) == 1 && to == len(line) && joints[0].mark != '(' && !r.isBody(line[from:to])
	var out []string
	start, open := from, list
	for i := 1; i < len(known); i++ {
		cut := known[i-1] || known[i] || last
		switch bounds[i].mark {
		case '(', '（':
			cut = known[i-1]
			open = cut
		case ')', '）':
			cut = cut && open
		}
		if cut {
			out = append(out, line[start:bounds[i].start])
			start = bounds[i].end
		}
	}
	return append(out, line[start:to])
}

// sources gives what one part of a line names. A known body with the name of
// a State ("Internet Society of Utopia") is neither of the two.
func (r *Registry) sources(part string) []corpus.Source {
	if s, ok := r.Resolve(part); ok {
		return []corpus.Source{s}
	}
	spans := r.scan(part, false)
	if i := r.body(part, spans); i >= 0 {
		return []corpus.Source{r.entries[i].source()}
	}
	if list := r.sourcesOf(spans); r.onlyFiller(r.remainder(part, spans)) && !mixed(list) {
		return list
	}
	_, name := r.lead(part)
	if name = trimPunct(name); name == "" {
		return nil
	}
	return []corpus.Source{r.unknown(name)}
}

// mixed reports a list with States beside bodies that are neither States nor
// groups.
func mixed(list []corpus.Source) bool {
	state := func(s corpus.Source) bool { return s.Kind == corpus.SourceMember || s.Kind == corpus.SourceGroup }
	return slices.ContainsFunc(list, state) && slices.ContainsFunc(list, func(s corpus.Source) bool { return !state(s) })
}

func (r *Registry) sourcesOf(spans []span) []corpus.Source {
	var out []corpus.Source
	for _, s := range spans {
		if e := r.entryOf(s); e != decoy {
			out = append(out, r.entries[e].source())
		}
	}
	return out
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
