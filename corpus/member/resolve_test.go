package member

import (
	"slices"
	"testing"

	"rapporteur/corpus"
)

func TestResolve(t *testing.T) {
	tests := map[string][]string{
		"RUS": {"Russian Federation", "RUSSIAN FEDERATION", "Russia", "俄罗斯联邦", "RUS", "Российской Федерации", "Российскую Федерацию",
			"Россией", "الاتحاد الروسي", "للاتحاد الروسي", "Fédération de Russie", "la Fédération de Russie", "Federación de Rusia", "USSR",
			"Government of the Russian Federation", "the Russian side", "российская делегация", "российской стороной", "俄方", "俄罗斯联邦的文稿",
			" Russian  Federation , ", "Russian\u00a0Federation", "(Russian Federation)"},
		"ARM": {"Armenia (Republic of)", "Armenia, Republic of", "Republic of Armenia", "Республики Армения", "Республики Армении", "Armenia (Rep. of)"},
		"SAU": {"the Kingdom of Saudi Arabia", "KSA", "Arabie saoudite", "Королевством Саудовская Аравия", "السعودية", "ARS", "Saudi Arabia (Kingdom of)"},
		"BRA": {"Government of Brazil", "Brasil (República Federativa del)", "Brasil", "República Federativa de Brasil", "البرازيل", "巴西"},
		"SEN": {"Administration du Sénégal", "Senegal (Republic of)", "SENEGAL"},
		"KOR": {"Korea (Rep. of)", "Korea", "South Korea", "ROK", "Республики Корея", "大韩民国", "韩国", "Corée (Rép. de)"},
		"PRK": {"Democratic People's Republic of Korea", "Democratic People’s Republic of Korea", "DPRK", "КНДР", "North Korea"},
		"IRN": {"Iran (Islamic Republic of)", "Iran", "Islamic Republic of Iran", "Ирана (Исламской Республики)", "Irán (República Islámica de)"},
		"COG": {"Congo", "Congo (Rep. of the)", "Republic of the Congo", "刚果", "刚果（共和国）"},
		"COD": {"Dem. Rep. of the Congo", "DRC", "DR Congo", "Congo, Democratic Republic of the", "Zaire", "刚果(金)"},
		"TUR": {"Türkiye", "Turkey", "TURKIYE", "Turquie", "土耳其"},
		"SWZ": {"Eswatini", "Swaziland"},
		"MKD": {"North Macedonia", "The former Yugoslav Republic of Macedonia", "Северной Македонии"},
		"CZE": {"Czech Republic", "Czechia", "Чехии"},
		"CPV": {"Cabo Verde", "Cape Verde"},
		"CIV": {"Côte d'Ivoire", "COTE D’IVOIRE", "Ivory Coast"},
		"VNM": {"Viet Nam", "Vietnam"},
		"VAT": {"Vatican City State", "Holy See", "Святого Престола"},
		"GBR": {"UK", "United Kingdom of Great Britain and Northern Ireland", "英国"},
		"USA": {"US", "U.S.A.", "EE.UU.", "США", "the United States of America", "American delegation"},
		"CHN": {"PRC", "People’s Republic of China", "China (People's Republic of)", "КНР", "中华人民共和国"},
		"BIH": {"Bosnia and Herzegovina", "Боснии и Герцеговины", "البوسنة والهرسك", "البوسنة و الهرسك"},
		"MLI": {"Mali", "مالي", "جمهورية مالي", "马里"},
		"TGO": {"Того"},
		"RCC": {"RCC", "Региональное содружество в области связи", "Communauté régionale des communications"},
		"ATU": {"African Telecommunication Union Administrations", "Administraciones de la Unión Africana de Telecomunicaciones"},
		"APT": {"Asia-Pacific Telecommunity Administrations", "Asia‑Pacific Telecommunity"},
		"CITEL": {"Member States of the Inter-American Telecommunication Commission (CITEL)",
			"Государства – члены Межамериканской комиссии по электросвязи (СИТЕЛ)"},
		"ITU_SECRETARIAT": {"ITU SECRETARIAT", "Secretary-General", "Secrétaire général", "秘书长"},
		"ISOC":            {"Internet Society (ISOC)", "ISOC"},
	}
	r := Default()
	for id, names := range tests {
		for _, name := range names {
			if s, ok := r.Resolve(name); !ok || s.ID != id {
				t.Errorf("Resolve(%q) = %v, want %s", name, s, id)
			}
		}
	}
}

