package office

import "strings"

// node is an element, or a text where name is "".
type node struct {
	// name is the local name behind the short name of its namespace: "w:p".
	name  string
	attrs []attr
	kids  []*node
	text  string
}

// attr is an attribute; name is like a node's, without prefix where the file
// has none.
type attr struct{ name, value string }

// get gives an attribute's value, "" where it is absent.
func (n *node) get(name string) string {
	v, _ := n.find(name)
	return v
}

func (n *node) find(name string) (string, bool) {
	if n == nil {
		return "", false
	}
	for _, a := range n.attrs {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// child gives the first child element of that name, or nil.
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

// path follows child after child.
func (n *node) path(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}

// each calls f for every child element of that name.
func (n *node) each(name string, f func(*node)) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		if k.name == name {
			f(k)
		}
	}
}

// walk calls f for n and everything below it, in order; f returns false to
// leave out what is below.
func (n *node) walk(f func(*node) bool) {
	if n == nil || !f(n) {
		return
	}
	for _, k := range n.kids {
		k.walk(f)
	}
}

// content is all text below n, as it stands.
func (n *node) content() string {
	var b strings.Builder
	n.walk(func(k *node) bool { b.WriteString(k.text); return true })
	return b.String()
}
