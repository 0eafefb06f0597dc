package tag

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// setting is where in the document a passage stands, as far as it changes how
// the passage is read.
type setting struct {
	section string
	// draft is set inside the text of a draft resolution.
	draft bool
	// proposals, purpose are set under headings of that sense.
	proposals, purpose bool
	// citing is set where the passage before was a citation.
	citing bool
}

var (
	draftMark     = regexp.MustCompile(`^\s*(?:ADD|MOD|SUP|NOC)\b`)
	draftTitle    = regexp.MustCompile(`(?i)\bdraft\s+(?:new\s+|revised\s+|revision\s+)?(?:of\s+)?(?:resolution|decision|recommendation|opinion)|projet\s+(?:de\s+)?(?:nouvelle\s+|révision\s+)?(?:de\s+)?(?:la\s+)?(?:résolution|décision)|proyecto\s+de\s+(?:nueva\s+|revisión\s+)?(?:de\s+)?(?:la\s+)?(?:resolución|decisión)|проект\s+(?:новой\s+|пересмотра\s+)?(?:резолюции|решения)|مشروع\s+(?:القرار|قرار|مراجعة)|决议草案|决定草案`)
	proposalTitle = regexp.MustCompile(`(?i)^\W*(?:[\divx]+[.)]?\s*)*(?:(?:our|main|specific|concrete)\s+)?(?:proposals?|proposed\s+(?:actions?|way)|recommendations?|propositions?|recommandations?|propuestas?|recomendaciones|предложени\p{L}*|рекомендаци\p{L}*|المقترحات|مقترحات|المقترح|مقترح|الاقتراحات|التوصيات|توصيات|提案|建议|提议)`)
	purposeTitle  = regexp.MustCompile(`(?i)^\W*(?:purpose|action\s+required|summary|abstract|objet|suite\s+à\s+donner|résumé|objeto|objetivo|acción\s+solicitada|resumen|цель|необходимые\s+действия|резюме|الغرض|الإجراء\s+المطلوب|ملخص|目的|需采取的行动|要求采取的行动|摘要)(?:\P{L}|$)`)
)

// next follows the document to the passage p.
func (s setting) next(p *corpus.Passage, b *codebook.Book) setting {
	if p.Role == corpus.RoleHeading || p.Role == corpus.RoleBox {
		title := p.Text
		if p.Role == corpus.RoleHeading {
			s.section, s.draft, s.citing = title, s.draft && operative(b, p) || draftTitle.MatchString(title), false
		}
	}
	if p.Section != s.section && p.Role != corpus.RoleHeading {
		s.section = p.Section
		s.draft = s.draft && draftTitle.MatchString(p.Section)
	}
	if draftMark.MatchString(p.Text) {
		s.draft = !strings.HasPrefix(strings.TrimSpace(p.Text), "NOC")
	} else if draftTitle.MatchString(s.section) {
		s.draft = true
	}
	s.proposals = proposalTitle.MatchString(s.section)
	s.purpose = purposeTitle.MatchString(s.section+" ") && !(p.Role == corpus.RoleBody && numbered(p.Label))
	return s
}

// numbered reports whether a label begins with a figure: numbered paragraphs
// are the body of a document though no heading parts them from its boxes.
func numbered(label string) bool { return label != "" && label[0] >= '0' && label[0] <= '9' }

// operative reports whether a passage begins with a word of resolutions, such
// as "resolves" or "recalling".
func operative(b *codebook.Book, p *corpus.Passage) bool {
	text := b.Read(p.Text, languageOf(p.Language, p.Text))
	return slices.ContainsFunc(b.Cues(text), func(c codebook.Cue) bool { return c.Role == codebook.CueDraft && c.First <= 1 })
}

// quoted reports whether a span stands between quotation marks.
func quoted(text string, start, end int) bool {
	before, after := text[:start], text[end:]
	opens := strings.LastIndexAny(before, "“«„\"")
	if opens < 0 || strings.LastIndexAny(before, "”»") > opens {
		return false
	}
	if strings.HasPrefix(before[opens:], "\"") && strings.Count(before, "\"")%2 == 0 {
		return false
	}
	return strings.ContainsAny(after, "”»\"“")
}
