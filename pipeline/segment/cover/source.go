package cover

import (
	"regexp"
	"strings"
	"unicode"

	"rapporteur/corpus"
	"rapporteur/corpus/member"
	"rapporteur/pipeline/segment/wording"
)

// Names knows who may submit; a *[member.Registry] does.
type Names interface {
	Resolve(name string) (corpus.Source, bool)
	Split(line string) []corpus.Source
	Find(text string) []member.Mention
}

// sourceLine is what a line says of who submits what.
type sourceLine struct {
	// nature is the document's kind as printed; "" where only names stand.
	nature  string
	sources []corpus.Source
	behalf  []corpus.Source
	// office is set for notes and reports by the secretariat or a chair.
	office bool
	// title is set where the line says more than who, as "Contribution from
	// Freedonia to the third meeting" does.
	title bool
}

// contributions are the forms "Contribution by X" in the six languages: nature,
// the word that links, and names. Where the link may mean "for" or "of", names
// must be known ones.
var contributions = []struct {
	form *regexp.Regexp
	// weak forms ask that all names be known.
	weak bool
}{
	{form: regexp.MustCompile(`(?i)^((?:joint |common |multi-?country |multinational |regional |revised |proposed |national )*(?:contributions?|proposals?|submissions?|inputs?|comments|views|position paper|non-paper|position))(?: submitted| presented| received| made| jointly)* (?:by|from)(?: the)? (.+)$`)},
	{form: regexp.MustCompile(`(?i)^((?:contribution|communication)s?(?: commune| conjointe| multinationale)?s?)(?: soumise?s?| présentée?s?)? (?:par (?:le |la |les |l')?|de la |de l'|du |des |de |d')(.+)$`)},
	{form: regexp.MustCompile(`(?i)^((?:propositions?|observations|document)(?: communes?| conjointes?)?)(?: soumis\p{L}*| présenté\p{L}*)? (?:par (?:le |la |les |l')?|de la |de l'|du |des |de |d')(.+)$`), weak: true},
	{form: regexp.MustCompile(`(?i)^((?:contribución|contribuciones)(?: conjuntas?| comun(?:es)?| multinacional(?:es)?)?)(?: presentad\p{L}+)? (?:por (?:el |la |los |las )?|de la |del |de los |de las |de )(.+)$`)},
	{form: regexp.MustCompile(`(?i)^((?:propuestas?|observaciones|documento)(?: conjuntas?| comunes)?)(?: presentad\p{L}+)? (?:por (?:el |la |los |las )?|de la |del |de los |de las |de )(.+)$`), weak: true},
	{form: regexp.MustCompile(`(?i)^((?:совместный |общий )?вклад)(?: представлен\p{L}*)? (?:от )?(.+)$`)},
	{form: regexp.MustCompile(`(?i)^((?:совместные |общие )?(?:предложени[ея]|замечания|документ))(?: представлен\p{L}*)? (?:от )?(.+)$`), weak: true},
	{form: regexp.MustCompile(`^((?:مساهمة|مساهمات)(?: مشتركة| مشترك)?)(?: مقدمة| مقدم)? (?:من )?(.+)$`)},
	{form: regexp.MustCompile(`^((?:مقترح|مقترحات|تعليقات|اقتراح)(?: مشتركة| مشترك)?)(?: مقدمة| مقدم)? (?:من )?(.+)$`), weak: true},
}

var (
	chineseContribution = regexp.MustCompile(`^(.+?)(?:提交(.*?))?的?((?:联合|共同)?(?:文稿|提案|输入文件))$`)
	officeLine          = regexp.MustCompile(`(?i)^(?:(?:draft |final |progress )?(?:note|report|memorandum|information|statement|document)s? (?:by|from|of) the (?:itu )?(?:secretary|deputy secretary|secretariat|chair|vice-chair|director|bureau)` +
		`|(?:note|rapport|mémorandum) (?:du|de la|par le|par la) (?:secrétaire|secrétariat|président|directeur|bureau)` +
		`|(?:nota|informe|memorándum) (?:del|de la|de) (?:secretari|president|directora?\b|director|oficina)` +
		`|(?:записка|отч[её]т|доклад) (?:генеральн|секретариат|председател|директор)` +
		`|(?:مذكرة|تقرير) (?:من )?(?:الأمين العام|الأمانة|رئيس|الرئيس|مدير)` +
		`|.{0,60}(?:秘书长|秘书处|主席|主任)的?(?:说明|报告)$)`)
	secretariat = regexp.MustCompile(`(?i)^(?:the )?(?:itu |general )?secretariat$`)
	behalfWords = regexp.MustCompile(`(?i)\s*,?\s*\b(?:on behalf of|au nom (?:de la|de l'|du|des|de)|en nombre (?:de la|del|de los|de las|de)|en representación (?:de la|del|de los|de))\b\s*(?:the )?|\s*,?\s*от имени\s*|\s*,?\s*نيابة عن\s*|\s*,?\s*باسم\s*|代表`)
	destination = regexp.MustCompile(`(?i) (?:to|for|at|on|regarding|concerning|in) (?:the )?| (?:au|aux|à la|à l'|pour|sur|relative) | (?:al|a la|a los|para|sobre) | (?:в|для|к|по) | (?:إلى|في|بشأن|حول) | - |, (?:submitted|presented) `)
	commonWords = regexp.MustCompile(`(?i)common proposals|propositions communes|propuestas comunes|общие предложения|مقترحات مشتركة|共同提案|for the work of|pour les travaux|para los trabajos|для работы|لأعمال|有关大会工作`)
	membership  = regexp.MustCompile(`(?i)^(?:the )?membership$|^members$`)
)

