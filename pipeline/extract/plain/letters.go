package plain

import "strings"

// The letters of the scripts in falling order of how often text in them uses
// each. The order is all that is needed to tell an encoding from a wrong one,
// which scatters letters evenly.
const (
	cyrillicOrder = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў"
	arabicOrder   = "اليمونرتبةعدسفهكقحجذصشضطأإىخثزءظغآئؤ"
	// latinCommon are accented letters of French, Spanish, Portuguese, German,
	// Italian; latinEastern those of Polish, Czech, Hungarian, Romanian,
	// Turkish; latinNorthern those of the Nordic languages and Czech.
	latinCommon   = "éèàçêóíáñúãõôâîûùïëöüäßœ"
	latinNorthern = "åøæý"
	latinEastern  = "ąćęłńśźżčěšžřůťďňőűășțşţğı"
)

// commonHan are frequent characters of official Chinese, simplified and then
// traditional where the form differs. On running text they are more than half.
const commonHan = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严互网络域名稳固促推讨论工作组秘书长理事会决议成员贡献文件安全隐私儿童能力建设连接可用性多语言信息社会电信邀请建议支持反对关切挑战措施框架机制平台未来继续加强确保鼓励促进" +
	"這個國時來們對會發動說產種後學經進著電裡現實量兩體機當點從業應開還義樣與關線數問無變條沒結解題黨員總設長頭資邊級圖統見計論農幾區強決戰則據處隊給門規領東導壓濟階術極聯認權證單風帶場車務萬達積議聲報離華確張馬節話況傳許廣記觀織裝眾書布復兒須際驗連斷難礦備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠識適屬圓滿縣紅細聽該鐵價嚴網絡穩討組貢獻隱語邀請支"

// letters are the tables that the scorer asks.
type letters struct {
	// rank is a letter's place in its script's order, from 0.
	rank map[rune]int
	// han are the frequent Chinese characters.
	han map[rune]bool
	// latin are the points of the Latin letters beyond ASCII.
	latin map[rune]int
}

// lettersOf builds the tables. They are small; a reading builds them once.
func lettersOf() *letters {
	l := &letters{rank: map[rune]int{}, han: map[rune]bool{}, latin: map[rune]int{}}
	for _, order := range []string{cyrillicOrder, arabicOrder} {
		i := 0
		for _, r := range order {
			l.rank[r] = i
			i++
		}
	}
	for _, r := range commonHan {
		l.han[r] = true
	}
	i := 0
	for _, r := range latinCommon {
		l.latin[r] = 95 - i/2
		i++
	}
	for _, r := range latinNorthern {
		l.latin[r] = 68
	}
	l.latin['ì'], l.latin['ò'] = 45, 45
	for _, r := range latinEastern {
		l.latin[r] = 62
	}
	return l
}

// joiningWords end a line only where the sentence goes on, and begin a line
// only where it came from the line above.
const joiningWords = " a an the of and or to in on for with by from at as is are be that which their its this our " +
	"de la le les des du et ou un une aux au en dans par pour sur que qui ses leur leurs " +
	"el los las del y o e u con para por una sus su " +
	"и в во на с со к ко о об от для по из или не что за при до а " +
	"من في على إلى عن أن التي الذي مع بين أو "

// isJoiningWord reports whether w, in lower case, is one of them.
func isJoiningWord(w string) bool {
	return w != "" && strings.Contains(joiningWords, " "+w+" ")
}
