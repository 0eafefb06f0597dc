package wording

import (
	"regexp"
	"sort"
	"strings"
)

// languageNames are the six languages as covers name them, by ISO 639-1 code.
var languageNames = map[string]string{
	"en": "english|anglais|inglés|ingles|английском|английского|английский|بالإنكليزية|الإنكليزية|إنكليزي|بالإنجليزية|الإنجليزية|英文|英语",
	"fr": "french|français|francais|francés|frances|французском|французского|французский|بالفرنسية|الفرنسية|法文|法语",
	"es": "spanish|espagnol|español|espanol|испанском|испанского|испанский|بالإسبانية|الإسبانية|بالاسبانية|西班牙文|西班牙语|西文",
	"ru": "russian|russe|ruso|русском|русского|русский|بالروسية|الروسية|俄文|俄语",
	"ar": "arabic|arabe|árabe|арабском|арабского|арабский|بالعربية|العربية|阿拉伯文|阿拉伯语|阿文",
	"zh": "chinese|chinois|chino|китайском|китайского|китайский|بالصينية|الصينية|中文|汉语",
}

var languageName, languageOf = func() (*regexp.Regexp, map[string]string) {
	of := map[string]string{}
	var all []string
	for code, names := range languageNames {
		for n := range strings.SplitSeq(names, "|") {
			of[n] = code
			all = append(all, n)
		}
	}
	sort.Slice(all, func(i, j int) bool { return len(all[i]) > len(all[j]) || len(all[i]) == len(all[j]) && all[i] < all[j] })
	return regexp.MustCompile(`(?i)^(?:` + strings.Join(all, "|") + `)`), of
}()

var languageAnd = regexp.MustCompile(`(?i)^\s*(?:[/,;+&]|and\s|et\s|y\s|и\s|和|及|و\s?)\s*`)

// Languages reads the list of language names at the start of tidy text, as
// codes in the order printed, and says how many bytes it takes.
func Languages(s string) (codes []string, length int) {
	for len(codes) < 6 {
		rest := s[length:]
		skip := 0
		if len(codes) > 0 {
			skip = len(languageAnd.FindString(rest))
			if skip == 0 {
				break
			}
		}
		name := languageName.FindString(rest[skip:])
		if name == "" || letterAt(rest, skip+len(name)) && !isHan(name) {
			break
		}
		codes = append(codes, languageOf[strings.ToLower(name)])
		length += skip + len(name)
	}
	return codes, length
}

var onlyAfter = regexp.MustCompile(`(?i)^\s*(?:only|seulement|uniquement|solamente|únicamente|solo|sólo|فقط|языке|-?\s?only)(?:\s+only)?`)

var onlyBefore = regexp.MustCompile(`(?i)^(?:only in|uniquement en|seulement en|solamente en|únicamente en|sólo en|solo en|sólo|solo|только на|仅有|仅提供|只有|仅)\s*`)

// Only reads "English only" and its like at the start of tidy text. It gives ""
// where the line is something else; a language's name alone counts where it is
// all there is.
func Only(s string) (code string, length int) {
	before := len(onlyBefore.FindString(s))
	codes, n := Languages(s[before:])
	if len(codes) != 1 {
		return "", 0
	}
	after := len(onlyAfter.FindString(s[before+n:]))
	if before+after == 0 && n != len(s) {
		return "", 0
	}
	return codes[0], before + n + after
}

func letterAt(s string, i int) bool {
	return i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80)
}

func isHan(s string) bool { return strings.HasSuffix(s, "文") || strings.HasSuffix(s, "语") }
