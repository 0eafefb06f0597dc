package segment

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
)

// quotePairs are the quotation marks that may enclose a paragraph.
var quotePairs = map[rune]string{'“': "”", '«': "»", '„': "“”", '‟': "”", '"': "\"", '「': "」", '『': "』", '‘': "’", '‹': "›"}

var (
	// quotedText names a text whose words may follow.
	quotedText = regexp.MustCompile(`\b(?:Resolutions?|Decisions?|Opinions?|Recommendations?|Articles?|Annex(?:es)?|Paragraphs?|Résolutions?|Décisions?|Resolución|Resoluciones|Decisión|Artículos?|Anexo|Annexe) (?:n[o°º]\.? ?)?\d` +
		`|\b(?:Tunis Agenda|Geneva Plan|Plan of Action|Declaration of|Universal Declaration|Geneva Declaration|Constitution|Convention|Charter|Agenda de Tunis|Agenda de Túnez|Déclaration|Declaración|Carta|Charte|Constitución|Convención)\b` +
		`|(?:Резолюц|Решени|Мнени|Рекомендаци)\p{L}+ \d|Тунисск\p{L}+ программ|Деклараци|Устав|Конвенци|القرار \d|المقرر \d|برنامج عمل تونس|جدول أعمال تونس|إعلان|الدستور|الاتفاقية|第\s?\d+\s?号(?:决议|决定)|突尼斯议程|宣言|《组织法》|公约`)
	// quotingVerb says that the text speaks.
	quotingVerb = regexp.MustCompile(`(?i)\b(?:specif(?:y|ies|ied)|states?|stated|lists?|listed|contains?|reads|sets? out|provides?|defines?|identif(?:y|ies|ied)|stipulates?|says|prévoit|énonce|dispose|contient|énumère|définit|établit|indique|especifica|establece|contiene|enumera|define|dispone|indica|señala)\b|содержит|гласит|определяет|устанавливает|перечисл|предусматрив|указан|تنص|ينص|يحدد|يتضمن|تتضمن|تحدد|规定|列出|载有|指出`)
	// ownVoice shows that the list is what the author wants.
	ownVoice = regexp.MustCompile(`(?i)\b(?:propos\p{L}*|should|suggests?|recommends? that|we|our|devrait|devraient|proponemos|propone|debería|deberían)\b|предлага|следует|должн|نقترح|تقترح|ينبغي|建议|应当`)
)

// quotations gives paragraphs the role of a quotation: those that stand in
// quotation marks from end to end, and bullets below a sentence that says what
// a resolution or the like contains.
func quotations(units []unit) {
	listed := false
	for i := range units {
		u := &units[i]
		if u.rule || u.heading || u.role != corpus.RoleBody {
			listed = listed && !u.heading && u.role != corpus.RoleBody
			continue
		}
		switch {
		case u.label.Bullet && listed, enclosed(u.rest):
			u.role = corpus.RoleQuotation
		default:
			listed = introduces(u.rest)
		}
	}
}

// introduces reports a paragraph whose last sentence opens a list of another
// text's words.
func introduces(s string) bool {
	s = strings.TrimSpace(s)
	if !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, "：") {
		return false
	}
	if i := strings.LastIndex(s, ". "); i > 0 && quotedText.MatchString(s[i:]) {
		s = s[i:]
	}
	return quotedText.MatchString(s) && quotingVerb.MatchString(s) && !ownVoice.MatchString(s)
}

// enclosed reports a paragraph in quotation marks: one pair, around all of it.
func enclosed(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".;,。；")
	open, n := utf8.DecodeRuneInString(s)
	closing, ok := quotePairs[open]
	if !ok || utf8.RuneCountInString(s) < 20 {
		return false
	}
	last, size := utf8.DecodeLastRuneInString(s)
	if !strings.ContainsRune(closing, last) {
		return false
	}
	inner := s[n : len(s)-size]
	return open == '‘' || !strings.ContainsAny(inner, closing) || open != '"' && strings.ContainsRune(inner, open)
}
