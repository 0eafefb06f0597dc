package wording

import (
	"regexp"
	"strconv"
	"strings"
)

// ordinals are the feminine, masculine or neuter forms of first to nineteenth
// that go with "meeting", by number; Russian as stems.
var ordinals = [20]string{
	1:  "first|premiere|premier|primera|primer|перв|الأول|一",
	2:  "second|deuxieme|seconde|segunda|segundo|втор|الثاني|二",
	3:  "third|troisieme|tercera|tercer|трет|الثالث|三",
	4:  "fourth|quatrieme|cuarta|cuarto|четверт|الرابع|四",
	5:  "fifth|cinquieme|quinta|quinto|пят|الخامس|五",
	6:  "sixth|sixieme|sexta|sexto|шест|السادس|六",
	7:  "seventh|septieme|septima|septimo|седьм|السابع|七",
	8:  "eighth|huitieme|octava|octavo|восьм|الثامن|八",
	9:  "ninth|neuvieme|novena|noveno|девят|التاسع|九",
	10: "tenth|dixieme|decima|decimo|десят|العاشر|十",
	11: "eleventh|onzieme|undecima|decimoprimera|decima primera|undecimo|одиннадцат|الحادي عشر|十一",
	12: "twelfth|douzieme|duodecima|decimosegunda|decima segunda|duodecimo|двенадцат|الثاني عشر|十二",
	13: "thirteenth|treizieme|decimotercera|decima tercera|тринадцат|الثالث عشر|十三",
	14: "fourteenth|quatorzieme|decimocuarta|decima cuarta|четырнадцат|الرابع عشر|十四",
	15: "fifteenth|quinzieme|decimoquinta|decima quinta|пятнадцат|الخامس عشر|十五",
	16: "sixteenth|seizieme|decimosexta|decima sexta|шестнадцат|السادس عشر|十六",
	17: "seventeenth|dix-septieme|decimoseptima|decima septima|семнадцат|السابع عشر|十七",
	18: "eighteenth|dix-huitieme|decimoctava|decimooctava|decima octava|восемнадцат|الثامن عشر|十八",
	19: "nineteenth|dix-neuvieme|decimonovena|decima novena|девятнадцат|التاسع عشر|十九",
}

// tens are twenty, thirty and forty: alone, and as they open a compound.
var tens = [5]struct{ alone, opening string }{
	2: {"twentieth|vingtieme|vigesima|vigesimo|двадцат|العشرون|العشرين|二十", "twenty-|twenty |vingt-|vingt et |vigesima |vigesima-|vigesimo|двадцать |二十"},
	3: {"thirtieth|trentieme|trigesima|trigesimo|тридцат|الثلاثون|الثلاثين|三十", "thirty-|thirty |trente-|trente et |trigesima |trigesimo|тридцать |三十"},
	4: {"fortieth|quarantieme|cuadragesima|сороков|الأربعون|الأربعين|四十", "forty-|forty |quarante-|quarante et |cuadragesima |сорок |四十"},
}

// ordinalWords maps every form of first to forty-ninth, folded, to its number.
var ordinalWords = func() map[string]int {
	out := map[string]int{}
	put := func(forms string, n int) {
		for f := range strings.SplitSeq(forms, "|") {
			out[Fold(f)] = n
		}
	}
	for n, forms := range ordinals {
		put(forms, n)
	}
	delete(out, "")
	for t := 2; t < len(tens); t++ {
		put(tens[t].alone, 10*t)
		for u := 1; u <= 9; u++ {
			put(compounds(tens[t].opening, tens[t].alone, u), 10*t+u)
		}
	}
	return out
}()

// compounds are the forms of twenty-first and its like.
func compounds(opening, alone string, unit int) string {
	forms := strings.Split(ordinals[unit], "|")
	if unit == 1 {
		forms = append(forms, "unieme", "الحادي")
	}
	var out []string
	for o := range strings.SplitSeq(opening, "|") {
		for _, f := range forms {
			out = append(out, o+f)
		}
	}
	for _, f := range forms {
		for a := range strings.SplitSeq(alone, "|") {
			if strings.HasPrefix(a, "ال") && strings.HasPrefix(f, "ال") {
				out = append(out, f+" و"+a)
			}
		}
	}
	return strings.Join(out, "|")
}

const word = `[\p{L}'-]+`

var meetingOrdinal = []*regexp.Regexp{
	regexp.MustCompile(`(\d{1,3})\s?(?:st|nd|rd|th|eme|ieme|e|re|er|\.?ª|\.?a|-?(?:е|ое|го|му|м))?\s+(?:ordinary\s+|physical\s+|virtual\s+|online\s+)?(?:meeting|reunion|собрани|заседани|совещани)`),
	regexp.MustCompile(`((?:` + word + ` )?(?:et )?` + word + `) (?:ordinary |physical |virtual |online )?(?:meeting|reunion)(?:[^\p{L}]|$)`),
	regexp.MustCompile(`((?:` + word + ` )?` + word + `) (?:собрани|заседани|совещани)`),
	regexp.MustCompile(`(?:^|[^\p{L}])(?:ل)?(?:ال)?اجتماع (?:رقم )?(\d{1,3}|` + word + `(?: ` + word + `)?)`),
	regexp.MustCompile(`第\s?(\d{1,3}|[一二三四五六七八九十]{1,4})\s?次(?:会议|例会)`),
}

// MeetingOrdinal reads the number of a meeting from a tidy line such as
// "Twenty-second meeting - Geneva" or "第22次会议"; 0 where there is none or
// where the line names several.
func MeetingOrdinal(line string) int {
	s := Fold(line)
	for _, re := range meetingOrdinal {
		if m := re.FindStringSubmatch(s); m != nil {
			if n := ordinalOf(m[1]); n > 0 {
				return n
			}
		}
	}
	return 0
}

// ordinalOf reads digits or words; of two words the second alone counts where
// the first is none.
func ordinalOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	for {
		if n := ordinalWords[russianStem(s)]; n > 0 {
			return n
		}
		if n := ordinalWords[s]; n > 0 {
			return n
		}
		first, rest, ok := strings.Cut(s, " ")
		if !ok {
			return 0
		}
		if n := ordinalWords[first]; n > 0 && strings.HasPrefix(first, "ال") {
			return n
		}
		s = rest
	}
}

var russianEnding = regexp.MustCompile(`(?:ьего|ьему|ьем|ье|ого|ому|ом|ое|ая|ой|ую)$`)

func russianStem(s string) string { return russianEnding.ReplaceAllString(s, "") }
