package office

import (
	"strconv"
	"strings"
)

// formatNumber prints n as a number format of OOXML (ISO/IEC 29500-1,
// ST_NumberFormat) does. Numbers outside a format's range and formats that are
// unknown print as decimal.
func formatNumber(format string, n int, language string) string {
	if format == "none" {
		return ""
	}
	if s := westernNumber(format, n, language); s != "" {
		return s
	}
	if n > 0 {
		if s := letterNumber(format, n); s != "" {
			return s
		}
		if s := eastAsianNumber(format, n); s != "" {
			return s
		}
	}
	if digits, ok := digitSets[format]; ok && n >= 0 {
		return withDigits(n, digits)
	}
	return strconv.Itoa(n)
}

// westernNumber prints the formats made of Latin letters and digits.
func westernNumber(format string, n int, language string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "decimalZero":
		return padded(n, 2)
	case "custom3", "custom4", "custom5":
		return padded(n, int(format[6]-'0'))
	case "hex":
		if n >= 0 {
			return strings.ToUpper(strconv.FormatInt(int64(n), 16))
		}
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "ordinal":
		return ordinal(n, language)
	case "cardinalText", "ordinalText":
		if language == "" || language == "en" {
			return numberWords(n, format == "ordinalText")
		}
	}
	return ""
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	if n >= 0 && len(s) < width {
		s = strings.Repeat("0", width-len(s)) + s
	}
	return s
}

func roman(n int) string {
	if n <= 0 || n > 32767 {
		return ""
	}
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}

// ordinal prints a number with its ending; decimal for other languages.
func ordinal(n int, language string) string {
	s := strconv.Itoa(n)
	switch language {
	case "", "en":
		return s + englishEnding(n)
	case "fr":
		if n == 1 {
			return "1er"
		}
		return s + "e"
	case "es", "pt", "it":
		return s + "º"
	case "ru":
		return s + "-й"
	case "de":
		return s + "."
	}
	return s
}

func englishEnding(n int) string {
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// numberWords spells 1 to 999 in English with a capital: "Twenty-one",
// "Twenty-first".
func numberWords(n int, ordinal bool) string {
	if n <= 0 || n > 999 {
		return ""
	}
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
	var parts []string
	if n >= 100 {
		parts = append(parts, ones[n/100]+" hundred")
		n %= 100
	}
	switch {
	case n >= 20 && n%10 != 0:
		parts = append(parts, tens[n/10]+"-"+ones[n%10])
	case n >= 20:
		parts = append(parts, tens[n/10])
	case n > 0:
		parts = append(parts, ones[n])
	}
	s := strings.Join(parts, " ")
	if ordinal {
		s = ordinalWord(s)
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func ordinalWord(s string) string {
	for _, e := range [...][2]string{{"one", "first"}, {"two", "second"}, {"three", "third"}, {"five", "fifth"}, {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}} {
		if strings.HasSuffix(s, e[0]) {
			return strings.TrimSuffix(s, e[0]) + e[1]
		}
	}
	if strings.HasSuffix(s, "y") {
		return strings.TrimSuffix(s, "y") + "ieth"
	}
	return s + "th"
}

// digitSets are the ten digits of the formats that only change digits.
var digitSets = map[string]string{
	"hindiNumbers":               "०१२३४५६७८९",
	"thaiNumbers":                "๐๑๒๓๔๕๖๗๘๙",
	"arabicIndic":                "٠١٢٣٤٥٦٧٨٩",
	"persianDigits":              "۰۱۲۳۴۵۶۷۸۹",
	"decimalFullWidth":           "０１２３４５６７８９",
	"decimalFullWidth2":          "０１２３４５６７８９",
	"ideographDigital":           "〇一二三四五六七八九",
	"japaneseDigitalTenThousand": "〇一二三四五六七八九",
	"taiwaneseDigital":           "○一二三四五六七八九",
	"koreanDigital":              "영일이삼사오육칠팔구",
	"koreanDigital2":             "零一二三四五六七八九",
}

func withDigits(n int, digits string) string {
	set := []rune(digits)
	var b strings.Builder
	for _, c := range strconv.Itoa(n) {
		b.WriteRune(set[c-'0'])
	}
	return b.String()
}
