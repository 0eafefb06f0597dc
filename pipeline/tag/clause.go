package tag

import (
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// performing begins the phrases that recommend as the source's own act; the
// other phrases of that act are modal verbs.
var performing = []string{"recommend", "we recommend", "it is recommended", "is recommended", "are recommended", "recommand", "il est recommandé", "est recommandé",
	"recomiend", "recomendamos", "se recomienda", "рекоменду", "توصي", "نوصي", "يوصي", "يوصى", "推荐"}

// modalVerb reports whether a cue says what should be without saying that the
// source asks for it: "should", "il faut", "следует".
func modalVerb(c codebook.Cue) bool {
	return c.Act == corpus.ActRecommend && !slices.ContainsFunc(performing, func(start string) bool { return strings.HasPrefix(c.Phrase, start) })
}

// passives begin and end phrases that ask without a subject of their own.
var (
	passives     = []string{"is ", "are ", "be ", "it is ", "est ", "sont ", "soit ", "soient ", "il est ", "se ", "يُطلب", "يطلب من", "يرجى", "تُدعى", "مدعو", "يُدعى", "يوصى", "يُقترح"}
	passiveWords = []string{"предлагается", "рекомендуется", "поручается", "просьба", "приглашаются", "призываются"}
)

// passive reports whether a cue asks without naming who does: "is requested to",
// "se pide", "предлагается". Its subject is who is asked.
func passive(c codebook.Cue) bool {
	switch c.Act {
	case corpus.ActPropose, corpus.ActRequest:
	case corpus.ActRecommend:
		if modalVerb(c) {
			return false
		}
	default:
		return false
	}
	return slices.ContainsFunc(passives, func(start string) bool { return strings.HasPrefix(c.Phrase, start) }) || slices.Contains(passiveWords, c.Phrase)
}

// invites reports whether the Russian "предлагает" asks somebody: who stands in
// the dative beside it.
func (r *reading) invites(c codebook.Cue) bool {
	if c.Act != corpus.ActPropose || !strings.HasPrefix(c.Phrase, "предлага") {
		return false
	}
	for _, q := range r.cues {
		if q.Role != codebook.CueAddressee || q.First != c.Last && q.Last != c.First {
			continue
		}
		if q.Last == c.First && c.Phrase != "предлагается" {
			continue
		}
		for _, dative := range []string{"у", "ю", "е", "ам", "ям"} {
			if strings.HasSuffix(r.text.Tokens[q.Last-1].Fold, dative) || strings.HasSuffix(r.text.Tokens[q.First].Fold, dative) {
				return true
			}
		}
	}
	return false
}

// relatives are the words after which a verb belongs to what is spoken of:
// "the plan that Freedonia proposes" says nothing of the source, nor does "as
// proposed".
var relatives = wordSet("as which who that whom", "comme qui que qu tel", "como que quien quienes cual", "как который которая которое которые которого которую которым", "كما التي الذي الذين", "所 如")

// relative reports whether a verb stands right after a relative word.
func (r *reading) relative(c codebook.Cue) bool {
	if c.First == 0 || modalVerb(c) || c.Act == corpus.ActInform || c.Act == corpus.ActConcern {
		return false
	}
	prev := r.text.Tokens[c.First-1]
	if prev.Sentence != r.text.Tokens[c.First].Sentence || !relatives[prev.Fold] || r.parted(c.First, c.First) {
		return false
	}
	return c.First >= 2 && r.text.Tokens[c.First-2].Sentence == prev.Sentence
}

// leads are the words after which an English verb is no act but part of one:
// "in order to encourage", "should support".
var leads = wordSet("to should must shall may might could would ought and/or")

// wishes stand before "to" where the source does what it says it would.
var wishes = wordSet("like wish wishes want wants continue continues")

// infinitive reports whether an English verb only completes another. A verb
// that bends ("proposes") or whose phrase says "we" does not.
func (r *reading) infinitive(c codebook.Cue) bool {
	return r.bare(c) && leads[r.text.Tokens[c.First-1].Fold] && (c.First < 2 || !wishes[r.text.Tokens[c.First-2].Fold])
}

// bare reports whether a cue is an English verb without ending and subject, and
// not the first word of its sentence.
func (r *reading) bare(c codebook.Cue) bool {
	if r.text.Language != "en" || c.First == 0 || c.Last-c.First > 2 || modalVerb(c) || strings.HasPrefix(c.Phrase, "we ") {
		return false
	}
	switch c.Act {
	case corpus.ActPropose, corpus.ActRequest, corpus.ActSupport, corpus.ActRecommend:
	default:
		return false
	}
	verb := r.text.Tokens[c.First]
	return !strings.HasSuffix(verb.Fold, "s") && !strings.HasSuffix(verb.Fold, "ed") && verb.Sentence == r.text.Tokens[c.First-1].Sentence
}

// coordinated reports whether a bare verb after "and" goes on with an
// infinitive: "a panel that meets to review and propose". It does not where the
// source acts before it: "we support the plan and propose".
func (r *reading) coordinated(last *codebook.Cue, c codebook.Cue) bool {
	if !r.bare(c) || r.text.Tokens[c.First-1].Fold != "and" && r.text.Tokens[c.First-1].Fold != "or" {
		return false
	}
	if last == nil {
		return true
	}
	for i := last.Last; i < c.First; i++ {
		if r.text.Tokens[i].Fold == "to" {
			return true
		}
	}
	return false
}

// openers are the words that begin a verb's object clause.
var openers = wordSet("that to", "que de à a", "чтобы", "ان")

// subordinate reports whether a verb stands in what an act before it in the
// sentence says or asks for: "recommends that Member States encourage". A verb
// that goes on with the same subject does not: "proposes … and requests".
func (r *reading) subordinate(act, c codebook.Cue) bool {
	if c.Act == corpus.ActReserve || c.First < act.Last || strings.ContainsAny(r.text.Source[act.End:c.Start], ";:；：؛") {
		return false
	}
	switch r.text.Language {
	case "zh":
		return !strings.ContainsAny(r.text.Source[act.End:c.Start], "，、。")
	case "ar":
		return r.opened(act, 3) && !strings.HasPrefix(r.text.Tokens[c.First].Raw, "و")
	}
	return r.opened(act, 3) && !r.goesOn(act, c)
}

// opened reports whether an object clause begins in the words after an act.
func (r *reading) opened(act codebook.Cue, reach int) bool {
	for i := act.Last; i < len(r.text.Tokens) && i < act.Last+reach; i++ {
		if openers[r.text.Tokens[i].Fold] {
			return true
		}
	}
	return slices.ContainsFunc(r.cues, func(q codebook.Cue) bool {
		return q.Role == codebook.CueAddressee && q.First >= act.Last && q.First-act.Last <= 2
	})
}

// goesOn reports whether a verb has the subject of the act before it: the
// source names itself again, or a conjunction joins two verbs of one form.
func (r *reading) goesOn(act, c codebook.Cue) bool {
	for _, q := range r.cues {
		if q.Role == codebook.CueSelf && q.First >= act.Last && q.First <= c.First && c.First-q.First <= 4 {
			return true
		}
	}
	if !endingsAgree(r.text.Tokens[act.First].Fold, r.text.Tokens[c.First].Fold) {
		return false
	}
	for i := c.First - 1; i >= act.Last && i >= c.First-3; i-- {
		switch r.text.Tokens[i].Fold {
		case "and", "et", "y", "e", "и":
			return r.text.Language != "en" || strings.HasSuffix(r.text.Tokens[c.First].Fold, "s") || i == c.First-1 && r.parted(i, i)
		}
	}
	return false
}

// endingsAgree compares the last letter of two verbs, which in these languages
// tells person and number well enough.
func endingsAgree(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1]
}
