package office

import (
	"strings"
	"unicode"
)

// headingWords are the names that word processors in several languages give
// to heading styles, before the number of the level.
var headingWords = []string{
	"heading", "überschrift", "titre", "título", "titulo", "заголовок", "标题", "標題", "عنوان", "العنوان",
	"titolo", "nagłówek", "kop", "rubrik", "otsikko", "nadpis", "overskrift", "başlık", "見出し", "제목", "כותרת", "επικεφαλίδα", "заглавие", "encabezado",
}

// titleStyles stand over a whole document or a part of it; the names with
// words such as annex are of the ITU's templates.
var titleStyles = map[string]int{
	"title": 1, "titre": 1, "título": 1, "заголовок": 1, "название": 1, "标题": 1, "العنوان": 1, "subtitle": 2, "sous-titre": 2, "subtítulo": 2,
	"title1": 1, "title2": 1, "title3": 1, "restitle": 1, "rectitle": 1, "annextitle": 1, "appendixtitle": 1, "parttitle": 1, "chaptitle": 1,
	"sectiontitle": 1, "arttitle": 1, "annexno": 1, "appendixno": 1, "partno": 1, "chapno": 1, "sectionno": 1, "resno": 1, "annexnotitle": 1,
	"headingb": 3, "headingi": 4, "headingsum": 1, "contentsheading": 1, "tocheading": 1,
}

var quotationStyles = map[string]bool{
	"quote": true, "intensequote": true, "quotations": true, "blocktext": true, "blockquote": true, "blockquotation": true, "citation": true,
	"citationintense": true, "cita": true, "citadestacada": true, "zitat": true, "intensiveszitat": true, "цитата": true, "выделеннаяцитата": true,
	"цитата2": true, "引用": true, "明显引用": true, "اقتباس": true, "اقتباسمكثف": true, "quotation": true, "quoted": true,
}

// headingLevel gives the level of a heading style by its name, from 1; 0 for
// other styles.
func headingLevel(name string) int {
	name = strings.ToLower(strings.TrimSpace(name))
	squeezed := squeeze(name)
	if level := titleStyles[squeezed]; level > 0 {
		return level
	}
	for _, word := range headingWords {
		rest, ok := strings.CutPrefix(name, word)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " _-")
		if len(rest) >= 1 && rest[0] >= '1' && rest[0] <= '9' && (len(rest) == 1 || !isWordByte(rest[1])) {
			return int(rest[0] - '0')
		}
	}
	return 0
}

func isWordByte(b byte) bool { return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' }

// quotationStyle reports whether a style of that name sets off a quotation.
func quotationStyle(name string) bool { return quotationStyles[squeeze(strings.ToLower(name))] }

// squeeze leaves letters and digits.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}
