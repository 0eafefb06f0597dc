package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary is the words of a document, to tell whether a hyphen at a line's
// end belongs to the word: those without a hyphen and those with one.
type vocabulary map[string]int

// vocabularyOf counts the words that no line's end breaks.
func vocabularyOf(sheets []*sheet) vocabulary {
	v := vocabulary{}
	for _, s := range sheets {
		broken := false
		for _, l := range s.lines {
			words := strings.Fields(l.text)
			if broken && len(words) > 0 {
				words = words[1:]
			}
			broken = endsBroken(l.text)
			if broken && len(words) > 0 {
				words = words[:len(words)-1]
			}
			for _, w := range words {
				if w = wordKey(w); w != "" && len(v) < 1<<18 {
					v[w]++
				}
			}
		}
	}
	return v
}

// wordKey is a word without the signs round it, in small letters.
func wordKey(w string) string {
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
	w = strings.Map(func(r rune) rune {
		if hyphen(r) {
			return '-'
		}
		return unicode.ToLower(r)
	}, w)
	return w
}

// keeps reports whether the hyphen between the broken halves of a word belongs
// to it: where the document has the word with its hyphen elsewhere and not
// without; where the second half is no continuation in small letters; or where
// both halves are words of their own and the whole is not.
func (v vocabulary) keeps(before, after string) bool {
	a := wordKey(before[strings.LastIndexAny(before, " \t\n")+1:])
	b := after
	if i := strings.IndexAny(after, " \t\n"); i >= 0 {
		b = after[:i]
	}
	next, _ := utf8.DecodeRuneInString(b)
	b = wordKey(b)
	if b == "" || !unicode.IsLower(next) {
		return true
	}
	whole, parts := v[a+b], v[a+"-"+b]
	if whole != parts {
		return parts > whole
	}
	if strings.Contains(a, "-") {
		// The word has a hyphen already: "state-of-" / "the-art".
		a = a[strings.LastIndex(a, "-")+1:]
	}
	if i := strings.Index(b, "-"); i > 0 {
		b = b[:i]
	}
	return len(a) > 2 && len(b) > 2 && v[a] > 0 && v[b] > 0
}
