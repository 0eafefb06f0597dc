package plain

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// texts are sentences of invented States, long and short, by language.
var texts = map[string][]string{
	"en": {
		"Ruritania’s proposal – made at the last meeting – reads: “Members should share their experience”. It costs €5 million…",
		"The “open” network of Freedonia",
		"Sylvania’s view",
		"first – then second",
	},
	"fr": {
		"La Ruritanie considère que l’accès à Internet dépend d’une coopération étroite entre les États et les opérateurs. À cet égard, elle a déjà présenté une étude.",
		"Sécurité des réseaux et qualité de service",
		"Proposition présentée à la réunion",
		"Protection des données",
		"RÉSOLUTION GÉNÉRALE DE LA RÉUNION",
		"Les œuvres du Conseil",
	},
	"es": {
		"La delegación de Borduria presentó una contribución sobre la gestión de los nombres de dominio. ¿Qué medidas adoptarán los países en los próximos años?",
		"Protección de los niños en línea",
		"La reunión de mañana",
		"DECLARACIÓN DE LA REGIÓN",
	},
	"pt": {"A Freedônia não apoia a proposição apresentada na sessão; a situação das nações em desenvolvimento é difícil."},
	"de": {"Syldavien unterstützt die Vorschläge für größere Sicherheit und schlägt ein Gespräch über künftige Maßnahmen vor."},
	"pl": {"Państwo członkowskie przedstawiło wniosek dotyczący bezpieczeństwa sieci i ochrony dzieci; współpraca będzie się rozwijać, także w przyszłości."},
	"cs": {"Členské státy by měly zvýšit úsilí, aby přístup k síti byl možný pro všechny; příští schůze se uskuteční v září."},
	"ru": {
		"Руритания предлагает подготовить план работы группы и обсудить вопросы управления Интернетом на следующей сессии. Государства-члены представят свои мнения.",
		"Предложения по безопасности",
		"Защита детей",
		"ПРОЕКТ РЕЗОЛЮЦИИ СОВЕТА",
		"«Роль» государств – важная тема",
	},
	"ar": {
		"تقترح روريتانيا عقد مناقشة بشأن التحديات التي تواجه الدول الأعضاء في إدارة الإنترنت، وإعداد خطة عمل للفترة المقبلة.",
		"حماية الأطفال على الإنترنت",
		"أمن الشبكات",
	},
	"zh": {
		"鲁里坦尼亚建议工作组就互联网治理面临的挑战开展讨论，并为下一届会议拟定工作计划。各成员国将提交意见。",
		"保护上网儿童",
		"互联网公共政策问题",
	},
	"zh-hant": {
		"魯里坦尼亞建議工作組就網際網路治理面臨的挑戰展開討論，並為下一屆會議擬定工作計畫。各會員國將提交意見。",
		"保護上網兒童",
	},
}

// codings are the encodings that texts of a language are met in. The name is
// that of the encoding, or of one that reads the text the same.
var codings = []struct {
	name  string
	enc   encoding.Encoding
	langs string
}{
	{"utf-8", unicode.UTF8, "en fr es pt de pl cs ru ar zh zh-hant"},
	{"utf-8", unicode.UTF8BOM, "en fr es pt de pl cs ru ar zh zh-hant"},
	{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "en fr es ru ar zh zh-hant"},
	{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "en fr es ru ar zh zh-hant"},
	{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "en fr es ru ar zh zh-hant"},
	{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "en fr es ru ar zh zh-hant"},
	{"windows-1252", charmap.Windows1252, "en fr es pt de"},
	{"iso-8859-1", charmap.ISO8859_1, "fr es pt de"},
	{"iso-8859-15", charmap.ISO8859_15, "fr es pt de"},
	{"macintosh", charmap.Macintosh, "en fr es pt de"},
	{"ibm850", charmap.CodePage850, "fr es pt de"},
	{"ibm437", charmap.CodePage437, "fr es de"},
	{"windows-1250", charmap.Windows1250, "pl"},
	{"iso-8859-2", charmap.ISO8859_2, "pl cs"},
	{"windows-1251", charmap.Windows1251, "ru"},
	{"koi8-r", charmap.KOI8R, "ru"},
	{"ibm866", charmap.CodePage866, "ru"},
	{"iso-8859-5", charmap.ISO8859_5, "ru"},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic, "ru"},
	{"windows-1256", charmap.Windows1256, "ar"},
	{"iso-8859-6", charmap.ISO8859_6, "ar"},
	{"gbk", simplifiedchinese.GBK, "zh"},
	{"gb18030", simplifiedchinese.GB18030, "zh zh-hant"},
	{"big5", traditionalchinese.Big5, "zh-hant"},
}

