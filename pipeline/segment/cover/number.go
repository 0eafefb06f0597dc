package cover

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"rapporteur/corpus"
)

// tail is what may follow a document's number: revisions and addenda, and the
// letter of the language, in either order.
const (
	suffixes = `(?:[ .]?\(?(?i:Rev|Add|Corr)\.? ?\d{1,2}\)?)*`
	tail     = suffixes + `(?: ?- ?[EFSRCA]\b| [EFSRCA]\b|[EFSRCA]\b)?` + suffixes
	// fullNumber has a series: "C17/98", "CWG-Internet 22/3", "WSIS-II/PC-3/DT/7".
	fullNumber = `[\p{L}][\p{L}\d&+-]*(?:-? ?\d{1,3})?(?: ?/ ?[\p{L}\d][\p{L}\d-]*)+`
)

var (
	numberFull = regexp.MustCompile(`^` + fullNumber + tail)
	numberUN   = regexp.MustCompile(`^` + corpus.UNSymbol + `\*{0,3}(?:$|[^\p{L}\d/])`)
	// unAhead finds a symbol of the United Nations behind other words of a line.
	unAhead    = regexp.MustCompile(`\s` + corpus.UNSymbol + `\*{0,3}(?:\s|$)`)
	numberBare = regexp.MustCompile(`^\d{1,4}` + tail)
	// seriesKnown are the beginnings of series that may stand without the word
	// "Document" before them.
	seriesKnown = regexp.MustCompile(`^(?:C|PP|WTPF|WCIT|WTDC|WTSA|WRC|RA|RRC|RPM|WSIS|TDAG|TSAG|RAG|EG|SG|РГС|CP)[-\s]?[\p{L}&-]*[-\s]?\d{1,4}(?:-\d{1,3})?$|^(?:C?WG|GTC|CWG)[-\s]?[\p{L}&]+[\p{L}&\d-]*[-\s]?\d{0,4}$`)
	runningRE   = regexp.MustCompile(`(?:C|PP|WTPF|WCIT|WTDC|WTSA|WRC|RPM|CWG|WG|GTC)[-\p{L}&]*[- ]?\d{1,3}(?:/[\p{Lu}\d][\p{L}\d]*)+` + tail)
	documentKey = regexp.MustCompile(`(?i)^(?:(?:to|au|à la|al|к|ко)\s+)?(?:documento|document|документ[ау]?|للوثيقة|الوثيقة|وثيقة|文件)(?:\s+(?:number|no\.?|n[o°º]\.?|№))?\s*:?\s*`)
	changeKey   = regexp.MustCompile(`(?i)^(?:(revision|révision|revisión|пересмотр|المراجعة)|(addendum|addéndum|adéndum|additif|дополнительный документ|дополнение|الإضافة)|(corrigendum|corrigéndum|исправление|التصويب))\s*(?:n[o°º.]{1,2}\s*)?(\d{1,2})\s*(?:\b(?:to|au|à|al|a)\b|к\s|ко\s)?\s*`)
	changeAfter = regexp.MustCompile(`^(?:号文件)?\s*的?\s*(?:(修订版?本?)|(补遗|增补)|(勘误))\s*(\d{1,2})`)
	homoglyphs  = strings.NewReplacer("А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "Х", "X")
)

// number is a document's number as printed: a symbol where it has a series, and
// digits that wait for one otherwise.
type number struct {
	symbol corpus.Symbol
	// bare is the number without a series: "27".
	bare string
	// letter is the language code of the document letter, or "".
	letter string
	// suffix is the chain of changes of a bare number.
	suffix string
}

func (n number) known() bool { return !n.symbol.IsZero() || n.bare != "" }

// in gives the symbol, with series where the number printed has none.
func (n number) in(series string) (corpus.Symbol, bool) {
	if !n.symbol.IsZero() {
		return n.symbol, true
	}
	if n.bare == "" || series == "" {
		return corpus.Symbol{}, false
	}
	s, _, err := corpus.ParseSymbol(strings.ReplaceAll(series, "/", "-") + "/" + n.bare + n.suffix)
	return s, err == nil
}

// numberAt reads the number at the start of tidy text.
func numberAt(s string) (n number, length int) {
	if m := numberUN.FindString(s); m != "" {
		m = strings.TrimRightFunc(m, func(r rune) bool { return r != '*' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if sym, _, err := corpus.ParseSymbol(m); err == nil {
			return number{symbol: sym}, len(m)
		}
	}
	if m := numberFull.FindString(latin(s)); m != "" {
		// ParseSymbol wants a hyphen or a space before the letter.
		sym, letter, err := corpus.ParseSymbol(gluedLetter.ReplaceAllString(strings.ReplaceAll(m, " /", "/"), "$1-$2"))
		if err == nil && strings.ContainsAny(m, "0123456789") {
			return number{symbol: sym, letter: letter}, lengthIn(s, m)
		}
	}
	if m := numberBare.FindString(s); m != "" {
		sym, letter, err := corpus.ParseSymbol(gluedLetter.ReplaceAllString("X/"+m, "$1-$2"))
		if err == nil {
			return number{bare: sym.Number, letter: letter, suffix: sym.Suffix}, len(m)
		}
	}
	return number{}, 0
}

var gluedLetter = regexp.MustCompile(`(/\d+)([EFSRCA])\b`)

// latin gives Cyrillic letters that look like Latin ones as such in the first
// word, where the word has no other Cyrillic letters: "С25/7" typed in Russian.
func latin(s string) string {
	word, rest, _ := strings.Cut(s, "/")
	if len(word) > 24 || len(word) == len(s) {
		return s
	}
	folded := homoglyphs.Replace(word)
	for _, r := range folded {
		if r >= 0x80 {
			return s
		}
	}
	return folded + "/" + rest
}

// lengthIn gives the bytes that the match m of latin(s) takes in s.
func lengthIn(s, m string) int { return len(m) + len(s) - len(latin(s)) }

// change is a revision, addendum or corrigendum line.
type change struct {
	kind string // "Rev", "Add", "Corr"
	n    string
}

func changeAt(s string) (change, int) {
	if m := changeKey.FindStringSubmatch(s); m != nil {
		return changeOf(m), len(m[0])
	}
	return change{}, 0
}

func changeOf(m []string) change {
	kind := "Corr"
	if m[1] != "" {
		kind = "Rev"
	} else if m[2] != "" {
		kind = "Add"
	}
	return change{kind, m[4]}
}

// with adds the changes printed before a number, outermost first: "Addendum 1
// to Document 34(Rev.1)" is 34(Rev.1)(Add.1).
func (n number) with(changes []change) number {
	for _, c := range slices.Backward(changes) {
		mark := fmt.Sprintf("(%s.%s)", c.kind, strings.TrimLeft(c.n, "0"))
		if n.symbol.IsZero() {
			if !strings.HasSuffix(n.suffix, mark) {
				n.suffix += mark
			}
		} else if !strings.HasSuffix(n.symbol.Suffix, mark) {
			n.symbol.Suffix += mark
		}
	}
	return n
}
