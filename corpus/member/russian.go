package member

import "strings"

// declined is a word in the six cases, from nominative to prepositional.
type declined [6]string

// caseEndings are the regular declensions that names of States need, by the
// ending of the nominative; the longest ending that fits holds. A form that
// the language does not have is harmless here: nobody writes it.
var caseEndings = []struct {
	ending    string
	adjective bool
	cases     [5]string // genitive, dative, accusative, instrumental, prepositional
}{
	{"острова", false, [5]string{"островов", "островам", "острова", "островами", "островах"}},
	{"овы", true, [5]string{"овых", "овым", "овы", "овыми", "овых"}},
	{"ство", false, [5]string{"ства", "ству", "ство", "ством", "стве"}},
	{"ая", true, [5]string{"ой", "ой", "ую", "ой", "ой"}},
	{"ое", true, [5]string{"ого", "ому", "ое", "ым", "ом"}},
	{"ый", true, [5]string{"ого", "ому", "ый", "ым", "ом"}},
	{"ой", true, [5]string{"ого", "ому", "ой", "ым", "ом"}},
	{"кий", true, [5]string{"кого", "кому", "кий", "ким", "ком"}},
	{"ые", true, [5]string{"ых", "ым", "ые", "ыми", "ых"}},
	{"кие", true, [5]string{"ких", "ким", "кие", "кими", "ких"}},
	{"ия", false, [5]string{"ии", "ии", "ию", "ией", "ии"}},
	{"ие", false, [5]string{"ия", "ию", "ие", "ием", "ии"}},
	{"ка", false, [5]string{"ки", "ке", "ку", "кой", "ке"}},
	{"га", false, [5]string{"ги", "ге", "гу", "гой", "ге"}},
	{"а", false, [5]string{"ы", "е", "у", "ой", "е"}},
	{"ея", false, [5]string{"еи", "ее", "ею", "еей", "ее"}},
	{"я", false, [5]string{"и", "е", "ю", "ей", "е"}},
	{"усь", false, [5]string{"уси", "уси", "усь", "усью", "уси"}},
	{"ь", false, [5]string{"я", "ю", "ь", "ем", "е"}},
	{"й", false, [5]string{"я", "ю", "й", "ем", "е"}},
	{"ы", false, [5]string{"ов", "ам", "ы", "ами", "ах"}},
}

// consonantCases decline a masculine noun that ends in a hard consonant.
var consonantCases = [5]string{"а", "у", "", "ом", "е"}

// declineWord gives a word's cases and whether it is an adjective. A word that
// does not change (Чили, Перу) is the same in all.
func declineWord(w string) (declined, bool) {
	lower := strings.ToLower(w)
	d := declined{w, w, w, w, w, w}
	for _, c := range caseEndings {
		if strings.HasSuffix(lower, c.ending) {
			stem := w[:len(w)-len(c.ending)]
			if c.ending == "острова" {
				stem = ""
			}
			for k, e := range c.cases {
				d[k+1] = stem + e
			}
			if c.ending == "острова" {
				d = withCapital(d, w)
			}
			return d, c.adjective
		}
	}
	if strings.ContainsAny(lower[max(0, len(lower)-2):], "бвгджзклмнпрстфхцчшщ") {
		for k, e := range consonantCases {
			d[k+1] = w + e
		}
	}
	return d, false
}

// withCapital gives the cases the capital of the word they come from.
func withCapital(d declined, w string) declined {
	if strings.HasPrefix(w, "О") {
		for k := 1; k < len(d); k++ {
			d[k] = "О" + strings.TrimPrefix(d[k], "о")
		}
	}
	return d
}

// declineName declines the adjectives that open a name and its first noun;
// what follows the noun stands in the genitive already or does not change.
func declineName(words []string) []declined {
	out := make([]declined, len(words))
	head := false
	for i, w := range words {
		d, adjective := declineWord(w)
		if head {
			d = declined{w, w, w, w, w, w}
		}
		head = head || !adjective || i == len(words)-1
		out[i] = d
	}
	return out
}

// russianForms gives the oblique cases of a Russian name: "Российской
// Федерации", "Боснии и Герцеговины", "Республики Армения" and "Республики
// Армении", "Ирана (Исламской Республики)". Abbreviations and names in other
// letters have none.
func russianForms(name string) []string {
	if isAbbreviation(name) || scriptLanguage(name) != "ru" {
		return nil
	}
	if a, b, ok := strings.Cut(name, " и "); ok && !strings.ContainsAny(name, "(,") {
		return pairForms(a, " и ", b, "")
	}
	if a, b, ok := strings.Cut(strings.TrimSuffix(name, ")"), " ("); ok {
		return pairForms(a, " (", b, ")")
	}
	words := strings.Fields(name)
	cases := declineName(words)
	out := joinCases(cases)
	if last := len(words) - 1; last > 0 {
		// Републики Армения or Республики Армении: usage allows both.
		d, _ := declineWord(words[last])
		if cases[last][1] == words[last] && d[1] != words[last] {
			both := append([]declined{}, cases...)
			both[last] = d
			out = append(out, joinCases(both)...)
		}
	}
	return out
}

// pairForms declines both sides of a name in the same case.
func pairForms(a, between, b, after string) []string {
	left, right := declineName(strings.Fields(a)), declineName(strings.Fields(b))
	l, r := joinCases(left), joinCases(right)
	out := make([]string, len(l))
	for k := range l {
		out[k] = l[k] + between + r[k] + after
	}
	return out
}

// joinCases gives the five oblique cases of a name.
func joinCases(words []declined) []string {
	out := make([]string, 5)
	for k := range out {
		parts := make([]string, len(words))
		for i, d := range words {
			parts[i] = d[k+1]
		}
		out[k] = strings.Join(parts, " ")
	}
	return out
}

// russianAdjectival gives "российская сторона" and the like in all cases, from
// the masculine adjective.
func russianAdjectival(m string) []string {
	stem := strings.TrimSuffix(strings.TrimSuffix(m, "ий"), "ый")
	var out []string
	for _, noun := range []string{"сторона", "делегация", "администрация"} {
		name := stem + "ая " + noun
		out = append(append(out, name), russianForms(name)...)
	}
	name := stem + "ое правительство"
	return append(append(out, name), russianForms(name)...)
}
