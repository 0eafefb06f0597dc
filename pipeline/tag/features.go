package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/corpus/codebook/word"
)

// group is a family of features. Each is brought to the same length before it
// is weighed, so that long passages and rich families do not drown the others.
type group uint8

const (
	groupConcept group = iota // concepts of the codebook, shared by all languages
	groupWord                 // stems, alone and in pairs
	groupLetters              // letter groups of three to five inside words
	groupShape                // cues of acts and kinds, opening words, punctuation, length
	groupTurn                 // pairs of words as written, for kinds
	groupCount
)

// feature is one feature with the tokens that show it, [first,last). Its row is
// that of the model it is written for, and 0 where it is written for none.
type feature struct {
	key         uint64
	group       group
	first, last int32
	row         int32
}

// FNV-1a, spelt out because keys are part of the model's file.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hashString(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// keyOf is the key of a feature by the parts of its name.
func keyOf(parts ...string) uint64 {
	h := uint64(fnvOffset)
	for _, p := range parts {
		h = closed(hashString(h, p))
	}
	return h
}

// closed ends a part of a name.
func closed(h uint64) uint64 { return (h ^ 0x1f) * fnvPrime }

// featureWriter gathers features of one passage. Its slices are used again.
type featureWriter struct {
	// model is set where only the features that it knows are wanted.
	model  *Model
	out    []feature
	padded []byte
	starts []int
}

func (w *featureWriter) add(g group, first, last int, parts ...string) {
	w.put(g, first, last, keyOf(parts...))
}

func (w *featureWriter) put(g group, first, last int, key uint64) {
	row := int32(0)
	if w.model != nil {
		if row = w.model.at.find(short(key)); row < 0 {
			return
		}
	}
	w.out = append(w.out, feature{key, g, int32(first), int32(last), row})
}

// mostTokens is how much of a passage the model looks at, in words.
const mostTokens = 1200

// features writes everything that the model can weigh, in reading order within
// each family. The same feature may come several times.
func (r *reading) features(w *featureWriter) {
	w.out = w.out[:0]
	tokens := r.text.Tokens[:min(len(r.text.Tokens), mostTokens)]
	hidden := r.hidden()
	w.concepts(r)
	w.words(tokens, hidden)
	w.letters(tokens, hidden)
	w.shape(r, tokens)
}

// hidden marks the tokens inside masks and quoted items of Annex 1: names are
// made of theme words and argue nothing.
func (r *reading) hidden() []bool {
	out := make([]bool, len(r.text.Tokens))
	cover := func(m codebook.Match) {
		for i := m.First; i < m.Last; i++ {
			out[i] = true
		}
	}
	for _, m := range r.matches {
		if m.Mask != nil {
			cover(m)
		}
	}
	for _, m := range r.citedItems() {
		cover(m)
	}
	return out
}

func (w *featureWriter) concepts(r *reading) {
	cited := r.citedItems()
	for _, m := range r.matches {
		switch {
		case m.Concept != nil && m.Masked && inside(m, cited):
		case m.Concept != nil:
			w.add(groupConcept, m.First, m.Last, "concept", m.Concept.ID)
			for _, theme := range corpus.Themes() {
				if m.Concept.Weights[theme] >= suggestAt {
					w.add(groupConcept, m.First, m.Last, "theme", string(rune('a'+int(theme))))
				}
			}
		case m.Mask != nil:
			w.add(groupConcept, m.First, m.Last, "mask", m.Mask.Class)
		}
	}
}

func (w *featureWriter) words(tokens []word.Token, hidden []bool) {
	before := ""
	one, two := keyOf("word"), keyOf("pair")
	for i := range tokens {
		t := &tokens[i]
		if hidden[i] {
			before = ""
			continue
		}
		w.put(groupWord, i, i+1, closed(hashString(one, t.Stem)))
		if before != "" && tokens[i-1].Sentence == t.Sentence {
			w.put(groupWord, i-1, i+1, closed(hashString(closed(hashString(two, before)), t.Stem)))
		}
		before = t.Stem
	}
}

// letters cuts words into groups of three to five letters, their ends marked;
// Chinese characters into groups of two and three across words.
func (w *featureWriter) letters(tokens []word.Token, hidden []bool) {
	name := keyOf("let")
	for i := range tokens {
		switch {
		case hidden[i]:
		case han(tokens[i].Fold):
			for n := 2; n <= 3 && i+n <= len(tokens); n++ {
				if text, ok := hanRun(tokens[i : i+n]); ok {
					w.add(groupLetters, i, i+n, "han", text)
				}
			}
		default:
			w.lettersOf(i, tokens[i].Fold, name)
		}
	}
}

