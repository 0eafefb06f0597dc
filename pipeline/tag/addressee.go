package tag

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// addressee finds who is asked and, after " / ", who is to receive what is asked
// for: the group that is asked for recommendations to the Council. A passive
// and a modal verb ask their own subject, other verbs whoever stands after them.
func (r *reading) addressee(c codebook.Cue, verb corpus.Act, s sentenceSpan) string {
	switch verb {
	case corpus.ActPropose, corpus.ActRequest, corpus.ActRecommend:
	default:
		return ""
	}
	before, after := r.bodies(c, s)
	asked := r.askedBefore(c, before)
	if asked == "" {
		asked = r.askedAfter(c, after)
	}
	receiver := ""
	for _, q := range after {
		if q.Name != asked && r.receives(q, c) {
			receiver = q.Name
			break
		}
	}
	if asked != "" && receiver != "" {
		return asked + " / " + receiver
	}
	return asked + receiver
}

// bodies are those that can be asked, before and after a verb in its sentence.
// The name in a document's symbol asks nothing, nor do bodies that only share
// a word with the group's name.
func (r *reading) bodies(c codebook.Cue, s sentenceSpan) (before, after []codebook.Cue) {
	symbols := documentSymbol.FindAllStringIndex(r.text.Source[s.start:s.end], -1)
	for _, q := range r.cues {
		if q.Role != codebook.CueAddressee || q.First < s.first || q.Last > s.last || r.strange(q) {
			continue
		}
		if slices.ContainsFunc(symbols, func(at []int) bool { return q.Start < s.start+at[1] && s.start+at[0] < q.End }) {
			continue
		}
		switch {
		case q.First >= c.Last:
			after = append(after, q)
		case q.Last <= c.First:
			before = append(before, q)
		}
	}
	return before, after
}

// strange reports whether words such as "the working group" name another
// group: one "on" or "of" something else, or one that is only spoken of.
func (r *reading) strange(q codebook.Cue) bool {
	text := r.text.Source[q.Start:q.End]
	if q.Name != "CWG-Internet" || strings.Contains(text, "-") || r.text.Language == "zh" || r.text.Language == "ar" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	lower := strings.ToLower(text)
	the := slices.ContainsFunc([]string{"the ", "this ", "le ", "au ", "du ", "el ", "al ", "рабоч"}, func(word string) bool { return strings.HasPrefix(lower, word) })
	if !the && !unicode.IsUpper(first) && !r.articleBefore(q) {
		return true
	}
	if q.Last >= len(r.text.Tokens) || r.parted(q.Last, q.Last) {
		return false
	}
	switch r.text.Tokens[q.Last].Fold {
	case "on", "of", "for", "sur", "de", "d", "des", "sobre", "del", "по":
		end := min(len(r.text.Source), r.text.Tokens[q.Last].End+60)
		return !strings.Contains(strings.ToLower(strings.ToValidUTF8(r.text.Source[q.End:end], "")), "nternet")
	}
	return false
}

func (r *reading) articleBefore(q codebook.Cue) bool {
	if q.First == 0 {
		return false
	}
	switch r.text.Tokens[q.First-1].Fold {
	case "the", "this", "our", "le", "au", "du", "notre", "el", "al", "del", "nuestro", "нашей", "рабочей", "рабочая":
		return true
	}
	return false
}

// farthestSubject is how many words may stand between a subject and its verb,
// unless the subject opens the clause.
const farthestSubject = 2

// askedBefore is the subject of a passive or a modal verb, and in Russian who
// stands in the dative before "предлагается".
func (r *reading) askedBefore(c codebook.Cue, before []codebook.Cue) string {
	if len(before) == 0 || !passive(c) && !modalVerb(c) {
		return ""
	}
	for i := len(before) - 1; i >= 0; i-- {
		q := before[i]
		gap := c.First - q.Last
		opens := q.First == 0 || r.text.Tokens[q.First-1].Sentence != r.text.Tokens[q.First].Sentence ||
			q.First == 1 || r.text.Tokens[q.First-1].Link && q.First > 1 && r.text.Tokens[q.First-2].Sentence != r.text.Tokens[q.First].Sentence
		if gap <= farthestSubject || opens && !r.parted(q.Last, c.First) {
			if !r.oblique(q) {
				return q.Name
			}
		}
	}
	return ""
}

// askedAfter is who stands right after the verb, or is the first that is named
// as the one to act. Member States and the Union are named in many other parts,
// so they must stand near.
func (r *reading) askedAfter(c codebook.Cue, after []codebook.Cue) string {
	for _, q := range after {
		if r.near(c.Last, q) {
			return q.Name
		}
	}
	for _, q := range after {
		if q.Name != "Member States" && q.Name != "ITU" && q.Name != "stakeholders" && !r.oblique(q) && !r.receives(q, c) {
			return q.Name
		}
	}
	if slices.ContainsFunc(after, func(q codebook.Cue) bool { return q.Name == "CWG-Internet" }) {
		return "CWG-Internet" // its meetings, its work: the contribution is to it
	}
	return ""
}

