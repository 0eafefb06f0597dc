package cover

import (
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/wording"
)

// chosenNumber gives the document's number: the first with the word for
// "document" or a series, with the change lines before it.
func chosenNumber(items []item) number {
	var best number
	var changes []change
	for _, it := range items {
		for _, f := range it.fields {
			switch f.kind {
			case kindChange:
				changes = append(changes, f.change)
			case kindNumber:
				n := f.number.with(changes)
				changes = nil
				if !best.known() || best.bare != "" && n.bare == "" && best.bare == n.symbol.Number || moreChanges(n, best) {
					if n.letter == "" {
						n.letter = best.letter
					}
					best = n
				}
			}
		}
	}
	if best.known() {
		best = best.with(changes)
	}
	return best
}

// moreChanges reports whether n is best with a longer chain of changes, as a
// running head may leave them out.
func moreChanges(n, best number) bool {
	if n.bare != "" || best.bare != "" {
		return n.bare == best.bare && strings.HasPrefix(n.suffix, best.suffix) && len(n.suffix) > len(best.suffix)
	}
	return n.symbol.Work() == best.symbol.Work() && strings.HasPrefix(n.symbol.Suffix, best.symbol.Suffix) && len(n.symbol.Suffix) > len(best.symbol.Suffix)
}

// runningNumber reads the number from running heads, where the first page has
// none.
func runningNumber(doc block.Document) number {
	for i, b := range doc.Blocks {
		if b.Role != corpus.RoleHeader && b.Role != corpus.RoleFooter || len(b.Text) > maxLineBytes {
			continue
		}
		if m := runningRE.FindString(wording.Tidy(b.Text)); m != "" {
			if n, length := numberAt(m); length > 0 && n.bare == "" {
				return n
			}
		}
		if i > 4*maxBlocks {
			break
		}
	}
	return number{}
}

func header[T any](v T) corpus.Field[T] {
	return corpus.Field[T]{Value: v, Basis: corpus.BasisHeader}
}

// fill writes the header from the lines that form it.
func (r *Reading) fill(items []item, names Names) {
	h := &r.Header
	m := r.meeting(items)
	if symbol, ok := r.number.in(m.body); ok {
		*h = FromSymbol(symbol, r.number.letter, corpus.BasisHeader)
		if !h.Meeting.Known() && m.ordinal > 0 {
			h.Meeting = header((meeting{body: symbol.Series, ordinal: m.ordinal}).name())
		}
	}
	if !h.Body.Known() && m.body != "" {
		h.Body = header(bodyName(m.body))
	}
	if name := m.name(); !h.Meeting.Known() && name != "" {
		h.Meeting = header(name)
	}
	if h.Language.Value == "" && r.number.letter != "" {
		h.Language = header(r.number.letter)
	}
	if m.place != "" {
		h.Place = header(m.place)
	}
	r.scalars(items)
	if !h.Date.Known() && m.day != "" {
		h.Date = header(m.day)
	}
	r.sources(items, names)
	r.form(items, names)
	r.title(items)
}

// bodyName is the body of a series: "WTPF-13" is a meeting of WTPF.
func bodyName(series string) string { return corpus.Symbol{Series: series, Number: "0"}.Body() }

// meeting joins what the lines say of body, ordinal and place.
func (r *Reading) meeting(items []item) meeting {
	var out meeting
	for _, it := range items {
		for _, f := range it.fields {
			if f.kind != kindMeeting {
				continue
			}
			if out.body == "" {
				out.body = f.meeting.body
			}
			if out.ordinal == 0 {
				out.ordinal = f.meeting.ordinal
			}
			if out.place == "" {
				out.place, out.day = f.meeting.place, f.meeting.day
			}
		}
	}
	return out
}

// scalars takes the first date, agenda item and languages.
func (r *Reading) scalars(items []item) {
	h := &r.Header
	for _, it := range items {
		for _, f := range it.fields {
			switch f.kind {
			case kindDate:
				if !h.Date.Known() {
					h.Date = header(f.text)
				}
			case kindAgenda:
				if !h.AgendaItem.Known() {
					h.AgendaItem = header(f.text)
				}
			case kindOriginal:
				h.OriginalLanguages = header(f.languages)
			case kindOnly:
				if !h.OriginalLanguages.Known() {
					h.OriginalLanguages = header(f.languages)
				}
			}
		}
	}
}

