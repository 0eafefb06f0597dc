package cover

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/wording"
)

// Bounds of the search in the body.
const (
	maxBodyBlocks = 4000
	// enoughActs is how often a State must act in the third person to be taken
	// for the author, and mostActs how many times more often than any other.
	enoughActs = 2
	mostActs   = 2
)

// acts are verbs with which an author speaks of itself in the third person.
var acts = regexp.MustCompile(`(?i)^(?:\s*\([^)]{1,40}\))?\s*(?:(?:also|further|consistently|strongly|firmly|therefore|hereby|fully|again|всегда|последовательно|также|considers|estime|également|también|firmemente)\s+)?` +
	`(?:proposes?|suggests?|considers?|believes?|supports?|recommends?|welcomes?|advocates?|is of the (?:view|opinion)|is pleased|is convinced|is committed|wishes to|would like|reaffirms?|reiterates?|notes|requests?|invites?|urges?|calls (?:for|on|upon)|stresses|emphasi[sz]es|submits|reserves|does not support|opposes` +
	`|propose|suggère|considère|estime|soutient|appuie|recommande|souhaite|invite|demande|réaffirme|se félicite|est d'avis|rappelle|souligne` +
	`|propone|sugiere|considera|opina|apoya|recomienda|desea|invita|solicita|reafirma|acoge con|estima|subraya|destaca` +
	`|предлагает|считает|поддерживает|рекомендует|выступает|приветствует|отмечает|просит|призывает|подтверждает|полагает|подчеркивает|не поддерживает|хотела? бы|убеждена?` +
	`|建议|提议|认为|支持|主张|赞成|欢迎|重申|请|呼吁|强调|不支持|反对|谨)(?:[^\p{L}]|\p{Han}|$)`)

// arabicActs stand before the name: "تقترح فريدونيا".
var arabicActs = regexp.MustCompile(`(?:^|[\s،.«(])و?(?:تقترح|ترى|تؤيد|تدعم|توصي|ترحب|تدعو|تطلب|تؤكد|تعتقد|تود|يقترح|يرى|يؤيد|يوصي|لا تؤيد|تعتبر)\s+(?:حكومة\s+|إدارة\s+|جمهورية\s+|وفد\s+)?(?:ال)?$`)

// FromBody infers author and body from the text, where nothing is printed: the
// one State or group that acts in it again and again, and the group that the
// text speaks of. The meeting is inferred only where the text says to which one
// it is submitted.
func FromBody(doc block.Document, names Names) corpus.Header {
	var h corpus.Header
	counts := map[string]int{}
	sources := map[string]corpus.Source{}
	groups := 0
	var meetingName string
	for i, b := range doc.Blocks {
		if i >= maxBodyBlocks {
			break
		}
		if !b.Role.Citable() && b.Role != corpus.RoleHeading {
			continue
		}
		for _, src := range actors(b.Text, names) {
			counts[src.ID]++
			sources[src.ID] = src
		}
		folded := wording.Fold(b.Text)
		groups += len(bodies[0].name.FindAllStringIndex(folded, 20))
		if meetingName == "" {
			meetingName = submittedTo(folded)
		}
	}
	if src, ok := leading(counts, sources); ok {
		h.Sources = corpus.Field[[]corpus.Source]{Value: []corpus.Source{src}, Basis: corpus.BasisBody}
	}
	if groups >= 2 || meetingName != "" {
		h.Body = corpus.Field[string]{Value: bodies[0].short, Basis: corpus.BasisBody}
	}
	if meetingName != "" {
		h.Meeting = corpus.Field[string]{Value: meetingName, Basis: corpus.BasisBody}
	}
	return h
}

// actors gives the States and groups that do something in a paragraph, once
// for each time.
func actors(text string, names Names) []corpus.Source {
	if len(text) > 20_000 {
		text = strings.ToValidUTF8(text[:20_000], "")
	}
	var out []corpus.Source
	for _, m := range names.Find(text) {
		if m.Source.Kind != corpus.SourceMember && m.Source.Kind != corpus.SourceGroup || m.Start < 0 || m.End > len(text) || m.Start > m.End {
			continue
		}
		if partOfName(text[:m.Start]) {
			continue
		}
		if acts.MatchString(text[m.End:min(len(text), m.End+120)]) || arabicActs.MatchString(text[max(0, m.Start-80):m.Start]) {
			out = append(out, m.Source)
		}
	}
	return out
}

var (
	wordBefore = regexp.MustCompile(`([.!?:]\s+)?(\p{Lu}[\p{L}'.-]*)\s+$`)
	ledBy      = wording.Pattern(`^(?:the|la|le|les|el|los|las|and|government|administration|delegation|republic|kingdom|state|member|gouvernement|gobierno|administracion|республика|королевство|правительство)$`)
)

// partOfName reports whether the word before a State's name makes it part of a
// longer one: "Telecom Italia".
func partOfName(before string) bool {
	m := wordBefore.FindStringSubmatch(before[max(0, len(before)-60):])
	return m != nil && m[1] == "" && !ledBy.MatchString(wording.Fold(m[2])) && strings.TrimSpace(before) != m[2]
}

// leading gives the source that acts most, if it stands out.
func leading(counts map[string]int, sources map[string]corpus.Source) (corpus.Source, bool) {
	ids := make([]string, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		return counts[ids[i]] > counts[ids[j]] || counts[ids[i]] == counts[ids[j]] && ids[i] < ids[j]
	})
	if len(ids) == 0 || counts[ids[0]] < enoughActs || len(ids) > 1 && counts[ids[0]] <= mostActs*counts[ids[1]] {
		return corpus.Source{}, false
	}
	return sources[ids[0]], true
}

var (
	submission   = wording.Pattern(`(?:contribution|document|paper|input|submission) (?:is |was )?(?:submitted |presented |prepared )?(?:to|for) the (.{3,60})|contribution (?:est )?(?:soumise |présentée )?(?:a|pour) la (.{3,60})|contribucion (?:se )?(?:presentad?a? )?(?:a|para) la (.{3,60})|вклад (?:представлен\p{L}* )?(?:к|для) (.{3,60})`)
	severalTimes = regexp.MustCompile(`meetings|réunions|reuniones|собраниях|собраний`)
)

// submittedTo reads "this contribution to the 22nd meeting of CWG-Internet" in
// folded text. It gives "" where another group or several meetings are named.
func submittedTo(folded string) string {
	m := submission.FindStringSubmatch(folded)
	if m == nil {
		return ""
	}
	what := strings.Join(m[1:], "")
	n := wording.MeetingOrdinal(what)
	if n == 0 || severalTimes.MatchString(what) || !bodies[0].name.MatchString(folded) {
		return ""
	}
	return fmt.Sprintf("%s-%d", bodies[0].short, n)
}
