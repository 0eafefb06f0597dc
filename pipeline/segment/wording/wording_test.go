package wording

import "testing"

func TestDateOf(t *testing.T) {
	for line, want := range map[string]string{
		"12 September 2025":         "2025-09-12",
		"12th September 2025.":      "2025-09-12",
		"September 12, 2025":        "2025-09-12",
		"17 NOVEMBER 2012":          "2012-11-17",
		"1er août 2025":             "2025-08-01",
		"12 septembre 2025":         "2025-09-12",
		"7 de junio de 2017":        "2017-06-07",
		"7 junio de 2017":           "2017-06-07",
		"2 октября 2014 года":       "2014-10-02",
		"2 октября 2014 г.":         "2014-10-02",
		"17 يوليو 2018":             "2018-07-17",
		"١٧ تموز/يوليو ٢٠١٨":        "2018-07-17",
		"3 كانون الثاني 2025":       "2025-01-03",
		"5 كانون الأول/ديسمبر 2024": "2024-12-05",
		"2018年3月19日":                "2018-03-19",
		"２０２５年９月１２日":                "2025-09-12",
		"2025年9月":                   "2025-09",
		"2025-09-12":                "2025-09-12",
		"12.09.2025":                "2025-09-12",
		"September 2025":            "2025-09",
		"сентябрь 2025 года":        "2025-09",
		"2025":                      "2025",
		"31 June 2025":              "",
		"29 February 2023":          "",
		"12 September":              "",
		"12 September 2025 was":     "",
		"42":                        "",
	} {
		if got := DateOf(line); got != want {
			t.Errorf("DateOf(%q) = %q, want %q", line, got, want)
		}
	}
}

func TestPlaceAndSpan(t *testing.T) {
	for line, want := range map[string]string{
		"Geneva, 15-25 May 2017":                        "Geneva",
		"Eleventh meeting – Geneva, 25-26 January 2018": "Geneva",
		"Dubai, 29 October – 16 November 2018":          "Dubai",
		"Genève, 12-23 mai 2025":                        "Genève",
		"Ginebra, 15-25 de mayo de 2017":                "Ginebra",
		"Женева, 15–25 мая 2017 года":                   "Женева",
		"جنيف، 17-27 أبريل 2018":                        "جنيف",
		"2018年4月17-27日，日内瓦":                             "日内瓦",
		"Bucharest, September 26-30, 2022":              "Bucharest",
		"Geneva, 12 September 2025":                     "Geneva",
		"Ginebra (Suiza), del 12 al 14 de mayo de 2025": "Ginebra",
		"Port Louis, 3 et 4 mars 2025":                  "Port Louis",
		"held from 3 to 4 March 2025":                   "",
	} {
		if got, ok := PlaceAndSpan(Tidy(line)); got != want || !ok {
			t.Errorf("PlaceAndSpan(%q) = %q, %v, want %q", line, got, ok, want)
		}
	}
	if _, ok := PlaceAndSpan("Proposals of 2025, with reasons"); ok {
		t.Error("a line without dates is no meeting line")
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
		n    int
	}{
		{"English", "en", 7}, {"RUSSIAN", "ru", 7}, {"английский/испанский", "en,es", 39}, {"بالإنكليزية", "en", 22},
		{"French and Spanish", "fr,es", 18}, {"英文和法文", "en,fr", 15}, {"Englishman", "", 0}, {"русский", "ru", 14}, {"anglais et arabe", "en,ar", 16},
	} {
		codes, n := Languages(c.in)
		got := ""
		for i, code := range codes {
			if i > 0 {
				got += ","
			}
			got += code
		}
		if got != c.want || n != c.n {
			t.Errorf("Languages(%q) = %q, %d, want %q, %d", c.in, got, n, c.want, c.n)
		}
	}
	for line, want := range map[string]string{
		"English only": "en", "anglais seulement": "en", "uniquement en français": "fr", "inglés solamente": "en",
		"только на английском языке": "en", "بالإنكليزية فقط": "en", "仅有英文": "en", "English": "en", "English speakers differ": "",
	} {
		if got, _ := Only(line); got != want {
			t.Errorf("Only(%q) = %q, want %q", line, got, want)
		}
	}
}

func TestMeetingOrdinal(t *testing.T) {
	for line, want := range map[string]int{
		"Eleventh meeting – Geneva, 25-26 January 2018": 11,
		"Twenty-second meeting":                         22,
		"22nd meeting of the group":                     22,
		"Second Meeting of the Council Working Group":   2,
		"Vingt-deuxième réunion":                        22,
		"Vingt et unième réunion":                       21,
		"22e réunion":                                   22,
		"22ème réunion, Genève":                         22,
		"Vigésima segunda reunión":                      22,
		"22.ª reunión":                                  22,
		"Decimotercera reunión":                         13,
		"Двадцать второе собрание":                      22,
		"22-е собрание":                                 22,
		"Третье собрание":                               3,
		"Четвёртое собрание":                            4,
		"الاجتماع الثاني والعشرون":                      22,
		"الاجتماع الحادي عشر، جنيف":                     11,
		"الاجتماع 22":                                   22,
		"第22次会议":                                        22,
		"第二十二次会议":                                       22,
		"The meeting was opened":                        0,
		"an informal meeting":                           0,
	} {
		if got := MeetingOrdinal(line); got != want {
			t.Errorf("MeetingOrdinal(%q) = %d, want %d", line, got, want)
		}
	}
}

func TestHeading(t *testing.T) {
	for line, want := range map[string]Kind{
		"Purpose": Box, "Action required:": Box, "ACTION REQUIRED": Box, "Résumé": Box, "Suite à donner": Box, "Acción solicitada": Box,
		"Необходимые действия": Box, "الإجراء المطلوب": Box, "需采取的行动": Box, "概要": Box, "References": Box,
		"Introduction": Section, "Proposals": Section, "Введение": Section, "مقدمة": Section, "引言": Section, "Propuestas": Section,
		"Annex": Annex, "ANNEX 1": Annex, "Annex A": Annex, "Приложение 2": Annex, "附件一": Annex, "الملحق 1": Annex, "Annex 1: Work plan for the group": Annex,
		"Annexed territories": Unknown, "The purpose of this paper": Unknown, "": Unknown, "Document": Form,
	} {
		if got := Heading(line); got != want {
			t.Errorf("Heading(%q) = %d, want %d", line, got, want)
		}
	}
}
