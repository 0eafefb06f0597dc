package member

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// trait is what is peculiar to a name as a word.
type trait uint8

const (
	// person: a given name or another place as well ("Jordan", "Georgia").
	person trait = 1 << iota
	// opening: a common word where a sentence opens (Russian "Того").
	opening
	// shouted: an abbreviation that is a word, and does not count in a text
	// that is all in capitals ("LET US …").
	shouted
	// elided: a French name that is an English adjective, and counts behind l',
	// d' or en only ("Argentine").
	elided
	// particle: no name, but a word before one that does not make it a person's.
	particle
	// link: a word that leads from "Contribution by the" to an unknown name.
	link
)

// phrases are the words around names, from table/phrases.tsv.
type phrases struct {
	// decoys look like a name and are none ("Guinea pig", "Northern Ireland").
	decoys []string
	// traits are by folded word.
	traits map[string]trait
	// chair words open the source line of a chair's report.
	chair *trie
	// filler words say nothing of who ("contribution by the").
	filler *trie
	// joiner phrases stand between two names ("and", "on behalf of").
	joiner *trie
	// body phrases are State bodies, which speak for the one State they name
	// ("Ministry of Communications of …").
	body *trie
}

func readPhrases(fsys fs.FS) (phrases, error) {
	p := phrases{traits: map[string]trait{}, chair: newTrie(256), filler: newTrie(256), joiner: newTrie(256), body: newTrie(256)}
	traits := map[string]trait{"person": person, "opening": opening, "shouted": shouted, "elided": elided,
		"particle": particle, "link": link}
	tries := map[string]*trie{"filler": p.filler, "joiner": p.joiner, "body": p.body, "chair": p.chair}
	f := folding()
	err := readRows(fsys, "table/phrases.tsv", 2, func(c []string) error {
		bit, trie := traits[c[0]], tries[c[0]]
		if bit == 0 && trie == nil && c[0] != "decoy" {
			return fmt.Errorf("unknown kind of phrase %q", c[0])
		}
		for w := range strings.SplitSeq(c[1], "|") {
			switch {
			case bit != 0:
				p.traits[f.key(w)] |= bit
			case trie != nil:
				trie.add(f.key(w), 0)
			default:
				p.decoys = append(p.decoys, w)
			}
		}
		return nil
	})
	return p, err
}

// longest gives the end of the longest phrase of t that begins at byte i of
// text, or -1.
func (f *folder) longest(t *trie, text string, i int) int {
	var buf [maxHits]hit
	hits := t.walk(f, text, i, buf[:0])
	if len(hits) == 0 {
		return -1
	}
	return hits[len(hits)-1].end
}

// onlyFiller reports whether text has nothing but filler words, punctuation
// and marks.
func (r *Registry) onlyFiller(text string) bool { return r.trimFiller(text) == "" }

// trimFiller takes the filler words and the punctuation off the front of text.
func (r *Registry) trimFiller(text string) string {
	rest, _ := r.lead(text)
	return rest
}

// lead reads the filler words and the punctuation at the front of text. It
// gives what follows them, and what follows the last link word or colon among
// them: "State Duma" of "Contribution by State Duma", where "State" is filler.
func (r *Registry) lead(text string) (rest, linked string) {
	linked = text
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if !r.fold.isWord(c) {
			i += size
			if c == ':' || c == '：' {
				linked = text[i:]
			}
			continue
		}
		end := r.fold.longest(r.words.filler, text, i)
		if end < 0 {
			return text[i:], linked
		}
		if r.words.traits[r.fold.key(text[i:end])]&link != 0 || isHan(c) {
			linked = text[end:]
		}
		i = end
	}
	return "", linked
}
