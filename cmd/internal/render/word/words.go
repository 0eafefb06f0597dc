package word

// words are the few that belong to a printed document and not to the report.
type words struct {
	contents, cited, page, of, where, figure string
}

var wordsByLanguage = map[string]words{
	"en": {"Contents", "Cited passages", "Page", "of", "Where", "The figure is the number of passages."},
	"fr": {"Table des matières", "Passages cités", "Page", "sur", "Référence", "Le chiffre indique le nombre de passages."},
	"es": {"Índice", "Pasajes citados", "Página", "de", "Referencia", "La cifra indica el número de pasajes."},
	"ru": {"Содержание", "Цитируемые фрагменты", "Стр.", "из", "Место", "Цифра означает число фрагментов."},
	"ar": {"المحتويات", "المقاطع المستشهد بها", "الصفحة", "من", "الموضع", "يدل الرقم على عدد المقاطع."},
	"zh": {"目录", "引用段落", "页码", "/", "出处", "数字表示段落数。"},
}

func wordsFor(language string) words {
	if w, known := wordsByLanguage[language]; known {
		return w
	}
	return wordsByLanguage["en"]
}
