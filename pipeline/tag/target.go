package tag

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

var (
	// documentSymbol is a document's number in running text.
	documentSymbol = regexp.MustCompile(`(?:CWG-Internet|WG-Internet|GTC-Internet|РГС-Интернет|PP|WTPF|WTSA|WTDC|C)[- ]?\d{0,2}/(?:[A-Z]{2,4}/)?\d{1,4}(?:\((?:Rev|Add|Corr)\.?\d+\))*`)
	// periodTime is a span of years, yearTime a date to act by.
	periodTime = regexp.MustCompile(`(?:19|20)\d{2}\s?[-–—]\s?(?:19|20)\d{2}`)
	yearTime   = regexp.MustCompile(`(?i)(?:by|before|until|from|starting\s+from|d'ici|avant|antes\s+de|para|до|к|بحلول|قبل)\s+(?:(?:the\s+)?end\s+of\s+|à\s+|finales\s+de\s+|конца\s+)?(?:19|20)\d{2}|(?:19|20)\d{2}\s?年(?:前|底|之前)?`)
)

// meetingTimes are one or more numbered meetings, or the next, by language.
var meetingTimes = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\d{1,3}(?:st|nd|rd|th)(?:\s*(?:,|and|&|or|to)\s*(?:the\s+)?\d{1,3}(?:st|nd|rd|th))*\s+(?:meetings?|sessions?)|(?:next|forthcoming|coming)\s+(?:two\s+|three\s+)?(?:meetings?|sessions?)`),
	"fr": regexp.MustCompile(`(?i)\d{1,3}(?:e|ème|er|ère|re)(?:\s*(?:,|et|ou)\s*(?:la\s+)?\d{1,3}(?:e|ème))*\s+(?:réunions?|sessions?)|prochaines?\s+(?:réunions?|sessions?)`),
	"es": regexp.MustCompile(`(?i)\d{1,3}\.?\s?[ªa](?:\s*(?:,|y|o)\s*(?:la\s+)?\d{1,3}\.?\s?[ªa])*\s+(?:reuni(?:ón|ones)|sesi(?:ón|ones))|próximas?\s+(?:reuni(?:ón|ones)|sesi(?:ón|ones))`),
	"ru": regexp.MustCompile(`(?i)\d{1,3}-?(?:м|й|го|ом|ем|е|я|ей|ое)?(?:\s*(?:,|и|или)\s*\d{1,3}-?(?:м|й|го|ом|ем|е|я|ей|ое)?)*\s+(?:собрани\p{L}+|заседани\p{L}+|сесси\p{L}+)|следующ\p{L}+\s+(?:собрани\p{L}+|заседани\p{L}+|сесси\p{L}+)`),
	"ar": regexp.MustCompile(`(?:ال|لل|بال)?(?:اجتماع|دور)\p{Arabic}*\s+\d{1,3}(?:\s*(?:و|،)\s*\d{1,3})*|الاجتماع(?:ين|ات)?\s+(?:ال)?\p{Arabic}+\s+و\p{Arabic}+(?:\s+و\p{Arabic}+\s+و\p{Arabic}+)?`),
	"zh": regexp.MustCompile(`第\s*[\d一二三四五六七八九十百]+\s*(?:次|届)?\s*(?:(?:和|、|及|与)\s*第?\s*[\d一二三四五六七八九十百]+\s*)?(?:次|届)?(?:工作组)?会议|下次会议`),
}

// upcoming is what a time without a number begins with.
var upcoming = regexp.MustCompile(`(?i)next|coming|prochaine|próxima|следующ`)

// timing quotes the words of a sentence that say when.
func (r *reading) timing(s sentenceSpan) string {
	text := r.text.Source[s.start:s.end]
	if r.text.Language != "zh" && r.text.Language != "ar" && !strings.ContainsAny(text, "0123456789") && !upcoming.MatchString(text) {
		return "" // the common case, and much the cheapest
	}
	for _, re := range []*regexp.Regexp{meetingTimes[r.text.Language], periodTime, yearTime} {
		if found := re.FindString(text); found != "" {
			return found
		}
	}
	return ""
}

// longestObject is where an object's words are cut, in bytes.
const longestObject = 160

// object is the document that an act is about, or the words after the verb.
func (r *reading) object(c codebook.Cue, s sentenceSpan) string {
	if whole := r.text.Source[s.start:s.end]; strings.Contains(whole, "/") {
		if found := documentSymbol.FindString(whole); found != "" {
			return found
		}
	}
	text := strings.TrimLeft(r.text.Source[c.End:max(c.End, s.end)], " ,:،，：")
	if i := strings.IndexAny(text, ";；؛"); i >= 0 {
		text = text[:i]
	}
	text = strings.TrimRight(text, " .;:。!?…")
	if len(text) <= longestObject {
		return text
	}
	cut := longestObject
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	if i := strings.LastIndexByte(text[:cut], ' '); i > 0 {
		cut = i
	}
	return text[:cut]
}

// addressee finds who is asked: whom something is prepared or meant for, else
// whoever is named first after the verb. A modal verb asks its own subject.
func (r *reading) addressee(c codebook.Cue, verb corpus.Act, s sentenceSpan) string {
	switch verb {
	case corpus.ActPropose, corpus.ActRequest, corpus.ActRecommend:
	default:
		return ""
	}
	var after, before []codebook.Cue
	for _, q := range r.cues {
		if q.Role != codebook.CueAddressee || q.First < s.first || q.Last > s.last {
			continue
		}
		if q.First >= c.Last {
			after = append(after, q)
		} else if q.Last <= c.First {
			before = append(before, q)
		}
	}
	if verb == corpus.ActRecommend && len(before) > 0 && c.First-before[len(before)-1].Last <= 2 {
		return before[len(before)-1].Name
	}
	for _, q := range after {
		if q.First-c.Last <= 1 {
			return q.Name
		}
	}
	for _, q := range after {
		if r.given(q) {
			return q.Name
		}
	}
	for _, q := range after {
		if q.Name != "Member States" && q.Name != "ITU" || verb == corpus.ActRequest {
			return q.Name
		}
	}
	return ""
}

// given reports whether what is prepared is said to go to the addressee:
// "recommendations for ITU Council".
func (r *reading) given(q codebook.Cue) bool {
	if q.First < 2 {
		return false
	}
	prep, noun := r.text.Tokens[q.First-1], r.text.Tokens[q.First-2]
	if prep.Link && q.First >= 3 {
		prep, noun = r.text.Tokens[q.First-2], r.text.Tokens[q.First-3]
	}
	switch prep.Fold {
	case "for", "to", "pour", "à", "au", "para", "a", "al", "для", "الى":
	default:
		return strings.HasPrefix(q.Phrase, "to ") || strings.HasPrefix(q.Phrase, "for ") || strings.HasPrefix(q.Phrase, "al ") || strings.HasPrefix(q.Phrase, "au ")
	}
	for _, stem := range []string{"recommend", "report", "recomm", "rapport", "recomend", "inform", "рекоменд", "отчет", "предложен", "توصي", "تقرير", "output", "proposal"} {
		if strings.HasPrefix(noun.Fold, stem) {
			return true
		}
	}
	return false
}
