package measure

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"

	"rapporteur/corpus"
)

// Confusion is how often one theme was found where another was missed.
type Confusion struct {
	// Labelled and Found are themes, 0 for none: a theme found in a passage that
	// lacks nothing, or missed in one where nothing else was found.
	Labelled corpus.Theme `json:"labelled"`
	Found    corpus.Theme `json:"found"`
	Passages int          `json:"passages"`
}

// Wrong is a passage with the themes that were missed and falsely found.
type Wrong struct {
	ID       string         `json:"id"`
	Language string         `json:"lang"`
	Missed   []corpus.Theme `json:"missed"`
	False    []corpus.Theme `json:"false"`
	// Kind and Said are set where the kinds differ.
	Kind corpus.Kind `json:"kind,omitempty"`
	Said corpus.Kind `json:"said,omitempty"`
}

// mostWrong is how many passages are listed.
const mostWrong = 20

// confusions counts the pairs of a missed and a false theme, the commonest
// first.
func confusions(rows []row) []Confusion {
	var table [themeCount + 1][themeCount + 1]int
	for _, r := range rows {
		missed, found := themesOf(r.missed), themesOf(r.wrong)
		if len(missed) == 0 && len(found) > 0 {
			missed = []corpus.Theme{0}
		}
		if len(found) == 0 && len(missed) > 0 {
			found = []corpus.Theme{0}
		}
		for _, m := range missed {
			for _, f := range found {
				table[m][f]++
			}
		}
	}
	out := []Confusion{}
	for m := range table {
		for f, n := range table[m] {
			if n > 0 {
				out = append(out, Confusion{corpus.Theme(m), corpus.Theme(f), n})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Confusion) int { return cmp.Compare(b.Passages, a.Passages) })
	return out
}

// worst lists the passages with most errors, a wrong kind counting as one,
// those of as many by ID.
func worst(gold []Gold, rows []row) []Wrong {
	errors := func(r row) int {
		n := bits.OnesCount16(r.missed) + bits.OnesCount16(r.wrong)
		if r.kind != r.said {
			n++
		}
		return n
	}
	var order []int
	for i := range rows {
		if rows[i].missed|rows[i].wrong != 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(errors(rows[b]), errors(rows[a])), cmp.Compare(gold[a].ID, gold[b].ID))
	})
	out := []Wrong{}
	for _, i := range order[:min(len(order), mostWrong)] {
		w := Wrong{ID: gold[i].ID, Language: gold[i].Language, Missed: themesOf(rows[i].missed), False: themesOf(rows[i].wrong)}
		if r := rows[i]; r.kind != r.said && r.kind >= 0 && r.said >= 0 {
			w.Kind, w.Said = corpus.Kinds()[r.kind], corpus.Kinds()[r.said]
		}
		out = append(out, w)
	}
	return out
}

func themesOf(set uint16) []corpus.Theme {
	out := []corpus.Theme{}
	for ; set != 0; set &= set - 1 {
		out = append(out, corpus.Theme(bits.TrailingZeros16(set)))
	}
	return out
}

func themesText(themes []corpus.Theme) string {
	text := ""
	for i, t := range themes {
		if i > 0 {
			text += " "
		}
		text += strconv.Itoa(int(t))
	}
	return cmp.Or(text, "-")
}
