package tag

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus/codebook/word"
)

// periodTime is a span of years.
var periodTime = regexp.MustCompile(`(?:19|20)\d{2}\s?[-–—]\s?(?:19|20)\d{2}`)

// meetingTimes are one or more numbered meetings, or the next, by language.
var meetingTimes = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\d{1,3}(?:st|nd|rd|th)(?:\s*(?:,|and|&|or|to)\s*(?:the\s+)?\d{1,3}(?:st|nd|rd|th))*\s+(?:meetings?|sessions?)|(?:next|forthcoming|coming)\s+(?:two\s+|three\s+)?(?:meetings?|sessions?)`),
	"fr": regexp.MustCompile(`(?i)\d{1,3}(?:e|ème|er|ère|re)(?:\s*(?:,|et|ou)\s*(?:la\s+)?\d{1,3}(?:e|ème))*\s+(?:réunions?|sessions?)|prochaines?\s+(?:réunions?|sessions?)`),
	"es": regexp.MustCompile(`(?i)\d{1,3}\.?\s?[ªa](?:\s*(?:,|y|o)\s*(?:la\s+)?\d{1,3}\.?\s?[ªa])*\s+(?:reuni(?:ón|ones)|sesi(?:ón|ones))|próximas?\s+(?:reuni(?:ón|ones)|sesi(?:ón|ones))`),
	"ru": regexp.MustCompile(`(?i)\d{1,3}-?(?:м|й|го|ом|ем|е|я|ей|ое)?(?:\s*(?:,|и|или)\s*\d{1,3}-?(?:м|й|го|ом|ем|е|я|ей|ое)?)*\s+(?:собрани\p{L}+|заседани\p{L}+|сесси\p{L}+)|следующ\p{L}+\s+(?:собрани\p{L}+|заседани\p{L}+|сесси\p{L}+)`),
	"ar": regexp.MustCompile(`(?:ال|لل|بال)?(?:اجتماع|دور)\p{Arabic}*\s+\d{1,3}(?:\s*(?:و|،)\s*\d{1,3})*|الاجتماع(?:ين|ات)?\s+(?:ال)?\p{Arabic}+\s+و\p{Arabic}+(?:\s+و\p{Arabic}+\s+و\p{Arabic}+)?`),
	"zh": regexp.MustCompile(`第\s*[\d一二三四五六七八九十百]+\s*(?:次|届)?\s*(?:(?:和|、|及|与)\s*第?\s*[\d一二三四五六七八九十百]+\s*)?(?:次|届)?(?:工作组)?会议|下次会议`),
}

// councilTimes are a session of the Council by its year.
var councilTimes = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\bcouncil(?:[- ](?:session\s+(?:of|in)\s+)?20\d{2}|-\d{2}\b)|\b20\d{2}\s+(?:session\s+of\s+(?:the\s+)?)?council\b`),
	"fr": regexp.MustCompile(`(?i)(?:session\s+(?:de\s+)?20\d{2}\s+du\s+)?conseil(?:[- ](?:de\s+)?(?:l'année\s+)?20\d{2}|\s+(?:à|lors\s+de)\s+sa\s+session\s+(?:de\s+)?20\d{2})|session\s+(?:de\s+)?20\d{2}\s+du\s+conseil`),
	"es": regexp.MustCompile(`(?i)consejo(?:[- ](?:de\s+|en\s+su\s+reunión\s+de\s+)?20\d{2})|reunión\s+de\s+20\d{2}\s+del\s+consejo`),
	"ru": regexp.MustCompile(`(?i)(?:сесси\p{L}+\s+)?совет\p{L}*(?:[- ](?:в\s+)?20\d{2}(?:\s+год\p{L}+)?)`),
	"ar": regexp.MustCompile(`(?:دورة\s+)?(?:ال|لل)?مجلس(?:\s+(?:الاتحاد\s+)?(?:في\s+)?(?:دورته\s+)?(?:لعام|عام|لسنة)?\s*20\d{2})`),
	"zh": regexp.MustCompile(`20\d{2}\s?年\s?(?:国际电联)?理事会|理事会\s?20\d{2}\s?年`),
}

