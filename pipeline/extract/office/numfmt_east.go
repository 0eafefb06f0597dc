package office

import "strings"

// counting is a way to spell numbers with signs for ten, a hundred and so on.
type counting struct {
	digits string // for 1 to 9
	// units are the signs of 10, 100, 1000.
	units string
	// tenThousand is the sign of 10,000.
	tenThousand string
	// zero stands for skipped places inside, "" where none is written.
	zero string
	// bareTen leaves out the one before a leading 10 (十一, not 一十一), bareAll
	// before every 10, 100 and 1000.
	bareTen, bareAll bool
	// upTo is the last number counted this way; digitZero then spells longer
	// ones digit by digit.
	upTo      int
	digitZero string
}

const hanDigits = "一二三四五六七八九"

var countings = map[string]counting{
	"chineseCounting":           {digits: hanDigits, units: "十百千", tenThousand: "万", bareTen: true, upTo: 99, digitZero: "○"},
	"chineseCountingThousand":   {digits: hanDigits, units: "十百千", tenThousand: "万", zero: "零", bareTen: true},
	"chineseLegalSimplified":    {digits: "壹贰叁肆伍陆柒捌玖", units: "拾佰仟", tenThousand: "万", zero: "零"},
	"taiwaneseCounting":         {digits: hanDigits, units: "十百千", tenThousand: "萬", bareTen: true, upTo: 99, digitZero: "○"},
	"taiwaneseCountingThousand": {digits: hanDigits, units: "十百千", tenThousand: "萬", zero: "零", bareTen: true},
	"ideographLegalTraditional": {digits: "壹貳參肆伍陸柒捌玖", units: "拾佰仟", tenThousand: "萬", zero: "零"},
	"japaneseCounting":          {digits: hanDigits, units: "十百千", tenThousand: "万", bareAll: true},
	"japaneseLegal":             {digits: "壱弐参四伍六七八九", units: "拾百阡", tenThousand: "萬"},
	"koreanCounting":            {digits: "일이삼사오육칠팔구", units: "십백천", tenThousand: "만", bareAll: true},
}

// eastAsianNumber prints n > 0 with signs for ten and more, "" where the
// format is no such one.
func eastAsianNumber(format string, n int) string {
	if format == "koreanLegal" {
		return nativeKorean(n)
	}
	c, ok := countings[format]
	if !ok {
		return ""
	}
	if c.upTo > 0 && n > c.upTo {
		return withDigits(n, c.digitZero+c.digits)
	}
	var b strings.Builder
	if n >= 10_000 {
		if n >= 100_000_000 {
			return ""
		}
		b.WriteString(c.below10000(n/10_000, false) + c.tenThousand)
		n %= 10_000
		if n > 0 && n < 1000 {
			b.WriteString(c.zero)
		}
		return b.String() + c.below10000(n, true)
	}
	return c.below10000(n, false)
}

// below10000 spells n; inner says that something stands before it.
func (c counting) below10000(n int, inner bool) string {
	digits, units := []rune(c.digits), []rune(c.units)
	var b strings.Builder
	skipped := false
	for place, value := 3, 1000; value > 0; place, value = place-1, value/10 {
		d := n / value % 10
		if d == 0 {
			skipped = b.Len() > 0
			continue
		}
		if skipped {
			b.WriteString(c.zero)
			skipped = false
		}
		bare := d == 1 && place > 0 && (c.bareAll || c.bareTen && place == 1 && b.Len() == 0 && !inner)
		if !bare {
			b.WriteRune(digits[d-1])
		}
		if place > 0 {
			b.WriteRune(units[place-1])
		}
	}
	return b.String()
}

// nativeKorean spells 1 to 99 in native Korean numerals.
func nativeKorean(n int) string {
	if n > 99 {
		return ""
	}
	ones := [...]string{"", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"}
	tens := [...]string{"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"}
	return tens[n/10] + ones[n%10]
}
