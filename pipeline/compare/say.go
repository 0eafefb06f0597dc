package compare

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// args are the values of a template by name: whole numbers and texts.
type args map[string]any

// say fills a template of a language:
//
//	{who}              the value
//	{n@works}          the number with the noun, in the form that it asks for
//	{n:address|es}     one of the forms, by the language's plural rule
//	{n~one|two|some}   by the rule of quantifiers: 1, 2, 3 and more
//
// In a form "#" is the number. A name that is not given stays as it is
// written, which the tests look for.
func (w *phrases) say(template string, a args) string {
	var out strings.Builder
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(template[open:], '}')
		if end < 0 {
			break
		}
		out.WriteString(template[:open])
		out.WriteString(w.slot(template[open+1:open+end], a))
		template = template[open+end+1:]
	}
	out.WriteString(template)
	return out.String()
}

func (w *phrases) slot(slot string, a args) string {
	at := strings.IndexAny(slot, "@:~")
	if at < 0 {
		if v, ok := a[slot]; ok {
			return fmt.Sprint(v)
		}
		return "{" + slot + "}"
	}
	n, ok := a[slot[:at]].(int)
	if !ok {
		return "{" + slot + "}"
	}
	rest := slot[at+1:]
	switch slot[at] {
	case '@':
		return w.count(n, rest)
	case '~':
		return form(rest, quantifier(n), n)
	}
	return form(rest, w.category(n), n)
}

// count is a number with its noun.
func (w *phrases) count(n int, noun string) string {
	forms, ok := w.nouns[noun]
	if !ok {
		return fmt.Sprintf("{%d@%s}", n, noun)
	}
	return form(forms, w.category(n), n)
}

// form picks the i-th form, the last where there are fewer.
func form(forms string, i, n int) string {
	list := strings.Split(forms, "|")
	return strings.ReplaceAll(list[min(i, len(list)-1)], "#", fmt.Sprint(n))
}

// quantifier is the place of a number in the forms one, two, some.
func quantifier(n int) int { return min(max(n, 1), 3) - 1 }

// category is the place of a number in the forms of a noun, by the plural rules
// of the Unicode Common Locale Data Repository for whole numbers.
func (w *phrases) category(n int) int {
	tag := language.Make(w.language)
	return max(slices.Index(w.categories, plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)), 0)
}

// day writes a day as the language does; what is no day stays as it is.
func (w *phrases) day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return w.say(w.date, args{"day": t.Day(), "month": w.months[t.Month()-1], "year": t.Year()})
}
