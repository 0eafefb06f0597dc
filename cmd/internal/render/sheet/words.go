package sheet

// words are the headings in one language.
type words struct {
	number, source, text, language, act, addressee, timing, themes, process, group, place, repeats string
	id, document, title, date, version, use, file, reason, status, grade, passages                 string
	// states are in the order of the four states; figure explains the number
	// beside a mark.
	states [4]string
	figure string
	sheets sheets
}

func wordsFor(language string) words {
	switch language {
	case "fr":
		return french
	case "es":
		return spanish
	case "ru":
		return russian
	case "ar":
		return arabic
	case "zh":
		return chinese
	}
	return english
}

var english = words{
	number: "No.", source: "Source", text: "Text", language: "Language", act: "Act", addressee: "Addressee", timing: "Timing",
	themes: "Themes", process: "Group's work", group: "Group", place: "Where", repeats: "Also at",
	id: "ID", document: "Document", title: "Title", date: "Date", version: "Version", use: "Use", file: "File",
	reason: "Reason", status: "Status", grade: "Grade", passages: "Passages",
	states: [4]string{"addressed", "only cited", "no passage found", "not read"},
	figure: "The figure is the number of passages; the cell leads to the first.",
	sheets: sheets{"Matrix", "Proposals", "Passages", "Documents", "Ledger"},
}

var french = words{
	number: "N°", source: "Source", text: "Texte", language: "Langue", act: "Acte", addressee: "Destinataire", timing: "Échéance",
	themes: "Thèmes", process: "Travaux du groupe", group: "Groupe", place: "Référence", repeats: "Aussi à",
	id: "ID", document: "Document", title: "Titre", date: "Date", version: "Version", use: "Emploi", file: "Fichier",
	reason: "Motif", status: "État", grade: "Qualité", passages: "Passages",
	states: [4]string{"traité", "seulement cité", "aucun passage trouvé", "non lu"},
	figure: "Le chiffre indique le nombre de passages; la cellule mène au premier.",
	sheets: sheets{"Matrice", "Propositions", "Passages", "Documents", "Fichiers"},
}

var spanish = words{
	number: "N.º", source: "Fuente", text: "Texto", language: "Idioma", act: "Acto", addressee: "Destinatario", timing: "Plazo",
	themes: "Temas", process: "Labor del grupo", group: "Grupo", place: "Referencia", repeats: "También en",
	id: "ID", document: "Documento", title: "Título", date: "Fecha", version: "Versión", use: "Uso", file: "Archivo",
	reason: "Motivo", status: "Estado", grade: "Calidad", passages: "Pasajes",
	states: [4]string{"tratado", "solo citado", "ningún pasaje encontrado", "no leído"},
	figure: "La cifra indica el número de pasajes; la celda lleva al primero.",
	sheets: sheets{"Matriz", "Propuestas", "Pasajes", "Documentos", "Archivos"},
}

var russian = words{
	number: "№", source: "Источник", text: "Текст", language: "Язык", act: "Действие", addressee: "Адресат", timing: "Срок",
	themes: "Темы", process: "Работа группы", group: "Группа", place: "Место", repeats: "Также",
	id: "ID", document: "Документ", title: "Название", date: "Дата", version: "Версия", use: "Использование", file: "Файл",
	reason: "Причина", status: "Статус", grade: "Качество", passages: "Фрагменты",
	states: [4]string{"рассмотрено", "только цитируется", "фрагментов не найдено", "не прочитано"},
	figure: "Цифра означает число фрагментов; ячейка ведёт к первому.",
	sheets: sheets{"Матрица", "Предложения", "Фрагменты", "Документы", "Файлы"},
}

var arabic = words{
	number: "الرقم", source: "المصدر", text: "النص", language: "اللغة", act: "الفعل", addressee: "الجهة المخاطَبة", timing: "الموعد",
	themes: "المواضيع", process: "عمل الفريق", group: "المجموعة", place: "الموضع", repeats: "أيضاً في",
	id: "المعرّف", document: "الوثيقة", title: "العنوان", date: "التاريخ", version: "الصيغة", use: "الاستعمال", file: "الملف",
	reason: "السبب", status: "الحالة", grade: "الجودة", passages: "المقاطع",
	states: [4]string{"تم تناوله", "استُشهد به فقط", "لم يُعثر على مقطع", "لم يُقرأ"},
	figure: "يدل الرقم على عدد المقاطع، وتؤدي الخلية إلى أولها.",
	sheets: sheets{"المصفوفة", "المقترحات", "المقاطع", "الوثائق", "الملفات"},
}

var chinese = words{
	number: "编号", source: "来源", text: "文本", language: "语言", act: "行为", addressee: "对象", timing: "时间",
	themes: "主题", process: "工作组工作", group: "组", place: "出处", repeats: "另见",
	id: "标识", document: "文件", title: "标题", date: "日期", version: "版本", use: "用途", file: "电子文件",
	reason: "原因", status: "状态", grade: "质量", passages: "段落",
	states: [4]string{"已述及", "仅引用", "未找到段落", "未读取"},
	figure: "数字表示段落数；单元格链接到第一段。",
	sheets: sheets{"矩阵", "提案", "段落", "文件", "电子文件"},
}
