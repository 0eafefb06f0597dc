package member

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
)

// decoy is the entry of a form that is matched so as to be passed over.
const decoy = -1

// form is one spelling of a name, with what a text must show for it to count.
type form struct {
	entry int32 // index in the registry's entries, or decoy
	// capital is how many words, counted from the last, to the last one with a
	// capital letter: that word must have one in the text too. 0 is the last
	// word, -1 none, as in Arabic, Chinese and Russian adjectives.
	capital int8
	whole   bool // the whole string only
	upper   bool // an abbreviation: no small letter may stand in the text
	traits  trait
}

// build makes a registry of entries. Two may not share a code.
func build(entries []Entry, words phrases) (*Registry, error) {
	r := &Registry{entries: entries, byID: map[string]int{}, fold: folding(), words: words}
	for i := range entries {
		if err := r.register(i); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// spell makes the forms of all entries. Two may not share a spelling.
func (r *Registry) spell() (*spelt, error) {
	s := &spelt{trie: newTrie(3 << 16), forms: make([]form, 0, 1<<15)}
	for _, d := range r.words.decoys {
		for _, v := range variants(scriptLanguage(d), d) {
			r.put(s, v, decoy, false)
		}
	}
	for i := range r.entries {
		if err := r.spellOut(s, i); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// register makes an entry known by its codes.
func (r *Registry) register(i int) error {
	e := &r.entries[i]
	for _, code := range append([]string{e.ID}, e.Codes...) {
		if j, ok := r.byID[code]; ok {
			return fmt.Errorf("the code %q of %s is already that of %s", code, e.ID, r.entries[j].ID)
		}
		r.byID[code] = i
	}
	return nil
}

// spellOut adds the forms of an entry.
func (r *Registry) spellOut(s *spelt, i int) error {
	e := &r.entries[i]
	for _, f := range e.spellings() {
		if old := r.put(s, f.text, i, f.whole); old != decoy && old != i {
			return fmt.Errorf("the name %q of %s is already that of %s", f.text, e.ID, r.entries[old].ID)
		}
	}
	return nil
}

// put adds a spelling and gives the entry that has it already, or its own.
func (r *Registry) put(s *spelt, text string, entry int, whole bool) int {
	key := r.fold.key(text)
	if old := s.trie.add(key, int32(len(s.forms))); old >= 0 {
		return int(s.forms[old].entry)
	}
	fm := form{entry: int32(entry), capital: -1, whole: whole, traits: r.words.traits[key]}
	if entry != decoy {
		fm.upper, fm.capital = isAbbreviation(text), int8(min(r.fold.capitalWord(text), 127))
	}
	s.forms = append(s.forms, fm)
	return entry
}

// spelling is a name as it may be written.
type spelling struct {
	text  string
	whole bool
}

// spellings gives every form of an entry's names, the table's own first.
func (e *Entry) spellings() []spelling {
	var out []spelling
	add := func(name string, forms ...string) {
		for _, f := range forms {
			out = append(out, spelling{f, e.whole[name]})
		}
	}
	for _, lang := range corpus.Languages {
		short, formal := e.Names[lang], e.Formal[lang]
		if short != "" {
			add(short, variants(lang, short)...)
		}
		if formal != "" {
			add(formal, variants(lang, formal)...)
			for _, f := range articled(lang, short, formal) {
				add(formal, variants(lang, f)...)
				add(formal, inverted(lang, short, f)...)
			}
		}
		for _, a := range e.adjectives[lang] {
			add("", adjectival(lang, a)...)
		}
	}
	for _, a := range e.Aliases {
		add(a, variants(scriptLanguage(a), a)...)
	}
	return out
}

// variants gives a name and what grammar makes of it: Russian cases, the
// Arabic article taken off, "Rep." for "Republic".
func variants(lang, name string) []string {
	switch lang {
	case "ru":
		return append([]string{name}, russianForms(name)...)
	case "ar":
		return arabicForms(name)
	case "en":
		if strings.Contains(name, "Republic") {
			return []string{name, strings.ReplaceAll(name, "Republic", "Rep.")}
		}
	case "fr":
		if strings.Contains(name, "République") {
			return []string{name, strings.ReplaceAll(name, "République", "Rép.")}
		}
	}
	return []string{name}
}

// shortestArticled is the length, in letters, from which an Arabic name that
// has no article is looked for with one: "البيرو", but "القطر" is a word.
const shortestArticled = 4

// arabicForms gives an Arabic name without its article or, where it is one long
// word, with one; and with the "and" within it standing apart.
func arabicForms(name string) []string {
	out := []string{name}
	if bare, ok := strings.CutPrefix(name, "ال"); ok {
		out = append(out, bare)
	} else if !strings.Contains(name, " ") && utf8.RuneCountInString(name) >= shortestArticled {
		out = append(out, "ال"+name)
	}
	if strings.Contains(name, " و") {
		out = append(out, strings.ReplaceAll(name, " و", " و "))
	}
	if strings.Contains(name, "الديمقراطية") {
		out = append(out, strings.ReplaceAll(name, "الديمقراطية", "الديموقراطية"))
	}
	return out
}

// articles are what may stand between "Republic" and the name in French and
// Spanish, where usage varies.
var articles = map[string][]string{
	"fr": {" de l'", " de la ", " d'", " du ", " des ", " de "},
	"es": {" de las ", " de los ", " de la ", " del ", " de "},
}

// articled gives a formal name and the same with other articles before the
// short one: "República Islámica del Pakistán", "de Pakistán".
func articled(lang, short, formal string) []string {
	out := []string{formal}
	core, _, _ := strings.Cut(short, " (")
	lead, ok := strings.CutSuffix(formal, core)
	if lang == "ar" && utf8.RuneCountInString(core) >= shortestArticled && !strings.HasPrefix(core, "ال") {
		return append(out, strings.ReplaceAll(formal, core, "ال"+core))
	}
	if !ok {
		return out
	}
	for _, a := range articles[lang] {
		if bare, ok := strings.CutSuffix(lead, a); ok {
			for _, b := range articles[lang] {
				if a != b {
					out = append(out, bare+b+core)
				}
			}
			break
		}
	}
	return out
}

// inverted gives the forms of ITU's directory, "Armenia (Republic of)" and
// "Armenia, Republic of", of a formal name that ends in the short one.
func inverted(lang, short, formal string) []string {
	core, _, _ := strings.Cut(short, " (")
	lead, ok := strings.CutSuffix(formal, core)
	if lead = strings.TrimRight(lead, " "); !ok || lead == "" || hasHan(core) {
		return nil
	}
	var out []string
	for _, f := range []string{core + " (" + lead + ")", core + ", " + lead} {
		out = append(out, variants(lang, f)...)
	}
	return out
}

// scriptLanguage tells Russian and Arabic names by their letters; of the Latin
// alphabet it gives English, whose variants do no harm to French or Spanish.
func scriptLanguage(s string) string {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return "ru"
		case isArabic(r):
			return "ar"
		case isHan(r):
			return "zh"
		}
	}
	return "en"
}

// isAbbreviation reports a name of at most seven letters, all capital.
func isAbbreviation(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 0 && n <= 7
}

// capitalWord counts words from the end of a name to its last capital one.
func (f *folder) capitalWord(s string) int {
	last, inWord := -1, false
	for _, r := range s {
		word := f.isWord(r) || inWord && f.fold(r) == skip
		if word && !inWord {
			if unicode.IsUpper(r) {
				last = 0
			} else if last >= 0 {
				last++
			}
		}
		inWord = word
	}
	return last
}

// wordsOf gives the words of s.
func (f *folder) wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !f.isWord(r) && f.fold(r) != skip })
}
