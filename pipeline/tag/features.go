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

// feature is one feature with the tokens that show it, [first,last).
type feature struct {
	key         uint64
	group       group
	first, last int32
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

// featureWriter gathers features of one passage.
type featureWriter struct {
	out []feature
}

func (w *featureWriter) add(g group, first, last int, parts ...string) {
	h := uint64(fnvOffset)
	for _, p := range parts {
		h = hashString(h, p)
		h = (h ^ 0x1f) * fnvPrime
	}
	w.out = append(w.out, feature{h, g, int32(first), int32(last)})
}

// mostTokens is how much of a passage the model looks at, in words.
const mostTokens = 1200

// features gives everything that the model can weigh, in reading order within
// each family. The same feature may come several times.
func (r *reading) features() []feature {
	w := &featureWriter{out: make([]feature, 0, 16*len(r.text.Tokens)+64)}
	tokens := r.text.Tokens[:min(len(r.text.Tokens), mostTokens)]
	hidden := r.hidden()
	w.concepts(r)
	w.words(tokens, hidden)
	w.letters(tokens, hidden)
	w.shape(r, tokens)
	return w.out
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
	for i, t := range tokens {
		if hidden[i] {
			before = ""
			continue
		}
		w.add(groupWord, i, i+1, "word", t.Stem)
		if before != "" && tokens[i-1].Sentence == t.Sentence {
			w.add(groupWord, i-1, i+1, "pair", before, t.Stem)
		}
		before = t.Stem
	}
}

// letters cuts words into groups of three to five letters, their ends marked;
// Chinese characters into groups of two and three across words.
func (w *featureWriter) letters(tokens []word.Token, hidden []bool) {
	for i, t := range tokens {
		if hidden[i] {
			continue
		}
		if han(t.Fold) {
			for n := 2; n <= 3 && i+n <= len(tokens); n++ {
				if text, ok := hanRun(tokens[i : i+n]); ok {
					w.add(groupLetters, i, i+n, "han", text)
				}
			}
			continue
		}
		padded := "_" + t.Fold + "_"
		starts := runeStarts(padded)
		for n := 3; n <= 5; n++ {
			for s := 0; s+n < len(starts); s++ {
				w.add(groupLetters, i, i+1, "let", padded[starts[s]:starts[s+n]])
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

// runeStarts are the byte offsets of the runes of s and its end.
func runeStarts(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
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
