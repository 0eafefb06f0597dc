package render

// words are the few that belong to a page and not to the report.
type words struct {
	Contents, Cited, Documents, Figure, Timeline, Table, Skip string
	// colon stands between a document and its places, semicolon between places.
	Colon, Semicolon string
}

var wordsByLanguage = map[string]words{
	"en": {
		Contents: "Contents", Cited: "Cited passages", Documents: "documents", Figure: "The figure is the number of passages.",
		Timeline: "When the documents are dated", Table: "in words", Skip: "Skip to the report",
		Colon: ": ", Semicolon: "; ",
	},
	"fr": {
		Contents: "Table des matières", Cited: "Passages cités", Documents: "documents", Figure: "Le chiffre indique le nombre de passages.",
		Timeline: "Dates des documents", Table: "en mots", Skip: "Aller au rapport",
		Colon: ": ", Semicolon: "; ",
	},
	"es": {
		Contents: "Índice", Cited: "Pasajes citados", Documents: "documentos", Figure: "La cifra indica el número de pasajes.",
		Timeline: "Fechas de los documentos", Table: "en palabras", Skip: "Ir al informe",
		Colon: ": ", Semicolon: "; ",
	},
	"ru": {
		Contents: "Содержание", Cited: "Цитируемые фрагменты", Documents: "документы", Figure: "Цифра означает число фрагментов.",
		Timeline: "Даты документов", Table: "словами", Skip: "Перейти к отчету",
		Colon: ": ", Semicolon: "; ",
	},
	"ar": {
		Contents: "المحتويات", Cited: "المقاطع المستشهد بها", Documents: "الوثائق", Figure: "يدل الرقم على عدد المقاطع.",
		Timeline: "تواريخ الوثائق", Table: "بالكلمات", Skip: "الانتقال إلى التقرير",
		Colon: ": ", Semicolon: "؛ ",
	},
	"zh": {
		Contents: "目录", Cited: "引用段落", Documents: "文件", Figure: "数字表示段落数。",
		Timeline: "文件日期", Table: "文字版", Skip: "跳至报告",
		Colon: "：", Semicolon: "；",
	},
}

func wordsFor(language string) words {
	if w, known := wordsByLanguage[language]; known {
		return w
	}
	return wordsByLanguage["en"]
}
