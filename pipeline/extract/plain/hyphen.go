package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// join is what a line break inside a paragraph becomes.
type join int

const (
	joinSpace join = iota
	joinNothing
	joinWithoutHyphen
)

// vocabularyBytes bounds how much of a document its vocabulary is taken from.
const vocabularyBytes = 4 << 20

// suspended are words before which a hyphen belongs to the word it ends:
// "short- and long-term".
const suspended = " and or to nor et ou y e o u и или "

// lineJoin decides about the break between the text so far and the rest of the
// paragraph, which begins with a visible character.
func (c *Cleaner) lineJoin(text []byte, rest string) join {
	last, n := utf8.DecodeLastRune(text)
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case wideGlyph(last) && wideGlyph(first), wideGlyph(last) && strings.ContainsRune(",.;:!?)", first):
		return joinNothing
	case strings.ContainsRune(",.;:!?(", last) && wideGlyph(first) && wideBefore(text[:len(text)-n]):
		return joinNothing
	case last == '-' || last == '‐':
		return c.hyphenJoin(lastWord(text[:len(text)-n]), firstWord(rest))
	case last == '/' && inURL(text):
		return joinNothing
	}
	return joinSpace
}

func wideBefore(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return wideGlyph(r)
}

// hyphenJoin decides about a hyphen at a line's end. The hyphen goes only where
// the document has the word without it elsewhere, or breaks words as a habit
// and has no such word with a hyphen.
func (c *Cleaner) hyphenJoin(head, tail string) join {
	if head == "" || strings.Contains(suspended, " "+strings.ToLower(tail)+" ") {
		return joinSpace
	}
	end, _ := utf8.DecodeLastRuneInString(head)
	start, _ := utf8.DecodeRuneInString(tail)
	if !unicode.IsLower(end) || !unicode.IsLower(start) {
		return joinNothing
	}
	c.learnWords()
	head, tail = strings.ToLower(head), strings.ToLower(tail)
	switch {
	case c.words[head+"-"+tail]:
		return joinNothing
	case c.words[head+tail], c.hyphenates:
		return joinWithoutHyphen
	}
	return joinNothing
}

// learnWords gathers the document's vocabulary and its habit at line ends: it
// breaks words where at least three, and most, of the breaks that its
// vocabulary explains are breaks inside words.
func (c *Cleaner) learnWords() {
	if c.words != nil {
		return
	}
	c.words = map[string]bool{}
	text := c.document[:min(len(c.document), vocabularyBytes)]
	type pair struct{ head, tail string }
	var broken []pair
	for i, field := range fieldsWithBreaks(text) {
		if i > 500000 {
			break
		}
		if head, tail, ok := strings.Cut(field, "-\n"); ok {
			broken = append(broken, pair{strings.ToLower(lastWord([]byte(head))), strings.ToLower(firstWord(tail))})
			continue
		}
		c.words[strings.ToLower(strings.TrimFunc(field, func(r rune) bool { return !wordChar(r) }))] = true
	}
	inside, between := 0, 0
	for _, p := range broken {
		switch {
		case c.words[p.head+"-"+p.tail]:
			between++
		case c.words[p.head+p.tail]:
			inside++
		}
	}
	c.hyphenates = inside >= 3 && inside > 2*between
}

// fieldsWithBreaks splits text at white space; a word that a line break divides
// after a hyphen is one field with "-\n" in it.
func fieldsWithBreaks(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var fields []string
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if k := len(fields) - 1; k >= 0 && strings.HasSuffix(fields[k], "-") && len(fields[k]) > 1 {
			fields[k] += "\n" + words[0]
			words = words[1:]
		}
		fields = append(fields, words...)
	}
	return fields
}

// lastWord gives the letters and digits that text ends with.
func lastWord(text []byte) string {
	at := len(text)
	for at > 0 {
		r, n := utf8.DecodeLastRune(text[:at])
		if !wordChar(r) {
			break
		}
		at -= n
	}
	return string(text[at:])
}

// firstWord gives the letters and digits that text begins with.
func firstWord(text string) string {
	for i, r := range text {
		if !wordChar(r) {
			return text[:i]
		}
	}
	return text
}

// inURL reports whether text ends in a web address.
func inURL(text []byte) bool {
	from := max(0, len(text)-200)
	tail := string(text[from:])
	if i := strings.LastIndexAny(tail, " \t\n"); i >= 0 {
		tail = tail[i+1:]
	}
	return strings.Contains(tail, "://") || strings.HasPrefix(tail, "www.")
}
