package member

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// ids prints sources as "ID" where the kind is that of the registry, and
// "ID(Name)" where they are not in it.
func ids(r *Registry, list []corpus.Source) string {
	var out []string
	for _, s := range list {
		if known, ok := r.Source(s.ID); ok && known == s {
			out = append(out, s.ID)
		} else {
			out = append(out, s.ID+"("+s.Name+")")
		}
	}
	return strings.Join(out, " ")
}

func TestSplit(t *testing.T) {
	tests := []struct{ line, want string }{
		{"Russian Federation , Armenia (Republic of) , Belarus (Republic of) , Kyrgyz Republic , Tajikistan (Republic of)", "RUS ARM BLR KGZ TJK"},
		{"Brazil, Cuba and Chile", "BRA CUB CHL"},
		{"Brazil; Cuba", "BRA CUB"},
		{"Brazil / Cuba & Chile", "BRA CUB CHL"},
		{"Brazil, Cuba, Brazil", "BRA CUB"},
		{"Contribution by the Russian Federation", "RUS"},
		{"CONTRIBUTION FROM THE KINGDOM OF SAUDI ARABIA", "SAU"},
		{"Joint contribution by Brazil, Iran (Islamic Republic of) and Bosnia and Herzegovina", "BRA IRN BIH"},
		{"Contribution by Iran (Islamic Republic of), Korea (Rep. of), and Bolivia (Plurinational State of)", "IRN KOR BOL"},
		{"Trinidad and Tobago, Saint Vincent and the Grenadines and Antigua and Barbuda, Sao Tome and Principe", "TTO VCT ATG STP"},
		{"Korea, Republic of; Hong Kong, China and India", "KOR HKG IND"},
		{"Afghanistan (Transitional State of)", "AFG"},
		{"Bahrain (Kingdom of)/Egypt (Arab Republic of)/United Arab Emirates", "BHR EGY ARE"},
		{"Contribution by Brazil on behalf of CITEL", "BRA CITEL"},
		{"RCC Member States (Russian Federation, Armenia)", "RCC RUS ARM"},
		{"B, F, RUS", "BRA FRA RUS"},
		{"Government of Brazil", "BRA"},
		// Groups.
		{"Member States of the Inter-American Telecommunication Commission (CITEL)", "CITEL"},
		{"Member States of the European Conference of Postal and Telecommunications Administrations (CEPT)", "CEPT"},
		{"ITU Member States, members of the Regional Commonwealth in the field of Communications (RCC)", "RCC"},
		{"Asia-Pacific Telecommunity Administrations", "APT"},
		{"African Telecommunication Union Administrations", "ATU"},
		{"Arab States Administrations", "ARAB"},
		{"Etats Membres de l'UIT, membres de la RCC", "RCC"},
		{"Administraciones de la Unión Africana de Telecomunicaciones", "ATU"},
		{"Государства – члены Межамериканской комиссии по электросвязи (СИТЕЛ)", "CITEL"},
		// Other languages.
		{"Contribution conjointe de la Côte d'Ivoire et de l'Algérie", "CIV DZA"},
		{"Contribución de la Federación de Rusia, Irán (República Islámica del) y Cuba", "RUS IRN CUB"},
		{"Вклад Российской Федерации, Республики Армения и Беларуси", "RUS ARM BLR"},
		{"الاتحاد الروسي وأرمينيا وبيلاروس", "RUS ARM BLR"},
		{"مساهمة من المملكة العربية السعودية والأردن ومصر", "SAU JOR EGY"},
		{"俄罗斯联邦、中国和巴西联邦共和国的联合文稿", "RUS CHN BRA"},
		{"俄罗斯联邦的文稿", "RUS"},
		// The secretariat and chairs.
		{"Note by the Secretary-General", "ITU_SECRETARIAT"},
		{"Note by the Secretary-General\nCONTRIBUTION FROM SAUDI ARABIA", "SAU"},
		{"Report by the Chairman of the Group, Mr A B (Saudi Arabia)", "CHAIR"},
		{"Rapport du Président", "CHAIR"},
		{"Report by the Director of BDT", "BDT"},
		// Bodies.
		{"European Commission", "EUROPEAN_COMMISSION"},
		{"Commonwealth Telecommunications Organisation; IGF Secretariat", "CTO IGF_SECRETARIAT"},
		{"Internet Society (ISOC)", "ISOC"},
		{"Internet Society of Australia", "INTERNET_SOCIETY_OF_AUSTRALIA(Internet Society of Australia)"},
		{"Ministry of Science and Technology of Egypt", "EGY"},
		{"French Ministry of Foreign Affairs", "FRA"},
		{"Ministry of Transport, Energy and Tourism", "MINISTRY_OF_TRANSPORT_ENERGY_AND_TOURISM(Ministry of Transport, Energy and Tourism)"},
		{"Ministry of Transport and Energy, Brazil", "BRA"},
		{"Open Net (Korea)", "OPEN_NET_KOREA(Open Net (Korea))"},
		// Unknown parts.
		{"Contribution by Ruritania, Freedonia and Sylvania", "RURITANIA(Ruritania) FREEDONIA(Freedonia) SYLVANIA(Sylvania)"},
		{"Ruritania and Brazil", "RURITANIA(Ruritania) BRA"},
		{"Institute of Peace and War", "INSTITUTE_OF_PEACE_AND_WAR(Institute of Peace and War)"},
		{"Contribution by State Duma", "STATE_DUMA(State Duma)"},
		{"Rus", "RUS_OTHER(Rus)"},
		{"Comments from Membership", ""},
		{"", ""},
		{" , ; / ", ""},
	}
	r := Default()
	for _, c := range tests {
		if got := ids(r, r.Split(c.line)); got != c.want {
			t.Errorf("Split(%q)\n got %s\nwant %s", c.line, got, c.want)
		}
	}
}

func TestSplitIsBounded(t *testing.T) {
	r := Default()
	var line strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&line, "Body %d, ", i)
	}
	if n := len(r.Split(line.String())); n != maxSources {
		t.Errorf("%d sources, want %d", n, maxSources)
	}
	if got := r.Split(strings.Repeat("é", maxLine)); len(got) != 1 || len([]rune(got[0].ID)) > maxID {
		t.Errorf("got %d sources", len(got))
	}
}

func ExampleRegistry_Split() {
	for _, s := range Default().Split("Joint contribution by Brazil, Trinidad and Tobago and Ruritania") {
		fmt.Println(s.ID, s.Kind)
	}
	// Output:
	// BRA member
	// TTO member
	// RURITANIA other
}

func TestSplitMendsAndPlaces(t *testing.T) {
	for line, want := range map[string]string{
		"People?s Republic of China": "CHN",
		"Norway, Europe":             "NOR",
		"Europe, Austria":            "AUT",
		"Europe":                     "EUROPE",
	} {
		var ids []string
		for _, s := range Default().Split(line) {
			ids = append(ids, s.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
}
