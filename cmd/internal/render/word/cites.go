package word

import (
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// citations look up what a report cites, by ID.
type citations map[string]cited

// cited is a passage and the name of its bookmark.
type cited struct {
	corpus.CitedPassage
	bookmark string
}

func citationsOf(passages []corpus.CitedPassage) citations {
	m := make(citations, len(passages))
	for i, p := range passages {
		m[p.ID] = cited{p, citedBookmark(i)}
	}
	return m
}

// citedBookmark names the bookmark of the i-th cited passage; Word allows 40
// letters, digits and underscores.
func citedBookmark(i int) string { return "cited_" + strconv.Itoa(i+1) }

// Anchor is the name in a document of the i-th passage that a report cites.
func Anchor(i int) string { return citedBookmark(i) }

// source is the citations of one document.
type source struct {
	ref    string
	places []cited
}

// grouped puts citations of one document together, in the order in which the
// documents come.
func (m citations) grouped(cites []string) []source {
	var out []source
	at := make(map[string]int)
	for _, id := range cites {
		p, passage := m[id]
		ref := strings.TrimPrefix(id, "ledger:")
		if passage {
			ref = p.Ref
		}
		i, seen := at[ref]
		if !seen {
			i = len(out)
			at[ref] = i
			out = append(out, source{ref: ref})
		}
		if passage {
			out[i].places = append(out[i].places, p)
		}
	}
	return out
}

// places writes citations, the ones of a document together:
// "CWG-Internet-30/1, II.1; II.2 · CWG-Internet-30/3, 4".
func (c *composer) places(cites []string, rtl bool) {
	p := runProperties{rtl: rtl}
	for i, s := range c.cites.grouped(cites) {
		if i > 0 {
			c.run(" · ", p)
		}
		c.run(c.isolated(s.ref, rtl), c.reference(rtl))
		for j, place := range s.places {
			c.run([]string{", ", "; "}[min(j, 1)], p)
			c.link(place.bookmark, c.isolated(place.Short, rtl), c.reference(rtl))
		}
	}
}

// isolated keeps a symbol or a place in its own order inside text from right to
// left: a mark without width on both sides, except where it holds Arabic.
func (c *composer) isolated(s string, rtl bool) string {
	const mark = "\u200e"
	if !rtl || s == "" || rightToLeft("", s) {
		return s
	}
	return mark + s + mark
}
