package index

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
	"rapporteur/index/query"
)

// relatedShare is what the theme of a query that names a concept adds to a
// score, as thousandths of its weight: little enough to put passages that are
// only about the theme after those that speak of the concept.
const relatedShare = 100

// Related is a theme that a text belongs to.
type Related struct {
	Theme corpus.Theme
	// Share is how much it does, in thousandths of the strongest theme.
	Share int
}

// beside finds what a query that names a concept finds, and passages that are
// tagged with its themes.
type beside struct {
	named  op
	themes []related
}

func (o beside) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	found, err := o.named.match(p, within)
	if err != nil {
		return nil, err
	}
	p.named = found
	out := found.Clone()
	for _, t := range o.themes {
		docs, err := t.match(p, within)
		if err != nil {
			return nil, err
		}
		out.Or(docs)
	}
	return out, nil
}

func (o beside) describe() corpus.Understood {
	u := corpus.Understood{What: "any of", Of: described([]op{o.named})}
	for _, t := range o.themes {
		u.Of = append(u.Of, t.describe())
	}
	return u
}

// related is a leaf that finds and scores a theme, and marks nothing.
type related struct {
	wordOp
	theme Related
}

func relatedTo(t Related) related {
	s := slot{field: fieldTheme, terms: []string{strconv.Itoa(int(t.Theme))}, share: relatedShare * t.Share / 1000}
	return related{wordOp{[]alternative{{[]slot{s}, everyone}}}, t}
}

func (o related) spans(_ *text, out []span) []span { return out }

func (o related) describe() corpus.Understood {
	return corpus.Understood{What: fmt.Sprintf("tagged with theme %d, which the words belong to: at %d thousandths of its weight",
		o.theme.Theme, o.alternatives[0].slots[0].share)}
}

// compileNamed compiles a query; where all its words name a concept it also
// finds what is tagged with the concept's themes.
func (c *compiler) compileNamed(n query.Node) (op, error) {
	names, rest := parted(n)
	var themes []Related
	if text := strings.Join(names, " "); text != "" && len(names) <= maxConceptWords {
		themes = c.expander.Themes(text)
	}
	if len(themes) == 0 {
		return c.compile(n)
	}
	named, err := c.compile(rest.named)
	if err != nil {
		return nil, err
	}
	o := beside{named: named}
	for _, t := range themes {
		r := relatedTo(t)
		o.themes = append(o.themes, r)
		c.keep(r)
	}
	if len(rest.others) == 0 {
		return o, nil
	}
	kids, err := c.kids(rest.others)
	return and{kids: append(kids, o), passed: make([]classes, len(kids)+1)}, err
}

// parted tells the words of a query, as typed, from the fields and NOTs that
// stand beside them. It gives no words where the query is anything else.
func parted(n query.Node) (names []string, rest parts) {
	kids := []query.Node{n}
	if and, ok := n.(query.And); ok {
		kids = and.Kids
	}
	var words []query.Node
	for _, k := range kids {
		switch k := k.(type) {
		case query.Word:
			names, words = append(names, k.Text), append(words, k)
		case query.Phrase:
			if strings.Contains(k.Text, "*") {
				return nil, rest
			}
			names, words = append(names, k.Text), append(words, k)
		case query.And:
			more, inner := parted(k)
			if len(more) == 0 {
				return nil, rest
			}
			names, words, rest.others = append(names, more...), append(words, inner.named), append(rest.others, inner.others...)
		case query.Field, query.Dates, query.Not:
			rest.others = append(rest.others, k)
		default:
			return nil, rest
		}
	}
	switch len(words) {
	case 0:
	case 1:
		rest.named = words[0]
	default:
		rest.named = query.And{Kids: words}
	}
	return names, rest
}

// parts are what parted makes of a query: what names something, and the rest.
type parts struct {
	named  query.Node
	others []query.Node
}
