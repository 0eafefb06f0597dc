package codebook

import (
	"strings"
	"sync"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook/word"
)

// The widest gap between the two sides of "~" and of "…", in words; Chinese
// counts characters and so may have twice as many.
const (
	nearWords = 8
	gapWords  = 6
)

// role says what a phrase stands for.
type role uint8

const (
	roleConcept role = iota
	roleMask
	roleAnnex
	roleAct
	roleKind
	roleBox
	roleNegation
	roleSelf
	roleDraft
	roleDecoy
	roleAddressee
)

// entry is one phrase as compiled.
type entry struct {
	role  role
	owner int // index into the content's list of this role
	text  string
	parts [][]wordTest
	near  int  // widest gap between two parts
	order bool // the parts stand in this order
}

// wordTest compares one word of a phrase with one of a text.
type wordTest struct {
	stem  string
	fold  string // compared instead of the stem where it is set
	caps  string // compared as printed where it is set
	plain bool   // by fold only
}

func (w wordTest) fits(t *word.Token) bool {
	switch {
	case w.caps != "":
		return t.Raw == w.caps
	case w.plain:
		return t.Fold == w.fold || (t.BareFold != "" && t.BareFold == w.fold)
	}
	return t.Stem == w.stem || (t.Bare != "" && t.Bare == w.stem)
}

// lexicon finds the phrases of one language.
type lexicon struct {
	entries []entry
	// stems leads from a word's stem, and folds from its printed form, to the parts
	// that begin with it.
	stems, folds map[string][]start
}

func newLexicon() *lexicon {
	return &lexicon{stems: map[string][]start{}, folds: map[string][]start{}}
}

type start struct{ entry, part int }

// lexicons are by language, each compiled when it is first asked for.
type lexicons map[string]func() *lexicon

// of gives the lexicon of a language, or that of the phrases of any language.
func (l lexicons) of(lang string) *lexicon {
	if x := l[lang]; x != nil {
		return x()
	}
	return l["any"]()
}

// compile prepares the lexicons of concepts (with masks and annex items) and of
// cues.
func (b *Book) compile() {
	b.concepts, b.cues = lexicons{}, lexicons{}
	for _, lang := range append([]string{"any"}, corpus.Languages...) {
		b.concepts[lang] = sync.OnceValue(func() *lexicon { return b.compileConcepts(lang) })
		b.cues[lang] = sync.OnceValue(func() *lexicon { return b.compileCues(lang) })
	}
}

func (b *Book) compileConcepts(lang string) *lexicon {
	c := &b.content
	x := newLexicon()
	for i := range c.Concepts {
		b.addPhrases(x, roleConcept, i, lang, c.Concepts[i].Phrases, false)
	}
	for i := range c.Masks {
		b.addPhrases(x, roleMask, i, lang, c.Masks[i].Phrases, false)
	}
	for i := range c.Themes {
		if label := c.Themes[i].Labels[lang]; label != "" {
			b.add(x, roleAnnex, int(c.Themes[i].Number), lang, label, false)
		}
	}
	for i := range c.Annex {
		b.addPhrases(x, roleAnnex, int(c.Annex[i].Theme), lang, c.Annex[i].Phrases, false)
	}
	return x
}

func (b *Book) compileCues(lang string) *lexicon {
	c := &b.content
	x := newLexicon()
	for i := range c.Acts {
		b.addPhrases(x, roleAct, i, lang, c.Acts[i].Phrases, true)
	}
	for i := range c.Kinds {
		b.addPhrases(x, roleKind, i, lang, c.Kinds[i].Phrases, true)
	}
	for i := range c.Addressees {
		b.addPhrases(x, roleAddressee, i, lang, c.Addressees[i].Phrases, true)
	}
	b.addPhrases(x, roleBox, 0, lang, c.Box, true)
	b.addPhrases(x, roleNegation, 0, lang, c.Negations, true)
	b.addPhrases(x, roleSelf, 0, lang, c.Selves, true)
	b.addPhrases(x, roleDraft, 0, lang, c.Drafts, true)
	b.addPhrases(x, roleDecoy, 0, lang, c.Decoys, true)
	return x
}

func (b *Book) addPhrases(x *lexicon, r role, owner int, lang string, p Phrases, plain bool) {
	for _, text := range p[lang] {
		b.add(x, r, owner, lang, text, plain)
	}
	if lang != "any" {
		for _, text := range p["any"] {
			b.add(x, r, owner, lang, text, true)
		}
	}
}

func (b *Book) add(x *lexicon, r role, owner int, lang, text string, plain bool) {
	e := entry{role: r, owner: owner, text: text, near: nearWords}
	sep := "~"
	if strings.Contains(text, "…") {
		sep, e.order, e.near = "…", true, gapWords
	}
	if lang == "zh" {
		e.near *= 2
	}
	for _, side := range strings.SplitN(text, sep, 2) {
		part := b.part(side, lang, plain)
		if len(part) == 0 {
			return // nothing to compare: the linter calls it a dead phrase
		}
		e.parts = append(e.parts, part)
	}
	x.entries = append(x.entries, e)
	for i, part := range e.parts {
		first, key := x.stems, part[0].stem
		if part[0].plain || part[0].caps != "" {
			first, key = x.folds, part[0].fold
		}
		first[key] = append(first[key], start{len(x.entries) - 1, i})
	}
}

// part compiles one side of a phrase; "=" before a word asks for the word as
// printed.
func (b *Book) part(side, lang string, plain bool) []wordTest {
	var out []wordTest
	tokens := b.stemmer.Tokens(side, lang)
	for _, t := range tokens {
		if t.Link && !onlyLinks(tokens) {
			continue
		}
		w := wordTest{stem: t.Stem, fold: t.Fold, plain: plain}
		if t.Start > 0 && side[t.Start-1] == '=' {
			w.plain = true
			if strings.ContainsFunc(t.Raw, unicode.IsUpper) {
				w.caps = t.Raw
			}
		}
		out = append(out, w)
	}
	return out
}

func onlyLinks(tokens []word.Token) bool {
	for _, t := range tokens {
		if !t.Link {
			return false
		}
	}
	return true
}
