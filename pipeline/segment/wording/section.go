package wording

import "strings"

// Kind says what a heading opens.
type Kind int

// The kinds of known headings.
const (
	// Unknown is no known heading.
	Unknown Kind = iota
	// Box headings open the box under the cover: purpose, action required,
	// summary, references.
	Box
	// Section headings open a part of the body.
	Section
	// Annex headings open what is attached.
	Annex
	// Form headings are the label lines of a form: "Document", "Abstract".
	Form
)

var boxNames = names(`purpose|objective|action required|action required by the council|action required by the meeting|action|summary|abstract|executive summary
|relevant link(s) with the strategic plan|relevant links with the strategic plan|financial implications|financial implication
|objet|suite a donner|suites a donner|mesures a prendre|mesure a prendre|resume|lien avec le plan strategique|incidences financieres|incidence financiere|incidences
|finalidad|objeto|accion solicitada|accion solicitada al consejo|resumen|resumen ejecutivo|vinculo con el plan estrategico|repercusiones financieras
|цель|цель документа|необходимые действия|требуемые действия|резюме|краткое содержание|аннотация|связь со стратегическим планом|финансовые последствия
|الغرض|الإجراء المطلوب|الإجراءات المطلوبة|الاجراء المطلوب|ملخص|موجز|خلاصة تنفيذية|الصلة بالخطة الاستراتيجية|الآثار المالية
|目的|需采取的行动|要求采取的行动|概要|摘要|内容提要|提要|与战略规划的关系|财务影响`)

var referenceNames = names(`references|reference|reference documents|references documentaires|referencias|documentos de referencia|справочные материалы|справочные документы|источники
|ссылки|المراجع|مراجع|参考文件|参考资料|参考文献`)

var sectionNames = names(`introduction|background|context|discussion|consideration|considerations|analysis|overview|general|preamble|scope|rationale|reasons
|proposal|proposals|our proposal|our proposals|recommendation|recommendations|conclusion|conclusions|next steps|way forward|the way forward|challenges|issues
|conclusions and recommendations|proposals and recommendations|conclusion and recommendations|introduction and background|concluding remarks|final remarks|general comments|specific comments
|work plan|objectives|views|position|comments|principles|roadmap|definitions|table of contents|contents|acknowledgements|bibliography|notes
|rappel|contexte|historique|generalites|examen|analyse|considerations generales|proposition|propositions|recommandation|recommandations|remarques|observations|motifs|sommaire
|introduccion|antecedentes|contexto|debate|discusion|consideraciones|analisis|propuesta|propuestas|recomendacion|recomendaciones|conclusion|conclusiones|observaciones|motivos|consideraciones generales
|введение|история вопроса|базовая информация|справочная информация|общая информация|общие сведения|обсуждение|соображения|анализ|предложение|предложения|рекомендация|рекомендации|вывод|выводы|заключение|основания|контекст|общие положения
|مقدمة|المقدمة|معلومات أساسية|خلفية|الخلفية|السياق|مناقشة|المناقشة|اعتبارات|تحليل|مقترح|مقترحات|المقترح|المقترحات|اقتراح|اقتراحات|توصية|توصيات|التوصيات|خلاصة|الخلاصة|خاتمة|الخاتمة|استنتاجات|الاستنتاجات|الأسباب|خلاصة وتوصيات
|引言|前言|导言|背景|背景情况|背景信息|讨论|讨论情况|考虑|审议|分析|提案|建议|意见|结论|结论和建议|总结|理由|概述`)

var annexNames = []string{
	"annex", "appendix", "attachment", "annexe", "appendice", "piece jointe", "anexo", "apendice", "adjunto", "приложение", "дополнение",
	"الملحق", "ملحق", "التذييل", "المرفق", "مرفق", "附件", "附录", "附录件",
}

var formNames = names(`document|title|source|text|body|content|keywords|contribution|attachments|description|titre|texte|titulo|texto|документ|текст|العنوان|النص|标题|正文|关键词`)

// names makes a set of folded names.
func names(list string) map[string]bool {
	out := map[string]bool{}
	for n := range strings.SplitSeq(list, "|") {
		out[Fold(n)] = true
	}
	return out
}

// Heading says what a line opens by its words alone: the line must be the name
// and nothing else. Numbers in front must have been taken off.
func Heading(line string) Kind {
	if len(line) > 120 {
		return Unknown
	}
	s := Fold(line)
	switch {
	case s == "":
		return Unknown
	case boxNames[s], referenceNames[s]:
		return Box
	case sectionNames[s]:
		return Section
	case isAnnex(s):
		return Annex
	case formNames[s]:
		return Form
	}
	return Unknown
}

// isAnnex reports whether a folded line is "Annex", "Annex 1" or "Annex A: …".
func isAnnex(s string) bool {
	for _, name := range annexNames {
		rest, ok := strings.CutPrefix(s, name)
		if !ok {
			continue
		}
		rest = strings.Trim(rest, " .:-()")
		if rest == "" || len([]rune(rest)) <= 4 && !strings.ContainsAny(rest, " ") {
			return true
		}
		if number, _, ok := strings.Cut(rest, " "); ok && len([]rune(number)) <= 4 && len(rest) <= 90 && strings.ContainsAny(number, "0123456789:.-") {
			return true
		}
	}
	return false
}
