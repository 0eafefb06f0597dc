package compare

import (
	"golang.org/x/text/feature/plural"

	"rapporteur/corpus"
)

// arabic counts in six forms; one and two are said by the noun alone, without a
// figure. A noun after a preposition or in a construct has its dual in "ين".
func arabic() *phrases {
	return &phrases{
		language:   "ar",
		categories: []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other},
		comma:      "، ", and: " و",
		nouns: arabicNouns,
		heads: arabicHeads, sections: arabicSections, texts: arabicTexts,
		rules: arabicRules, unnamed: arabicUnnamed, choice: "اختار المقرر مقاطع هذا الملحق ولم يخترها البرنامج؛ وعدم ورود مقاطع أخرى فيه لا يعني شيئاً بشأنها.", footer: arabicFooter,
		themeNames: "أسماء المواضيع هي الواردة في الملحق 1 بقرار المجلس 1305؛ وتدل النجمة (*) على ترجمة غير رسمية.",
		signature:  "rapporteur {program} · دليل الترميز {codebook} · المدونة {corpus}",
		states: map[corpus.CellState]string{
			corpus.CellAddressed: "تم تناوله", corpus.CellCitedOnly: "استُشهد به فقط",
			corpus.CellNotAddressed: "لم يُعثر على مقطع", corpus.CellNotRead: "لم يُقرأ",
		},
		stances: map[corpus.Act]string{
			corpus.ActSupport: "أُعرب عن التأييد من جانب: {who}.",
			corpus.ActReserve: "أُعرب عن تحفظ من جانب: {who}.",
			corpus.ActOppose:  "أُعرب عن المعارضة من جانب: {who}.",
		},
		acts: map[corpus.Act]string{
			corpus.ActPropose: "يقترح", corpus.ActSupport: "يؤيد", corpus.ActOppose: "يعارض",
			corpus.ActReserve: "يتحفظ", corpus.ActRequest: "يطلب", corpus.ActRecommend: "يوصي",
			corpus.ActView: "يرى", corpus.ActConcern: "يعرب عن القلق", corpus.ActInform: "يحيط علماً",
		},
		uses: map[string]string{
			useCompared: "خضعت للمقارنة", useSuperseded: "حلت محلها مراجعة", useLanguage: "صيغة لغوية", useCopy: "نسخة", useNotRead: "لم تُقرأ",
			useReport: "تقرير، لم يُقارن",
		},
		status: map[string]string{"read": "قُرئ", "known": "معروف من قبل", "not_read": "لم يُقرأ", "failed": "إخفاق"},
		languages: map[string]string{
			"ar": "العربية", "zh": "الصينية", "en": "الإنكليزية", "fr": "الفرنسية", "ru": "الروسية", "es": "الإسبانية",
		},
		inLanguage: map[string]string{
			"ar": "بالعربية", "zh": "بالصينية", "en": "بالإنكليزية", "fr": "بالفرنسية", "ru": "بالروسية", "es": "بالإسبانية",
		},
		reasons: map[corpus.Reason]string{
			corpus.ReasonPassword: "محمي بكلمة سر", corpus.ReasonFormat: "نسق غير معروف", corpus.ReasonGarbled: "نص مشوَّه",
			corpus.ReasonScanned: "صفحات ممسوحة ضوئياً", corpus.ReasonTooLarge: "كبير جداً", corpus.ReasonTimeout: "انقضت المهلة",
			corpus.ReasonMemory: "الذاكرة غير كافية", corpus.ReasonBroken: "ملف تالف", corpus.ReasonEmpty: "بلا نص",
			corpus.ReasonDuplicate: "الملف نفسه مرتين",
		},
		addressees: map[string]string{
			"Council": "المجلس", "CWG-Internet": "فريق العمل", "Plenipotentiary Conference": "مؤتمر المندوبين المفوضين",
			"Secretary-General": "الأمين العام", "Director of BDT": "مدير مكتب تنمية الاتصالات", "Director of TSB": "مدير مكتب تقييس الاتصالات",
			"Director of BR": "مدير مكتب الاتصالات الراديوية", "Member States": "الدول الأعضاء", "ITU": "الاتحاد",
			"Directors of the Bureaux": "مديرو المكاتب", "IGF": "منتدى إدارة الإنترنت", "United Nations": "الأمم المتحدة", "stakeholders": "أصحاب المصلحة",
		},
		versions: map[string]string{"original": "النص الأصلي"},
		unknown:  "المصدر غير مبيَّن",
		months: [12]string{
			"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
		},
		date: "{day} {month} {year}", page: "ص {n}",
		columns: arabicColumns,
	}
}

