package render

import (
	"strings"

	"rapporteur/corpus"
)

// citations looks up what a report cites.
type citations map[string]corpus.CitedPassage

func citationsOf(r corpus.Report) citations {
	m := make(citations, len(r.Passages))
	for _, p := range r.Passages {
		m[p.ID] = p
	}
	return m
}

// place is one citation as shown: its text, and the anchor it leads to.
type place struct {
	Text, Anchor string
}

// document is the citations of one document.
type document struct {
	Ref    string
	Places []place
}

// grouped puts citations of one document together, in the order in which the
// documents come.
func (c citations) grouped(cites []string) []document {
	var out []document
	at := make(map[string]int)
	for _, id := range cites {
		p, passage := c[id]
		ref := id
		if passage {
			ref = p.Ref
		}
		i, seen := at[ref]
		if !seen {
			i = len(out)
			at[ref] = i
			out = append(out, document{Ref: strings.TrimPrefix(ref, "ledger:")})
		}
		if passage {
			out[i].Places = append(out[i].Places, place{Text: p.Short, Anchor: anchorOf(id)})
		}
	}
	return out
}

// anchorOf makes a fragment identifier of a citation: letters and digits stay,
// each other character becomes an underscore and its number in base 16.
func anchorOf(id string) string {
	var b strings.Builder
	b.WriteString("c-")
	for _, r := range id {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '-', r == '.':
			b.WriteRune(r)
		default:
			b.WriteString("_")
			b.WriteString(hex(r))
		}
	}
	return b.String()
}

// Anchor is the name in a page of the passage with this ID.
func Anchor(id string) string { return anchorOf(id) }

func hex(r rune) string {
	const digits = "0123456789abcdef"
	out := ""
	for ; r > 0; r >>= 4 {
		out = string(digits[r&15]) + out
	}
	return out
}

// stateMarks tell the four states apart without colour.
var stateMarks = map[corpus.CellState]string{
	corpus.CellAddressed: "●", corpus.CellCitedOnly: "○", corpus.CellNotAddressed: "–", corpus.CellNotRead: "?",
}
