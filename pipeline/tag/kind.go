package tag

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// kindFound is a passage's kind with what speaks for it.
type kindFound struct {
	kind     corpus.Kind
	score    int
	maker    corpus.Maker
	evidence []corpus.Evidence
}

// resolutionNumber is the number of a resolution of any of the Union's
// conferences, in six languages.
var resolutionNumber = regexp.MustCompile(`(?i)\b(?:resolutions?|res\.|résolutions?|resoluci(?:ón|ones))\s*(?:no\.?\s*)?\d{1,4}|резолюци\p{L}*\s*\d{1,4}|القرار(?:ات)?\s*\d{1,4}|第\s*\d{1,4}\s*号?\s*决议|决议\s*\d{1,4}`)

// findKind decides by where the passage stands, then by what it does, then by
// the model or, without one, by the cues of kinds.
func (t *Tagger) findKind(r *reading) kindFound {
	for _, rule := range []func(*reading) kindFound{(*reading).kindOfRole, (*reading).kindOfTitle, (*reading).kindOfQuotation, (*reading).kindOfBox, (*reading).kindOfDraft, (*reading).kindOfActs} {
		if k := rule(r); k.kind != "" {
			k.maker = t.maker
			return k
		}
	}
	byCues := t.kindOfCues(r)
	found := r.byPlace(t.model.kind(r, byCues), t.maker)
	if !found.kind.Substantive() && found.kind != corpus.KindCitation && r.takesPart() {
		found = kindFound{kind: corpus.KindPosition, score: 700, maker: t.maker, evidence: r.whole("takes a stance")}
	}
	if at := sinceWhen.FindStringIndex(r.text.Source); at != nil && found.kind == corpus.KindProposal && !r.asks() {
		return kindFound{kind: corpus.KindPractice, score: 700, maker: t.maker, evidence: []corpus.Evidence{r.evidence(at[0], at[1], "", "since when", 700)}}
	}
	troubled := byCues.kind == corpus.KindGap || byCues.kind == corpus.KindChallenge
	if troubled && found.kind == corpus.KindPractice && found.score < surePractice && !r.informs() {
		return byCues
	}
	if troubled && !found.kind.Substantive() && r.voicesConcern() {
		return byCues
	}
	if found.kind == corpus.KindProposal && found.score < sureProposal && byCues.kind == corpus.KindPosition && r.onlyViews() {
		return byCues
	}
	return found
}

// sinceWhen is how a passage begins that tells since when something holds: it
// informs, in six languages.
var sinceWhen = regexp.MustCompile(`(?i)^(?:since|depuis|desde|с|начиная\s+с|منذ|自)\s*(?:\p{L}+\s+){0,3}(?:19|20)\d{2}`)

// asks reports whether the source proposes, requests or recommends.
func (r *reading) asks() bool {
	return slices.ContainsFunc(r.acts, func(a act) bool {
		return a.own && (a.detail.Act == corpus.ActPropose || a.detail.Act == corpus.ActRequest || a.detail.Act == corpus.ActRecommend)
	})
}

// surePractice is the model's score from which what tells of trouble is still a
// practice though the source says of nothing that it did it.
const surePractice = 500

// informs reports whether the source says what it did.
func (r *reading) informs() bool {
	return slices.ContainsFunc(r.acts, func(a act) bool { return a.own && a.detail.Act == corpus.ActInform })
}

// sureProposal is the model's score from which a proposal stands although the
// source's only acts are views.
const sureProposal = 400

// onlyViews reports whether the source says what it thinks and asks nothing of
// anybody.
func (r *reading) onlyViews() bool {
	views := false
	for _, a := range r.acts {
		switch {
		case !a.own:
		case a.detail.Act == corpus.ActView:
			views = true
		case a.detail.Act == corpus.ActPropose || a.detail.Act == corpus.ActRequest:
			return false
		}
	}
	return views
}