var arabicNouns = map[string]string{
	"contributions":    "# مساهمة|مساهمة واحدة|مساهمتان|# مساهمات|# مساهمة|# مساهمة",
	"contributions.in": "# مساهمة|مساهمة واحدة|مساهمتين|# مساهمات|# مساهمة|# مساهمة",
	"documents":        "# وثيقة|وثيقة واحدة|وثيقتان|# وثائق|# وثيقة|# وثيقة",
	"documents.in":     "# وثيقة|وثيقة واحدة|وثيقتين|# وثائق|# وثيقة|# وثيقة",
	"members":          "# دولة عضو|دولة عضو واحدة|دولتان عضوان|# دول أعضاء|# دولة عضواً|# دولة عضو",
	"groups":           "# مجموعة|مجموعة واحدة|مجموعتان|# مجموعات|# مجموعة|# مجموعة",
	"others":           "# مصدر آخر|مصدر آخر واحد|مصدران آخران|# مصادر أخرى|# مصدراً آخر|# مصدر آخر",
	"proposals":        "# مقترح|مقترح واحد|مقترحان|# مقترحات|# مقترحاً|# مقترح",
	"passages":         "# مقطع|مقطع واحد|مقطعان|# مقاطع|# مقطعاً|# مقطع",
	"files":            "# ملف|ملف واحد|ملفان|# ملفات|# ملفاً|# ملف",
	"sources":          "# مصدر|مصدر واحد|مصدران|# مصادر|# مصدراً|# مصدر",
	"sessions":         "# دورة|دورة واحدة|دورتان|# دورات|# دورة|# دورة",
}

var arabicHeads = heads{
	title: "مقارنة المساهمات المقدمة إلى فريق العمل التابع للمجلس المعني بقضايا السياسات العامة الدولية المتعلقة بالإنترنت",
	cover: "معلومات عن هذا التقرير", received: "موجز ما ورد", reading: "كيفية قراءة هذا التقرير",
	matrix: "من تناول ماذا", overview: "المواضيع بحسب عدد المساهمات", process: "عمل الفريق نفسه",
	other: "مقترحات خارج المواضيع الاثني عشر", register: "سجل المقترحات",
	recommendations: "عناصر توصيات إلى المجلس", workplan: "مشروع خارطة طريق وخطة عمل، للنظر فيه",
	meetings: "التغييرات بين الاجتماعات", revisions: "التغييرات في الوثائق المراجَعة", documents: "ملحق: قائمة الوثائق",
	ledger: "ملحق: سجل الملفات", uncertain: "ملحق: علامات غير مؤكدة", chosen: "ملحق: مقاطع اختارها المقرر", standing: "صفة هذا التقرير",
}

var arabicSections = sections{
	challenges: "التحديات والمخاطر", gaps: "الثغرات في مشاركة الدول وفي الترتيبات", practices: "الحلول والممارسات الممكنة",
	positions: "المواقف", proposals: "المقترحات", common: "القواسم المشتركة", differing: "الآراء المختلفة", open: "مسائل لا تزال مفتوحة",
}

