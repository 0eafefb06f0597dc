package cover

import (
	"slices"
	"strings"

	"rapporteur/corpus"
)

// Merge joins headers of falling trust: of each field the first known value
// stands, with a word on what the others said instead.
func Merge(headers ...corpus.Header) corpus.Header {
	var out corpus.Header
	for _, h := range headers {
		out.Symbol = join(out.Symbol, h.Symbol, corpus.Symbol.String)
		out.Body = join(out.Body, h.Body, same)
		out.Meeting = join(out.Meeting, h.Meeting, same)
		out.Date = join(out.Date, h.Date, same)
		out.Place = join(out.Place, h.Place, same)
		out.OriginalLanguages = join(out.OriginalLanguages, h.OriginalLanguages, listed)
		out.Title = join(out.Title, h.Title, same)
		out.AgendaItem = join(out.AgendaItem, h.AgendaItem, same)
		out.Nature = join(out.Nature, h.Nature, same)
		out.Sources = join(out.Sources, h.Sources, sourceNames)
		out.OnBehalfOf = join(out.OnBehalfOf, h.OnBehalfOf, sourceNames)
		out.Language = join(out.Language, h.Language, same)
		out.Attribution = join(out.Attribution, h.Attribution, func(a corpus.Attribution) string { return string(a) })
	}
	return out
}

func same(s string) string { return s }

func listed(s []string) string { return strings.Join(s, ", ") }

// sourceNames lists sources in the order of their IDs, so that the order in
// which they sign makes no difference.
func sourceNames(list []corpus.Source) string {
	ids := make([]string, len(list))
	for i, s := range list {
		ids[i] = s.ID
	}
	slices.Sort(ids)
	return strings.Join(ids, ", ")
}

// join keeps a where it is known. Where b is known too and says something else,
// a's conflict tells of it.
func join[T any](a, b corpus.Field[T], show func(T) string) corpus.Field[T] {
	if !a.Known() || !b.Known() {
		return a.Or(b)
	}
	said, other := show(a.Value), show(b.Value)
	if other == "" || strings.EqualFold(said, other) || lessPrecise(said, other) {
		return a
	}
	if note := string(b.Basis) + " says " + other; !strings.Contains(a.Conflict, note) {
		a.Conflict = strings.TrimPrefix(a.Conflict+"; "+note, "; ")
	}
	return a
}

// lessPrecise reports dates of which one begins the other: "2025-09" is no
// other date than "2025-09-12".
func lessPrecise(a, b string) bool {
	return len(a) != len(b) && (strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-")) && len(a) <= 10 && len(b) <= 10 && a[0] >= '0' && a[0] <= '9'
}
