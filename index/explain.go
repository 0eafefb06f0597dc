package index

import (
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"rapporteur/corpus"
	"rapporteur/index/words"
)

// scoreOf gives the score of a hit, which a search in another order has not
// needed until now, and where asked what it is made of.
func (f *finding) scoreOf(r ranked, explain bool) (score float64, why []corpus.ScorePart, err error) {
	if !explain && f.order.by == corpus.SortRelevance {
		return r.score, nil, nil
	}
	one := roaring.BitmapOf(r.doc)
	for _, s := range f.scorers {
		sh, err := r.part.share(s, one)
		if err != nil {
			return 0, nil, err
		}
		text, head := []float64{0}, []float64{0}
		sh.scoreText(r.part, []uint32{r.doc}, text)
		addEach(sh.heading, headingShare*s.weight, []uint32{r.doc}, head)
		score += text[0]
		score += head[0]
		if !explain {
			continue
		}
		part, err := r.explain(s)
		if err != nil {
			return 0, nil, err
		}
		if part.Score = text[0]; part.Score > 0 {
			why = append(why, part)
		}
		if part.Score = head[0]; part.Score > 0 {
			part.Field, part.Frequency = fieldHead, 1
			why = append(why, part)
		}
	}
	return score, why, nil
}

// explain describes a scorer and what it saw in a hit.
func (r ranked) explain(s scorer) (corpus.ScorePart, error) {
	out := corpus.ScorePart{
		Term: s.slot.text(), Field: s.slot.field, Frequency: 1, Found: s.found, Among: s.among, Weight: s.weight,
		Length: int(r.part.lengths[r.doc]), Mean: s.mean,
	}
	if s.slot.flat() {
		return out, nil
	}
	found, err := r.part.posting(term{s.slot.field, s.slot.terms[0]})
	if err != nil {
		return out, err
	}
	it := found.list.Iterator(true, false, false, nil)
	var p segment.Posting
	if p, err = it.Advance(uint64(r.doc)); err == nil && p != nil && p.Number() == uint64(r.doc) {
		out.Frequency = frequency(p)
	}
	return out, err
}

// text is a slot for people.
func (s slot) text() string {
	if !s.many {
		return s.terms[0]
	}
	const shown = 5
	list := strings.Join(s.terms[:min(shown, len(s.terms))], ", ")
	if more := len(s.terms) - shown; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return "one of " + list
}

// understood says how the query was read.
func (f *finding) understood() *corpus.Understood {
	u := f.op.describe()
	if len(f.filters) == 0 {
		return &u
	}
	out := corpus.Understood{What: "all of", Of: []corpus.Understood{u}}
	for _, o := range f.filters {
		out.Of = append(out.Of, o.describe())
	}
	return &out
}

func described(kids []op) []corpus.Understood {
	out := make([]corpus.Understood, len(kids))
	for i, k := range kids {
		out[i] = k.describe()
	}
	return out
}

func (all) describe() corpus.Understood { return corpus.Understood{What: "every passage"} }

func (o not) describe() corpus.Understood {
	return corpus.Understood{What: "not", Of: described([]op{o.kid})}
}

func (o or) describe() corpus.Understood {
	return corpus.Understood{What: "any of", Of: described(o.kids)}
}

func (o and) describe() corpus.Understood {
	u := corpus.Understood{What: "all of", Of: described(o.kids)}
	for i, passed := range o.passed {
		if passed != 0 {
			u.Of[i].What += ", passed over as a stop word in " + passed.String()
		}
	}
	return u
}

func (o keywordOp) describe() corpus.Understood { return corpus.Understood{What: o.says} }

func (o wordOp) describe() corpus.Understood {
	return corpus.Understood{What: "a word: " + describeAlternatives(o.alternatives)}
}

// describeAlternatives gives each form once, with the languages in which it is
// looked for.
func describeAlternatives(alternatives []alternative) string {
	in := map[string]classes{}
	var order []string
	for _, alt := range alternatives {
		if len(alt.slots) == 0 || alt.in == 0 {
			continue
		}
		what := "“" + alt.text() + "” as written"
		if alt.slots[0].field != fieldExact {
			what = "forms of “" + alt.text() + "”"
		}
		if _, known := in[what]; !known {
			order = append(order, what)
		}
		in[what] |= alt.in
	}
	for i, what := range order {
		order[i] = what + " in " + in[what].String()
	}
	return strings.Join(order, "; ")
}

func (alt alternative) text() string {
	var out []string
	for _, s := range alt.slots {
		out = append(out, s.text())
	}
	return strings.Join(out, " ")
}

func (o near) describe() corpus.Understood {
	u := corpus.Understood{What: fmt.Sprintf("at most %d words apart", o.distance)}
	for _, w := range o.words {
		u.Of = append(u.Of, corpus.Understood{What: describeAlternatives(w.alternatives)})
	}
	return u
}

func (o literal) describe() corpus.Understood {
	return corpus.Understood{What: "exactly “" + string(o.text) + "”"}
}

// String names the languages of classes.
func (s classes) String() string {
	if s == everyone {
		return "every language"
	}
	var out []string
	for k, language := range slices.Concat(words.Stemmed, []string{"zh", "other languages"}) {
		if s.has(class(k)) {
			out = append(out, language)
		}
	}
	return strings.Join(out, " ")
}