var arabicTexts = texts{
	received:  "حتى {cutoff}، وردت لأغراض {meetings}: {works@contributions} في {documents@documents.in} ({sources}).",
	uses:      "الخاضعة للمقارنة: {compared@documents}؛ التي حلت محلها مراجعة: {superseded@documents}؛ الصيغ اللغوية الأخرى: {language@documents}؛ النسخ: {copies@documents}.",
	languages: "لغات الوثائق الخاضعة للمقارنة: {languages}.",
	reports:   "ما أُدرج في القائمة ولم يُقارن لأنه صادر عن رئيس أو عن الأمانة ولا يتضمن رأياً خاصاً بدولة عضو: {n@documents}.",
	notRead:   "ما تعذرت قراءته ولا يدخل في المقارنة: {n@files}.",
	withheld:  "ما طلب مصدره عدم ذكر اسمه، وهو محسوب أعلاه ولا يُقتبس منه في أي موضع: {n@contributions}.",
	addressed: "يجري تناول هذا الموضوع في {works} من أصل {all@contributions.in} ({sources}).",
	citedOnly: "استُشهد به فقط، دون رأي خاص، من جانب: {who}.",
	silent:    "لم يُعثر على أي مقطع في مساهمات: {who}.",
	unread:    "تعذرت قراءة أي شيء من: {who}.",
	more:      "من المصدر نفسه أيضاً، {n@passages}:",

	registered: "ما عُثر عليه: {proposals@proposals} في {works@contributions.in} ({sources}).",
	similar:    "{id}: {proposals@proposals} في {works@contributions.in} ({sources})، متشابهة: {who}.",
	stanceOnly: "{id}: تتخذ مساهمات أخرى موقفاً من: {who}.",
	central:    "بعبارات المقترح الأكثر مركزية:",
	onSubject:  "بشأن الموضوع نفسه، دون تسمية الوثيقة: {stance}",
	grouped:    "كوَّن هذه المجموعة محلل.",
	renamed:    "سمَّى هذه المجموعة محلل.",

	openSingle:   "لا تقدم أي مساهمة أخرى مقترحاً مشابهاً ولا تتخذ موقفاً مما يلي: {n@proposals} ({ids}).",
	openReserved: "أُعرب عن تحفظ بشأن موضوع ما يلي: {n@proposals} ({ids}).",
	openOpposed:  "أُعرب عن المعارضة بشأن موضوع ما يلي: {n@proposals} ({ids}).",

	council:       "ما هو موجَّه إلى المجلس أو يطلب توصيات أو تقارير إليه: {proposals@proposals} في {works@contributions.in} ({sources}): {ids}.",
	councilSingle: "ما لا يشبهه أي مقترح آخر: {proposals@proposals}:",
	councilNone:   "لم يُعثر على أي مقترح موجَّه إلى المجلس أو يطلب توصيات إليه.",

	plan:         "ما يتعلق بخطة عمل أو خارطة طريق أو بمواضيع الدورات: {proposals@proposals} في {works@contributions.in} ({sources}): {ids}.",
	planPeriod:   "الفترة المذكورة في {works@contributions.in}: {period}.",
	planMeetings: "الاجتماعات المذكورة في المقترحات: {meetings}.",
	planNone:     "لم يُعثر على أي مقترح يتعلق بخطة عمل أو بمواضيع الدورات؛ ولم توضع أي مسودة.",
	planRule:     "يخصص المخطط التالي موضوعاً لكل دورة من دورات الفترة: أولاً المواضيع التي تقدم أكثر المصادر مقترحات بشأنها، ثم المواضيع التي لا تثار بشأنها إلا تحديات أو ثغرات؛ وما زاد منها يضاف إلى الدورات الأخيرة. وحيثما ذُكرت سنوات، فالعدد المفترض في السنة: {n@sessions}. والنواتج الصريحة هي مقترحات مقتبسة. وكل ذلك مقدَّم للنظر فيه.",
	planItem:     "{session}: الموضوع {theme}، {label}. ما قُدم بشأنه في {works@contributions.in} ({sources}): {proposals@proposals}. للنظر فيه.",
	planRaised:   "{session}: الموضوع {theme}، {label}. لا مقترح بشأنه؛ وتثار تحديات أو ثغرات في {works@contributions.in} ({sources}). للنظر فيه.",
	planOpen:     "{session}: لم يبق أي موضوع؛ واختيار الموضوع متروك للفريق. للنظر فيه.",
	planChoice:   "يختاره الفريق",
	planNamed:    "{session}: ما يذكر هذا الاجتماع: {proposals@proposals} ({ids}). للنظر فيه.",
	planSession:  "{year}، الدورة {n}",
	planOrdinal:  "الدورة {n}",
	consider:     "للنظر فيه",

	meeting:      "{who}، {meeting} مقارنة بما سبقه ({previous}): المقترحات الجديدة: {new}؛ المكررة: {repeated}؛ المغيَّرة: {changed}؛ غير المكررة: {dropped}.",
	meetingTotal: "{meeting} مقارنة بالاجتماع السابق ({sources@sources}): المقترحات الجديدة: {new}؛ المكررة: {repeated}؛ المغيَّرة: {changed}؛ غير المكررة: {dropped}.",
	meetingNote:  "تُطابَق مقترحات المصدر الواحد في اجتماعين بحسب التشابه. وعدم تكرار مقترح لا يدل على شيء من موقف مصدره.",
	revision:     "{symbol} مقارنة بما سبقها ({old}): الفقرات الجديدة: {new}؛ المغيَّرة: {changed}؛ المحذوفة: {removed}؛ التي لم تتغير: {same}.",
	new:          "جديدة", was: "كانت", now: "أصبحت", removed: "محذوفة",
	uncertain: "المواضيع المقترحة آلياً فقط، وهي غير محسوبة في أي موضع من هذا التقرير: {n@passages}؛ والمعروض منها، بدءاً بأكثرها تأكيداً: {shown}.",

	members: "{n~دولة عضو واحدة|دولتان عضوان|بعض الدول الأعضاء (#)}",
	groups:  "{n~مجموعة إقليمية واحدة|مجموعتان إقليميتان|بعض المجموعات الإقليمية (#)}", others: "{n~مصدر آخر واحد|مصدران آخران|بعض المصادر الأخرى (#)}",
	named: "باسم المصدر", attributed: "دون أسماء المصادر",
	coverMeetings: "الاجتماعات", coverCutoff: "الموعد النهائي", coverAttribution: "نسبة الآراء", coverLanguage: "اللغة",
	coverProgram: "البرنامج", coverCodebook: "دليل الترميز", coverCorpus: "المدونة", coverWorks: "المساهمات", coverUnits: "المصادر",
}