// maxNames is the length in bytes up to which a line may be a list of names.
const maxNames = 1500

// sourceOf reads a tidy line that says who submits: "Contribution by X", a note
// by an office, or bare names.
func sourceOf(s string, names Names) (sourceLine, bool) {
	if len(s) > maxNames || strings.HasSuffix(s, "?") {
		return sourceLine{}, false
	}
	if officeLine.MatchString(s) && len(s) < longLine {
		return sourceLine{nature: printed(s), sources: officeSources(s, names), office: true}, true
	}
	if secretariat.MatchString(s) {
		return sourceLine{sources: officeSources(s, names), office: true}, true
	}
	if l, ok := contributionOf(s, names); ok {
		return l, true
	}
	if commonWords.MatchString(s) {
		return sourceLine{}, false
	}
	who, behalf, ok := knownSources(s, names)
	return sourceLine{sources: who, behalf: behalf}, ok
}

func contributionOf(s string, names Names) (sourceLine, bool) {
	for _, c := range contributions {
		m := c.form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		if membership.MatchString(m[2]) {
			return sourceLine{nature: printed(s)}, true
		}
		if l, ok := named(m[1], m[2], c.weak, names); ok {
			return l, true
		}
	}
	if m := chineseContribution.FindStringSubmatch(s); m != nil && len(s) < longLine {
		l, ok := named(m[3], strings.TrimSuffix(m[1], "的"), !strings.Contains(s, "文稿"), names)
		l.title = l.title || m[2] != ""
		return l, ok
	}
	return sourceLine{}, false
}

// named reads the names of a contribution: all known, or known up to the words
// that say whereto, or, where the form is strong, unknown ones.
func named(nature, rest string, weak bool, names Names) (sourceLine, bool) {
	l := sourceLine{nature: printed(nature)}
	var ok bool
	if l.sources, l.behalf, ok = knownSources(rest, names); ok {
		return l, true
	}
	cut := rest
	for range 4 {
		at := destination.FindStringIndex(cut)
		if at == nil {
			break
		}
		all := destination.FindAllStringIndex(cut, -1)
		cut = cut[:all[len(all)-1][0]]
		if l.sources, l.behalf, ok = knownSources(cut, names); ok {
			l.title = true
			return l, true
		}
	}
	if weak || len(cut) > 160 || strings.HasSuffix(rest, ".") && len(rest) > 80 {
		return sourceLine{}, false
	}
	who, behalf := partyOf(cut)
	l.title = cut != rest
	l.sources, l.behalf = names.Split(who), nil
	if behalf != "" {
		l.behalf = names.Split(behalf)
	}
	return l, len(l.sources) > 0
}

// partyOf splits "A on behalf of B". Where no A stands, B is who submits.
func partyOf(s string) (who, behalf string) {
	at := behalfWords.FindStringIndex(s)
	if at == nil {
		return s, ""
	}
	who, behalf = strings.TrimSpace(s[:at[0]]), strings.TrimSpace(s[at[1]:])
	if who == "" {
		return behalf, ""
	}
	return who, behalf
}

// knownSources reads names where all are known; a list of them counts, unknown
// words do not.
func knownSources(s string, names Names) (who, behalf []corpus.Source, ok bool) {
	a, b := partyOf(s)
	if who, ok = knownList(a, names); !ok {
		return nil, nil, false
	}
	if b != "" {
		if behalf, ok = knownList(b, names); !ok {
			return nil, nil, false
		}
	}
	return who, behalf, true
}

func knownList(s string, names Names) ([]corpus.Source, bool) {
	if src, ok := names.Resolve(s); ok && capitalLed(s) {
		return []corpus.Source{src}, true
	}
	list := names.Split(s)
	for _, src := range list {
		if src.Kind == corpus.SourceOther {
			if _, known := names.Resolve(src.Name); !known {
				return nil, false
			}
		}
	}
	return list, len(list) > 1 && capitalLed(s) || len(list) == 1 && groupLine(s)
}

// groupLine reports "Member States of …", "Administrations of …" and the like,
// which name one group in many words.
func groupLine(s string) bool {
	f := wording.Fold(s)
	for _, w := range []string{"member state", "administrations", "etats membres", "estados miembros", "administraciones", "государства", "администраци", "الدول الاعضاء", "ادارات", "成员国", "主管部门", "countries", "pays", "paises", "страны"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// capitalLed reports whether a line has a capital or a letter without case:
// "us" and "may" are words.
func capitalLed(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
	}) >= 0
}

// officeSources gives the secretariat or the chair, by the registry's entry
// where it has one.
func officeSources(s string, names Names) []corpus.Source {
	list := names.Split(s)
	if len(list) == 1 && list[0].Kind == corpus.SourceSecretariat {
		return list
	}
	for _, name := range []string{"ITU Secretariat", "ITU General Secretariat"} {
		if src, ok := names.Resolve(name); ok {
			return []corpus.Source{src}
		}
	}
	return []corpus.Source{{ID: "ITU_SECRETARIAT", Name: "ITU Secretariat", Kind: corpus.SourceSecretariat}}
}

// printed gives a line in capitals as a sentence, and others as they are.
func printed(s string) string {
	s = strings.TrimSpace(s)
	if s != strings.ToUpper(s) || s == strings.ToLower(s) {
		return s
	}
	for i := range s {
		if i > 0 {
			return s[:i] + strings.ToLower(s[i:])
		}
	}
	return s
}
