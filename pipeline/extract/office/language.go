package office

import (
	"sort"
	"strings"
	"unicode"
)

// script is the family of letters that a run is mostly written in.
type script uint8

const (
	noScript script = iota
	latin
	cyrillic
	complexScript // Arabic, Hebrew, Indic …
	eastAsian
)

// languages says which language a run of each script is in, as the file has
// it: word processors keep one tag for each.
type languages struct{ western, eastAsian, complex string }

// or fills what is absent from o.
func (l languages) or(o languages) languages {
	if l.western == "" {
		l.western = o.western
	}
	if l.eastAsian == "" {
		l.eastAsian = o.eastAsian
	}
	if l.complex == "" {
		l.complex = o.complex
	}
	return l
}

// votes counts letters by the language that the file says they are in.
type votes struct{ letters map[string]int }

// count adds a run's letters. A tag that cannot fit the letters, such as
// English on Cyrillic ones, is no evidence and is left out.
func (v *votes) count(text string, l languages) {
	kind, n := scriptOf(text)
	tag := ""
	switch kind {
	case latin, cyrillic:
		tag = l.western
	case complexScript:
		tag = l.complex
	case eastAsian:
		tag = l.eastAsian
	}
	code := primary(tag)
	if n == 0 || code == "" || code == "none" || kind != scriptOfLanguage(code) {
		return
	}
	if v.letters == nil {
		v.letters = make(map[string]int)
	}
	v.letters[code] += n
}

// winner is the language of most letters, "" where nothing is known.
func (v *votes) winner() string {
	codes := make([]string, 0, len(v.letters))
	for code := range v.letters {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	best := ""
	for _, code := range codes {
		if best == "" || v.letters[code] > v.letters[best] {
			best = code
		}
	}
	return best
}

// primary gives "en" for "en-GB" and for "en_GB".
func primary(tag string) string {
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if len(code) < 2 || len(code) > 4 {
		return ""
	}
	return code
}

// scriptOfLanguage gives the script that a language is mostly written in.
func scriptOfLanguage(code string) script {
	switch code {
	case "ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt":
		return cyrillic
	case "ar", "fa", "ur", "he", "ps", "sd", "ug", "ku", "yi", "hi", "bn", "ta", "te", "ml", "gu", "kn", "mr", "ne", "pa", "si", "th", "lo", "km", "my", "am", "ka":
		return complexScript
	case "zh", "ja", "ko":
		return eastAsian
	}
	return latin
}

// scriptOf gives the script of most letters and how many they are. A Han or
// kana character counts for three letters of an alphabet.
func scriptOf(text string) (script, int) {
	var n [5]int
	for _, r := range text {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				n[latin]++
			}
		case unicode.Is(unicode.Cyrillic, r):
			n[cyrillic]++
		case r >= 0x0590 && r <= 0x109F, r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFC:
			n[complexScript]++
		case r >= 0x1100 && r <= 0x11FF, r >= 0x3040 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7A3, r >= 0x20000:
			n[eastAsian] += 3
		case unicode.IsLetter(r):
			n[latin]++
		}
	}
	best := noScript
	for s := latin; s <= eastAsian; s++ {
		if n[s] > n[best] {
			best = s
		}
	}
	return best, n[best]
}
