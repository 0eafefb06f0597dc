package tag

import (
	"context"
	"strings"
	"testing"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// claimsOf tags one passage of the body as Ruritania's.
func claimsOf(t *testing.T, lang, text string) []corpus.Claim {
	t.Helper()
	p := []corpus.Passage{{ID: "D/1#1", Text: text, Language: lang, Role: corpus.RoleBody}}
	claims, err := New(codebook.Default()).Tag(context.Background(), p, Context{Sources: []string{"Ruritania"}, Meeting: "CWG-Internet-22"})
	if err != nil {
		t.Fatal(err)
	}
	if err := corpus.VerifyClaims(p, claims); err != nil {
		t.Fatal(err)
	}
	return claims
}

func actsOf(claims []corpus.Claim) (all []string, detail []corpus.ActDetail) {
	for _, c := range claims {
		if c.About == corpus.AboutAct {
			name := string(c.Act.Act)
			if c.Act.Negated {
				name = "not " + name
			}
			all = append(all, name)
			detail = append(detail, *c.Act)
		}
	}
	return all, detail
}

func TestActs(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Ruritania proposes that the Group adopt a work plan.", "propose"},
		{"en", "We strongly support the proposal contained in Document CWG-Internet-22/4.", "support"},
		{"en", "Ruritania does not support a treaty at this stage.", "oppose reserve"},
		{"en", "Ruritania could support the text, provided that the cost is known.", "reserve"},
		{"en", "Our delegation considers it premature to take a decision.", "reserve"},
		{"en", "In our view the matter falls outside the mandate of ITU.", "oppose"},
		{"en", "This question would need further study.", "reserve"},
		{"en", "Ruritania does not oppose the proposal.", "reserve"},
		{"en", "The Group should not take up this item.", "not recommend"},
		{"en", "We urge Member States to share their experience.", "request"},
		{"en", "The Group is invited to consider this document.", ""},
		{"en", "The fund supports small villages.", ""},
		{"en", "The proposal is long.", ""},
		{"fr", "La Ruritanie propose que le Groupe élabore une feuille de route.", "propose"},
		{"fr", "Nous n'appuyons pas cette proposition.", "oppose"},
		{"fr", "Notre délégation prie le Secrétaire général de publier un rapport.", "request"},
		{"fr", "Le Groupe est invité à examiner la présente contribution.", ""},
		{"es", "Se propone abrir una consulta.", "propose"},
		{"es", "Nuestra administración insta a los Estados Miembros a cooperar.", "request"},
		{"es", "No apoyamos la creación de un nuevo grupo.", "oppose"},
		{"ru", "Наша администрация предлагает подготовить план работы.", "propose"},
		{"ru", "Мы не поддерживаем это предложение.", "oppose"},
		{"ru", "Считаем преждевременным принимать решение.", "reserve"},
		{"ru", "Группе предлагается рассмотреть настоящий документ.", ""},
		{"ar", "وتقترح إدارتنا إعداد خطة عمل للفريق.", "propose"},
		{"ar", "لا نؤيد هذا المقترح.", "oppose"},
		{"ar", "يُدعى الفريق إلى النظر في هذه الوثيقة.", ""},
		{"zh", "我国建议工作组制定工作计划。", "propose"},
		{"zh", "我方不支持该提案。", "oppose"},
		{"zh", "请理事会审议本文件。", ""},
		{"zh", "互联网的应用不断增加。", ""},
	} {
		got, _ := actsOf(claimsOf(t, c.lang, c.text))
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %q: %v, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestHolders(t *testing.T) {
	for _, c := range []struct{ text, holder, addressee string }{
		{"The Russian Federation proposes to hold a discussion.", "Russian Federation", ""},
		{"Ruritania requests the Director of BDT to organise workshops.", "Ruritania", "Director of BDT"},
		{"Freedonia supports this approach.", "Freedonia", ""},
		{"We propose to prepare recommendations for Council 2026 on the work of the Group.", "Ruritania", "CWG-Internet / Council"},
		{"It is proposed that the Group meet twice a year.", "Ruritania", "CWG-Internet"},
		{"Member States should exchange information on outages.", "Ruritania", "Member States"},
	} {
		_, acts := actsOf(claimsOf(t, "en", c.text))
		if len(acts) == 0 || acts[0].Holder != c.holder || acts[0].Addressee != c.addressee {
			t.Errorf("%q: %+v, want %s to %s", c.text, acts, c.holder, c.addressee)
		}
	}
}

func TestTiming(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "We propose a debate during the 22th and 23th meeting of the Group.", "22th and 23th meeting"},
		{"en", "We propose a plan for 2026-2030.", "2026-2030"},
		{"en", "We propose to finish by 2027.", "by 2027"},
		{"fr", "Nous proposons un débat à la 22ème et 23ème réunions.", "22ème et 23ème réunions"},
		{"es", "Proponemos un debate en la 22.ª y 23.ª reuniones.", "22.ª y 23.ª reuniones"},
		{"ru", "Мы предлагаем обсудить вопрос на 22-м и 23-м собраниях.", "22-м и 23-м собраниях"},
		{"ar", "نقترح مناقشة الموضوع في الاجتماعين الثاني والعشرين والثالث والعشرين.", "الاجتماعين الثاني والعشرين والثالث والعشرين"},
		{"zh", "我们建议在第22次和第23次会议上讨论。", "第22次和第23次会议"},
	} {
		_, acts := actsOf(claimsOf(t, c.lang, c.text))
		if len(acts) == 0 || acts[0].Timing != c.want {
			t.Errorf("%s %q: %+v, want %q", c.lang, c.text, acts, c.want)
		}
	}
}

func TestObjectIsTheDocument(t *testing.T) {
	_, acts := actsOf(claimsOf(t, "en", "We support the proposal contained in Document CWG-Internet-22/4(Rev.1)."))
	if len(acts) != 1 || acts[0].Object != "CWG-Internet-22/4(Rev.1)" {
		t.Errorf("%+v", acts)
	}
}
