package compare

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"rapporteur/corpus"
)

// texts lists every fixed text of a language by its place in the struct.
func textsOf(w *phrases) map[string]string {
	out := make(map[string]string)
	collect("", reflect.ValueOf(w).Elem(), out)
	return out
}

func collect(path string, v reflect.Value, out map[string]string) {
	switch v.Kind() {
	case reflect.String:
		out[path] = v.String()
	case reflect.Struct:
		for i := range v.NumField() {
			collect(path+"."+v.Type().Field(i).Name, v.Field(i), out)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if v.Index(i).Kind() != reflect.Int {
				collect(fmt.Sprintf("%s[%d]", path, i), v.Index(i), out)
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			collect(path+"["+k.String()+"]", v.MapIndex(k), out)
		}
	}
}

var slots = regexp.MustCompile(`\{(\w+)(?:([@:~])([^}]*))?\}`)

// names are the values that a template asks for, each once.
func names(template string) []string {
	var out []string
	for _, m := range slots.FindAllStringSubmatch(template, -1) {
		out = append(out, m[1])
	}
	return sorted(out)
}

// TestEveryLanguageSaysAll holds each language to the English phrases: none is
// missing, each asks for the same values, and forms are as many as the
// language's plural categories.
func TestEveryLanguageSaysAll(t *testing.T) {
	want := textsOf(english())
	for _, code := range Languages() {
		w, err := phrasesFor(code)
		if err != nil {
			t.Fatal(err)
		}
		got := textsOf(w)
		for _, path := range slices.Sorted(maps.Keys(want)) {
			text, there := got[path]
			if !there || strings.TrimSpace(text) == "" {
				t.Errorf("%s: no %s", code, path)
				continue
			}
			if strings.HasPrefix(path, ".nouns") {
				continue
			}
			if asked, english := names(text), names(want[path]); path != ".date" && !slices.Equal(asked, english) {
				t.Errorf("%s: %s asks for %v, English for %v", code, path, asked, english)
			}
			checkForms(t, w, path, text)
		}
		for noun, forms := range w.nouns {
			if n := strings.Count(forms, "|") + 1; n != len(w.categories) {
				t.Errorf("%s: %q has %d forms, the language %d", code, noun, n, len(w.categories))
			}
		}
	}
}

func checkForms(t *testing.T, w *phrases, path, text string) {
	for _, m := range slots.FindAllStringSubmatch(text, -1) {
		n := strings.Count(m[3], "|") + 1
		switch m[2] {
		case "@":
			if _, known := w.nouns[m[3]]; !known {
				t.Errorf("%s: %s asks for the noun %q, which there is not", w.language, path, m[3])
			}
		case ":":
			if n != len(w.categories) {
				t.Errorf("%s: %s has %d forms in %q, the language %d", w.language, path, n, m[0], len(w.categories))
			}
		case "~":
			if n != 3 {
				t.Errorf("%s: %s has %d quantifiers, there are 3", w.language, path, n)
			}
		}
	}
}

// alike are the words that two languages share.
var alike = []string{
	"Corpus", "Date", "Document", "Documents", "Source", "Sources", "Contributions", "Positions", "Session", "Passages", "Version",
	"contribution", "source", "session", "document", "passage", "p. {n}", "{day} {month} {year}", "ITU", " ", ", ", "Attribution",
	"# contribution|# contributions", "# document|# documents", "# passage|# passages", "# source|# sources", "# session|# sessions", "{year}, session {n}",
}

// latin is a word in Latin letters.
var latin = regexp.MustCompile(`\p{Latin}{2,}`)

// TestNoEnglishSurvives finds an English phrase in another language, and any
// Latin word in one that is written otherwise.
func TestNoEnglishSurvives(t *testing.T) {
	english := textsOf(english())
	for _, code := range Languages() {
		if code == "en" {
			continue
		}
		w, err := phrasesFor(code)
		if err != nil {
			t.Fatal(err)
		}
		otherScript := code == "ar" || code == "zh" || code == "ru"
		for path, text := range textsOf(w) {
			if path == ".language" || path == ".comma" || path == ".and" {
				continue
			}
			bare := slots.ReplaceAllStringFunc(text, func(s string) string { return slots.FindStringSubmatch(s)[3] })
			if strings.HasPrefix(path, ".texts") && strings.Contains(text, "@") { // names of nouns are not shown
				bare = slots.ReplaceAllString(text, "")
			}
			if text == english[path] && strings.IndexFunc(bare, unicode.IsLetter) >= 0 && !slices.Contains(alike, text) {
				t.Errorf("%s: %s is English: %q", code, path, text)
			}
			if word := latin.FindString(bare); otherScript && word != "" && word != "rapporteur" {
				t.Errorf("%s: %s has %q in %q", code, path, word, text)
			}
		}
	}
}

// TestPlurals counts contributions in each language, by the rules of CLDR.
func TestPlurals(t *testing.T) {
	for code, want := range map[string]map[int]string{
		"en": {0: "0 contributions", 1: "1 contribution", 2: "2 contributions"},
		"fr": {0: "0 contribution", 1: "1 contribution", 2: "2 contributions"},
		"es": {0: "0 contribuciones", 1: "1 contribución", 5: "5 contribuciones"},
		"ru": {
			1: "1 вклад", 2: "2 вклада", 4: "4 вклада", 5: "5 вкладов", 11: "11 вкладов", 12: "12 вкладов", 21: "21 вклад",
			22: "22 вклада", 25: "25 вкладов", 101: "101 вклад", 111: "111 вкладов",
		},
		"ar": {
			0: "0 مساهمة", 1: "مساهمة واحدة", 2: "مساهمتان", 3: "3 مساهمات", 10: "10 مساهمات", 11: "11 مساهمة", 99: "99 مساهمة",
			100: "100 مساهمة", 102: "102 مساهمة", 103: "103 مساهمات",
		},
		"zh": {1: "1份文稿", 2: "2份文稿", 100: "100份文稿"},
	} {
		w, err := phrasesFor(code)
		if err != nil {
			t.Fatal(err)
		}
		for n, text := range want {
			if got := w.count(n, "contributions"); got != text {
				t.Errorf("%s: %d is %q, want %q", code, n, got, text)
			}
		}
		for n := range 1000 { // no number falls into a category that has no form
			form := plural.Cardinal.MatchPlural(language.Make(code), n, 0, 0, 0, 0)
			if !slices.Contains(w.categories, form) {
				t.Fatalf("%s: %d falls into category %v, which has no form", code, n, form)
			}
		}
	}
}

func TestDays(t *testing.T) {
	for code, want := range map[string]string{
		"en": "9 May 2031", "fr": "9 mai 2031", "es": "9 de mayo de 2031", "ru": "9 мая 2031 года", "ar": "9 مايو 2031", "zh": "2031年5月9日",
	} {
		w, err := phrasesFor(code)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.day("2031-05-09"); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
		if got := w.day("spring 2031"); got != "spring 2031" {
			t.Errorf("%s: what is no day became %q", code, got)
		}
	}
}

// TestQuantifiers says numbers as where no source is named.
func TestQuantifiers(t *testing.T) {
	for _, code := range corpus.Languages {
		w, err := phrasesFor(code)
		if err != nil {
			t.Fatal(err)
		}
		one, two, three, many := w.say(w.texts.members, args{"n": 1}), w.say(w.texts.members, args{"n": 2}), w.say(w.texts.members, args{"n": 3}),
			w.say(w.texts.members, args{"n": 17})
		if one == two || two == three || !strings.Contains(three, "3") || !strings.Contains(many, "17") {
			t.Errorf("%s: %q, %q, %q, %q", code, one, two, three, many)
		}
		rules := strings.Join(w.rules, "\n")
		for _, said := range []string{one, two, strings.Trim(strings.NewReplacer("(3)", "", "（3）", "").Replace(three), " ")} {
			if !strings.Contains(rules, said) {
				t.Errorf("%s: the rules do not say what %q means", code, said)
			}
		}
	}
}
