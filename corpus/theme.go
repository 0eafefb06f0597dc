package corpus

import "strconv"

// Theme is one of the twelve issues of Annex 1 to Council Resolution 1305
// (2009, Mod. 2019). The annex is a bulleted list; the numbers 1 to 12 follow
// its order and are the convention of this project.
type Theme int

// ThemeCount is the number of themes.
const ThemeCount = 12

// Valid reports whether t is one of the twelve.
func (t Theme) Valid() bool { return t >= 1 && t <= ThemeCount }

// ParseTheme reads a theme's number; ok is false where there is no such theme.
func ParseTheme(s string) (t Theme, ok bool) {
	n, err := strconv.Atoi(s)
	if err != nil || !Theme(n).Valid() {
		return 0, false
	}
	return Theme(n), true
}

// Themes gives the twelve in order.
func Themes() []Theme {
	all := make([]Theme, ThemeCount)
	for i := range all {
		all[i] = Theme(i + 1)
	}
	return all
}

// Kind says what a passage does. Every passage has exactly one.
type Kind string

// The kinds. Citation, procedural and other do not feed the comparison.
const (
	KindChallenge  Kind = "challenge"  // a problem, risk or threat
	KindGap        Kind = "gap"        // something missing in arrangements, participation or means
	KindProposal   Kind = "proposal"   // a concrete action or change put forward or asked for
	KindPosition   Kind = "position"   // a principle or opinion without a concrete ask
	KindPractice   Kind = "practice"   // own actions, national measures, facts
	KindCitation   Kind = "citation"   // mainly quotes or recalls another text
	KindProcedural Kind = "procedural" // purpose, courtesy, logistics, document structure
	KindOther      Kind = "other"
)

// Kinds gives every kind in the order in which reports treat them.
func Kinds() []Kind {
	return []Kind{KindChallenge, KindGap, KindProposal, KindPosition, KindPractice, KindCitation, KindProcedural, KindOther}
}

// Substantive reports whether passages of this kind say something of their
// source's own on a theme.
func (k Kind) Substantive() bool {
	switch k {
	case KindChallenge, KindGap, KindProposal, KindPosition, KindPractice:
		return true
	}
	return false
}

// Act is what a source does by writing a sentence.
type Act string

// The acts.
const (
	ActPropose   Act = "propose"
	ActSupport   Act = "support"
	ActOppose    Act = "oppose"
	ActReserve   Act = "reserve"
	ActRequest   Act = "request"
	ActRecommend Act = "recommend"
	ActView      Act = "view"
	ActConcern   Act = "concern"
	ActInform    Act = "inform"
)

// Acts gives every act.
func Acts() []Act {
	return []Act{ActPropose, ActSupport, ActOppose, ActReserve, ActRequest, ActRecommend, ActView, ActConcern, ActInform}
}
