package member

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Sort puts IDs in the alphabetical order of their short names in a language,
// by the Unicode collation of that language; Chinese is ordered by pinyin. Equal
// names, and an unknown language's, are ordered as English and then by ID.
func (r *Registry) Sort(ids []string, lang string) {
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.English
	}
	c := collate.New(tag)
	slices.SortStableFunc(ids, func(a, b string) int {
		if d := c.CompareString(r.Name(a, lang), r.Name(b, lang)); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
}
