package cover

import (
	"regexp"
	"strings"

	"rapporteur/pipeline/segment/wording"
)

// kind says what a line holds.
type kind int

const (
	kindNone kind = iota
	kindNumber
	kindChange
	kindDate
	kindOriginal
	kindOnly
	kindAgenda
	kindMeeting
	kindPlenary
	kindNature // note or report by an office
	kindSource
	kindTitle
	kindKey // any other "Key: value"
)

// weights are what each kind adds towards taking the lines for a header; at
// least enoughWeight is asked for.
var weights = map[kind]int{
	kindNumber: 3, kindChange: 1, kindDate: 1, kindOriginal: 2, kindOnly: 1, kindAgenda: 2, kindMeeting: 1, kindPlenary: 1, kindNature: 2, kindSource: 1, kindTitle: 1,
}

const enoughWeight = 2

// field is what a reader found in a line.
type field struct {
	kind   kind
	number number
	change change
	// text is a date, an agenda item, a title, a source line, as the kind is.
	text      string
	languages []string
	meeting   meeting
	source    sourceLine
}

var (
	originalKey = regexp.MustCompile(`(?i)^(?:originale?|оригинал|الأصل|原文|语言版本)\s*(?:язык\s*)?:?\s*`)
	agendaKey   = regexp.MustCompile(`(?i)^(?:agenda items?|point de l'ordre du jour|points? (?:de|à) l'ordre du jour|punto del orden del día|пункт повестки дня|бند|بند(?: من)? جدول الأعمال|البند|议项|议程项目|议程)\s*(?:n[o°º]\.?|number)?\s*:?\s*([A-Z]{0,4}\s?\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z]\))?(?:\s?(?:,|and|et|y|и|و|和)\s?[A-Z]{0,4}\s?\d{1,3}(?:\.\d{1,3})*)*)(?:\s*من جدول الأعمال)?`)
	plenary     = regexp.MustCompile(`(?i)^(?:plenary meeting|plenary|séance plénière|sesión plenaria|пленарное заседание|الجلسة العامة|全体会议|for information|for action|for decision|for consideration|pour information|para información|для информации|للعلم|供参考|(?:annexes?|attachments?|anexos?|приложения?|الملحقات|附件)\s*:\s*\d{1,2})$`)
)

// fieldsOf reads all fields of a tidy line, from left to right. A line that
// cannot be read to its end has none, unless what is left may be a title or a
// source after a field that is unmistakable; that is given back as rest.
func fieldsOf(s string) (out []field, rest string) {
	for s != "" {
		f, n := fieldAt(s)
		if n == 0 {
			break
		}
		out = append(out, f)
		s = strings.TrimLeft(s[n:], " /,;|-()[]")
	}
	if s == "" || len(out) == 0 {
		return out, s
	}
	first := out[0].kind
	strong := first == kindNumber || first == kindOriginal || first == kindChange && len(out) > 1
	if len(s) > 120 || !strong && first != kindDate || strings.HasSuffix(s, ".") && len(s) > 40 {
		return nil, ""
	}
	return out, s
}

// fieldAt reads the field that stands at the start of s and says how many
// bytes it takes.
func fieldAt(s string) (field, int) {
	if c, n := changeAt(s); n > 0 {
		return field{kind: kindChange, change: c}, n
	}
	if f, n := numberField(s); n > 0 {
		return f, n
	}
	if key := originalKey.FindString(s); key != "" {
		if codes, n := wording.Languages(s[len(key):]); n > 0 {
			n += len(key)
			if _, more := onlyWord(s[n:]); more > 0 {
				n += more
			}
			return field{kind: kindOriginal, languages: codes}, n
		}
	}
	if m := agendaKey.FindStringSubmatch(s); m != nil {
		return field{kind: kindAgenda, text: strings.TrimSpace(m[1])}, len(m[0])
	}
	if iso, n := wording.Date(s); n > 4 {
		return field{kind: kindDate, text: iso}, n
	}
	if code, n := wording.Only(s); n > 0 && (n == len(s) || n > len("anglais")+3) {
		return field{kind: kindOnly, languages: []string{code}}, n
	}
	if m := plenary.FindString(s); m != "" {
		return field{kind: kindPlenary}, len(m)
	}
	return field{}, 0
}

var onlyTail = regexp.MustCompile(`(?i)^\s*(?:only|seulement|uniquement|solamente|únicamente|فقط)`)

func onlyWord(s string) (string, int) {
	m := onlyTail.FindString(s)
	return m, len(m)
}

// numberField reads "Document C17/26-E", "C17/26-E", "文件 C18/35-C" with what
// Chinese puts behind the number.
func numberField(s string) (field, int) {
	key := documentKey.FindString(s)
	n, length := numberAt(s[len(key):])
	if length == 0 {
		return field{}, 0
	}
	end := len(key) + length
	un := numberUN.MatchString(s[len(key):])
	if key == "" && !un && (n.bare != "" || !seriesKnown.MatchString(strings.TrimSpace(seriesPrinted(s[:end])))) {
		return field{}, 0
	}
	if m := changeAfter.FindStringSubmatch(s[end:]); m != nil {
		n = n.with([]change{changeOf(m)})
		end += len(m[0])
	} else {
		end += len(strings.TrimSuffix("号文件", strings.TrimPrefix("号文件", s[end:min(len(s), end+len("号文件"))])))
	}
	return field{kind: kindNumber, number: n}, end
}

func seriesPrinted(s string) string {
	series, _, _ := strings.Cut(latin(s), "/")
	return series
}

// keyForm is a line "Key: value" or a key alone.
var keyForm = regexp.MustCompile(`^(\p{L}[\p{L}\p{M}'.() /-]{0,38}?)\s*:\s*(.*)$`)

// keys map the folded names of fields to kinds.
var keys = func() map[string]kind {
	out := map[string]kind{}
	for k, list := range map[kind]string{
		kindSource:   "source|sources|origin|origen|origine|источник|المصدر|来源|submitted by|presented by|contributor|member state|contribution by|contribution from|presentado por|soumis par|presente par|提交方",
		kindTitle:    "title|titre|titulo|название|заголовок|العنوان|标题|题目|subject|sujet|asunto|тема|الموضوع|主题",
		kindDate:     "date|fecha|дата|التاريخ|日期|submission date|submitted on",
		kindNumber:   "document|documento|документ|الوثيقة|文件|document number|document no|symbol",
		kindAgenda:   "agenda item|point de l'ordre du jour|punto del orden del dia|пункт повестки дня|بند جدول الأعمال|议项",
		kindMeeting:  "meeting|reunion|собрание|الاجتماع|会议|body|group|groupe|grupo",
		kindOriginal: "original|language|langue|idioma|язык|اللغة|语文|original language",
		kindNature:   "type|nature|document type",
	} {
		for n := range strings.SplitSeq(list, "|") {
			out[wording.Fold(n)] = k
		}
	}
	return out
}()

// keyOf splits a "Key: value" line whose key is known.
func keyOf(text string) (k kind, value string, ok bool) {
	m := keyForm.FindStringSubmatch(strings.ReplaceAll(text, "：", ":"))
	if m == nil {
		k, ok = keys[wording.Fold(text)]
		return k, "", ok && (text == strings.ToUpper(text) || strings.HasSuffix(strings.TrimSpace(text), ":"))
	}
	k, ok = keys[wording.Fold(m[1])]
	return k, strings.TrimSpace(m[2]), ok
}