// near reports whether nothing but function words, one other word and the like
// stand between a verb and who may be asked. Arabic puts the verb of the clause
// and the subject of the sentence between.
func (r *reading) near(from int, q codebook.Cue) bool {
	spare := 1
	switch r.text.Language {
	case "zh":
		spare = 0
	case "ar":
		spare = 3
	}
	if q.First-from > 8 || r.parted(from+1, q.First) {
		return false
	}
	for i := from; i < q.First; i++ {
		t := r.text.Tokens[i]
		if t.Link || functionWords[t.Fold] || unicode.IsDigit(rune(t.Raw[0])) || t.Fold == "年" || t.Fold == "того" {
			continue
		}
		if spare--; spare < 0 {
			return false
		}
	}
	if r.text.Language == "ar" || q.First-from <= 2 {
		return true
	}
	return !r.oblique(q)
}

// oblique reports whether a body stands in a part of the sentence that is not
// asked: "with the support of the Bureau", "practices of Member States".
func (r *reading) oblique(q codebook.Cue) bool {
	i := q.First - 1
	for i >= 0 && r.text.Tokens[i].Link && !obliquePrepositions[r.text.Tokens[i].Fold] {
		i--
	}
	if i >= 0 && obliquePrepositions[r.text.Tokens[i].Fold] {
		return true
	}
	if r.text.Language == "ru" {
		last := r.text.Tokens[q.Last-1].Fold
		for _, genitive := range []string{"ов", "ы", "а", "я"} {
			if strings.HasSuffix(last, genitive) && last != "группа" && last != "государства" {
				return true
			}
		}
	}
	return false
}

var obliquePrepositions = wordSet("of with between among amongst from by for in within before after while when where through against under because than as",
	"des du de entre avec dans pour par sans sous chez avant après lorsque", "del entre con en para por sin bajo antes después cuando",
	"для между с со от из в во при среди после", "بين مع لدى في عند بعد قبل")

// receivers are the bodies that recommendations and reports go to.
var receivers = map[string]bool{"Council": true, "Plenipotentiary Conference": true, "Secretary-General": true, "United Nations": true}

// outputStems begin the words for what is prepared for a body.
var outputStems = []string{"recommend", "report", "submit", "output", "proposal", "present", "recomm", "rapport", "présent", "soum", "recomend", "inform", "somet",
	"рекоменд", "отчет", "доклад", "предложен", "представ", "итог", "توصي", "تقرير", "تقارير", "تقدم", "رفع"}

// receives reports whether what is asked for is to go to q: "prepare
// recommendations for ITU Council".
func (r *reading) receives(q, c codebook.Cue) bool {
	if !receivers[q.Name] {
		return false
	}
	if r.text.Language == "zh" {
		before := r.text.Source[c.Start:q.Start]
		return slices.ContainsFunc([]string{"向", "提交", "供", "给", "为"}, func(word string) bool { return strings.HasSuffix(before, word) })
	}
	if !r.dativeBefore(q) {
		return false
	}
	for i := q.First - 1; i >= c.Last && q.First-i <= 8; i-- {
		fold := r.text.Tokens[i].Fold
		if slices.ContainsFunc(outputStems, func(stem string) bool {
			return strings.HasPrefix(fold, stem) || strings.HasPrefix(r.text.Tokens[i].BareFold, stem)
		}) {
			return true
		}
	}
	return false
}

// dativeBefore reports whether a body is named as who is given something: after
// "to", "for" and the like, within "for the session of the Council".
func (r *reading) dativeBefore(q codebook.Cue) bool {
	for _, start := range []string{"to ", "for ", "al ", "au ", "لل", "совету", "генеральному"} {
		if strings.HasPrefix(q.Phrase, start) {
			return true
		}
	}
	for i := q.First - 1; i >= 0 && q.First-i <= 4; i-- {
		t := r.text.Tokens[i]
		switch t.Fold {
		case "for", "to", "pour", "à", "au", "para", "a", "al", "для", "к", "الى", "لدورة":
			return true
		}
		if !t.Link && !functionWords[t.Fold] && !sessions[t.Fold] && !unicode.IsDigit(rune(t.Raw[0])) {
			return false
		}
	}
	return false
}

// sessions are the words for a body's meeting.
var sessions = wordSet("session meeting next itu", "session réunion prochaine", "reunión sesión próxima", "сессии сессию мсэ", "دورة")
