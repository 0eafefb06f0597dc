package office

import "strings"

// maxRepeats is how often a letter may stand before numbers become decimal.
const maxRepeats = 30

// alphabets are the signs of the formats that count by letters. After the last
// one, each is doubled, then trebled: z, aa, bb.
var alphabets = map[string][]string{
	"upperLetter":     split("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
	"lowerLetter":     split("abcdefghijklmnopqrstuvwxyz"),
	"chicago":         split("*†‡§"),
	"russianUpper":    split("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
	"russianLower":    split("абвгдежзиклмнопрстуфхцчшщыэюя"),
	"greekUpper":      split("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"),
	"greekLower":      split("αβγδεζηθικλμνξοπρστυφχψω"),
	"arabicAlpha":     split("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
	"arabicAbjad":     split("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
	"hebrew2":         split("אבגדהוזחטיכלמנסעפצקרשת"),
	"hindiVowels":     split("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"), // as in the standard, which has the two names swapped
	"hindiConsonants": split("अआइईउऊऋऌऍऎएऐऑऒओऔ"),
	"thaiLetters":     split("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
	"ganada":          split("가나다라마바사아자차카타파하"),
	"chosung":         split("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
	"aiueo":           split("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
	"aiueoFullWidth":  split("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
	"iroha":           split("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"),
	"irohaFullWidth":  split("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"),
}

// rows are the signs of the formats that end with their last sign; numbers
// behind it are decimal.
var rows = map[string][]string{
	"decimalEnclosedCircle":        split("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
	"decimalEnclosedCircleChinese": split("①②③④⑤⑥⑦⑧⑨⑩"),
	"decimalEnclosedFullstop":      split("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
	"decimalEnclosedParen":         split("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
	"ideographEnclosedCircle":      split("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
	"ideographTraditional":         split(stems),
	"ideographZodiac":              split(branches),
}

const (
	stems    = "甲乙丙丁戊己庚辛壬癸"
	branches = "子丑寅卯辰巳午未申酉戌亥"
)

func split(s string) []string { return strings.Split(s, "") }

// letterNumber prints n > 0 by signs, "" where the format has none for it.
//
// The suffix Positional, which OpenDocument needs, counts z, aa, ab.
func letterNumber(format string, n int) string {
	if base, ok := strings.CutSuffix(format, "Positional"); ok {
		return positional(alphabets[base], n)
	}
	if signs, ok := alphabets[format]; ok {
		if times := (n-1)/len(signs) + 1; times <= maxRepeats {
			return strings.Repeat(signs[(n-1)%len(signs)], times)
		}
		return ""
	}
	if signs, ok := rows[format]; ok && n <= len(signs) {
		return signs[n-1]
	}
	switch {
	case format == "ideographZodiacTraditional" && n <= 60:
		return split(stems)[(n-1)%10] + split(branches)[(n-1)%12]
	case format == "hebrew1" && n <= 999:
		return gematria(n)
	}
	return ""
}

func positional(signs []string, n int) string {
	if len(signs) == 0 {
		return ""
	}
	s := ""
	for ; n > 0; n = (n - 1) / len(signs) {
		s = signs[(n-1)%len(signs)] + s
	}
	return s
}

// gematria prints Hebrew numerals; 15 and 16 avoid spelling the divine name.
func gematria(n int) string {
	hundreds := [...]string{"", "ק", "ר", "ש", "ת", "תק", "תר", "תש", "תת", "תתק"}
	tens := [...]string{"", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ"}
	ones := [...]string{"", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"}
	s := hundreds[n/100]
	switch n %= 100; n {
	case 15:
		return s + "טו"
	case 16:
		return s + "טז"
	}
	return s + tens[n/10] + ones[n%10]
}