// limitTimes are a date to act by, or from.
var limitTimes = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:by|before|until|from|no later than|not later than|starting\s+from|within)\s+(?:(?:the\s+)?(?:end|middle|beginning|start)\s+of\s+)?(?:\d{1,2}\s+)?(?:\p{L}+\s+)?(?:19|20)\d{2}\b`),
	"fr": regexp.MustCompile(`(?i)(?:d['’]ici(?:\s+(?:à|au))?|avant|jusqu['’](?:en|à)|à\s+partir\s+de|au\s+plus\s+tard(?:\s+(?:en|le))?|à\s+compter\s+de)\s+(?:(?:la\s+)?(?:fin|mi)(?:\s+de)?[- ]?(?:\s*l['’]année)?\s*)?(?:\d{1,2}\s+\p{L}+\s+)?(?:19|20)\d{2}`),
	"es": regexp.MustCompile(`(?i)(?:para|antes\s+de(?:l|\s+que)?|hasta|a\s+más\s+tardar(?:\s+(?:en|el))?|a\s+partir\s+de)\s+(?:(?:el\s+)?(?:fin|final|finales|finalice|termine|mediados)(?:\s+de[l]?)?\s+)?(?:año\s+)?(?:\d{1,2}\s+de\s+\p{L}+\s+de\s+)?(?:19|20)\d{2}`),
	"ru": regexp.MustCompile(`(?i)(?:до|к|не\s+позднее|начиная\s+с|с)\s+(?:(?:конца|концу|середины|начала|началу)\s+)?(?:\d{1,2}\s+\p{L}+\s+)?(?:19|20)\d{2}(?:\s+год\p{L}+)?`),
	"ar": regexp.MustCompile(`(?:بحلول|قبل|حتى|في\s+موعد\s+أقصاه|اعتباراً\s+من|ابتداءً\s+من)\s+(?:نهاية\s+|منتصف\s+|مطلع\s+)?(?:عام\s+|سنة\s+)?(?:\d{1,2}\s+\p{Arabic}+\s+)?(?:19|20)\d{2}`),
	"zh": regexp.MustCompile(`(?:在|于|到|至)?(?:19|20)\d{2}\s?年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底)?(?:之前|以前|前|底|内)`),
}

// recurring are times that come again: each meeting, each year.
var recurring = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(?:at|during|for|in)\s+(?:each|every)\s+(?:of\s+(?:its|the)\s+)?(?:meetings?|sessions?|year)\b|\b(?:each|every)\s+year\b|\b(?:once|twice)\s+a\s+year\b|\bannually\b`),
	"fr": regexp.MustCompile(`(?i)(?:à|lors\s+de|pour)\s+(?:chaque|chacune\s+de\s+ses|chacune\s+des)\s+(?:réunions?|sessions?)|chaque\s+année|(?:une|deux)\s+fois\s+par\s+an|tous\s+les\s+ans`),
	"es": regexp.MustCompile(`(?i)(?:en|durante|para)\s+cada\s+(?:una\s+de\s+sus\s+)?(?:reuni(?:ón|ones)|sesi(?:ón|ones))|(?:cada|todos\s+los)\s+años?|(?:una\s+vez|dos\s+veces)\s+al\s+año|anualmente`),
	"ru": regexp.MustCompile(`(?i)на\s+каждом\s+(?:собрани\p{L}+|заседани\p{L}+)|на\s+каждой\s+сессии|каждый\s+год|ежегодно|(?:один\s+)?раз\s+в\s+год`),
	"ar": regexp.MustCompile(`في\s+كل\s+(?:اجتماع|دورة)|كل\s+(?:سنة|عام)|سنوياً|مرة\s+في\s+السنة`),
	"zh": regexp.MustCompile(`(?:在)?每(?:次|届)(?:工作组)?会议(?:上)?|每年`),
}

// dated are beginnings of the words of times without a number, in the languages
// with spaces; datedWords are whole ones.
var (
	dated      = []string{"next", "coming", "forthcoming", "each", "every", "year", "annual", "prochain", "chaque", "chacune", "próxim", "proxim", "cada", "anual", "следующ", "кажд", "ежегод"}
	datedWords = wordSet(`an ans año años ano anos раз`)
)

// dates reports whether a word of a span may belong to a time without a number.
func (r *reading) dates(s sentenceSpan) bool {
	tokens := r.text.Tokens
	from, _ := slices.BinarySearchFunc(tokens, s.start, func(t word.Token, at int) int { return cmp.Compare(t.Start, at) })
	for _, t := range tokens[from:] {
		if t.Start >= s.end {
			break
		}
		if datedWords[t.Fold] || slices.ContainsFunc(dated, func(d string) bool { return strings.HasPrefix(t.Fold, d) }) {
			return true
		}
	}
	return false
}

// mostTimes is how many times of one sentence are quoted.
const mostTimes = 3

// timing quotes the words of a sentence that say when, the most telling first,
// parted by semicolons: meetings, a session of the Council, periods, dates to
// act by, and, where there is none of them, what is to come again and again.
func (r *reading) timing(s sentenceSpan) string {
	text := r.text.Source[s.start:s.end]
	lang := r.text.Language
	if lang != "zh" && lang != "ar" && !strings.ContainsAny(text, "0123456789") && !r.dates(s) {
		return "" // the common case, and much the cheapest
	}
	var found [][]int
	for _, re := range []*regexp.Regexp{meetingTimes[lang], periodTime, limitTimes[lang], councilTimes[lang]} {
		if re != nil {
			found = apart(found, re.FindAllStringIndex(text, mostTimes))
		}
	}
	if re := recurring[lang]; re != nil && len(found) == 0 {
		found = apart(found, re.FindAllStringIndex(text, 1))
	}
	var out []string
	for _, at := range found[:min(len(found), mostTimes)] {
		if words := text[at[0]:at[1]]; !slices.Contains(out, words) {
			out = append(out, words)
		}
	}
	return strings.Join(out, "; ")
}

// apart adds the spans that do not touch one found before.
func apart(found, more [][]int) [][]int {
	for _, m := range more {
		if !slices.ContainsFunc(found, func(f []int) bool { return m[0] < f[1] && f[0] < m[1] }) {
			found = append(found, m)
		}
	}
	return found
}
