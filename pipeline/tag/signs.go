package tag

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// signs are what a passage looks like as a whole, beside its words: how long
// it is, how it is punctuated, who speaks in it, what of the codebook it holds. Whole numbers,
// most in thousandths, so that they are the same on every machine.
type signs struct {
	look [lookCount]int64
	// theme is by theme, from 1; cue is the weight of a kind's cues; act is 1000
	// where the passage has a cue of the act.
	theme [themeCount + 1]themeSigns
	cue   [kindCount]int64
	act   [actCount]int64
}

// themeSigns are what the codebook sees of one theme: the sum and the largest
// of the weights of concepts, each counted once, how many places name one and what part of the
// passage that is, and whether its first sentence does.
type themeSigns struct{ sum, most, places, share, first int64 }

// The signs of a passage's look. Ratios are to its words, and logarithms are to
// the base of two.
const (
	lookWords      = iota // logarithm
	lookSentences         // logarithm
	lookPerSent           // words in a sentence, logarithm
	lookCapitals          // ratio of words that begin with a capital inside sentences
	lookDigits            // ratio
	lookFunction          // ratio of function words
	lookPunct             // marks to characters
	lookSelf              // words by which a source means itself, logarithm
	lookPerson            // words by which a life is told, logarithm
	lookModal             // words that oblige, logarithm
	lookConcepts          // ratio of words inside concepts
	lookDistinct          // different concepts, logarithm
	lookMasks             // ratio of words inside masks
	lookAddress           // a web or mail address
	lookQuestion          // a question mark
	lookColon             // ends with a colon
	lookStop              // ends with a full stop
	lookLower             // begins with a small letter or a mark
	lookLanguage          // six of them: the language is that one
	lookCount      = lookLanguage + languageCount
	actCount       = 9
	longestCounted = 1 << 20
)

// persons are words of lives and careers, modals words that oblige.
var (
	persons = wordSet(`he she his her him mr ms mrs dr prof i my served serves graduated biography born`,
		`il elle né née monsieur madame biographie`, `él ella nació licenciado señor señora`, `он она его ее господин госпожа родился`,
		`السيد السيدة الدكتور`, `他 她`)
	modals = wordSet(`should must shall ought need needs needed necessary essential important`,
		`doit doivent devrait devraient faut nécessaire essentiel important`, `debe deben debería deberían necesario esencial importante`,
		`должен должна должно должны следует необходимо нужно важно`, `ينبغي يجب يتعين ضروري`, `应 须 必`)
)

// signs reads the signs of a passage.
func (r *reading) signs() *signs {
	var s signs
	r.lookAtWords(&s)
	r.lookAtText(&s)
	r.lookAtConcepts(&s)
	for _, c := range r.cues {
		switch c.Role {
		case codebook.CueKind:
			if k := slices.Index(corpus.Kinds(), c.Kind); k >= 0 {
				s.cue[k] = min(s.cue[k]+int64(c.Weight), 2000)
			}
		case codebook.CueAct:
			if a := slices.Index(corpus.Acts(), c.Act); a >= 0 {
				s.act[a] = 1000
			}
		}
	}
	return &s
}

// forgetBook takes out what the codebook sees.
func (s *signs) forgetBook() {
	s.theme, s.cue, s.act = [themeCount + 1]themeSigns{}, [kindCount]int64{}, [actCount]int64{}
	s.look[lookConcepts], s.look[lookDistinct], s.look[lookMasks], s.look[lookSelf] = 0, 0, 0, 0
}

func (r *reading) lookAtWords(s *signs) {
	var capitals, digits, function, person, modal, self int64
	tokens := r.text.Tokens[:min(len(r.text.Tokens), mostTokens)]
	sentences := int64(0)
	for i := range tokens {
		t := &tokens[i]
		opens := i == 0 || tokens[i-1].Sentence != t.Sentence
		if opens {
			sentences++
		}
		first, _ := utf8.DecodeRuneInString(t.Raw)
		capitals += one(!opens && unicode.IsUpper(first))
		digits += one(unicode.IsDigit(first))
		function += one(functionWords[t.Fold])
		person += one(persons[t.Fold])
		modal += one(modals[t.Fold])
	}
	for _, c := range r.cues {
		self += one(c.Role == codebook.CueSelf)
	}
	n := int64(len(tokens)) + 1
	s.look[lookWords], s.look[lookSentences], s.look[lookPerSent] = logTwo(n), logTwo(sentences+1), logTwo(1+n/max(sentences, 1))
	s.look[lookCapitals], s.look[lookDigits], s.look[lookFunction] = capitals*1000/n, digits*1000/n, function*1000/n
	s.look[lookSelf], s.look[lookPerson], s.look[lookModal] = logTwo(self+1), logTwo(person+1), logTwo(modal+1)
}

func (r *reading) lookAtText(s *signs) {
	text := strings.TrimSpace(r.text.Source)
	var marks, all int64
	for _, c := range text {
		all++
		marks += one(unicode.IsPunct(c))
	}
	first, _ := utf8.DecodeRuneInString(text)
	s.look[lookPunct] = marks * 1000 / (all + 1)
	s.look[lookAddress] = 1000 * one(strings.Contains(text, "http") || strings.Contains(text, "www.") || strings.Contains(text, "@"))
	s.look[lookQuestion] = 1000 * one(strings.ContainsAny(text, "?？؟"))
	s.look[lookColon] = 1000 * one(strings.HasSuffix(text, ":") || strings.HasSuffix(text, "："))
	s.look[lookStop] = 1000 * one(strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。"))
	s.look[lookLower] = 1000 * one(unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first))
	for i, lang := range corpus.Languages {
		s.look[lookLanguage+i] = 1000 * one(r.text.Language == lang)
	}
}

func (r *reading) lookAtConcepts(s *signs) {
	cited := r.citedItems()
	n := int64(len(r.text.Tokens)) + 1
	seen := map[string]bool{}
	held, masked := int64(0), int64(0)
	for _, m := range r.matches {
		switch {
		case m.Mask != nil:
			masked += int64(m.Last - m.First)
		case m.Concept != nil && !(m.Masked && inside(m, cited)):
			held += int64(m.Last - m.First)
			r.lookAtConcept(s, m, !seen[m.Concept.ID])
			seen[m.Concept.ID] = true
		}
	}
	s.look[lookConcepts], s.look[lookMasks] = min(held, n)*1000/n, min(masked, n)*1000/n
	s.look[lookDistinct] = logTwo(int64(len(seen)) + 1)
	for t := range s.theme {
		s.theme[t].share = min(s.theme[t].places, n) * 1000 / (n + 10)
		s.theme[t].places = logTwo(s.theme[t].places + 1)
	}
}

func (r *reading) lookAtConcept(s *signs, m codebook.Match, again bool) {
	for _, t := range corpus.Themes() {
		w := int64(m.Concept.Weights[t])
		f := &s.theme[t]
		if again {
			f.sum, f.most = min(f.sum+w, 3000), max(f.most, w)
		}
		if w >= suggestAt {
			f.places++
			f.first = max(f.first, 1000*one(r.text.Tokens[m.First].Sentence == 0))
		}
	}
}

func one(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// logTwo is the logarithm of n to the base of two, in thousandths, by straight
// lines between powers; 0 for n below 1.
func logTwo(n int64) int64 {
	if n < 1 {
		return 0
	}
	n = min(n, longestCounted)
	whole := int64(bits.Len64(uint64(n))) - 1
	return 1000*whole + 1000*(n-1<<whole)/(1<<whole)
}
