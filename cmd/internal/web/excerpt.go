package web

import (
	"net/url"
	"slices"
	"strconv"

	"rapporteur/corpus"
)

// passagesShown is how many passages of a document a page shows: few documents
// have more.
const passagesShown = 150

// excerpt is the passages of a document that a page shows: from and to are
// places among all of them.
type excerpt struct{ number, parts, from, to int }

// excerptOf is the part that an address asks for, else the one with the passage
// that it asks for, else the one where the sheet begins that it asks for.
func excerptOf(v url.Values, passages []corpus.Passage) excerpt {
	e := excerpt{parts: max(1, (len(passages)+passagesShown-1)/passagesShown)}
	first := func(is func(corpus.Passage) bool) int { return max(0, slices.IndexFunc(passages, is)) }
	part, err := strconv.Atoi(v.Get("part"))
	sheet, _ := strconv.Atoi(v.Get("page"))
	switch at := v.Get("at"); {
	case err == nil:
		e.number = min(max(part, 1), e.parts)
	case at != "":
		e.number = 1 + first(func(p corpus.Passage) bool { return labelOf(p.ID) == at })/passagesShown
	default:
		e.number = 1 + first(func(p corpus.Passage) bool { return p.Page >= sheet })/passagesShown
	}
	e.from = (e.number - 1) * passagesShown
	e.to = min(e.from+passagesShown, len(passages))
	return e
}

// of gives the passages of the excerpt.
func (e excerpt) of(r corpus.Reading) corpus.Reading {
	r.Passages = r.Passages[e.from:e.to]
	return r
}

// pager leads to the other parts.
func (e excerpt) pager(ref string, total int) pager {
	p := pager{Page: e.number, Pages: e.parts, From: e.from + 1, To: e.to, Total: total}
	if e.number > 1 {
		p.Previous = e.address(ref, e.number-1, 0)
	}
	if e.number < e.parts {
		p.Next = e.address(ref, e.number+1, 0)
	}
	return p
}

// address is that of a part of a document, and of one of its sheets where that
// is above 0.
func (e excerpt) address(ref string, part, sheet int) string {
	v := url.Values{}
	if sheet > 0 {
		v.Set("page", strconv.Itoa(sheet))
	}
	if e.parts > 1 {
		v.Set("part", strconv.Itoa(part))
	}
	if len(v) == 0 {
		return documentPath(ref)
	}
	return documentPath(ref) + "?" + v.Encode()
}
