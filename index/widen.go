package index

import (
	"slices"
	"strings"

	"rapporteur/index/query"
	"rapporteur/index/words"
)

const (
	// maxConceptWords is how many words in a row are shown to the expander.
	maxConceptWords = 8
	// maxPhrases bounds what one text is widened to.
	maxPhrases = 200
	// phraseSlack is how many words may stand between those of a phrase from
	// another language, beyond what the phrase itself has.
	phraseSlack = 2
)

// widened adds to an op what its text is called in other languages.
func (c *compiler) widened(o op, text string, err error) (op, error) {
	if err != nil || c.expander == nil || strings.Contains(text, "*") {
		return o, err
	}
	return c.add(o, c.expander.Expand(text))
}

// concept compiles the longest row of words that the expander knows at the
// beginning of an AND, and gives how many nodes that takes: none where it knows
// no row of two or more.
func (c *compiler) concept(nodes []query.Node) (op, int, error) {
	if c.expander == nil {
		return nil, 0, nil
	}
	var row []string
	for _, n := range nodes[:min(len(nodes), maxConceptWords)] {
		w, ok := n.(query.Word)
		if !ok {
			break
		}
		row = append(row, w.Text)
	}
	for n := len(row); n >= 2; n-- {
		phrases := c.expander.Expand(strings.Join(row[:n], " "))
		if len(phrases) == 0 {
			continue
		}
		narrow := &compiler{view: c.view, stemmer: c.stemmer, denied: c.denied}
		o, err := narrow.and(nodes[:n])
		if err != nil {
			return nil, 0, err
		}
		c.leaves = append(c.leaves, narrow.leaves...)
		o, err = c.add(o, phrases)
		return o, n, err
	}
	return nil, 0, nil
}

func (c *compiler) add(o op, phrases []Phrase) (op, error) {
	kids := []op{o}
	for _, p := range phrases[:min(len(phrases), maxPhrases)] {
		tokens := words.Tokens(p.Text)
		if len(tokens) == 0 {
			continue
		}
		kid, err := c.foreign(tokens, p.Language)
		if err != nil {
			return nil, err
		}
		kids = append(kids, kid)
	}
	if len(kids) == 1 {
		return o, nil
	}
	return or{kids}, nil
}

// foreign compiles a phrase from another language: Chinese as it is written,
// others in any form, without the articles between, and where the language is
// known only in its passages.
func (c *compiler) foreign(tokens []words.Token, language string) (op, error) {
	var telling []words.Token
	for _, t := range tokens {
		if t.Han {
			return c.exact(tokens, nil)
		}
		if !stopSomewhere(t) {
			telling = append(telling, t)
		}
	}
	if len(telling) == 0 {
		telling, language = tokens, ""
	}
	distance := len(tokens) - 1 + phraseSlack
	switch {
	case slices.Contains(words.Stemmed, language):
		return c.inLanguage(telling, language, distance), nil
	case len(telling) == 1:
		return c.word(telling)
	}
	return c.near(telling, distance)
}

// inLanguage compiles words of one language in any form, close together where
// there are several.
func (c *compiler) inLanguage(tokens []words.Token, language string, distance int) op {
	if len(tokens) == 1 {
		return c.keep(wordOp{c.forms(language, tokens[0])})
	}
	out := near{distance: int32(distance)}
	at := map[string]int{}
	for _, t := range tokens {
		if i, known := at[t.Fold]; known {
			out.words[i].times++
			continue
		}
		at[t.Fold] = len(out.words)
		out.words = append(out.words, nearWord{c.forms(language, t), 1})
	}
	return c.keep(out)
}

func stopSomewhere(t words.Token) bool {
	for _, language := range words.Stemmed {
		if words.IsStop(language, t) {
			return true
		}
	}
	return false
}
