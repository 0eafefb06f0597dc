package tag

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// act is an act with the cue that announced it.
type act struct {
	detail   corpus.ActDetail
	cue      codebook.Cue
	score    int
	evidence []corpus.Evidence
	// own is set where the document's source performs it, named where the text
	// says who does.
	own, named bool
}

// mostActs bounds the acts of one passage.
const mostActs = 40

// findActs reads the acts of a passage, sentence by sentence. What stands in a
// draft resolution, a block quotation or the Action required box is no act of
// the source.
func (r *reading) findActs() []act {
	if r.where.draft || r.hasCue(codebook.CueBox) || !r.passage.Role.Citable() || r.passage.Role == corpus.RoleQuotation {
		return nil
	}
	var cues []codebook.Cue
	for _, c := range r.cues {
		if c.Role == codebook.CueAct && !quoted(r.text.Source, c.Start, c.End) {
			cues = append(cues, c)
		}
	}
	if len(cues) == 0 {
		return nil
	}
	slices.SortStableFunc(cues, func(a, b codebook.Cue) int { return cmp.Compare(a.First, b.First) })
	names := r.names()
	var out []act
	for len(cues) > 0 && len(out) < mostActs {
		sentence := r.text.Tokens[cues[0].First].Sentence
		n := 1
		for n < len(cues) && r.text.Tokens[cues[n].First].Sentence == sentence {
			n++
		}
		out = append(out, r.actsOf(cues[:n], names)...)
		cues = cues[n:]
	}
	return out[:min(len(out), mostActs)]
}

// actsOf resolves the cues of one sentence: at most one act of each sort.
func (r *reading) actsOf(cues []codebook.Cue, names []name) []act {
	s := r.sentence(cues[0].First)
	if strings.HasSuffix(strings.TrimRight(r.text.Source[s.start:s.end], `"”») `), "?") {
		return nil // who asks a question does nothing else
	}
	told := r.text.Language == "zh" && longSince.MatchString(r.text.Source[s.start:s.end])
	when := r.timing(s)
	var out []act
	var within, last *codebook.Cue // the clause that a verb may stand in, the act before it
	var subject holder
	for i, c := range cues {
		if r.relative(c) || r.infinitive(c) || r.coordinated(last, c) || within != nil && r.subordinate(*within, c) {
			continue
		}
		h := r.holder(c, s, names)
		if !h.acts && last != nil && r.goesOn(*last, c) {
			h = subject
		}
		if !h.acts {
			continue
		}
		last, subject = &cues[i], h
		if governs(c) {
			within = &cues[i]
		}
		if told && c.Act == corpus.ActRequest {
			continue
		}
		verb, negated := r.verb(c, s)
		if slices.ContainsFunc(out, func(a act) bool { return a.detail.Act == verb && a.detail.Holder == h.name }) {
			continue
		}
		a := act{cue: c, score: actScore(c, h), own: h.own, named: h.named}
		a.detail = corpus.ActDetail{Act: verb, Holder: h.name, Negated: negated, Object: r.object(c, s), Timing: when, Modal: modalVerb(c)}
		a.detail.Addressee = r.addressee(c, verb, s)
		a.evidence = []corpus.Evidence{r.evidence(s.start, s.end, "", c.Phrase, a.score)}
		if c.Start > s.start {
			a.evidence = append(a.evidence, r.evidence(c.Start, c.End, "", c.Phrase, 0))
		}
		out = append(out, a)
	}
	return settleActs(out)
}

// verb is the act that a cue performs once denials before it are read. A denied
// support is opposition; a denied opposition or reservation commits to nothing
// and is a reservation; other denied acts keep their name and are marked.
func (r *reading) verb(c codebook.Cue, s sentenceSpan) (corpus.Act, bool) {
	if !r.denied(c, s) {
		if r.invites(c) {
			return corpus.ActRequest, false
		}
		return c.Act, false
	}
	switch c.Act {
	case corpus.ActSupport:
		return corpus.ActOppose, false
	case corpus.ActOppose, corpus.ActReserve:
		return corpus.ActReserve, false
	}
	return c.Act, true
}

// longSince is what a Chinese sentence has where it tells of what is done
// already: its verbs have no tense.
var longSince = regexp.MustCompile(`自\s?(?:19|20)\d{2}\s?年(?:起|以来|开始)|(?:19|20)\d{2}\s?年以来`)

// governs reports whether what follows a verb may be its object clause.
func governs(c codebook.Cue) bool {
	switch c.Act {
	case corpus.ActPropose, corpus.ActRequest, corpus.ActView, corpus.ActConcern:
		return true
	}
	return c.Act == corpus.ActRecommend && !modalVerb(c)
}

// denied looks for a negation in the three words before a cue, Chinese in the
// two characters, or right after a modal ("should not").
func (r *reading) denied(c codebook.Cue, s sentenceSpan) bool {
	reach := 3
	if r.text.Language == "zh" || r.text.Language == "ar" {
		reach = 1
	}
	for _, n := range r.cues {
		if n.Role != codebook.CueNegation || n.First < s.first || n.Last > s.last {
			continue
		}
		before := n.Last <= c.First && c.First-n.Last < reach && !r.parted(n.Last, c.First)
		after := c.Act == corpus.ActRecommend && n.First == c.Last
		if before || after {
			return true
		}
	}
	return false
}

// parted reports whether a comma or the like stands between two tokens.
func (r *reading) parted(from, to int) bool {
	for i := max(from, 1); i <= to && i < len(r.text.Tokens); i++ {
		gap := r.text.Source[r.text.Tokens[i-1].End:r.text.Tokens[i].Start]
		for _, m := range gap {
			switch m {
			case ',', ';', ':', '،', '，', '；', '：', '–', '—', '(', ')', '（', '）', '、':
				return true
			}
		}
	}
	return false
}

// settleActs drops what a stronger act of the same holder makes idle: a
// condition turns support into a reservation, and modal verbs and opinions
// inside a proposal, a request, an opposition are part of it.
func settleActs(acts []act) []act {
	has := func(of act, which ...corpus.Act) bool {
		return slices.ContainsFunc(acts, func(a act) bool {
			return (a.detail.Holder == of.detail.Holder || a.own && of.own) && slices.Contains(which, a.detail.Act)
		})
	}
	return slices.DeleteFunc(slices.Clone(acts), func(a act) bool {
		switch a.detail.Act {
		case corpus.ActSupport:
			return has(a, corpus.ActReserve)
		case corpus.ActRecommend:
			return modalVerb(a.cue) && has(a, corpus.ActPropose, corpus.ActRequest, corpus.ActOppose, corpus.ActReserve)
		case corpus.ActView, corpus.ActInform:
			return has(a, corpus.ActPropose, corpus.ActRequest, corpus.ActOppose, corpus.ActReserve)
		}
		return false
	})
}

// actScore is how sure an act is: a verb with a named subject is, a modal verb
// or a passive is less so.
func actScore(c codebook.Cue, h holder) int {
	switch {
	case modalVerb(c) || c.Act == corpus.ActView || c.Act == corpus.ActInform:
		return 600
	case h.named:
		return 950
	}
	return 750
}
