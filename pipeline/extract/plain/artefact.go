package plain

import (
	"slices"
	"strings"
	"unicode"
)

// fieldErrors are what Word prints for a field that it cannot resolve, in the
// six languages.
var fieldErrors = []string{
	"Error! Unknown document property name.",
	"Error! Bookmark not defined.",
	"Error! Reference source not found.",
	"Error! Hyperlink reference not valid.",
	"Error! No text of specified style in document.",
	"Error! Main Document Only.",
	"Erreur ! Signet non défini.",
	"Erreur ! Source du renvoi introuvable.",
	"Erreur ! Nom de propriété de document inconnu.",
	"Erreur ! Référence de lien hypertexte non valide.",
	"¡Error! Marcador no definido.",
	"¡Error! No se encuentra el origen de la referencia.",
	"¡Error! Nombre desconocido de propiedad de documento.",
	"¡Error! Referencia de hipervínculo no válida.",
	"Ошибка! Закладка не определена.",
	"Ошибка! Источник ссылки не найден.",
	"Ошибка! Неизвестное имя свойства документа.",
	"Ошибка! Недопустимый объект гиперссылки.",
	"错误！未定义书签。",
	"错误!未定义书签。",
	"错误！未找到引用源。",
	"错误!未找到引用源。",
	"错误！未知的文档属性名称。",
	"错误!未知的文档属性名称。",
	"خطأ! الإشارة المرجعية غير معرّفة.",
	"خطأ! لم يتم العثور على مصدر المرجع.",
	"خطأ! اسم خاصية المستند غير معروف.",
}

// fieldErrorCues are parts of them that ordinary text rarely has.
var fieldErrorCues = []string{"Error!", "Erreur", "Ошибка!", "错误", "خطأ!"}

// maxNote bounds a footnote that stands in brackets, in bytes.
const maxNote = 8 << 10

// maxPatience bounds how many bytes of a document are searched for the ends of
// such footnotes.
const maxPatience = 16 << 20

// maxFieldText bounds the paragraphs that are searched for field errors.
const maxFieldText = 1 << 20

// artefacts gives the spans of raw that no author wrote, in rising order.
func (c *Cleaner) artefacts(raw string) []span {
	var cuts []span
	for at := 0; ; {
		i := strings.IndexByte(raw[at:], '[')
		if i < 0 {
			break
		}
		at += i
		if n := markLen(raw[at:]); n > 0 {
			cuts = append(cuts, span{at, at + n})
			at += n
			continue
		}
		if _, _, end := c.noteAt(raw[at:]); end > 0 {
			cuts = append(cuts, span{at, at + end})
			at += end
			continue
		}
		at++
	}
	return mergeSpans(cuts, fieldErrorSpans(raw))
}

// markLen gives the length of a bookmark's or footnote reference's mark at the
// start of s, 0 for none.
func markLen(s string) int {
	for _, open := range []string{"[bookmark:", "[footnoteRef:", "[endnoteRef:"} {
		if !strings.HasPrefix(s, open) {
			continue
		}
		end := strings.IndexByte(s[:min(len(s), len(open)+80)], ']')
		if end < 0 || strings.ContainsAny(s[len(open):end], "[\n") {
			return 0
		}
		return end + 1
	}
	return 0
}

// footnoteRefs gathers the numbers that footnote marks of the document carry.
func footnoteRefs(document string) map[string]bool {
	refs := map[string]bool{}
	for _, open := range []string{"[footnoteRef:", "[endnoteRef:"} {
		for rest := document; len(refs) < 10000; {
			_, after, ok := strings.Cut(rest, open)
			if !ok {
				break
			}
			if number, _, ok := strings.Cut(after[:min(len(after), 12)], "]"); ok {
				refs[strings.TrimSpace(number)] = true
			}
			rest = after
		}
	}
	return refs
}

// noteAt reads a footnote that a converter wrote in brackets, "[1: text]", at
// the start of s: its number, where its text stands, and where it ends. The end
// is 0 where there is none, or where nothing in the document refers to it.
func (c *Cleaner) noteAt(s string) (number string, text span, end int) {
	if len(c.refs) == 0 {
		return "", span{}, 0
	}
	colon := strings.IndexByte(s[:min(len(s), 14)], ':')
	if colon < 2 || !c.refs[s[1:colon]] {
		return "", span{}, 0
	}
	depth := 0
	for i := 0; i < min(len(s), maxNote) && c.patience > 0; i++ {
		c.patience--
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
			if depth == 0 {
				return s[1:colon], span{colon + 1, i}, i + 1
			}
		}
	}
	return "", span{}, 0
}

// note is a footnote that stood in a paragraph.
type note struct{ mark, raw string }

// notes gives the footnotes that Clean takes out of raw.
func (c *Cleaner) notes(raw string) []note {
	if len(c.refs) == 0 {
		return nil
	}
	var ns []note
	for at := strings.IndexByte(raw, '['); at >= 0 && at < len(raw); {
		mark, text, end := c.noteAt(raw[at:])
		if end > 0 {
			ns = append(ns, note{mark, raw[at+text.from : at+text.to]})
		}
		at += max(end, 1)
		next := strings.IndexByte(raw[at:], '[')
		if next < 0 {
			break
		}
		at += next
	}
	return ns
}

func fieldErrorSpans(raw string) []span {
	if len(raw) > maxFieldText || !slices.ContainsFunc(fieldErrorCues, func(cue string) bool { return strings.Contains(raw, cue) }) {
		return nil
	}
	text, back := evenSpaces(raw)
	var cuts []span
	for _, e := range fieldErrors {
		for at := 0; ; {
			i := strings.Index(text[at:], e)
			if i < 0 {
				break
			}
			cuts = append(cuts, span{back[at+i], back[at+i+len(e)]})
			at += i + len(e)
		}
	}
	slices.SortFunc(cuts, func(a, b span) int { return a.from - b.from })
	return mergeSpans(cuts, nil)
}

// evenSpaces makes every white space character of raw a plain space, and gives
// for each byte of the result, and its end, where it stands in raw.
func evenSpaces(raw string) (string, []int) {
	var sb strings.Builder
	back := make([]int, 0, len(raw)+1)
	for i, r := range raw {
		if unicode.IsSpace(r) {
			r = ' '
		}
		n := sb.Len()
		sb.WriteRune(r)
		for range sb.Len() - n {
			back = append(back, i)
		}
	}
	return sb.String(), append(back, len(raw))
}

// mergeSpans gives the union of two lists of spans, each in rising order.
func mergeSpans(a, b []span) []span {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	all := append(slices.Clone(a), b...)
	slices.SortStableFunc(all, func(x, y span) int { return x.from - y.from })
	out := all[:1]
	for _, s := range all[1:] {
		if last := &out[len(out)-1]; s.from <= last.to {
			last.to = max(last.to, s.to)
		} else {
			out = append(out, s)
		}
	}
	return out
}
