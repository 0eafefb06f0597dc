package query

import (
	"fmt"
	"strings"
)

// Node is a query or a part of one: [All], [And], [Or], [Not], [Word],
// [Prefix], [Fuzzy], [Phrase], [Near], [Field], [Dates] or [Literal].
type Node interface {
	// String writes the node so that [Parse] reads it back.
	String() string
}

// All is every passage: "*".
type All struct{}

// And is the passages that all of its kids find; there are two or more.
type And struct{ Kids []Node }

// Or is the passages that one of its kids finds; there are two or more.
type Or struct{ Kids []Node }

// Not is the passages that its kid does not find.
type Not struct{ Kid Node }

// Word is a word in any of its forms. Text is as typed and may hold hyphens
// and apostrophes.
type Word struct{ Text string }

// Prefix is words that begin with Text.
type Prefix struct{ Text string }

// Fuzzy is words that at most Distance letters added, dropped, changed or
// swapped with a neighbour make equal to Text; 1 or 2.
type Fuzzy struct {
	Text     string
	Distance int
}

// Phrase is words in a row, as written, accents and capitals apart. A word
// that ends in "*" stands for all that begin with it.
type Phrase struct{ Text string }

// Near is words in any form and order of which the first and the last are at
// most Distance words apart.
type Near struct {
	Text     string
	Distance int
}

// Field is passages whose field has one of the values.
type Field struct {
	// Name is one of [Fields], not "date".
	Name   string
	Values []string
}

// Dates is passages of documents dated between From and To, both included. A
// bound is a year, a month or a day ("2025", "2025-09", "2025-09-12"); empty is
// unbounded.
type Dates struct{ From, To string }

// Literal is text that stands in the passage byte for byte.
type Literal struct{ Text string }

// String writes "*".
func (All) String() string { return "*" }

// String writes the kids side by side.
func (n And) String() string { return join(n.Kids, " ") }

// String writes the kids with OR between them.
func (n Or) String() string { return join(n.Kids, " OR ") }

// String writes the kid after a minus sign.
func (n Not) String() string {
	if _, double := n.Kid.(Not); double {
		return "-(" + n.Kid.String() + ")"
	}
	return "-" + operand(n.Kid)
}

// String writes the word as typed.
func (n Word) String() string { return n.Text }

// String writes the beginning with an asterisk.
func (n Prefix) String() string { return n.Text + "*" }

// String writes the word with its distance.
func (n Fuzzy) String() string { return fmt.Sprintf("%s~%d", n.Text, n.Distance) }

// String writes the words in quotation marks.
func (n Phrase) String() string { return `"` + n.Text + `"` }

// String writes the words in quotation marks with their distance.
func (n Near) String() string { return fmt.Sprintf(`"%s"~%d`, n.Text, n.Distance) }

// String writes the name and the values.
func (n Field) String() string {
	out := make([]string, len(n.Values))
	for i, v := range n.Values {
		out[i] = quoteValue(v)
	}
	return n.Name + ":" + strings.Join(out, ",")
}

// String writes the one date, or both with dots between them.
func (n Dates) String() string {
	if n.From == n.To {
		return "date:" + n.From
	}
	return "date:" + n.From + ".." + n.To
}

// String writes the mode's name and the text.
func (n Literal) String() string { return literalMode + n.Text }

func join(kids []Node, by string) string {
	out := make([]string, len(kids))
	for i, k := range kids {
		out[i] = operand(k)
	}
	return strings.Join(out, by)
}

// operand writes a node so that it can stand between operators.
func operand(n Node) string {
	switch n.(type) {
	case And, Or:
		return "(" + n.String() + ")"
	}
	return n.String()
}

// quoteValue puts quotation marks round a value that would otherwise end early.
func quoteValue(v string) string {
	depth, plain := 0, v != ""
	for _, r := range v {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		}
		plain = plain && depth >= 0 && r != ',' && !isSpace(r) && !isQuote(r)
	}
	if plain && depth == 0 {
		return v
	}
	return `"` + v + `"`
}
