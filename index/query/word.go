package query

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/index/words"
)

// word reads a bare word with what is written at its end, or a field.
func (p *parser) word() (Node, error) {
	start := p.at
	if name, ok := p.fieldName(); ok {
		return p.field(start, name)
	}
	for p.at < len(p.text) && !isSpace(p.text[p.at]) && !isQuote(p.text[p.at]) && !strings.ContainsRune("()*~", p.text[p.at]) {
		p.at++
	}
	text := string(p.text[start:p.at])
	tokens := words.Tokens(text)
	switch p.peek(0) {
	case '*':
		p.at++
		return p.prefix(start, text, tokens)
	case '~':
		return p.fuzzy(start, text, tokens)
	}
	if len(tokens) == 0 {
		return nil, nil
	}
	return Word{Text: text}, nil
}

func (p *parser) prefix(start int, text string, tokens []words.Token) (Node, error) {
	if p.at < len(p.text) && !isSpace(p.text[p.at]) && p.text[p.at] != ')' {
		return nil, p.errorf(p.at-1, "a * can stand only at the end of a word")
	}
	if len(tokens) == 0 {
		if text == "" {
			return All{}, nil
		}
		return nil, p.errorf(start, "a * needs letters before it")
	}
	if tokens[len(tokens)-1].End != len(text) {
		return nil, p.errorf(p.at-1, "a * needs letters before it")
	}
	return Prefix{Text: text}, nil
}

func (p *parser) fuzzy(start int, text string, tokens []words.Token) (Node, error) {
	at := p.at
	n, ok := p.distance()
	if !ok && p.text[p.at-1] == '~' {
		n, ok = 1, true
	}
	switch {
	case len(tokens) != 1 || tokens[0].Han:
		return nil, p.errorf(start, "a ~ needs one word before it")
	case !ok || n < 1 || n > 2:
		return nil, p.errorf(at, "a word may differ in 1 or 2 letters: write %s~1", tokens[0].Form)
	}
	return Fuzzy{Text: text, Distance: n}, nil
}

// fieldName reports whether letters and a colon with something after it stand
// here. An address such as https://… is none.
func (p *parser) fieldName() (string, bool) {
	i := p.at
	for i < len(p.text) && unicode.IsLetter(p.text[i]) && p.text[i] < unicode.MaxASCII {
		i++
	}
	if i == p.at || i+1 >= len(p.text) || p.text[i] != ':' || isSpace(p.text[i+1]) || p.text[i+1] == '/' || p.text[i+1] == ')' {
		return "", false
	}
	return strings.ToLower(string(p.text[p.at:i])), true
}

func (p *parser) field(start int, name string) (Node, error) {
	if name == "language" {
		name = "lang"
	}
	if name+":" == literalMode {
		return nil, p.errorf(start, "literal: must be the first word of the query, as all that follows is its text")
	}
	if !slices.Contains(Fields(), name) {
		return nil, p.errorf(start, "there is no field %q: use one of %s, or put quotation marks round the words",
			name, strings.Join(Fields(), ", "))
	}
	for p.peek(0) != ':' {
		p.at++
	}
	p.at++
	value := p.at
	values, starts, err := p.values()
	if err != nil {
		return nil, err
	}
	if name == "date" {
		n, err := datesNode(values)
		if err != nil {
			return nil, p.errorf(value, "%s", err)
		}
		return n, nil
	}
	for i, v := range values {
		if values[i], err = p.checkValue(name, v); err != nil {
			return nil, p.errorf(starts[i], "%s", err)
		}
	}
	return Field{Name: name, Values: values}, nil
}

// values reads a list of values with commas between them, and where each
// begins.
func (p *parser) values() (out []string, starts []int, err error) {
	for {
		start := p.at
		v, err := p.value()
		if err != nil {
			return nil, nil, err
		}
		if v = strings.TrimSpace(v); v == "" {
			return nil, nil, p.errorf(start, "a value is missing")
		}
		out, starts = append(out, v), append(starts, start)
		if len(out) > maxLeaves {
			return nil, nil, p.errorf(start, "more than %d values", maxLeaves)
		}
		if p.peek(0) != ',' {
			return out, starts, nil
		}
		p.at++
	}
}

// value reads one value: quoted, or up to a space, a comma or a bracket that
// closes what the value did not open.
func (p *parser) value() (string, error) {
	if isQuote(p.peek(0)) {
		return p.quoted()
	}
	start, depth := p.at, 0
	for ; p.at < len(p.text); p.at++ {
		r := p.text[p.at]
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 || r == ',' || isSpace(r) || isQuote(r) {
			break
		}
	}
	if depth > 0 {
		return "", p.errorf(start, `"(" is never closed in this value: add ")"`)
	}
	return string(p.text[start:p.at]), nil
}

// peek gives the character n places on, or 0 at the end.
func (p *parser) peek(n int) rune {
	if p.at+n < len(p.text) {
		return p.text[p.at+n]
	}
	return 0
}

// skip gives the first place from at on that is no space.
func (p *parser) skip(at int) int {
	for at < len(p.text) && isSpace(p.text[at]) {
		at++
	}
	return at
}

func (p *parser) done() bool { return p.skip(p.at) == len(p.text) }

// operator reports whether the operator stands here as a word of its own.
func (p *parser) operator(name string) bool {
	i := p.skip(p.at)
	for _, r := range name {
		if i == len(p.text) || p.text[i] != r {
			return false
		}
		i++
	}
	return i == len(p.text) || isSpace(p.text[i]) || p.text[i] == '(' || p.text[i] == ')' || isQuote(p.text[i])
}

// take passes over the operator if it stands here.
func (p *parser) take(name string) bool {
	if !p.operator(name) {
		return false
	}
	p.at = p.skip(p.at) + len(name)
	return true
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == 0 }

// isQuote takes the quotation marks of all six languages for one another.
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }
