package member

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus"
)

// mentions prints what Find gives as "name=ID" in order.
func mentions(r *Registry, text string) string {
	var out []string
	for _, m := range r.Find(text) {
		out = append(out, text[m.Start:m.End]+"="+m.Source.ID)
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		// Dangerous neighbours: the longest name, whole words.
		{"Niger, Nigeria and the Niger", "Niger=NER Nigeria=NGA Niger=NER"},
		{"Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", "Guinea=GIN Guinea-Bissau=GNB Equatorial Guinea=GNQ Papua New Guinea=PNG"},
		{"the Congo and the Democratic Republic of the Congo", "Congo=COG Democratic Republic of the Congo=COD"},
		{"the Republic of Korea and the Democratic People's Republic of Korea", "Republic of Korea=KOR Democratic People's Republic of Korea=PRK"},
		{"Dominica and the Dominican Republic", "Dominica=DMA Dominican Republic=DOM"},
		{"Oman and Romania", "Oman=OMN Romania=ROU"},
		{"Mali, Somalia and Malí", "Mali=MLI Somalia=SOM Malí=MLI"},
		{"Sudan and South Sudan; Ireland but Northern Ireland", "Sudan=SDN South Sudan=SSD Ireland=IRL"},
		{"India, Indiana, Indonesia", "India=IND Indonesia=IDN"},
		{"Samoa, American Samoa", "Samoa=WSM"},
		{"Austria and Australia", "Austria=AUT Australia=AUS"},
		{"Slovakia and Slovenia", "Slovakia=SVK Slovenia=SVN"},
		{"China and Hong Kong, China", "China=CHN Hong Kong, China=HKG"},
		// Given names and other places.
		{"Jordan proposed. In Jordan and Georgia, Chad agreed.", "Jordan=JOR Jordan=JOR Georgia=GEO Chad=TCD"},
		{"Michael Jordan met Chad Smith of Georgia Tech", ""},
		{"turkey, chad and a guinea pig; Guinea pigs", ""},
		{"JORDAN AND GEORGIA", "JORDAN=JOR GEORGIA=GEO"},
		{"La Dominique et Dominique Martin; Maurice et Maurice Martin", "La Dominique=DMA Maurice=MUS"},
		{"en Argentine, the Argentine economy", "Argentine=ARG"},
		// Adjectives are weak.
		{"Chinese characters, Russian text, the French language", ""},
		{"the Russian side, the Chinese delegation, the French Government and the Swiss administration",
			"Russian side=RUS Chinese delegation=CHN French Government=FRA Swiss administration=CHE"},
		{"la délégation chinoise, le gouvernement russe, la langue russe", "délégation chinoise=CHN gouvernement russe=RUS"},
		{"la delegación brasileña y el gobierno mexicano", "delegación brasileña=BRA gobierno mexicano=MEX"},
		{"российской стороны, китайской делегации, русский язык", "российской стороны=RUS китайской делегации=CHN"},
		// Abbreviations and codes.
		{"let us ask the US and the UK, KSA and DPRK", "US=USA UK=GBR KSA=SAU DPRK=PRK"},
		{"LET US MEET LAS VEGAS", ""},
		{"US$ 5, $US 5, 5 US dollars, the US", "US=USA"},
		{"Le Secrétaire général de l'UIT", "Secrétaire général de l'UIT=ITU_SECRETARIAT"},
		{"F, D, RUS and CAN are codes; (can)", ""},
		{"RCC/27A1/3, RCC, rcc", "RCC=RCC RCC=RCC"},
		{"the member States of ASEAN and the Group of 77 and China", "ASEAN=ASEAN Group of 77 and China=G77"},
		// Breaks, marks and apostrophes.
		{"Côte\nd’Ivoire, Co\u0302te d'Ivoire, Viet\u00a0Nam, Timor–Leste", "Côte\nd’Ivoire=CIV Co\u0302te d'Ivoire=CIV Viet\u00a0Nam=VNM Timor–Leste=TLS"},
		{"Brazil's and Brazil’s", "Brazil=BRA Brazil=BRA"},
		// Russian.
		{"Российской Федерации, Россией, в Белоруссии; Нигера и Нигерии", "Российской Федерации=RUS Россией=RUS Белоруссии=BLR Нигера=NER Нигерии=NGA"},
		{"Того мало. Помощь для Того", "Того=TGO"},
		{"КРОМЕ ТОГО, РОССИЯ", "РОССИЯ=RUS"},
		{"чад и куба", ""},
		// Arabic.
		{"والأردن وللأردن وبالصين والكونغو", "الأردن=JOR أردن=JOR الصين=CHN الكونغو=COG"},
		{"الدعم المالي مالي وجمهورية مالي", "جمهورية مالي=MLI"},
		{"النيجر ونيجيريا، السودان وجنوب السودان", "النيجر=NER نيجيريا=NGA السودان=SDN جنوب السودان=SSD"},
		{"الاتِّحَاد الرُّوسِيّ", "الاتِّحَاد الرُّوسِيّ=RUS"},
		// Chinese.
		{"发展中国家、中国、拉美国家、中国际", "中国=CHN"},
		{"几内亚、几内亚比绍、赤道几内亚、巴布亚新几内亚", "几内亚=GIN 几内亚比绍=GNB 赤道几内亚=GNQ 巴布亚新几内亚=PNG"},
		{"索马里和马里，沿海地区和海地", "索马里=SOM 马里=MLI 海地=HTI"},
		{"刚果（金）与刚果", "刚果（金）=COD 刚果=COG"},
		{"中方认为，集中方式，其中方案", "中方=CHN"},
		{"尼日尔、尼日利亚、印度尼西亚、印度洋、印度", "尼日尔=NER 尼日利亚=NGA 印度尼西亚=IDN 印度=IND"},
		{"建议RCC成员和中国香港", "RCC=RCC 中国香港=HKG"},
	}
	for _, c := range tests {
		if got := mentions(Default(), c.text); got != c.want {
			t.Errorf("Find(%q)\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestOnSpeeches measures Find on the UN General Debate, data/ungdc of
// RAPPORTEUR_SHARED: a State nearly always names itself.
func TestOnSpeeches(t *testing.T) {
	shared := os.Getenv("RAPPORTEUR_SHARED")
	if shared == "" {
		t.Skip("RAPPORTEUR_SHARED is not set: no speeches to measure on")
	}
	f, err := os.Open(filepath.Join(shared, "data", "ungdc", "ungdc-sessions-70-79.tar.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	own, all := 0, 0
	for archive := tar.NewReader(z); ; {
		h, err := archive.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		id, _, _ := strings.Cut(filepath.Base(h.Name), "_")
		text, err := io.ReadAll(archive)
		if s, ok := Default().Source(id); err != nil || !ok || s.Kind != corpus.SourceMember || !strings.HasSuffix(h.Name, ".txt") {
			continue
		}
		all++
		if slices.ContainsFunc(Default().Find(string(text)), func(m Mention) bool { return m.Source.ID == id }) {
			own++
		}
	}
	t.Logf("%d of %d speeches name their own State", own, all)
	if own*100 < all*97 {
		t.Errorf("%d of %d speeches name their own State, want 97 in 100", own, all)
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The Russian side and the delegation of Brazil (Federative Republic of) ask the group to weigh the costs "+
		"of transit for landlocked countries, as Chad, Mali and the Niger have proposed. Российская Федерация и Республика Армения "+
		"просят группу. 中国和巴西要求工作组。 وتطلب المملكة العربية السعودية من الفريق. \n", 200)
	r := Default()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if len(r.Find(text)) == 0 {
			b.Fatal("nothing found")
		}
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		buildDefault()
	}
}

func ExampleRegistry_Find() {
	text := "The Republic of Korea and the Chinese side drew Chinese characters."
	for _, m := range Default().Find(text) {
		fmt.Println(text[m.Start:m.End], "=", m.Source.ID)
	}
	// Output:
	// Republic of Korea = KOR
	// Chinese side = CHN
}
