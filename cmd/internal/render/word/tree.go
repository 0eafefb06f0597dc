package word

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Bounds of one part of a template.
const (
	maxDepth = 200
	maxNodes = 2_000_000
)

// node is an element of a part with the bytes it stands on, so that a part can
// be changed in places and is otherwise kept to the byte.
type node struct {
	// name has the prefix as written: "w:p".
	name string
	attr []xml.Attr
	// start and end hold the whole element, open and close what is between its
	// tags; both are end for an element without a closing tag.
	start, open, close, end int
	kids                    []*node
	// text is the character data of a w:t.
	text []byte
}

// parse reads a part. Names keep their prefixes.
func parse(data []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	stack := []*node{root}
	for count := 0; ; {
		from := int(d.InputOffset())
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			if count++; count > maxNodes || len(stack) > maxDepth {
				return nil, fmt.Errorf("more than %d elements, or nested deeper than %d", maxNodes, maxDepth)
			}
			to := int(d.InputOffset())
			n := &node{name: qualified(t.Name), attr: slices.Clone(t.Attr), start: from, open: to, close: to, end: to}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) == 1 || qualified(t.Name) != top.name {
				return nil, fmt.Errorf("the closing tag </%s> at byte %d has no opening tag", qualified(t.Name), from)
			}
			top.close, top.end = from, int(d.InputOffset())
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if top.name == "w:t" {
				top.text = append(top.text, t...)
			}
		}
	}
	if len(stack) != 1 || len(root.kids) != 1 {
		return nil, fmt.Errorf("the XML is cut short")
	}
	return root.kids[0], nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// child gives the first child of that name, or nil; it may be called on nil.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// value gives an attribute, or "".
func (n *node) value(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attr {
		if qualified(a.Name) == name {
			return a.Value
		}
	}
	return ""
}

// each visits the element and all below it, in document order.
func (n *node) each(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		k.each(visit)
	}
}

// edit replaces bytes of a part.
type edit struct {
	from, to int
	with     string
}

// apply makes edits; those at one place keep their order. An edit inside what
// another replaces is left out.
func apply(data []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		out.Write(data[at:e.from])
		out.WriteString(e.with)
		at = e.to
	}
	out.Write(data[at:])
	return out.Bytes()
}

// insert puts markup into an element before the child next, or last where next
// is nil.
func (n *node) insert(data []byte, next *node, markup string) edit {
	if next != nil {
		return edit{next.start, next.start, markup}
	}
	if n.open == n.end { // <w:pPr/>
		tag := strings.TrimRight(strings.TrimSuffix(string(data[n.start:n.end]), "/>"), " ")
		return edit{n.start, n.end, tag + ">" + markup + "</" + n.name + ">"}
	}
	return edit{n.close, n.close, markup}
}
