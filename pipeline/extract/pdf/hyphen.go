package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary is the words of a document, to tell whether a hyphen at a line's
// end belongs to the word: those without a hyphen and those with one.
type vocabulary struct {
	words map[string]int
	// sparing is set where so few lines end in a hyphen that the program that set
	// the text is not the one that put them there.
	sparing bool
}

// vocabularyOf counts the words that no line's end breaks.
func vocabularyOf(pages [][]zone) vocabulary {
	v := vocabulary{words: map[string]int{}}
	lines, ends := 0, 0
	broken := false
	add := func(l *line) {
		words := strings.Fields(l.text)
		if broken && len(words) > 0 {
			words = words[1:]
		}
		broken = endsBroken(l.text)
		if lines++; broken {
			ends++
			words = words[:max(len(words)-1, 0)]
		}
		for _, w := range words {
			if w = wordKey(w); w != "" && len(v.words) < 1<<18 {
				v.words[w]++
			}
		}
	}
	for _, zones := range pages {
		for _, z := range zones {
			for _, e := range z.elements {
				if e.line != nil {
					add(e.line)
				}
			}
		}
	}
	v.sparing = ends*25 < lines
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
// without; where the second half is no continuation in small letters; where hyphens
// at line ends are rare; or where both halves are words of their own.
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
	whole, parts := v.words[a+b], v.words[a+"-"+b]
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
	if v.sparing {
		return true
	}
	return utf8.RuneCountInString(a) > 2 && utf8.RuneCountInString(b) > 2 && v.words[a] > 0 && v.words[b] > 0
}