var arabicColumns = columns{
	theme: "الموضوع", proposal: "الرقم", source: "المصدر", text: "النص", addressee: "الجهة المخاطَبة", timing: "الموعد",
	themes: "المواضيع", process: "عمل الفريق", place: "الموضع", document: "الوثيقة", title: "العنوان", date: "التاريخ",
	language: "اللغة", version: "الصيغة", use: "الاستعمال", file: "الملف", status: "الحالة", reason: "السبب",
	works: "المساهمات", members: "الدول الأعضاء", groups: "المجموعات", others: "المصادر الأخرى", proposals: "المقترحات", score: "الدرجة",
	citing: "مصادر تستشهد به فقط", silent: "مصادر لا مقطع لها بشأنه", unread: "مصادر لم تُقرأ",
	session: "الدورة", issue: "المسألة المواضيعية", raised: "أثارها", outputs: "النواتج الصريحة", rests: "تستند إلى",
	meeting: "الاجتماع", since: "منذ", new: "الجديدة", repeated: "المكررة", changed: "المغيَّرة", notRepeated: "غير المكررة",
}

var arabicRules = []string{
	"تُحسب المساهمات بوصفها أعمالاً: فالمراجعة أو الصيغة اللغوية أو الملف المرفق لا يشكل مساهمة أخرى.",
	"تُحسب المجموعة بوصفها مجموعة ولا تُفصَّل أبداً إلى أعضائها؛ ويُحسب الموقعون المشاركون المذكورون بأسمائهم واحداً واحداً.",
	"تتناول المساهمة موضوعاً إذا قال أحد مقاطعها على الأقل شيئاً خاصاً بمصدرها بشأنه؛ أما المقطع الذي يستشهد بنص آخر فقط فيظهر بوصفه مستشهداً.",
	"عدم العثور على مقطع لا يعني غير ذلك: فالصمت ليس تأييداً ولا معارضة.",
	"حيثما لا تُذكر الدول الأعضاء بأسمائها، فإن «دولة عضو واحدة» تعني 1، و«دولتان عضوان» تعني 2، و«بعض الدول الأعضاء» تعني 3 أو أكثر، ويُذكر العدد الدقيق إلى جانبها؛ ولا توجد ألفاظ كمية أخرى.",
	"القواسم المشتركة هي مقترحات من مصادر مختلفة، متشابهة بمفاهيم دليل الترميز وبألفاظها، ولم يُعثر بشأنها على تحفظ أو معارضة؛ وهي ليست اتفاقاً. ويُحتسب الموقف إذا ذكر النص الوثيقة، أو تحدث عن موضوع المقترح واقتُبس منه.",
	"الاقتباسات حرفية، بلغة الوثيقة الخاضعة للمقارنة، بما فيها من أخطاء.",
	"تَرِد المصادر بالترتيب الأبجدي لأسمائها بلغة التقرير؛ وتحمل الفقرات والمقترحات ومجموعات الآراء الأرقام نفسها بجميع اللغات. وعمل الفريق نفسه مفصول عن المواضيع الاثني عشر.",
	"عُثر على المقاطع ورُتبت آلياً، وفق قواعد ثابتة ودليل ترميز؛ وتَرِد في الصفحة الأولى الإصدارات التي تتيح إعادة إنتاج هذا التقرير. ولم يُكتب أي شيء بواسطة نموذج لغوي.",
}

const arabicUnnamed = "لا يُذكر في هذا التقرير اسم أي مصدر. وإذا ذكر اقتباس مصدراً، اقتُطع الاسم منه وحلت محله العلامة […]؛ وكل جزء حرفي. وتتمايز الوثائق ببداية بصمتها الرقمية."

var arabicFooter = []string{
	"أُعد هذا التقرير بمساعدة آلة استناداً إلى الوثائق المذكورة فيه.",
	"وهو لا يمثل رأياً متفقاً عليه، وليس موقفاً للاتحاد أو لأي من مقدمي المساهمات.",
	"يرجى الرجوع إلى الوثائق الأصلية.",
}
