package tag

import (
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// TestAsked is who is asked for what, when: act, addressee, timing.
func TestAsked(t *testing.T) {
	for _, c := range []struct{ lang, text, act, addressee, timing string }{
		{"en", "The Secretary-General is requested to publish the prices by the end of 2027.", "request", "Secretary-General", "by the end of 2027"},
		{"en", "Member States are invited to tell the secretariat of their courses by 15 June 2031.", "request", "Member States", "by 15 June 2031"},
		{"en", "All operators are urged to sign their routes.", "request", "stakeholders", ""},
		{"en", "Governments are encouraged to report outages at each meeting.", "request", "Member States", "at each meeting"},
		{"en", "Ruritania recommends that Member States encourage operators to sign their routes.", "recommend", "Member States", ""},
		{"en", "Ruritania proposes that the group sum up the views and prepare recommendations for Council 2031.", "propose", "CWG-Internet / Council", "Council 2031"},
		{"en", "Ruritania proposes that neighbouring Member States share cables, with the support of the Telecommunication Development Bureau.", "propose", "Member States", ""},
		{"en", "Ruritania supports the plan of Document CWG-Internet-30/1 and suggests that Council 2031 look at it.", "support propose", "Council", "Council 2031"},
		{"en", "Ruritania proposes a working group on audits of the root zone.", "propose", "", ""},
		{"en", "Ruritania proposes a fund as set out in Document CWG-Internet-30/4.", "propose", "", ""},
		{"en", "Could the Group propose a date?", "", "", ""},
		{"en", "The measures that support small operators are few.", "", "", ""},
		{"en", "We believe that all stakeholders should support the forum.", "view", "", ""},
		{"fr", "Le Secrétaire général est prié de publier les prix d'ici à la fin de 2027.", "request", "Secretary-General", "d'ici à la fin de 2027"},
		{"fr", "Les États Membres sont invités à signaler les pannes à chaque réunion.", "request", "Member States", "à chaque réunion"},
		{"fr", "Notre administration propose que les États Membres partagent leurs câbles.", "propose", "Member States", ""},
		{"fr", "La Ruritanie appuie la création de bourses, comme le propose la Freedonie.", "support", "", ""},
		{"es", "Se pide al Secretario General que publique los precios antes de finales de 2027.", "request", "Secretary-General", "antes de finales de 2027"},
		{"es", "Se recomienda a los Estados Miembros que compartan sus cables en cada reunión.", "recommend", "Member States", "en cada reunión"},
		{"es", "Apoyamos la creación de becas, como se propone en el Documento CWG-Internet-30/4.", "support", "", ""},
		{"es", "Se invita al Grupo a examinar este documento.", "", "", ""},
		{"ru", "Генеральному секретарю поручается подготовить отчет до конца 2027 года.", "request", "Secretary-General", "до конца 2027 года"},
		{"ru", "Государствам-Членам предлагается сообщать о сбоях на каждом собрании.", "request", "Member States", "на каждом собрании"},
		{"ru", "Наша администрация предлагает Совету изучить цены.", "request", "Council", ""},
		{"ar", "تقترح إدارتنا أن تنشئ الدول الأعضاء نقاطاً للتبادل بحلول نهاية عام 2027.", "propose", "Member States", "بحلول نهاية عام 2027"},
		{"ar", "يُطلب من الأمين العام نشر الأسعار في كل اجتماع.", "request", "Secretary-General", "في كل اجتماع"},
		{"ar", "تُدعى الدول الأعضاء إلى الإبلاغ عن الأعطال.", "request", "Member States", ""},
		{"zh", "请秘书长在2027年底前公布价格。", "request", "Secretary-General", "在2027年底前"},
		{"zh", "我国建议成员国在每次会议上通报情况。", "propose", "Member States", "在每次会议上"},
		{"zh", "邀请成员国通报情况。", "request", "Member States", ""},
	} {
		acts, detail := actsOf(claimsOf(t, c.lang, c.text))
		if strings.Join(acts, " ") != c.act {
			t.Errorf("%s %q: %v, want %q", c.lang, c.text, acts, c.act)
			continue
		}
		addressee, timing := "", ""
		for _, d := range detail {
			if d.Addressee != "" {
				addressee = d.Addressee
			}
			timing = d.Timing
		}
		if addressee != c.addressee || timing != c.timing {
			t.Errorf("%s %q: to %q, when %q; want %q, %q", c.lang, c.text, addressee, timing, c.addressee, c.timing)
		}
	}
}

// TestConditions: who would accept something on a condition reserves.
func TestConditions(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "Ruritania could accept such a study, on condition that its cost is known."},
		{"en", "We could agree to a register as long as it stays voluntary."},
		{"fr", "Notre délégation pourrait en accepter l'étude, à condition que son coût soit connu."},
		{"fr", "La Ruritanie pourrait appuyer un registre, pour autant qu'il reste facultatif."},
		{"es", "Nuestra administración podría aceptar el estudio, siempre que se conozca su costo."},
		{"es", "Podríamos aceptar un registro a condición de que sea voluntario."},
		{"ru", "Наша администрация могла бы согласиться с таким исследованием при условии, что его стоимость известна."},
		{"ar", "يمكننا أن نقبل هذه الدراسة شريطة أن تُعرف تكلفتها."},
		{"zh", "我方可以接受该研究，前提是费用明确。"},
	} {
		if got, _ := actsOf(claimsOf(t, c.lang, c.text)); strings.Join(got, " ") != "reserve" {
			t.Errorf("%s %q: %v, want a reservation", c.lang, c.text, got)
		}
	}
}

// TestAskingMakesAProposal wherever it stands, if it asks somebody.
func TestAskingMakesAProposal(t *testing.T) {
	for _, c := range []struct{ lang, text string }{
		{"en", "The Secretary-General is requested to publish the prices of transit."},
		{"fr", "Le Secrétaire général est prié de publier les prix du transit."},
		{"es", "Se pide al Secretario General que publique los precios del tránsito."},
		{"ru", "Генеральному секретарю поручается опубликовать цены на транзит."},
		{"ar", "يُطلب من الأمين العام نشر أسعار العبور."},
		{"zh", "请秘书长公布转接价格。"},
	} {
		if got := kindOf(claimsOf(t, c.lang, c.text)); got != corpus.KindProposal {
			t.Errorf("%s %q is %s", c.lang, c.text, got)
		}
	}
}

func TestPassiveAndModal(t *testing.T) {
	for _, c := range []struct {
		phrase         string
		act            corpus.Act
		passive, modal bool
	}{
		{"is requested to", corpus.ActRequest, true, false},
		{"se recomienda", corpus.ActRecommend, true, false},
		{"предлагается", corpus.ActPropose, true, false},
		{"should", corpus.ActRecommend, false, true},
		{"it is necessary", corpus.ActRecommend, false, true},
		{"recommends", corpus.ActRecommend, false, false},
		{"proposes", corpus.ActPropose, false, false},
	} {
		cue := codebook.Cue{Phrase: c.phrase, Act: c.act}
		if passive(cue) != c.passive || modalVerb(cue) != c.modal {
			t.Errorf("%q: passive %v, modal %v", c.phrase, passive(cue), modalVerb(cue))
		}
	}
}
