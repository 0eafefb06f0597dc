package member

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
)

// Mention is a name in a text, by byte offsets. An Arabic preposition or
// conjunction that is written together with the name is outside it.
type Mention struct {
	Start, End int
	Source     corpus.Source
}

// span is a form found in a text.
type span struct {
	start, end int
	form       int32
}

// entryOf gives the index of the entry that a span names, or decoy.
func (r *Registry) entryOf(s span) int { return int(r.spelt().forms[s.form].entry) }

// Find gives the names in running text, from left to right: the longest name
// at each place, whole words, none within another. It asks for a capital letter
// where the name has one and for the capitals of an abbreviation; codes ("RUS",
// "F") are not names. Adjectives count with a noun that stands for the State
// ("the Russian side"). Names that are given names too ("Jordan") do not count
// beside another capital word, see plausible.
func (r *Registry) Find(text string) []Mention {
	var out []Mention
	for _, s := range r.scan(text, true) {
		if e := r.entryOf(s); e != decoy {
			out = append(out, Mention{s.start, s.end, r.entries[e].source()})
		}
	}
	return out
}

// scan finds forms, decoys among them. Running text is held to the rules of
// capitals and context; a source line is not.
func (r *Registry) scan(text string, running bool) []span {
	var out []span
	inWord := false
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		if !r.fold.isWord(c) {
			inWord = inWord && r.fold.fold(c) == skip && size > 1
			i += size
			continue
		}
		if inWord && !isHan(c) {
			i += size
			continue
		}
		if s, ok := r.at(text, i, c, running); ok {
			out = append(out, s)
			i = s.end
			inWord = !isHan(c)
			continue
		}
		inWord = !isHan(c)
		i += size
	}
	return out
}

// maxClitics bounds the letters that Arabic joins to the front of a name: a
// conjunction, a preposition, and one for good measure.
const maxClitics = 3

// at gives the longest acceptable form that begins at byte i, where a word
// begins with c; in Arabic also behind the letters joined to a word.
func (r *Registry) at(text string, i int, c rune, running bool) (span, bool) {
	var buf [maxHits]hit
	trie := r.spelt().trie
	for range maxClitics + 1 {
		hits := trie.walk(r.fold, text, i, buf[:0])
		for k := len(hits) - 1; k >= 0; k-- {
			if s := (span{i, hits[k].end, hits[k].form}); r.accept(text, s, running) {
				return s, true
			}
		}
		if !isArabic(c) {
			break
		}
		next := afterClitic(text, i)
		if next == i {
			break
		}
		i = next
	}
	return span{}, false
}

// afterClitic passes over one conjunction or preposition, or over "لل", the
// preposition with the article; it gives i where there is none.
func afterClitic(text string, i int) int {
	rest := text[i:]
	if strings.HasPrefix(rest, "لل") {
		return i + len("لل")
	}
	for _, c := range []string{"و", "ف", "ب", "ل", "ك"} {
		if strings.HasPrefix(rest, c) {
			return i + len(c)
		}
	}
	return i
}

// accept holds a form to the rules.
func (r *Registry) accept(text string, s span, running bool) bool {
	f := &r.spelt().forms[s.form]
	got := text[s.start:s.end]
	if f.upper && strings.IndexFunc(got, unicode.IsLower) >= 0 || f.whole && (running || !r.listed(text, s)) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(got); isHan(last) {
		return HanEnds(got, text[s.end:])
	}
	if !running {
		return true
	}
	if f.upper {
		return !strings.HasPrefix(text[s.end:], "$") && !strings.HasSuffix(text[:s.start], "$") &&
			(f.traits&shouted == 0 || !shouting(text, s))
	}
	if f.capital >= 0 && !r.capitalAt(got, int(f.capital)) {
		return false
	}
	if f.traits&opening != 0 && (got == strings.ToUpper(got) || opens(text[:s.start])) {
		return false
	}
	if f.traits&elided != 0 && !elides(text[:s.start]) {
		return false
	}
	return f.traits&person == 0 || r.plausible(text, s)
}

// listed reports a span that is a whole item of a list, between its ends, list
// marks and joining words.
func (r *Registry) listed(text string, s span) bool {
	before, after := strings.TrimRight(text[:s.start], " "), strings.TrimLeft(text[s.end:], " ")
	if c, _ := utf8.DecodeRuneInString(after); after != "" && !isListMark(c) && r.fold.longest(r.words.joiner, after, 0) < 0 {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || isListMark(c) || c == 'و' || r.words.joiner.get(r.fold.key(wordBefore(before))) >= 0
}

// HanEnds tells a Chinese name from the same characters across two words:
// 国 before 家 or 际 belongs to "country" or "international" (发展中国家), 方
// before these characters to "method", "plan" and so on (集中方式).
func HanEnds(got, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case strings.HasSuffix(got, "国"):
		return next != '家' && next != '际'
	case strings.HasSuffix(got, "方"):
		return !strings.ContainsRune("法面式案向便针形位", next) || next == utf8.RuneError
	}
	return true
}

// capitalAt reports whether the n-th word from the end has a capital.
func (r *Registry) capitalAt(got string, n int) bool {
	words := r.fold.wordsOf(got)
	if n >= len(words) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(words[len(words)-1-n])
	return !unicode.IsLower(c)
}

// opens reports whether a sentence opens after before.
func opens(before string) bool {
	before = strings.TrimRight(before, " \t\u00a0«\"“(")
	if before == "" {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(".!?:;\n\r•–—-", c)
}

// elides reports a French article or preposition right before a name.
func elides(before string) bool {
	c, _ := utf8.DecodeLastRuneInString(before)
	return c == '\'' || c == '’' || strings.EqualFold(lastWord(before), "en")
}

// plausible is the rule for names that are given names or other places too:
// no capital word stands directly beside the name ("Michael Jordan", "Georgia
// Institute"), unless it is a particle ("In Jordan", "Jordan and"), or the name
// is in capitals throughout.
func (r *Registry) plausible(text string, s span) bool {
	got := text[s.start:s.end]
	if got == strings.ToUpper(got) {
		return true
	}
	return !r.capitalWord(lastWord(text[:s.start])) && !r.capitalWord(firstWord(text[s.end:]))
}

func (r *Registry) capitalWord(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c) && r.words.traits[r.fold.key(w)]&particle == 0
}

// shouting reports whether a word beside s is in capitals throughout.
func shouting(text string, s span) bool {
	for _, w := range []string{lastWord(text[:s.start]), firstWord(text[s.end:])} {
		if utf8.RuneCountInString(w) > 1 && w == strings.ToUpper(w) {
			return true
		}
	}
	return false
}

// maxWord bounds the look at a neighbouring word, in bytes.
const maxWord = 64

// lastWord gives the word that ends before one space at the end of s, or "".
func lastWord(s string) string {
	s, ok := strings.CutSuffix(s, " ")
	if !ok {
		return ""
	}
	return wordBefore(s)
}

// wordBefore gives the word that ends s, or "".
func wordBefore(s string) string {
	s = s[max(0, len(s)-maxWord):]
	i := strings.LastIndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

// firstWord gives the word that begins after one space at the start of s.
func firstWord(s string) string {
	s, ok := strings.CutPrefix(s[:min(len(s), maxWord)], " ")
	if !ok {
		return ""
	}
	if i := strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) }); i >= 0 {
		s = s[:i]
	}
	return s
}
