package cover

import (
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment/wording"
)

// parties is what the source lines say together.
type parties struct {
	who, behalf []corpus.Source
	// nature is the kind of document, office the note or report that covers it.
	nature string
	office sourceLine
}

// add takes one more source line. Unknown names count where no known ones stand
// on another line.
func (p *parties) add(s sourceLine) {
	if p.nature == "" {
		p.nature = s.nature
	}
	switch {
	case all(s.sources, known) && len(p.who) > 0 && !all(p.who, known) && s.nature == "" && len(p.who) > len(s.sources):
		p.who = s.sources
	case all(s.sources, known) || len(p.who) == 0 || !all(p.who, known):
		p.who = union(p.who, s.sources)
	}
	p.behalf = union(p.behalf, s.behalf)
}

// sources joins the source lines: bare names and "Contribution by X" say the
// same, and an office that notes a contribution is its cover, not its author.
func (r *Reading) sources(items []item, names Names) {
	var p parties
	for _, it := range items {
		for _, f := range it.fields {
			switch {
			case f.kind != kindSource && f.kind != kindNature:
			case !f.source.office && f.kind == kindSource:
				p.add(f.source)
			case p.office.nature == "":
				p.office = f.source
			}
		}
	}
	p.who = slices.DeleteFunc(p.who, func(s corpus.Source) bool { return contains(p.behalf, s) })
	if len(p.who) == 1 && !known(p.who[0]) {
		if i := bareName(items, p.who[0]); i >= 0 {
			name, _, _ := strings.Cut(items[i].text, " (")
			p.who = names.Split(name)
			items[i].fields = []field{{kind: kindSource, source: sourceLine{sources: p.who}}}
		}
	}
	p.write(&r.Header)
}

// write puts the parties into a header.
func (p parties) write(h *corpus.Header) {
	switch {
	case p.nature != "":
		h.Nature = header(p.nature)
		if len(p.who) > 0 && p.office.office && p.office.nature != "" {
			h.Nature.Conflict = "covering note: " + p.office.nature
		}
	case p.office.nature != "":
		h.Nature = header(p.office.nature)
	}
	if len(p.who) == 0 {
		p.who = p.office.sources
	}
	if len(p.who) > 0 {
		h.Sources = corpus.Field[[]corpus.Source]{Value: p.who, Basis: corpus.BasisSourceLine}
	}
	if len(p.behalf) > 0 {
		h.OnBehalfOf = corpus.Field[[]corpus.Source]{Value: p.behalf, Basis: corpus.BasisSourceLine}
	}
}

// bareName finds the line that is an unknown source's name alone, as it stands
// above "Contribution by X" where that has the name in another case, or -1.
func bareName(items []item, s corpus.Source) int {
	name := []rune(wording.Fold(s.Name))
	for i, it := range items {
		if it.matched() || len(it.text) > 80 {
			continue
		}
		n := 0
		for _, r := range wording.Fold(it.text) {
			if n >= len(name) || r != name[n] {
				break
			}
			n++
		}
		if n >= 3 && n >= len(name)-2 {
			return i
		}
	}
	return -1
}

func known(s corpus.Source) bool { return s.Kind != corpus.SourceOther }

func all(list []corpus.Source, is func(corpus.Source) bool) bool {
	return !slices.ContainsFunc(list, func(s corpus.Source) bool { return !is(s) })
}

func contains(list []corpus.Source, s corpus.Source) bool {
	return slices.ContainsFunc(list, func(o corpus.Source) bool { return o.ID == s.ID })
}

// union adds to a what b has and a has not.
func union(a, b []corpus.Source) []corpus.Source {
	for _, s := range b {
		if !contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}
