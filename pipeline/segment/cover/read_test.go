package cover

import (
	"testing"

	"rapporteur/corpus/member"
)

const paragraph = "\nThe harbour authorities of the region met twice last year and looked into the ways in which ports are run, and they found that a good deal of the work is done twice over by people who have never met each other and who keep separate books for it, which costs money. They would like this to end."

func TestReadVariants(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       want
	}{
		{"a: three number styles, flattened table", `
Council Working Group on International Internet-related Public Policy Issues (CWGInternet) /
Twelfth meeting – Geneva, 3-4 February 2019
Document WG-Internet 12/8
6 February 2019
English only
Report by the Chair of the Working Group
DRAFT REPORT OF THE TWELFTH MEETING` + paragraph,
			want{symbol: "CWG-Internet-12/8", body: "CWG-Internet", meeting: "CWG-Internet-12", date: "2019-02-06", place: "Geneva", original: "en",
				nature: "Report by the Chair of the Working Group", sources: "CHAIR", title: "DRAFT REPORT OF THE TWELFTH MEETING", cover: 7}},
		{"United Nations cover", `
United Nations A/HRC/31/7*
General Assembly Distr.: General
9 March 2016
Original: French
Human Rights Council
Thirty-first session
Agenda item 6
Lighthouses of the world**
Norway
GE.16-01234 (E) 100316 110316` + paragraph,
			want{symbol: "A/HRC/31/7", body: "A/HRC", meeting: "A/HRC/31", date: "2016-03-09", agenda: "6", original: "fr", sources: "NOR",
				title: "Lighthouses of the world", cover: 10}},
		{"United Nations cover of before, addendum", `
UNITED
NATIONS A
General Assembly Distr.
GENERAL
A/CN.9/12/Add.3
2 June 2008
Original: ENGLISH
HARBOUR DUES` + paragraph,
			want{symbol: "A/CN.9/12/Add.3", body: "A/CN.9", date: "2008-06-02", original: "en", title: "HARBOUR DUES", cover: 8}},
		{"letterhead and name on the next line", `
Ministry of Harbours
CONTRIBUTION ON LIGHTHOUSES FROM THE REPUBLIC OF
PERU
September 2015` + paragraph,
			want{date: "2015-09", sources: "PER", title: "CONTRIBUTION ON LIGHTHOUSES FROM THE REPUBLIC OF PERU", cover: 4}},
		{"b: page number first", `
- 1 -
Council Working Group on International Internet-related Public Policy Issues
Ninth meeting – Geneva, 20-22 September 2016
Document WG-Internet 9/5
Contribution by Brazil` + paragraph,
			want{symbol: "CWG-Internet-9/5", body: "CWG-Internet", meeting: "CWG-Internet-9", place: "Geneva", nature: "Contribution", sources: "BRA", cover: 4}},
		{"c: Council cover with running head", `
C19/31-E
Council 2019
Geneva, 10-20 June 2019 /
Agenda item: PL 1.4 / Document C19/31-E
2 April 2019
Original: English
Report by the Secretary-General
HARBOURS AND THEIR LIGHTS
Summary` + paragraph,
			want{symbol: "C19/31", body: "C19", meeting: "C19", date: "2019-04-02", place: "Geneva", agenda: "PL 1.4", original: "en", language: "en",
				nature: "Report by the Secretary-General", sources: "ITU_SECRETARIAT", title: "HARBOURS AND THEIR LIGHTS", cover: 8}},
		{"d: revision on its own line", `
C19/77(Rev.2)-E
Revision 2 to
Document C19/77-E
9 June 2019
Original: French
Contribution from Canada` + paragraph,
			want{symbol: "C19/77(Rev.2)", body: "C19", meeting: "C19", date: "2019-06-09", original: "fr", language: "en", nature: "Contribution", sources: "CAN", cover: 6}},
		{"e: suffix order", `
Plenipotentiary Conference (PP-06)
Document 14-E (Rev. 1)
3 March 2006
Original: English
Note by the Secretary-General
HARBOUR DUES` + paragraph,
			want{symbol: "PP06/14(Rev.1)", body: "PP06", meeting: "PP06", date: "2006-03-03", original: "en", language: "en", nature: "Note by the Secretary-General",
				sources: "ITU_SECRETARIAT", title: "HARBOUR DUES", cover: 6}},
		{"e: letter after a space", `
Document WSIS-II/PC-2/DT/4(Rev. 3) E
1 February 2005
Original: English` + paragraph,
			want{symbol: "WSIS-II/PC-2/DT/4(Rev.3)", body: "WSIS-II", date: "2005-02-01", original: "en", language: "en", cover: 3}},
		{"f: addendum, series from the meeting line", `
Plenipotentiary Conference (PP-14)
Busan, 20 October – 7 November 2014
PLENARY MEETING
Addendum 2 to
Document 31-E
20 June 2014
Original: English
Note by the Secretary-General` + paragraph,
			want{symbol: "PP14/31(Add.2)", body: "PP14", meeting: "PP14", date: "2014-06-20", place: "Busan", original: "en", language: "en",
				nature: "Note by the Secretary-General", sources: "ITU_SECRETARIAT", cover: 8}},
		{"g: bare country, bare number", `
Document 41-E
13 November 2012
Original: Russian
Russian Federation
PROPOSALS FOR THE WORK OF THE CONFERENCE` + paragraph,
			want{bare: "41", date: "2012-11-13", original: "ru", language: "en", sources: "RUS", title: "PROPOSALS FOR THE WORK OF THE CONFERENCE", cover: 5}},
		{"g: the revision in one line", `
REVISION 1 TO DOCUMENT 41-E 17 NOVEMBER 2012 ORIGINAL: RUSSIAN
Russian Federation` + paragraph,
			want{bare: "41", date: "2012-11-17", original: "ru", language: "en", sources: "RUS", cover: 2}},
		{"h: mixed language line, SOURCE and TITLE", `
Third Meeting of the Council Working Group on Child Online Protection (CWGCP)
Document: WG-CP/3/2
Original: English only
For information
SOURCE
ITU SECRETARIAT
TITLE
Lighthouses for the young` + paragraph,
			want{symbol: "WG-CP/3/2", body: "WG-CP", meeting: "WG-CP-3", original: "en", sources: "ITU_SECRETARIAT", title: "Lighthouses for the young", cover: 8}},
		{"i: comments from membership", `
Document: WG-SP-FP-06/9
24 February 2006
English
Comments from Membership
CANADA` + paragraph,
			want{symbol: "WG-SP-FP-06/9", body: "WG-SP-FP", meeting: "WG-SP-FP-06", date: "2006-02-24", original: "en", nature: "Comments from Membership", sources: "CAN", cover: 5}},
		{"j: a group's administrations", `
Plenipotentiary Conference (PP 14)
Document 58E
Asia-Pacific Telecommunity Administrations
ASIA-PACIFIC COMMON PROPOSALS FOR THE WORK OF THE CONFERENCE` + paragraph,
			want{symbol: "PP14/58", body: "PP14", meeting: "PP14", language: "en", sources: "APT", title: "ASIA-PACIFIC COMMON PROPOSALS FOR THE WORK OF THE CONFERENCE", cover: 4}},
		{"k: joint paper with stray spaces", `
Source : Russian Federation , Armenia (Republic of) , Belarus (Republic of) , Kyrgyz Republic , Tajikistan (Republic of)
Document C23/44-E
4 July 2023` + paragraph,
			want{symbol: "C23/44", body: "C23", meeting: "C23", date: "2023-07-04", language: "en", sources: "RUS ARM BLR KGZ TJK", cover: 3}},
		{"l: fields of a web page", `
Documento RPM-IRM17/50-S
Origen : Regional Commonwealth in the Field of Communications
Título : Faros y puertos
Fecha : 3 de abril de 2018` + paragraph,
			want{symbol: "RPM-IRM17/50", body: "RPM-IRM17", meeting: "RPM-IRM17", date: "2018-04-03", language: "es", sources: "RCC", title: "Faros y puertos", cover: 4}},
		{"m: French", `
Conférence de plénipotentiaires (PP-18)
Dubaï, 29 octobre – 16 novembre 2018
SÉANCE PLÉNIÈRE
Addendum 1 au
Document 62-F
3 septembre 2018
Original: russe
Etats Membres de l'UIT, membres de la RCC
PROPOSITIONS POUR LES TRAVAUX DE LA CONFÉRENCE` + paragraph,
			want{symbol: "PP18/62(Add.1)", body: "PP18", meeting: "PP18", date: "2018-09-03", place: "Dubaï", original: "ru", language: "fr", sources: "RCC",
				title: "PROPOSITIONS POUR LES TRAVAUX DE LA CONFÉRENCE", cover: 9}},
		{"n: Spanish Council", `
Consejo 2019
Ginebra, 10-20 de junio de 2019
Punto del orden del día: PL 2.1
Documento C19/52-S
7 de mayo de 2019
Original: francés
Nota del Secretario General
CONTRIBUCIÓN DE BRASIL (REPÚBLICA FEDERATIVA DEL)
FAROS Y PUERTOS` + paragraph,
			want{symbol: "C19/52", body: "C19", meeting: "C19", date: "2019-05-07", place: "Ginebra", agenda: "PL 2.1", original: "fr", language: "es",
				nature: "Contribución", sources: "BRA", title: "FAROS Y PUERTOS", cover: 9}},
		{"n: an African group in Spanish", `
Conferencia de Plenipotenciarios (PP-18)
Addéndum 3 al Documento 55-S
1 de octubre de 2018
Original: inglés
Administraciones de la Unión Africana de Telecomunicaciones
PROPUESTAS COMUNES AFRICANAS PARA LOS TRABAJOS DE LA CONFERENCIA` + paragraph,
			want{symbol: "PP18/55(Add.3)", body: "PP18", meeting: "PP18", date: "2018-10-01", original: "en", language: "es", sources: "ATU",
				title: "PROPUESTAS COMUNES AFRICANAS PARA LOS TRABAJOS DE LA CONFERENCIA", cover: 6}},
		{"o: Russian, two original languages, addendum to a revision", `
Полномочная конференция (ПК-14)
Пусан, 20 октября – 7 ноября 2014 года
Дополнительный документ 1 к Документу PP14/34(Rev.1)-R
2 октября 2014 года
Оригинал: английский/испанский
Государства – члены Межамериканской комиссии по электросвязи (СИТЕЛ)
МАЯКИ И ПОРТЫ` + paragraph,
			want{symbol: "PP14/34(Rev.1)(Add.1)", body: "PP14", meeting: "PP14", date: "2014-10-02", place: "Пусан", original: "en es", language: "ru", sources: "CITEL",
				title: "МАЯКИ И ПОРТЫ", cover: 7}},
		{"p: Arabic", `
مؤتمر المندوبين المفوضين (PP-18)
دبي، 29 أكتوبر – 16 نوفمبر 2018
الجلسة العامة
الإضافة 1 للوثيقة 48-A
17 يوليو 2018
الأصل: بالإنكليزية
مذكرة من الأمين العام
مساهمة من مصر` + paragraph,
			want{symbol: "PP18/48(Add.1)", body: "PP18", meeting: "PP18", date: "2018-07-17", place: "دبي", original: "en", language: "ar", nature: "مساهمة", sources: "EGY", cover: 8}},
		{"p: Arabic revision, Levantine month, Arabic digits", `
المراجعة 2 للوثيقة RPM-ARB17/10-A
١٧ تموز ٢٠١٨
الأصل: بالعربية
المملكة العربية السعودية` + paragraph,
			want{symbol: "RPM-ARB17/10(Rev.2)", body: "RPM-ARB17", meeting: "RPM-ARB17", date: "2018-07-17", original: "ar", language: "ar", sources: "SAU", cover: 4}},
		{"q: Chinese", `
理事会2018年会议
2018年4月17-27日，日内瓦
议项：PL 3.1
文件 C18/35-C
2018年3月19日
原文：英文
俄罗斯联邦的文稿
港口与灯塔
概要` + paragraph,
			want{symbol: "C18/35", body: "C18", meeting: "C18", date: "2018-03-19", place: "日内瓦", agenda: "PL 3.1", original: "en", language: "zh", nature: "文稿", sources: "RUS",
				title: "港口与灯塔", cover: 8}},
		{"q: Chinese addendum and secretariat", `
文件 C18/48-C 的补遗1
2018年3月19日
原文：英文
秘书长的报告` + paragraph,
			want{symbol: "C18/48(Add.1)", body: "C18", meeting: "C18", date: "2018-03-19", original: "en", language: "zh", nature: "秘书长的报告", sources: "ITU_SECRETARIAT", cover: 4}},
		{"r: mark-up of another document", `
Council Working Group to prepare for the conference (CWG-WCIT12)
Document CWG-WCIT12/C-90
4 April 2012
Original: English
Portugal
Comments on document CWG-WCIT12/TD-64` + paragraph,
			want{symbol: "CWG-WCIT12/C-90", body: "CWG-WCIT12", meeting: "CWG-WCIT12", date: "2012-04-04", original: "en", language: "", sources: "PRT",
				title: "Comments on document CWG-WCIT12/TD-64", cover: 6}},
		{"a covering note", `
Council 2019
Document C19/90-E
Note by the Secretary-General
CONTRIBUTION BY JAPAN
LIGHTS AT SEA` + paragraph,
			want{symbol: "C19/90", body: "C19", meeting: "C19", language: "en", nature: "Contribution", sources: "JPN", title: "LIGHTS AT SEA", cover: 5}},
		{"on behalf of", `
Document CWG-Internet-22/9-E
Contribution by Kenya on behalf of the African Group` + paragraph,
			want{symbol: "CWG-Internet-22/9", body: "CWG-Internet", meeting: "CWG-Internet-22", language: "en", nature: "Contribution", sources: "KEN", behalf: "AFRICAN_GROUP", cover: 2}},
		{"all in one paragraph", `
Document CWG-Internet-22/9-E 14 January 2026 Kenya` + paragraph,
			want{symbol: "CWG-Internet-22/9", body: "CWG-Internet", meeting: "CWG-Internet-22", date: "2026-01-14", language: "en", sources: "KEN", cover: 1}},
		{"a Council cover in one paragraph", `
INTERNATIONAL TELECOMMUNICATION UNION
Council 2019 Geneva, 10-20 June 2019 Agenda item: PL 1.4 Document C19/31-E 2 April 2019 Original: English
Joint contribution by Brazil, Chile and the Republic of Kenya` + paragraph,
			want{symbol: "C19/31", body: "C19", meeting: "C19", date: "2019-04-02", place: "Geneva", agenda: "PL 1.4", original: "en", language: "en",
				nature: "Joint contribution", sources: "BRA CHL KEN", cover: 3}},
		{"cells joined by tabs", `
Working Party of the Council` + "\t" + `Document CWG-Internet-22/4(Rev.1)-F
Vingt-deuxième réunion – Genève, 12-14 mai 2026` + "\t" + `3 mars 2026` + "\t" + `Original: français
Contribution conjointe du Sénégal et du Mali au nom du Groupe africain` + paragraph,
			want{symbol: "CWG-Internet-22/4(Rev.1)", body: "CWG-Internet", meeting: "CWG-Internet-22", date: "2026-03-03", place: "Genève", original: "fr", language: "fr",
				nature: "Contribution conjointe", sources: "SEN MLI", behalf: "AFRICAN_GROUP", cover: 3}},
		{"unknown names", `
Document CWG-WSIS-41/12-E
14 January 2026
Freedonia
Contribution from Freedonia to the third Council Working Group on WSIS and SDGs
1 Introduction` + paragraph,
			want{symbol: "CWG-WSIS-41/12", body: "CWG-WSIS", meeting: "CWG-WSIS-41", date: "2026-01-14", language: "en", nature: "Contribution", sources: "FREEDONIA",
				title: "Contribution from Freedonia to the third Council Working Group on WSIS and SDGs", cover: 4}},
		{"Cyrillic letters that look Latin", `
Документ С25/7-R
12 мая 2025 года
Вклад Российской Федерации` + paragraph,
			want{symbol: "C25/7", body: "C25", meeting: "C25", date: "2025-05-12", language: "ru", nature: "Вклад", sources: "RUS", cover: 3}},
		{"no header", `
Purpose
To say what ports need.
The harbour of Brazil is open.`, want{}},
		{"a list of countries is no header", `
Brazil
Chile
Kenya` + paragraph, want{}},
		{"a paragraph that begins with a date is no header", `
14 January 2026 was the day on which the harbour of the capital was opened again after the storm.` + paragraph, want{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Read(document(c.text), member.Default())
			if g := got(r); g != c.want {
				t.Errorf("got  %+v\nwant %+v", g, c.want)
			}
		})
	}
}
