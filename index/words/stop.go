package words

import "strings"

// IsStop reports whether a word carries no meaning of its own in a language:
// articles, prepositions, pronouns, auxiliaries, and the letters that an
// apostrophe leaves. Words that change what is asked for ("not", "against",
// "all") and words that are also names ("who", "us") are none.
func IsStop(language string, t Token) bool { return stops[language][t.Fold] }

// Trim takes the stop words off both ends of a word that a hyphen or an
// apostrophe has cut to several tokens: "l’accès" is a search for accès, and
// "Ruritania's" for Ruritania. It gives the place of the first token left, and
// leaves tokens that are all stop words.
func Trim(language string, tokens []Token) (int, []Token) {
	from, to := 0, len(tokens)
	for from < to && IsStop(language, tokens[from]) {
		from++
	}
	for to > from && IsStop(language, tokens[to-1]) {
		to--
	}
	if from == to {
		return 0, tokens
	}
	return from, tokens[from:to]
}

// stops are written as Fold has them, without accents.
var stops = map[string]map[string]bool{
	"en": set(`a an and are as at be been being but by can could d did do does for from had has have he
		her his i if in into is it its ll m may might must of on or our re s shall she should so such t than that
		the their them then there these they this those through to upon ve was we were what when where which
		while will with would you your`),
	"fr": set(`a afin ainsi au aussi aux avec c ce ces cet cette ceux comme d dans de des dont du elle
		elles en est et etre eux il ils j je l la le les leur leurs lui lorsque m mais me meme n ne nos notre nous on
		ont ou par parce pour puisque qu que quelle quels qui quoi s sa se ses si sont sur t ta te tes ton tu un
		une vos votre vous y`),
	"es": set(`a al ante asi como con cual cuales cuando cuyo de del desde donde e el ella ellas ellos en
		entre era es esa esas ese eso esos esta estas este esto estos estan fue ha han hasta la las le les lo los mas
		me mi mis muy nos nuestra nuestro o os para pero por porque que quien se sea ser si sido sobre son su
		sus tambien te tiene tu u un una unas unos y ya`),
	"ru": set(`а более бы был была были было быть в вам вас во вот вы где да для до
		его ее если есть еще же за здесь и из или им их к как ко когда кто ли либо мне может мы на нас наш него
		нее них но о об однако он она они оно от очень по под при с со так также такой там те тем то того
		тоже той только том ты у уже хотя чего чей чем что чтобы чье чья эта эти это этого этой этом этот я`),
	"ar": set(`في من الي علي ان انه انها عن مع هذا هذه ذلك تلك التي الذي الذين اللذان كان كانت يكون تكون
		قد لقد ما او ام ثم كما اذا اذ حيث بين بعد قبل عند منذ حتي هو هي هم هن نحن انا به بها له لها فيه
		فيها منه منها عليه عليها اليه اليها وفي ومن وان وهو وهي وقد و`),
}

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
