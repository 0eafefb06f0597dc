package index

import (
	"fmt"

	"rapporteur/index/query"
	"rapporteur/index/words"
)

// compiler turns a query into ops. Everything that depends on languages
// happens here.
type compiler struct {
	view     *view
	stemmer  *words.Stemmer
	expander Expander
	// leaves are what scores and is marked, in the order of the query.
	leaves []leaf
	// denied counts the NOTs around what is being compiled.
	denied int
}

func (c *compiler) compile(n query.Node) (op, error) {
	switch n := n.(type) {
	case query.All:
		return all{}, nil
	case query.Not:
		c.denied++
		kid, err := c.compile(n.Kid)
		c.denied--
		return not{kid}, err
	case query.Or:
		kids, err := c.kids(n.Kids)
		return or{kids}, err
	case query.And:
		return c.and(n.Kids)
	case query.Field:
		return fieldOp(n), nil
	case query.Dates:
		return keywordOp{field: "date", says: n.String(), wants: n.Contains}, nil
	}
	return c.leaf(n)
}

func (c *compiler) leaf(n query.Node) (op, error) {
	switch n := n.(type) {
	case query.Word:
		o, err := c.word(words.Tokens(n.Text))
		return c.widened(o, n.Text, err)
	case query.Phrase:
		o, err := c.phrase(n.Text)
		return c.widened(o, n.Text, err)
	case query.Prefix:
		return c.phrase(n.Text + "*")
	case query.Fuzzy:
		return c.fuzzy(n)
	case query.Near:
		return c.near(words.Tokens(n.Text), n.Distance)
	case query.Literal:
		slots, err := c.slots(words.Tokens(n.Text), nil)
		return c.keep(literal{wordOp{[]alternative{{slots, everyone}}}, []byte(n.Text)}), err
	}
	return nil, fmt.Errorf("query: %T cannot be searched for", n)
}

func (c *compiler) kids(nodes []query.Node) ([]op, error) {
	out := make([]op, len(nodes))
	for i, n := range nodes {
		var err error
		if out[i], err = c.compile(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// and compiles words that must all be there. Stop words are passed over: in
// the documents of each language those that are stop words in it, unless all
// the words are.
func (c *compiler) and(nodes []query.Node) (op, error) {
	out := and{}
	for i := 0; i < len(nodes); {
		o, n, err := c.concept(nodes[i:])
		stop := classes(0)
		if err == nil && n == 0 {
			o, err = c.compile(nodes[i])
			n, stop = 1, stopIn(nodes[i])
		}
		if err != nil {
			return nil, err
		}
		out.kids, out.passed = append(out.kids, o), append(out.passed, stop)
		i += n
	}
	everywhere := everyone
	for _, s := range out.passed {
		everywhere &= s
	}
	for i := range out.passed {
		out.passed[i] &^= everywhere
	}
	out.cheapFirst()
	return out, nil
}

// stopIn gives the classes in whose language a node is a stop word.
func stopIn(n query.Node) classes {
	w, ok := n.(query.Word)
	if !ok {
		return 0
	}
	out, tokens := classes(0), words.Tokens(w.Text)
	for k, language := range words.Stemmed {
		if len(tokens) == 1 && words.IsStop(language, tokens[0]) {
			out |= class(k).only()
		}
	}
	return out
}

// keep lets a leaf score and be marked, unless it stands under a NOT.
func (c *compiler) keep(l leaf) leaf {
	if c.denied == 0 {
		c.leaves = append(c.leaves, l)
	}
	return l
}

// word compiles a word in any form: its stem in each stemmed language, the
// word as written elsewhere. Where hyphens or apostrophes cut it to several
// tokens, these stand in a row.
func (c *compiler) word(tokens []words.Token) (op, error) {
	var alts []alternative
	// written are the tokens that stand in a row, by their first and number,
	// with the classes in which they do.
	type run struct{ first, count int }
	written := map[run]classes{{0, len(tokens)}: unstemmed}
	order := []run{{0, len(tokens)}}
	for k, language := range words.Stemmed {
		first, left := words.Trim(language, tokens)
		if len(left) == 1 && !left[0].Han && !words.IsStop(language, left[0]) {
			alts = append(alts, c.forms(language, left[0])...)
			continue
		}
		r := run{first, len(left)}
		if _, known := written[r]; !known {
			order = append(order, r)
		}
		written[r] |= class(k).only()
	}
	for _, r := range order {
		slots, err := c.slots(tokens[r.first:r.first+r.count], nil)
		if err != nil {
			return nil, err
		}
		alts = append(alts, alternative{slots, written[r]})
	}
	return c.keep(wordOp{alts}), nil
}

// forms gives where the forms of a word are looked for in a stemmed language.
func (c *compiler) forms(language string, t words.Token) []alternative {
	var out []alternative
	for _, form := range c.stemmer.Asked(language, t) {
		out = append(out, alternative{[]slot{{field: fieldText + language, terms: []string{form}}}, classOf(language).only()})
	}
	return out
}

// phrase compiles quoted words; one with an asterisk after it is a beginning.
func (c *compiler) phrase(text string) (op, error) {
	tokens := words.Tokens(text)
	open := make([]bool, len(tokens))
	for i, t := range tokens {
		open[i] = !t.Han && t.End < len(text) && text[t.End] == '*'
	}
	return c.exact(tokens, open)
}

// exact compiles tokens in a row as written. Those that are open are
// beginnings.
func (c *compiler) exact(tokens []words.Token, open []bool) (op, error) {
	slots, err := c.slots(tokens, open)
	if err != nil {
		return nil, err
	}
	return c.keep(wordOp{[]alternative{{slots, everyone}}}), nil
}

// near compiles words close together in any form and order.
func (c *compiler) near(tokens []words.Token, distance int) (op, error) {
	out := near{distance: int32(distance)}
	at := map[string]int{}
	for i := range tokens {
		if endsPair(tokens, i) {
			continue
		}
		key := exactTerm(tokens, i)
		if n, ok := at[key]; ok {
			out.words[n].times++
			continue
		}
		at[key] = len(out.words)
		alts, err := c.anyForm(tokens, i)
		if err != nil {
			return nil, err
		}
		out.words = append(out.words, nearWord{alts, 1})
	}
	return c.keep(out), nil
}

// anyForm gives where one of several tokens is looked for.
func (c *compiler) anyForm(tokens []words.Token, i int) ([]alternative, error) {
	written := everyone
	var alts []alternative
	for k, language := range words.Stemmed {
		if !tokens[i].Han && !words.IsStop(language, tokens[i]) {
			written &^= class(k).only()
			alts = append(alts, c.forms(language, tokens[i])...)
		}
	}
	s, err := c.slot(tokens, i, false)
	s.place = 0
	return append(alts, alternative{[]slot{s}, written}), err
}