// kindOfRole knows the passages that are never what a source says.
func (r *reading) kindOfRole() kindFound {
	switch role := r.passage.Role; role {
	case corpus.RoleCover, corpus.RoleHeading, corpus.RoleHeader, corpus.RoleFooter:
		return kindFound{kind: corpus.KindProcedural, score: 1000, evidence: r.whole("role " + string(role))}
	case corpus.RoleComment, corpus.RoleHidden:
		return kindFound{kind: corpus.KindOther, score: 1000, evidence: r.whole("role " + string(role))}
	case corpus.RoleQuotation:
		return kindFound{kind: corpus.KindCitation, score: 1000, evidence: r.whole("role quotation")}
	}
	return kindFound{}
}

// longestTitle is the most words of a line that is taken for a title.
const longestTitle = 8

// kindOfTitle knows a title of proposals that was not read as a heading: such a
// line proposes nothing.
func (r *reading) kindOfTitle() kindFound {
	text := strings.TrimSpace(r.text.Source)
	if n := len(r.text.Tokens); n > longestTitle || len(r.acts) > 0 || !proposalTitle.MatchString(text) || strings.ContainsAny(text[max(0, len(text)-3):], ".;!?。；！？؟؛") {
		return kindFound{}
	}
	return kindFound{kind: corpus.KindProcedural, score: 800, evidence: r.whole("a title of proposals")}
}

// kindOfQuotation knows an item of Annex 1 and a passage that is one quotation.
func (r *reading) kindOfQuotation() kindFound {
	words := 0
	var ev []corpus.Evidence
	for _, m := range r.citedItems() {
		words += m.Last - m.First
		ev = append(ev, r.evidence(m.Start, m.End, annexConcept, annexPhrase, 1000))
	}
	if len(ev) > 0 && 2*words >= len(r.text.Tokens) {
		return kindFound{kind: corpus.KindCitation, score: 1000, evidence: ev}
	}
	if s, ok := wholeQuotation(r.text.Source); ok {
		return kindFound{kind: corpus.KindCitation, score: 900, evidence: []corpus.Evidence{r.evidence(s.start, s.end, "", "one quotation", 900)}}
	}
	if text := strings.TrimRight(r.text.Source, " \u00a0"); (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")) && r.mentionsResolution() {
		at := resolutionNumber.FindStringIndex(text)
		return kindFound{kind: corpus.KindCitation, score: 800, evidence: []corpus.Evidence{r.evidence(at[0], at[1], "", "introduces a quotation", 800)}}
	}
	if len(r.text.Tokens) == 0 && r.where.citing {
		return kindFound{kind: corpus.KindCitation, score: 900, evidence: r.whole("left out of a quotation")}
	}
	return kindFound{}
}

var oneQuotation = regexp.MustCompile(`^\W*["“«„][^"“”«»„]{40,}["”»“][\s.,;:)\]\d]*$`)

func wholeQuotation(text string) (sentenceSpan, bool) {
	if !oneQuotation.MatchString(text) {
		return sentenceSpan{}, false
	}
	return trimmed(text, sentenceSpan{start: 0, end: len(text)}), true
}

// kindOfBox knows the Purpose and Action required boxes by role, heading or
// formula.
func (r *reading) kindOfBox() kindFound {
	for _, c := range r.cues {
		if c.Role == codebook.CueBox {
			return kindFound{kind: corpus.KindProcedural, score: 1000, evidence: []corpus.Evidence{r.evidence(c.Start, c.End, "", c.Phrase, 1000)}}
		}
	}
	if r.passage.Role == corpus.RoleBox || r.where.purpose {
		return kindFound{kind: corpus.KindProcedural, score: 900, evidence: r.whole("purpose and action required")}
	}
	return kindFound{}
}

// preamble are the words with which resolutions recall and consider.
var preamble = regexp.MustCompile(`(?i)^\W*(?:[a-z]\)\s*)?(?:(?:further|also|deeply)\s+)?(?:recalling|recognizing|recognising|considering|noting|bearing\s+in\s+mind|emphasizing|rappelant|considérant|notant|reconnaissant|ayant\s+à|recordando|considerando|observando|reconociendo|teniendo\s+en|напоминая|учитывая|отмечая|признавая|принимая\s+во|إذ\s|考虑到|忆及|注意到|认识到|铭记)`)

