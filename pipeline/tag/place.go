package tag

import (
	"regexp"
	"slices"

	"rapporteur/corpus"
)

// placeTitles are headings that say what the passages under them are, in the
// six languages.
var placeTitles = []struct {
	kind  corpus.Kind
	title *regexp.Regexp
}{
	{corpus.KindGap, regexp.MustCompile(`(?i)\bgaps?\b|\bshortcomings\b|what (?:is|we) (?:missing|lack)|lacunes?|insuffisances|ce qui (?:nous )?manque|lagunas|carencias|deficiencias|lo que falta|пробел|недостат|чего не хватает|الثغرات|الفجوات|ثغرات|أوجه القصور|不足|差距|缺失|空白`)},
	{corpus.KindChallenge, regexp.MustCompile(`(?i)\bchallenges?\b|\brisks?\b|\bthreats?\b|\bproblems?\b|défis|\brisques?\b|menaces?|problèmes?|desafíos|\bretos\b|riesgos|amenazas|problemas|вызов|угроз|риск|проблем|التحديات|تحديات|المخاطر|مخاطر|التهديدات|المشاكل|挑战|风险|威胁`)},
	{corpus.KindPractice, regexp.MustCompile(`(?i)national (?:experience|measures|practice|actions?|policy|policies)|\bour experience\b|measures taken|what we have done|what \p{Lu}\p{L}+ has done|expérience|mesures (?:prises|nationales)|ce que nous avons fait|pratiques nationales|experiencia|medidas (?:adoptadas|nacionales)|lo que hemos hecho|национальн\p{L}+ (?:опыт|меры|практика)|принятые меры|что сделано|التجربة|الممارسات الوطنية|التدابير الوطنية|国家做法|国内做法|国家经验|我国做法|采取的措施`)},
}

// placeOf is the one kind that a heading announces, "" where it announces none
// or several.
func placeOf(section string) corpus.Kind {
	found := corpus.Kind("")
	for _, p := range placeTitles {
		if p.title.MatchString(section) {
			if found != "" {
				return ""
			}
			found = p.kind
		}
	}
	return found
}

// surePlace is the model's score from which it knows better than the heading;
// under a heading of practices, sureTrouble that from which a challenge is one.
const (
	surePlace   = 600
	sureTrouble = 400
)

// byPlace corrects the model by the heading above a passage: what stands under
// "Gaps" and is not plainly something else tells a gap. What the source asks
// for, thinks in its own name or did itself keeps its kind.
func (r *reading) byPlace(found kindFound, maker corpus.Maker) kindFound {
	kind := placeOf(r.where.section)
	if kind == "" || found.kind == kind || r.passage.Role != corpus.RoleBody || len(r.text.Tokens) < 6 {
		return found
	}
	for _, a := range r.acts {
		switch {
		case !a.own:
		case a.detail.Act == corpus.ActView || modalVerb(a.cue) || a.detail.Act == corpus.ActSupport || a.detail.Act == corpus.ActOppose || a.detail.Act == corpus.ActReserve:
			if found.kind == corpus.KindProposal {
				return kindFound{kind: corpus.KindPosition, score: 700, maker: maker, evidence: r.whole("a principle under a heading of another kind")}
			}
			return found
		case a.detail.Act == corpus.ActInform && kind != corpus.KindPractice:
			return found
		}
	}
	switch {
	case found.kind == corpus.KindCitation:
		return found
	case found.kind == corpus.KindGap && kind == corpus.KindChallenge:
		return found
	case found.kind == corpus.KindChallenge && kind == corpus.KindPractice && found.score >= sureTrouble:
		return found
	case found.kind == corpus.KindChallenge && kind == corpus.KindGap, found.kind == corpus.KindProposal:
	case found.score >= surePlace:
		return found
	}
	return kindFound{kind: kind, score: 700, maker: maker, evidence: r.whole("under a heading of its kind")}
}

// takesPart reports whether the source supports, opposes or reserves: then the
// passage is no mere procedure, even on the group's own work.
func (r *reading) takesPart() bool {
	return slices.ContainsFunc(r.acts, func(a act) bool {
		switch a.detail.Act {
		case corpus.ActSupport, corpus.ActOppose, corpus.ActReserve:
			return a.own && a.named
		}
		return false
	})
}
