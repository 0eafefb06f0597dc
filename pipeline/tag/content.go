package tag

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/codebook/word"
)

// functionWords are the words that hold sentences together in the five
// languages that part words, and the characters that do in Chinese. They may
// move a score and are never quoted by themselves. Modal verbs are not among
// them: they speak for a kind.
var functionWords = wordSet(
	`the a an and or of to in on at by for from with without into onto over under between among through during about against as
	is are was were be been being am has have had having do does did it its this that these those there here which who whom whose what when
	where how why not no nor so than then too very also such both each all any some other others more most many much own same only just but if
	while because until although however thus therefore hence can will would may might could shall they them their he she his her we us our you your i my me
	up out off per via etc s t e g ii iii iv`,
	`le la les l un une des du de d et ou où en dans sur sous par pour avec sans entre vers chez au aux à ce cet cette ces ça c qui que qu quoi dont
	il elle ils elles on nous vous je j se s son sa ses leur leurs notre nos votre vos ne n pas plus moins y est sont été être étaient était a ont avoir
	avait si comme mais donc car ni aussi ainsi même tout tous toute toutes lorsque lors afin très`,
	`el los las lo un una unos unas del al y e o u en sobre bajo por para con sin entre hacia desde hasta a ante este esta estos estas ese esa esos
	esas eso esto que quien quienes cual cuales cuyo cuya se su sus nuestro nuestra nuestros nuestras no ni más menos es son fue fueron ser sido era eran
	ha han haber había si como pero pues también así mismo misma todo todos toda todas cuando donde muy ya les nos`,
	`и или а но в во на над под по при про для от до из изо к ко с со у о об обо за через между без не ни же ли бы то это этот эта эти этого этой
	этих этим тот та те того той тех что чтобы который которая которые которого которой которых как так также только он она оно они его ее их ему им ей мы нас
	нам наш наша наши вы я себя свой своя свои своих быть был была были является являются есть если когда где все всех весь вся более менее`,
	`في من الى على عن مع بين او ان هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كما كان كانت هو هي هم كل بعض غير بعد قبل عند حتى ثم اذا او
	ومن وفي وعلى والى وان وهو وهي بما مما لها له لهم به بها فيها فيه منها`,
	`的 了 和 与 及 或 在 是 为 以 对 于 等 并 也 其 这 那 有 而 之 将 从 到 由 被 把 所 该 各 中 上 下 不 个 们 我 你 他`,
)

func wordSet(lists ...string) map[string]bool {
	out := map[string]bool{}
	for _, list := range lists {
		start := -1
		for i, r := range list + " " {
			switch {
			case !unicode.IsSpace(r) && start < 0:
				start = i
			case unicode.IsSpace(r) && start >= 0:
				out[list[start:i]] = true
				start = -1
			}
		}
	}
	return out
}

// content reports whether a token can be quoted as a reason: a word of more
// than one letter that is no function word and no number.
func content(t *word.Token) bool {
	r, size := utf8.DecodeRuneInString(t.Fold)
	switch {
	case t.Link || functionWords[t.Fold] || unicode.IsDigit(r):
		return false
	case unicode.Is(unicode.Han, r):
		return true
	}
	return size < len(t.Fold)
}
