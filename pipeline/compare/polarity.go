package compare

import (
	"slices"
	"strings"

	"rapporteur/corpus"
)

// against reports whether a passage speaks against something and puts forward
// nothing of its own: it opposes or reserves, or asks that things stay as they
// are.
func (u *unit) against() bool {
	found := false
	for _, a := range u.acts {
		switch a.Act {
		case corpus.ActOppose, corpus.ActReserve:
			found = true
		case corpus.ActPropose, corpus.ActRequest:
			if !a.Negated {
				return false
			}
		}
	}
	return found || u.kind != corpus.KindPractice && u.asItIs()
}

// asItIs are the words with which a text asks for no change, or holds that
// something is done already, in the six languages. They come from the verbs of
// opposition that delegations use beside "opposes": it would duplicate, there
// is no need, it should remain.
var asItIs = map[string][]string{
	"en": {"need not be", "would duplicate", "duplicate the work", "no need to", "no need for", "should remain limited", "should remain restricted", "should remain as"},
	"fr": {"ferait double emploi", "font double emploi", "n'est pas nécessaire", "inutile de", "doit rester limité", "devrait rester limité", "doit rester réservé"},
	"es": {"duplicaría", "no es necesario", "no hace falta", "debe seguir limitad", "debería seguir limitad", "debe seguir reservad"},
	"ru": {"дублировало бы", "дублировать работу", "дублирует работу", "нет необходимости", "должно оставаться ограничен", "должна оставаться ограничен"},
	"ar": {"ازدواج", "لا حاجة", "لا داعي", "ينبغي أن تظل مقصورة", "ينبغي أن يظل مقصور"},
	"zh": {"造成重复", "重复工作", "没有必要", "无需再", "应继续限于", "仍应限于"},
}

func (u *unit) asItIs() bool {
	text := strings.ToLower(u.Text)
	return slices.ContainsFunc(asItIs[u.Language], func(cue string) bool { return strings.Contains(text, cue) })
}