// lettersOf writes the letter groups of one word. A model remembers them, for
// words come again.
func (w *featureWriter) lettersOf(at int, fold string, name uint64) {
	before := len(w.out)
	switch rows, known := w.model.spelt(fold); {
	case known:
		for _, row := range rows {
			w.out = append(w.out, feature{0, groupLetters, int32(at), int32(at + 1), row})
		}
	default:
		w.spell(at, fold, name)
		w.model.learnSpelling(fold, w.out[before:])
	}
}

func (w *featureWriter) spell(at int, fold string, name uint64) {
	w.padded = append(append(append(w.padded[:0], '_'), fold...), '_')
	w.starts = w.starts[:0]
	for i := range string(w.padded) {
		w.starts = append(w.starts, i)
	}
	w.starts = append(w.starts, len(w.padded))
	for s := range w.starts {
		h := name
		for n := 1; n <= 5 && s+n < len(w.starts); n++ {
			for _, c := range w.padded[w.starts[s+n-1]:w.starts[s+n]] {
				h = (h ^ uint64(c)) * fnvPrime
			}
			if n >= 3 {
				w.put(groupLetters, at, at+1, closed(h))
			}
		}
	}
}

func han(fold string) bool {
	r, _ := utf8.DecodeRuneInString(fold)
	return unicode.Is(unicode.Han, r)
}

func hanRun(tokens []word.Token) (string, bool) {
	var b strings.Builder
	for i, t := range tokens {
		if !han(t.Fold) || i > 0 && tokens[i-1].End != t.Start {
			return "", false
		}
		b.WriteString(t.Fold)
	}
	return b.String(), true
}

// shape is what speaks for a kind: cues, the words that open the passage and
// its sentences, marks and length.
func (w *featureWriter) shape(r *reading, tokens []word.Token) {
	for _, c := range r.cues {
		switch c.Role {
		case codebook.CueAct:
			w.add(groupShape, c.First, c.Last, "act", string(c.Act))
		case codebook.CueKind:
			w.add(groupShape, c.First, c.Last, "kind", string(c.Kind))
		case codebook.CueAddressee:
			w.add(groupShape, c.First, c.Last, "addressee", c.Name)
		default:
			w.add(groupShape, c.First, c.Last, "role", string(c.Role))
		}
	}
	w.openings(tokens)
	w.marks(r.text.Source, tokens)
}

func (w *featureWriter) openings(tokens []word.Token) {
	for i, t := range tokens {
		if i > 0 && tokens[i-1].Sentence == t.Sentence {
			continue
		}
		place := "later"
		if i == 0 {
			place = "first"
		}
		w.add(groupShape, i, i+1, "opens", place, t.Fold)
		if i+1 < len(tokens) {
			w.add(groupShape, i, i+2, "opens2", place, t.Fold, tokens[i+1].Fold)
		}
	}
}

func (w *featureWriter) marks(text string, tokens []word.Token) {
	if len(tokens) == 0 {
		w.add(groupShape, 0, 0, "no words")
		return
	}
	w.add(groupShape, 0, 1, "length", lengthClass(len(text)))
	for _, mark := range []string{"%", "?", "http", "“", "\"", ":", ";", "(", "•", "@"} {
		if strings.Contains(text, mark) {
			w.add(groupShape, 0, 1, "mark", mark)
		}
	}
	for i, t := range tokens {
		if len(t.Raw) == 4 && (strings.HasPrefix(t.Raw, "19") || strings.HasPrefix(t.Raw, "20")) {
			w.add(groupShape, i, i+1, "year")
		} else if unicode.IsDigit(rune(t.Raw[0])) {
			w.add(groupShape, i, i+1, "number")
		}
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " "))
	switch {
	case unicode.IsDigit(first):
		w.add(groupShape, 0, 1, "begins", "digit")
	case unicode.IsLower(first):
		w.add(groupShape, 0, 1, "begins", "small")
	case !unicode.IsLetter(first):
		w.add(groupShape, 0, 1, "begins", "mark")
	}
}

func lengthClass(bytes int) string {
	for i, limit := range []int{60, 120, 200, 300, 450, 650, 1000} {
		if bytes < limit {
			return string(rune('a' + i))
		}
	}
	return "z"
}