func TestResolveRefuses(t *testing.T) {
	r := Default()
	for _, name := range []string{"", " ", "us", "Russian", "Chinese characters", "Europe", "Northern Ireland", "University of Jordan",
		"Internet Society of Brazil", "E", "NA", "PL", "Brazil and Cuba", "the", "()", "Member States", "Georgia Tech", "Utopia", "\xff\xfe", "e"} {
		if s, ok := r.Resolve(name); ok {
			t.Errorf("Resolve(%q) = %v, want nothing", name, s)
		}
	}
}

func TestSource(t *testing.T) {
	r := Default()
	for code, id := range map[string]string{"RUS": "RUS", "F": "FRA", "D": "DEU", "G": "GBR", "B": "BRA", "J": "JPN", "E": "ESP", "I": "ITA",
		"S": "SWE", "ARS": "SAU", "SUI": "CHE", "HOL": "NLD", "KRE": "PRK", "NIG": "NGA", "NGR": "NER", "BR": "BRA", "RCC": "RCC"} {
		if s, ok := r.Source(code); !ok || s.ID != id {
			t.Errorf("Source(%q) = %v, want %s", code, s, id)
		}
	}
	if s, ok := r.Source("XRU"); ok {
		t.Errorf("Source(XRU) = %v, want nothing", s)
	}
	if s, _ := r.Source("RUS"); s != (corpus.Source{ID: "RUS", Name: "Russian Federation", Kind: corpus.SourceMember}) {
		t.Errorf("Source(RUS) = %v", s)
	}
}

func TestName(t *testing.T) {
	r := Default()
	for _, c := range [][3]string{{"KOR", "en", "Korea (Rep. of)"}, {"RUS", "ru", "Российская Федерация"}, {"CIV", "zh", "科特迪瓦"},
		{"SAU", "ar", "المملكة العربية السعودية"}, {"TUR", "fr", "Türkiye"}, {"F", "es", "Francia"}, {"W3C", "ru", "World Wide Web Consortium"},
		{"RUS", "xx", "Russian Federation"}, {"XYZ", "en", "XYZ"}} {
		if got := r.Name(c[0], c[1]); got != c[2] {
			t.Errorf("Name(%s, %s) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestSort(t *testing.T) {
	for lang, want := range map[string][]string{
		"en": {"ALB", "CIV", "CUB", "DEU", "RUS", "ESP", "TUR"},
		"fr": {"ALB", "DEU", "CIV", "CUB", "ESP", "RUS", "TUR"},
		"es": {"ALB", "DEU", "CIV", "CUB", "ESP", "RUS", "TUR"},
		"ru": {"ALB", "DEU", "ESP", "CIV", "CUB", "RUS", "TUR"},
		"zh": {"ALB", "DEU", "RUS", "CUB", "CIV", "TUR", "ESP"}, // a, de, e, gu, ke, tu, xi
	} {
		ids := []string{"TUR", "RUS", "ESP", "CUB", "CIV", "DEU", "ALB"}
		Default().Sort(ids, lang)
		if !slices.Equal(ids, want) {
			t.Errorf("%s: %v, want %v", lang, ids, want)
		}
	}
}

func TestEntriesAreTheCallersOwn(t *testing.T) {
	e := Default().Entries(corpus.SourceGroup)
	if !slices.IsSortedFunc(e, func(a, b Entry) int { return slices.Compare([]string{a.ID}, []string{b.ID}) }) {
		t.Error("not sorted by ID")
	}
	e[0].Names["en"] = "changed"
	if Default().Name(e[0].ID, "en") == "changed" {
		t.Error("a caller can change the registry")
	}
}
