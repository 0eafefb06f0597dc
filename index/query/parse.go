package query

import (
	"strconv"
	"strings"

	"rapporteur/corpus"
	"rapporteur/index/words"
)

// Bounds on what is parsed, so that a pasted document cannot occupy a server.
const (
	MaxBytes    = 8192
	maxDepth    = 40
	maxLeaves   = 200
	maxDistance = 1000
)

// parser walks over the characters of a query.
type parser struct {
	text   []rune
	at     int
	depth  int
	leaves int
	// vocabulary checks the values of fields; nil lets them be.
	vocabulary Vocabulary
}

// Parse reads a query. Its errors have [corpus.CodeUsage] and point at a
// character. An empty query is [All].
func Parse(text string) (Node, error) { return ParseWith(text, nil) }

// ParseWith is [Parse] where values of fields that a vocabulary does not know
// are errors, and those it knows are written as it has them.
func ParseWith(text string, v Vocabulary) (Node, error) {
	if len(text) > MaxBytes {
		return nil, corpus.Errorf(corpus.CodeUsage, "query: %d bytes are too many: ask with fewer than %d", len(text), MaxBytes)
	}
	trimmed := strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if trimmed == "" {
		return All{}, nil
	}
	p := &parser{text: []rune(trimmed), vocabulary: v}
	if rest, ok := strings.CutPrefix(trimmed, literalMode); ok {
		rest = strings.TrimSpace(rest)
		if len(words.Tokens(rest)) == 0 {
			return nil, p.errorf(len(p.text), "literal: needs text after it")
		}
		return Literal{Text: rest}, nil
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.text) {
		return nil, p.errorf(p.at, `")" closes nothing: take it out, or open a group with "("`)
	}
	if n == nil {
		return nil, p.errorf(0, "there is no word to search for")
	}
	return n, nil
}

// errorf makes an error that shows the query with a mark under one character.
func (p *parser) errorf(at int, format string, args ...any) error {
	from := max(0, at-60)
	to := min(len(p.text), from+100)
	args = append([]any{at + 1}, args...)
	args = append(args, flatten(p.text[from:to]), strings.Repeat(" ", at-from))
	return corpus.Errorf(corpus.CodeUsage, "query, character %d: "+format+"\n  %s\n  %s^", args...)
}

func flatten(rs []rune) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return ' '
		}
		return r
	}, string(rs))
}

// or reads alternatives; nil means that no words stood there.
func (p *parser) or() (Node, error) {
	var kids []Node
	for {
		start := p.at
		kid, err := p.and()
		if err != nil {
			return nil, err
		}
		switch k := kid.(type) {
		case nil:
			if len(kids) > 0 || p.operator("OR") {
				return nil, p.errorf(min(start, len(p.text)), "OR needs a word on both sides")
			}
		case Or:
			kids = append(kids, k.Kids...)
		default:
			kids = append(kids, kid)
		}
		if !p.take("OR") {
			return group(kids, func(k []Node) Node { return Or{k} }), nil
		}
	}
}

// and reads operands until an OR, a closing bracket or the end.
func (p *parser) and() (Node, error) {
	var kids []Node
	for {
		start := p.at
		explicit := p.take("AND")
		if explicit && len(kids) == 0 {
			return nil, p.errorf(p.skip(start), "AND needs a word on both sides")
		}
		before := p.at
		kid, err := p.unary()
		if err != nil {
			return nil, err
		}
		if explicit && kid == nil {
			return nil, p.errorf(p.skip(start), "AND needs a word on both sides")
		}
		switch k := kid.(type) {
		case nil:
			if p.at == before || p.done() {
				return group(kids, func(k []Node) Node { return And{k} }), nil
			}
		case And:
			kids = append(kids, k.Kids...)
		default:
			kids = append(kids, kid)
		}
	}
}

// group makes one node of what was read.
func group(kids []Node, of func([]Node) Node) Node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return of(kids)
}