// TestDecodeEncodings encodes every text in every encoding that can hold it;
// the text that comes back must be the text that went in.
func TestDecodeEncodings(t *testing.T) {
	all := 0
	var wrong []string
	for _, coding := range codings {
		for _, lang := range strings.Fields(coding.langs) {
			for _, text := range texts[lang] {
				data, err := coding.enc.NewEncoder().Bytes([]byte(text))
				if err != nil {
					continue
				}
				if coding.name == "iso-8859-6" && len(data) < 40 {
					continue // its letters and those of windows-1256 differ too little
				}
				all++
				if got, charset, err := Decode(data); got != text {
					wrong = append(wrong, fmt.Sprintf("%s %s: as %s, %v\n\t%s\n\t%s", coding.name, lang, charset, err, text, got))
				}
			}
		}
	}
	t.Logf("%d of %d texts decoded", all-len(wrong), all)
	for _, w := range wrong {
		t.Error(w)
	}
}

func TestDecodeMixed(t *testing.T) {
	long := strings.Repeat("“Ruritania’s” view – état\n", 5)
	win := func(text string, c *charmap.Charmap) string {
		s, err := c.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String(texts["zh"][0])
	for name, tc := range map[string]struct{ data, want, charset string }{
		"stray bytes":            {long + "Sylvania\x92s \x93view\x94 – é\n", long + "Sylvania’s “view” – é\n", "utf-8 with windows-1252"},
		"stray byte in Russian":  {texts["ru"][0] + " \xabмир\xbb", texts["ru"][0] + " «мир»", "utf-8 with windows-1252"},
		"lines in another":       {long + win(texts["fr"][0], charmap.Windows1252) + "\n" + long, long + texts["fr"][0] + "\n" + long, "utf-8 with windows-1252"},
		"Russian lines":          {texts["ru"][0] + "\n" + texts["ru"][4] + "\n" + win(texts["ru"][1], charmap.Windows1251), texts["ru"][0] + "\n" + texts["ru"][4] + "\n" + texts["ru"][1], "utf-8 with windows-1251"},
		"a Chinese line":         {texts["zh"][0] + "\n" + texts["zh"][1] + "\n" + gbk, texts["zh"][0] + "\n" + texts["zh"][1] + "\n" + texts["zh"][0], "utf-8 with gb18030"},
		"cut in a character":     {"état, Ruritanie\xc3", "état, Ruritanie", "utf-8"},
		"mojibake among UTF-8":   {"Sylvania’s view\nFreedoniaâ€™s vue gÃ©nÃ©rale", "Sylvania’s view\nFreedonia’s vue générale", "utf-8"},
		"mojibake in old bytes":  {"gÃ©nÃ©ral\n\x93view\x94", "général\n“view”", "utf-8"},
		"ASCII":                  {"Ruritania", "Ruritania", "utf-8"},
		"a lost character stays": {"vis\ufffd\ufffdvis", "vis\ufffd\ufffdvis", "utf-8"},
	} {
		got, charset, err := Decode([]byte(tc.data))
		if got != tc.want || err != nil || !strings.HasPrefix(charset, tc.charset) {
			t.Errorf("%s: %s, %v\n got %q\nwant %q", name, charset, err, got, tc.want)
		}
	}
}

func TestIsBinary(t *testing.T) {
	for name, tc := range map[string]struct {
		data string
		want bool
	}{
		"PDF":     {"%PDF-1.7\nxxxx", true},
		"zip":     {"PK\x03\x04 word/document.xml", true},
		"noise":   {string([]byte{1, 2, 3, 4, 5, 200, 0, 9, 8, 7, 6, 14, 15, 0, 0, 1}), true},
		"text":    {"Ruritania proposes.\r\n\f", false},
		"RTF":     {`{\rtf1\ansi x}`, false},
		"UTF-16":  {"R\x00u\x00r\x00i\x00t\x00a\x00n\x00i\x00a\x00", false},
		"nothing": {"", false},
	} {
		if got := IsBinary([]byte(tc.data)); got != tc.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
	for _, coding := range codings {
		for _, lang := range strings.Fields(coding.langs) {
			for _, text := range texts[lang] {
				if data, err := coding.enc.NewEncoder().Bytes([]byte(text)); err == nil && IsBinary(data) {
					t.Errorf("%s %s is taken for binary", coding.name, lang)
				}
			}
		}
	}
}
