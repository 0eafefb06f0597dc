package member

import (
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"
)

// node is one rune of a folded name. Children are a linked list, which is
// short below the root; the root's are looked up in a table.
type node struct {
	r           rune
	first, next int32 // node indices, 0 for none
	form        int32 // index in forms of the name that ends here, -1 for none
}

// trie holds every spelling of every name by its folded key.
type trie struct {
	nodes []node
	root  map[rune]int32
	low   [0x700]int32 // the root's children among the alphabets
}

// hit is a name that ends at a place in the text.
type hit struct {
	end  int
	form int32
}

// maxHits bounds the names that begin at one place, the longest kept: no
// name of the table has more than four others as prefixes.
const maxHits = 8

// newTrie gives an empty trie with room for size nodes.
func newTrie(size int) *trie {
	return &trie{nodes: make([]node, 1, size), root: map[rune]int32{}}
}

// clone gives a copy that may grow without changing t.
func (t *trie) clone() *trie {
	c := *t
	c.nodes, c.root = slices.Clone(t.nodes), maps.Clone(t.root)
	return &c
}

// add puts a key in the trie. It gives the form that is there already, or -1.
func (t *trie) add(key string, form int32) int32 {
	at := int32(0)
	for _, r := range key {
		next := t.child(at, r)
		if next == 0 {
			next = t.grow(at, r)
		}
		at = next
	}
	if at == 0 {
		return -1
	}
	old := t.nodes[at].form
	if old < 0 {
		t.nodes[at].form = form
	}
	return old
}

func (t *trie) grow(at int32, r rune) int32 {
	n := int32(len(t.nodes))
	t.nodes = append(t.nodes, node{r: r, form: -1})
	switch {
	case at != 0:
		t.nodes[n].next = t.nodes[at].first
		t.nodes[at].first = n
	case r < rune(len(t.low)):
		t.low[r] = n
	default:
		t.root[r] = n
	}
	return n
}

func (t *trie) child(at int32, r rune) int32 {
	if at == 0 {
		if r < rune(len(t.low)) {
			return t.low[r]
		}
		return t.root[r]
	}
	for c := t.nodes[at].first; c != 0; c = t.nodes[c].next {
		if t.nodes[c].r == r {
			return c
		}
	}
	return 0
}

// get gives the form of a whole folded key, or -1.
func (t *trie) get(key string) int32 {
	at := int32(0)
	for _, r := range key {
		if at = t.child(at, r); at == 0 {
			return -1
		}
	}
	if at == 0 {
		return -1
	}
	return t.nodes[at].form
}

// walk follows text from byte i and gives the names that begin there, the
// shortest first. A name must end where a word ends, unless it ends in a
// Chinese character or a bracket.
func (t *trie) walk(f *folder, text string, i int, hits []hit) []hit {
	at, space := int32(0), false
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			return hits
		}
		c := f.fold(r)
		i += size
		if c == skip || c == ' ' && space {
			continue
		}
		space = c == ' '
		if at = t.child(at, c); at == 0 {
			return hits
		}
		if form := t.nodes[at].form; form >= 0 && (isHan(r) || !f.isWord(r) || f.endsWord(text, i)) {
			if len(hits) == maxHits {
				hits = append(hits[:0], hits[1:]...)
			}
			hits = append(hits, hit{pastMarks(text, i), form})
		}
	}
	return hits
}

// pastMarks passes over the marks set on the last letter before byte i.
func pastMarks(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r < utf8.RuneSelf || !unicode.Is(unicode.Mn, r) {
			break
		}
		i += size
	}
	return i
}

// endsWord reports whether no letter or digit of an alphabet stands at byte i;
// marks that a reader does not see are passed over.
func (f *folder) endsWord(text string, i int) bool {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if f.fold(r) != skip {
			return !f.isWord(r) || isHan(r)
		}
		i += size
	}
	return true
}
