package index

import (
	"errors"
	"fmt"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"rapporteur/corpus"
	"rapporteur/index/query"
	"rapporteur/index/words"
)

// maxExpansion bounds how many words a beginning or a spelling may stand for.
const maxExpansion = 20000

// slots gives the slots of tokens in a row in the exact field.
func (c *compiler) slots(tokens []words.Token, open []bool) ([]slot, error) {
	var out []slot
	for i := range tokens {
		if endsPair(tokens, i) {
			continue
		}
		s, err := c.slot(tokens, i, open != nil && open[i])
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// endsPair reports whether a token is a Han character that only the pair
// before it holds.
func endsPair(tokens []words.Token, i int) bool {
	return i > 0 && tokens[i-1].Joins(tokens[i]) && !(i+1 < len(tokens) && tokens[i].Joins(tokens[i+1]))
}

// slot gives the slot of one token in the exact field. A single Han character
// is looked up as the beginning of pairs.
func (c *compiler) slot(tokens []words.Token, i int, open bool) (slot, error) {
	text := exactTerm(tokens, i)
	s := slot{field: fieldExact, terms: []string{text}, place: int32(i)}
	if open || tokens[i].Han && text == tokens[i].Fold {
		dict, err := c.view.snapshot.FieldDictPrefix(fieldExact, []byte(text))
		s.many = true
		s.terms, err = expand(dict, err, text+"*")
		return s, err
	}
	return s, nil
}

// fuzzy compiles a spelling. The word itself scores above its neighbours.
func (c *compiler) fuzzy(n query.Fuzzy) (op, error) {
	fold := words.Tokens(n.Text)[0].Fold
	dict, err := c.view.snapshot.FieldDictFuzzy(fieldExact, fold, n.Distance, "")
	terms, err := expand(dict, err, fmt.Sprintf("%s~%d", fold, n.Distance))
	if err != nil {
		return nil, err
	}
	like := slot{field: fieldExact, terms: terms, many: true}
	itself := slot{field: fieldExact, terms: []string{fold}}
	return c.keep(wordOp{[]alternative{{[]slot{like}, everyone}, {[]slot{itself}, everyone}}}), nil
}

// expand reads the terms of a dictionary.
func expand(dict bleveindex.FieldDict, err error, what string) ([]string, error) {
	if err != nil {
		return nil, fmt.Errorf("look up %s: %w", what, err)
	}
	var out []string
	e, err := dict.Next()
	for ; err == nil && e != nil; e, err = dict.Next() {
		if isNumber(e.Term) {
			continue
		}
		if len(out) == maxExpansion {
			err = corpus.Errorf(corpus.CodeUsage, "query: more than %d words are like %s: write more of the word", maxExpansion, what)
			break
		}
		out = append(out, strings.Clone(e.Term))
	}
	return out, errors.Join(err, dict.Close())
}
