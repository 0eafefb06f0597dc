package cover

import (
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
		tidy := wording.Tidy(b.Text)
		if n, length := numberAt(tidy); length == len(tidy) && numberUN.MatchString(tidy) {
			return n
		}
		if m := runningRE.FindString(tidy); m != "" {
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
