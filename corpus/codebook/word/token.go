package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Token is one word of a text, or one Chinese character.
type Token struct {
	// Start and End are byte offsets into the text.
	Start, End int
	// Raw is the word as written, in Unicode form NFKC.
	Raw string
	// Fold is Raw in lower case, Russian ё as е, Arabic letters normalised.
	Fold string
	// Stem is what phrases are compared by.
	Stem string
	// Bare is the stem without one further Arabic clitic, "" where there is none.
	Bare string
	// BareFold is Fold without an Arabic conjunction or future particle before
	// it, "" where there is none.
	BareFold string
	// Sentence counts from 0.
	Sentence int
	// Link marks an article or a preposition that phrases do not count.
	Link bool
}

// Tokens cuts text into words. Bytes that are no letters, marks or digits part
// words; bytes that are not UTF-8 part them too. An unknown language is folded
// and not stemmed.
func (s *Stemmer) Tokens(text, lang string) []Token {
	out := make([]Token, 0, len(text)/6+1)
	sentence, start := 0, -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, s.token(text, lang, start, end, sentence))
			start = -1
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			flush(i)
		case unicode.Is(unicode.Han, r):
			flush(i)
			start = i
			flush(i + size)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || (unicode.IsMark(r) && start >= 0) || r == 'ـ':
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			if endsSentence(text, i, r, size, out) {
				sentence++
			}
		}
		i += size
	}
	flush(len(text))
	return out
}

// endsSentence reports whether the mark r at i ends a sentence: a full stop
// does after a word of more than one letter and before a space.
func endsSentence(text string, i int, r rune, size int, before []Token) bool {
	switch r {
	case '!', '?', '。', '！', '？', '؟', ';', '；', '؛', '\n':
		return true
	case '.', '…':
	default:
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	if i+size < len(text) && !unicode.IsSpace(next) && next != '”' && next != '"' && next != '»' {
		return false
	}
	if len(before) == 0 {
		return false
	}
	return !abbreviation(before[len(before)-1].Fold)
}

// abbreviation knows the short forms that documents put before a number or a
// name; single letters are initials.
func abbreviation(fold string) bool {
	switch fold {
	case "no", "art", "para", "paras", "res", "rev", "add", "corr", "doc", "mr", "ms", "mrs", "dr", "vs", "etc",
		"fig", "vol", "ed", "pp", "núm", "sr", "sra", "ст", "рез", "п", "пп", "док", "г", "гг", "т":
		return true
	}
	return utf8.RuneCountInString(fold) == 1 && !unicode.IsDigit([]rune(fold)[0])
}

func (s *Stemmer) token(text, lang string, start, end, sentence int) Token {
	raw := text[start:end]
	form := s.form(raw, lang)
	return Token{Start: start, End: end, Raw: form.raw, Fold: form.fold, Stem: form.stem, Bare: form.bare,
		BareFold: form.bareFold, Sentence: sentence, Link: form.link}
}

// foldWord gives the composed and the folded form of a word.
func foldWord(raw string) (composed, fold string) {
	composed = raw
	if !ascii(raw) {
		composed = norm.NFKC.String(raw)
	}
	fold = strings.ToLower(composed)
	if strings.ContainsAny(fold, "ё") {
		fold = strings.ReplaceAll(fold, "ё", "е")
	}
	return composed, fold
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