// kindOfDraft reads the text of a draft resolution: its preamble recalls, the
// rest is what the source wants adopted.
func (r *reading) kindOfDraft() kindFound {
	switch {
	case !r.where.draft:
		return kindFound{}
	case preamble.MatchString(r.text.Source):
		return kindFound{kind: corpus.KindCitation, score: 800, evidence: r.whole("preamble of a draft")}
	}
	return kindFound{kind: corpus.KindProposal, score: 800, evidence: r.whole("text of a draft")}
}

// kindOfActs makes a proposal of what the source proposes, asks of somebody or
// recommends in its own name, and under a heading of proposals of whatever it
// asks for or holds that should be.
func (r *reading) kindOfActs() kindFound {
	var ev []corpus.Evidence
	for _, a := range r.acts {
		if a.detail.Negated || !a.own {
			continue
		}
		switch a.detail.Act {
		case corpus.ActPropose:
			ev = append(ev, r.evidence(a.cue.Start, a.cue.End, "", a.cue.Phrase, 1000))
		case corpus.ActRequest, corpus.ActRecommend:
			if r.where.proposals || !modalVerb(a.cue) && (a.named || a.detail.Addressee != "") {
				ev = append(ev, r.evidence(a.cue.Start, a.cue.End, "", a.cue.Phrase, 800))
			}
		}
	}
	if len(ev) == 0 {
		return kindFound{}
	}
	return kindFound{kind: corpus.KindProposal, score: 1000, evidence: ev[:min(len(ev), mostEvidence)]}
}

// kindOfCues adds up the cues of each kind, every cue once.
func (t *Tagger) kindOfCues(r *reading) kindFound {
	scores := map[corpus.Kind]int{}
	evidence := map[corpus.Kind][]corpus.Evidence{}
	seen := map[string]bool{}
	for _, c := range r.cues {
		id := string(c.Kind) + c.Phrase
		if c.Role != codebook.CueKind || seen[id] {
			continue
		}
		seen[id] = true
		scores[c.Kind] += c.Weight
		evidence[c.Kind] = append(evidence[c.Kind], r.evidence(c.Start, c.End, "", c.Phrase, c.Weight))
	}
	for _, a := range r.acts {
		if k := kindOfAct(a.detail.Act); k != "" && a.own {
			scores[k] += actWeight
			evidence[k] = append(evidence[k], r.evidence(a.cue.Start, a.cue.End, "", a.cue.Phrase, actWeight))
		}
	}
	best := kindFound{kind: corpus.KindOther, score: otherScore, maker: t.maker}
	for _, k := range corpus.Kinds() {
		if scores[k] > best.score {
			best.kind, best.score = k, scores[k]
		}
	}
	best.evidence = evidence[best.kind]
	if len(best.evidence) == 0 {
		best.evidence = r.whole("no cue of a kind")
	}
	best.score = min(best.score, 1000)
	best.evidence = best.evidence[:min(len(best.evidence), mostEvidence)]
	return best
}

// voicesConcern reports whether the source says that something worries it: what
// it then finds missing is no mere procedure.
func (r *reading) voicesConcern() bool {
	return slices.ContainsFunc(r.acts, func(a act) bool { return a.own && a.detail.Act == corpus.ActConcern })
}

// actWeight is what an act adds to the kind that it speaks for; otherScore what
// a kind must exceed to be more than "other".
const (
	actWeight  = 400
	otherScore = 250
)

func kindOfAct(a corpus.Act) corpus.Kind {
	switch a {
	case corpus.ActRequest:
		return corpus.KindProposal
	case corpus.ActConcern:
		return corpus.KindChallenge
	case corpus.ActInform:
		return corpus.KindPractice
	case corpus.ActRecommend, corpus.ActView, corpus.ActSupport, corpus.ActOppose, corpus.ActReserve:
		return corpus.KindPosition
	}
	return ""
}