// sources joins the source lines: bare names and "Contribution by X" say the
// same, and an office that notes a contribution is its cover, not its author.
func (r *Reading) sources(items []item, names Names) {
	var who, behalf []corpus.Source
	var office, nature sourceLine
	for _, it := range items {
		for _, f := range it.fields {
			if f.kind != kindSource && f.kind != kindNature {
				continue
			}
			s := f.source
			switch {
			case s.office || f.kind == kindNature:
				if office.nature == "" {
					office = s
				}
				continue
			case nature.nature == "":
				nature.nature = s.nature
			}
			if all(s.sources, known) || len(who) == 0 || !all(who, known) {
				who = union(who, s.sources)
			}
			if all(s.sources, known) && len(who) > len(s.sources) && !all(who, known) && s.nature == "" {
				who = s.sources
			}
			behalf = union(behalf, s.behalf)
		}
	}
	who = slices.DeleteFunc(who, func(s corpus.Source) bool { return contains(behalf, s) })
	if len(who) == 1 && !known(who[0]) {
		if i := bareName(items, who[0]); i >= 0 {
			name, _, _ := strings.Cut(items[i].text, " (")
			who = names.Split(name)
			items[i].fields = []field{{kind: kindSource, source: sourceLine{sources: who}}}
		}
	}
	h := &r.Header
	switch {
	case len(who) > 0 && office.office && nature.nature != "":
		h.Nature = header(nature.nature)
		h.Nature.Conflict = "covering note: " + office.nature
	case nature.nature != "":
		h.Nature = header(nature.nature)
	case office.nature != "":
		h.Nature = header(office.nature)
	}
	if len(who) == 0 {
		who = office.sources
	}
	if len(who) > 0 {
		h.Sources = corpus.Field[[]corpus.Source]{Value: who, Basis: corpus.BasisSourceLine}
	}
	if len(behalf) > 0 {
		h.OnBehalfOf = corpus.Field[[]corpus.Source]{Value: behalf, Basis: corpus.BasisSourceLine}
	}
}

func contains(list []corpus.Source, s corpus.Source) bool {
	return slices.ContainsFunc(list, func(o corpus.Source) bool { return o.ID == s.ID })
}

func union(a, b []corpus.Source) []corpus.Source {
	for _, s := range b {
		if !contains(a, s) {
			a = append(a, s)
		}
	}
	return a
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

// title takes a title line by its key, the lines without a field after the
// source line, or any that stand out.
func (r *Reading) title(items []item) {
	source := -1
	for i, it := range items {
		for _, f := range it.fields {
			if f.kind == kindTitle {
				r.Header.Title = header(f.text)
				return
			}
			if f.kind == kindSource || f.kind == kindNature {
				source = i
			}
		}
	}
	t := formTitle(items)
	if t == "" {
		t = titleFrom(items[min(source+1, len(items)):], source >= 0)
	}
	if t == "" && source >= 0 {
		t = titleFrom(items[:source], false)
	}
	if t == "" && source >= 0 {
		for _, f := range items[source].fields {
			if f.source.title {
				t = items[source].text
			}
		}
	}
	if t != "" {
		r.Header.Title = header(t)
	}
}

// formTitle joins the lines above the "Key: value" lines of a form.
func formTitle(items []item) string {
	var parts []string
	for _, it := range items {
		if it.above {
			parts = append(parts, it.text)
		}
	}
	if t := strings.Join(parts, " "); len(t) <= 2*longLine {
		return t
	}
	return ""
}

// titleFrom joins the first run of lines that may be a title; anywhere asks for
// no number, date or original language after which they stand.
func titleFrom(items []item, anywhere bool) string {
	var parts []string
	strong := anywhere
	for _, it := range items {
		if it.matched() {
			if len(parts) > 0 {
				break
			}
			strong = true
			continue
		}
		if !titleLike(it) || !strong && !it.styled && !isUpper(it.text) {
			if len(parts) > 0 {
				break
			}
			continue
		}
		if len(parts) > 0 && !it.styled && isUpper(it.text) != isUpper(parts[len(parts)-1]) {
			break
		}
		parts = append(parts, it.text)
	}
	return strings.Join(parts, " ")
}
