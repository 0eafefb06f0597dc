package member

import (
	"fmt"
	"io/fs"
	"unicode/utf8"
)

// phrases are the words around names, from table/phrases.tsv.
type phrases struct {
	// decoys look like a name and are none ("Guinea pig", "Northern Ireland").
	decoys []string
	// person names are given names and places as well ("Jordan", "Georgia").
	person map[string]bool
	// opening names are common words where a sentence opens (Russian "Того").
	opening map[string]bool
	// particle words may stand before a name that is a person's given name too.
	particle map[string]bool
	// shouted abbreviations are words too, and do not count in a text that is
	// all in capitals ("LET US …").
	shouted map[string]bool
	// elided names count behind l', d' or en only.
	elided map[string]bool
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
	p := phrases{person: map[string]bool{}, opening: map[string]bool{}, particle: map[string]bool{},
		shouted: map[string]bool{}, elided: map[string]bool{}, chair: newTrie(),
		filler: newTrie(), joiner: newTrie(), body: newTrie()}
	sets := map[string]map[string]bool{"person": p.person, "opening": p.opening, "particle": p.particle, "shouted": p.shouted, "elided": p.elided}
	tries := map[string]*trie{"filler": p.filler, "joiner": p.joiner, "body": p.body, "chair": p.chair}
	f := folding()
	err := readRows(fsys, "table/phrases.tsv", 2, func(c []string) error {
		set, trie := sets[c[0]], tries[c[0]]
		if set == nil && trie == nil && c[0] != "decoy" {
			return fmt.Errorf("unknown kind of phrase %q", c[0])
		}
		for _, w := range splitBar(c[1]) {
			switch {
			case set != nil:
				set[f.key(w)] = true
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
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if !r.fold.isWord(c) {
			i += size
			continue
		}
		end := r.fold.longest(r.words.filler, text, i)
		if end < 0 {
			return text[i:]
		}
		i = end
	}
	return ""
}
