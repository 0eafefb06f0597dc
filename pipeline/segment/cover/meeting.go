package cover

import (
	"regexp"
	"strconv"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment/wording"
)

// meeting is what a line says of the body and its meeting.
type meeting struct {
	// body is a short name: "CWG-Internet", "C17", "PP18".
	body string
	// ordinal is the number of the meeting, 0 where none is printed.
	ordinal int
	place   string
	// day is the date of a meeting of one day.
	day string
}

// name gives the meeting: "CWG-Internet-22", or the body alone where that has
// its year already.
func (m meeting) name() string {
	switch {
	case m.body == "":
		return ""
	case endsInDigit(m.body):
		return m.body
	case m.ordinal > 0:
		return m.body + "-" + strconv.Itoa(m.ordinal)
	}
	return ""
}

func endsInDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// bodies are the names of groups and conferences in the six languages, folded,
// with their short names. The first that a line holds counts.
var bodies = []struct {
	name  *regexp.Regexp
	short string
}{
	{wording.Pattern(`(?:international )?internet.related public policy|politiques publiques internationales (?:relatives|ayant trait|liees) a l'internet|politica publica internacional (?:relacionad\p{L}+|relativ\p{L}+) (?:con|a|de) (?:la )?internet|государственн\p{L}+ политик\p{L}+,? (?:касающ|связанн|относящ)\p{L}+ (?:с |к )?интернет|السياسات العامة الدولية المتعلقة بالإنترنت|السياسات العامة الدولية المتعلقة بالانترنت|互联网相关公共政策|cwg.?internet|gtc.?internet|ргс.?интернет`), "CWG-Internet"},
	{wording.Pattern(`child online protection|protection en ligne des enfants|proteccion de la infancia en linea|защит\p{L}+ ребенка в онлайнов|حماية الأطفال على الإنترنت|保护上网儿童`), "CWG-COP"},
	{wording.Pattern(`(?:council working group|groupe de travail du conseil|grupo de trabajo del consejo|рабоч\p{L}+ групп\p{L}+ совета|فريق العمل التابع للمجلس|理事会).{0,40}(?:wsis|smsi|cmsi|ввуио|القمة العالمية|信息社会世界峰会)`), "CWG-WSIS&SDG"},
	{wording.Pattern(`(?:council working group|groupe de travail du conseil|grupo de trabajo del consejo).{0,30}(?:financial and human|ressources financieres et humaines|recursos financieros y humanos)`), "CWG-FHR"},
}

// conferences have the year in their short name.
var conferences = []struct {
	name  *regexp.Regexp
	short string
}{
	{wording.Pattern(`plenipotentiary conference|conference de plenipotentiaires|conferencia de plenipotenciarios|полномочн\p{L}+ конференци|مؤتمر المندوبين المفوضين|全权代表大会`), "PP"},
	{wording.Pattern(`world conference on international telecommunications|conference mondiale des telecommunications internationales|conferencia mundial de telecomunicaciones internacionales|всемирн\p{L}+ конференци\p{L}+ по международной электросвязи|المؤتمر العالمي للاتصالات الدولية|国际电信世界大会`), "WCIT"},
	{wording.Pattern(`world telecommunication development conference|conference mondiale de developpement des telecommunications|conferencia mundial de desarrollo de las telecomunicaciones|всемирн\p{L}+ конференци\p{L}+ по развитию электросвязи|المؤتمر العالمي لتنمية الاتصالات|世界电信发展大会`), "WTDC"},
	{wording.Pattern(`world telecommunication standardization assembly|assemblee mondiale de normalisation|asamblea mundial de normalizacion|всемирн\p{L}+ ассамбле\p{L}+ по стандартизации|الجمعية العالمية لتقييس الاتصالات|世界电信标准化全会`), "WTSA"},
	{wording.Pattern(`world telecommunication.{0,8}policy forum|forum mondial des politiques de telecommunication|foro mundial de politica|всемирн\p{L}+ форум\p{L}* по политике|المنتدى العالمي لسياسات الاتصالات|世界电信.{0,20}政策论坛`), "WTPF"},
}

var (
	councilLine = wording.Pattern(`^(?:(?:itu )?council|conseil|consejo|(?:сессия )?совета?|المجلس|مجلس)(?: session)?\s*(?:-\s*)?(20\d\d)|^理事会\s?(20\d\d)\s?年|^(20\d\d) (?:session of the council|council)|^دورة المجلس(?: لعام)? (20\d\d)`)
	acronym     = regexp.MustCompile(`\((?:GT|GT |WG )?([A-ZА-Я][A-Za-zА-Яа-я&]*(?:[- ]?[A-ZА-Я][A-Za-zА-Яа-я&]*)*(?:[- ]?\d{2}(?:\d{2})?)?)\)`)
	anyYear     = regexp.MustCompile(`(?:^|\D)20(\d\d)(?:\D|$)`)
	groupWord   = wording.Pattern(`council working group|working group of the council|groupe de travail|grupo de trabajo|рабоч\p{L}+ групп|فريق العمل|فريق عمل|工作组|dedicated group|expert group|groupe d'experts|grupo de expertos|group of experts`)
)

// meetingOf reads the body, ordinal, place of a line that is about them.
func meetingOf(tidy string) (meeting, bool) {
	if len(tidy) > longLine {
		return meeting{}, false
	}
	folded := wording.Fold(tidy)
	m := meeting{body: bodyOf(tidy, folded), ordinal: wording.MeetingOrdinal(tidy)}
	place, dated := wording.PlaceAndSpan(tidy)
	m.place = place
	if dated && m.place != "" {
		if _, after, ok := strings.Cut(tidy, ","); ok {
			m.day = wording.DateOf(after)
		}
	}
	return m, m.body != "" || m.ordinal > 0 || dated && (place != "" || len(tidy) < 60)
}

// bodyOf gives the short name of the body a line names, or "".
func bodyOf(tidy, folded string) string {
	if m := councilLine.FindStringSubmatch(folded); m != nil {
		return "C" + strings.Join(m[1:], "")[2:]
	}
	printed := ""
	if m := acronym.FindStringSubmatch(tidy); m != nil && strings.ToUpper(m[1]) != strings.ToLower(m[1]) {
		printed = m[1]
	}
	for _, c := range conferences {
		if c.name.MatchString(folded) {
			if printed != "" && endsInDigit(printed) {
				return shortSeries(printed)
			}
			if y := anyYear.FindStringSubmatch(folded); y != nil {
				return shortSeries(c.short + "-" + y[1])
			}
			return ""
		}
	}
	for _, b := range bodies {
		if b.name.MatchString(folded) {
			return b.short
		}
	}
	if printed != "" && groupWord.MatchString(folded) {
		return shortSeries(printed)
	}
	return ""
}

// shortSeries writes a body's short name as symbols have it: "PP 14" is PP14.
func shortSeries(s string) string {
	sym, _, err := corpus.ParseSymbol(s + "/0")
	if err != nil {
		return corpus.NormalBody(s)
	}
	if sym.Series == s {
		return corpus.NormalBody(s)
	}
	return sym.Series
}