// unary reads an operand with the signs before it; nil where there is none.
func (p *parser) unary() (Node, error) {
	p.at = p.skip(p.at)
	start := p.at
	word := p.take("NOT")
	if !word && !(p.peek(0) == '-' && p.at+1 < len(p.text) && !isSpace(p.peek(1)) && p.peek(1) != ')') {
		return p.primary()
	}
	if !word {
		p.at++
	}
	if err := p.deeper(start); err != nil {
		return nil, err
	}
	kid, err := p.unary()
	p.depth--
	if err != nil {
		return nil, err
	}
	if kid == nil {
		if word {
			return nil, p.errorf(start, "NOT needs a word after it")
		}
		return nil, nil
	}
	return Not{kid}, nil
}

// primary reads a group, a phrase, a field or a word.
func (p *parser) primary() (Node, error) {
	p.at = p.skip(p.at)
	switch {
	case p.at == len(p.text) || p.peek(0) == ')' || p.operator("OR") || p.operator("AND"):
		return nil, nil
	case p.peek(0) == '(':
		return p.bracket()
	}
	if p.leaves++; p.leaves > maxLeaves {
		return nil, p.errorf(p.at, "more than %d words: ask with fewer", maxLeaves)
	}
	if isQuote(p.peek(0)) {
		return p.phrase()
	}
	return p.word()
}

func (p *parser) bracket() (Node, error) {
	start := p.at
	if err := p.deeper(start); err != nil {
		return nil, err
	}
	p.at++
	n, err := p.or()
	p.depth--
	if err != nil {
		return nil, err
	}
	if p.peek(0) != ')' {
		return nil, p.errorf(start, `"(" is never closed: add ")"`)
	}
	p.at++
	return n, nil
}

func (p *parser) deeper(at int) error {
	if p.depth++; p.depth > maxDepth {
		return p.errorf(at, "more than %d groups inside each other: ask more simply", maxDepth)
	}
	return nil
}

// phrase reads quoted words and the distance after them.
func (p *parser) phrase() (Node, error) {
	start := p.at
	text, err := p.quoted()
	if err != nil {
		return nil, err
	}
	text = strings.Join(strings.Fields(text), " ")
	n := len(words.Tokens(text))
	if p.peek(0) != '~' {
		if n == 0 {
			return nil, nil
		}
		return Phrase{Text: text}, p.checkStars(start, text)
	}
	at := p.at
	d, ok := p.distance()
	if n < 2 {
		return nil, p.errorf(start, "a distance needs two words or more in the quotation marks")
	}
	if strings.Contains(text, "*") {
		return nil, p.errorf(start, "a * cannot stand in words with a distance")
	}
	if !ok || d < n-1 || d > maxDistance {
		return nil, p.errorf(at, "the distance of %d words is a number from %d to %d: write \"…\"~8", n, n-1, maxDistance)
	}
	return Near{Text: text, Distance: d}, nil
}

// checkStars lets asterisks stand only at the end of words.
func (p *parser) checkStars(at int, text string) error {
	for _, w := range strings.Fields(text) {
		if body := strings.TrimSuffix(w, "*"); strings.Contains(body, "*") || w == "*" {
			return p.errorf(at, "a * can stand only at the end of a word")
		}
	}
	return nil
}

// quoted reads up to the closing quotation mark.
func (p *parser) quoted() (string, error) {
	start := p.at
	for i := start + 1; i < len(p.text); i++ {
		if isQuote(p.text[i]) {
			p.at = i + 1
			return string(p.text[start+1 : i]), nil
		}
	}
	return "", p.errorf(start, "the quotation mark is never closed: add another")
}

// distance reads "~" and the digits after it; ok is false without digits.
func (p *parser) distance() (n int, ok bool) {
	p.at++
	start := p.at
	for '0' <= p.peek(0) && p.peek(0) <= '9' {
		p.at++
	}
	n, err := strconv.Atoi(string(p.text[start:p.at]))
	return n, err == nil
}
