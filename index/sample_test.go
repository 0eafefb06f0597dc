package index

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"rapporteur/corpus"
)

// vocabulary is what sample passages are made of: words in several forms, so
// that stemming has something to do, and stop words.
var vocabulary = map[string][]string{
	"en": strings.Fields(`the of and to in a for on with that cost costs costly connectivity connecting connect connected
		country countries developing development internet governance govern government governments' domain names name
		Ruritania's Ruritania e-mail policy policies proposes proposal proposals propose training rights right State States
		IPv6 cyber-security secure security café naïve rural networks network networking not who WHO 2025 22`),
	"fr": strings.Fields(`le la les de des du et à en pour l’accès l'internet d’Internet coût coûts connectivité connecter
		pays développement développés économie économique économiques gouvernance gouvernement gouvernements proposition
		propositions propose proposer État États réseau réseaux noms domaine numérique numériques Freedonie sécurité rural
		rurales formation droit droits que qui dans pas`),
	"es": strings.Fields(`el la los las de del y en para que con costo costos coste conectividad conectar país países
		desarrollo desarrollar economía económica económicos gobernanza gobierno gobiernos propuesta propuestas propone
		proponer Estado Estados red redes nombres dominio digital digitales Silvania seguridad rural rurales formación no`),
	"ru": strings.Fields(`и в на с по для что не стоимость стоимости подключение подключения подключений страна страны
		стран развитие развития экономика экономики управление управления интернет интернета Интернетом государство
		государства государств предложение предложения предлагает сеть сети сетей ещё учёт безопасность Бордурия прав права`),
	"ar": strings.Fields(`في من على إلى و التكلفة تكلفة تكاليف الإنترنت إنترنت بالإنترنت للإنترنت الحوكمة حوكمة البلدان
		بلدان النامية نامية اقتصاد الاقتصاد واقتصاد اقتصادية الدول دولة دول مقترح المقترحات مقترحات شبكة الشبكات شَبَكَة
		الأمن أمن أمــن بالأمن وللدول لدول ولشبكة كتكلفة فبالحوكمة وبالبلدان سيلدافيا تدريب حقوق الحق`),
	"zh": strings.Fields(`互联网 互联网治理 治理 网络 网络安全 安全 发展中国家 国家 发展 经济 连接 连接成本 成本 提案 建议
		，提出。 域名 数字 数字经济 权利 培训 IPv6 ITU 西尔瓦尼亚 网 的 和 在`),
	"und": strings.Fields(`costs kosten internet netz verbindung rural 22 les`),
}

var sampleLanguages = []string{"en", "en", "en", "fr", "es", "ru", "ar", "zh", "und"}

// sampleEntry makes a passage of its own for every n.
func sampleEntry(r *rand.Rand, n int) Entry {
	lang := sampleLanguages[r.IntN(len(sampleLanguages))]
	meeting := fmt.Sprintf("CWG-Internet-%d", 20+r.IntN(4))
	symbol := fmt.Sprintf("%s/%d", meeting, 1+r.IntN(30))
	e := Entry{
		Ref: symbol, Symbol: symbol, Meeting: meeting,
		Date:    fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)),
		Sources: pick(r, 2, "XRU", "XFR", "XSY", "XBO", "XSD"), Kind: corpus.Kinds()[r.IntN(8)],
		Process: r.IntN(20) == 0, Superseded: r.IntN(15) == 0, Title: "On costs", Status: "tagged",
	}
	if r.IntN(3) == 0 {
		e.Groups = pick(r, 1, "RCC", "APT")
	}
	for t := range corpus.Themes() {
		if r.IntN(8) == 0 {
			e.Themes = append(e.Themes, corpus.Theme(t+1))
		}
	}
	if r.IntN(2) == 0 {
		e.Acts = []corpus.Act{corpus.Acts()[r.IntN(9)]}
	}
	e.Passage = corpus.Passage{
		ID: fmt.Sprintf("%s#p%d", symbol, n), Ordinal: n, Page: 1 + r.IntN(9), Role: corpus.RoleBody,
		Language: lang, Text: sampleText(r, lang), Section: "Proposals",
	}
	return e
}

func sampleText(r *rand.Rand, lang string) string {
	var b strings.Builder
	for i := range 4 + r.IntN(24) {
		w := vocabulary[lang][r.IntN(len(vocabulary[lang]))]
		if i > 0 && (lang != "zh" || r.IntN(5) == 0) {
			b.WriteString([]string{" ", " ", " ", ", ", ". ", " – "}[r.IntN(6)])
		}
		if r.IntN(12) == 0 {
			w = strings.ToUpper(w)
		}
		b.WriteString(w)
	}
	return b.String()
}

func pick(r *rand.Rand, n int, from ...string) []string {
	var out []string
	for range 1 + r.IntN(n) {
		out = append(out, from[r.IntN(len(from))])
	}
	return present(out...)
}

// zipfEntries makes passages of about a hundred words whose frequencies are
// like those of real text.
func zipfEntries(n int) []Entry {
	r := rand.New(rand.NewPCG(7, 7))
	z := rand.NewZipf(r, 1.07, 4, 60000)
	words := make([]string, 60001)
	for i := range words {
		words[i] = pseudoWord(r, i)
	}
	out := make([]Entry, n)
	for i := range out {
		out[i] = sampleEntry(r, i)
		if lang := out[i].Passage.Language; lang == "zh" || lang == "ar" || lang == "ru" {
			out[i].Passage.Text = strings.Repeat(out[i].Passage.Text+" ", 4)
			continue
		}
		var b strings.Builder
		for w := range 40 + r.IntN(120) {
			if w > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(words[z.Uint64()])
		}
		out[i].Passage.Text = b.String()
	}
	return out
}

func pseudoWord(r *rand.Rand, i int) string {
	if i < 12 {
		return []string{"the", "of", "and", "to", "in", "a", "for", "on", "with", "that", "is", "by"}[i]
	}
	var b strings.Builder
	for range 1 + min(3, (i+40)/60) + r.IntN(2) {
		b.WriteByte("bcdfghlmnprstv"[r.IntN(14)])
		b.WriteByte("aeiou"[r.IntN(5)])
		b.WriteString([]string{"", "", "n", "r", "s", "l"}[r.IntN(6)])
	}
	return b.String() + []string{"", "", "", "s", "ing", "ed", "tion", "ment", "al"}[r.IntN(9)]
}

func newRand() *rand.Rand { return rand.New(rand.NewPCG(11, 13)) }
