package tag

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// holder is who performs an act. acts is false where somebody else, or nobody
// in particular, is the subject.
type holder struct {
	name  string
	own   bool
	named bool
	acts  bool
}

// name is a source's name in the text, by byte offsets.
type name struct {
	start, end int
	registered string
	own        bool
}

// names finds the sources that the passage names: those of the document and
// those of the register.
func (r *reading) names() []name {
	var out []name
	for _, s := range r.doc.Sources {
		for at := 0; s != ""; {
			i := strings.Index(r.text.Source[at:], s)
			if i < 0 || len(out) > mostActs {
				break
			}
			out = append(out, name{at + i, at + i + len(s), s, true})
			at += i + len(s)
		}
	}
	for _, m := range r.doc.names().Find(r.text.Source) {
		if m.Source.Kind == corpus.SourceSecretariat {
			continue
		}
		own := slices.Contains(r.doc.Sources, m.Source.Name)
		out = append(out, name{m.Start, m.End, m.Source.Name, own})
	}
	slices.SortStableFunc(out, func(a, b name) int { return a.start - b.start })
	return out
}

// source is the holder of what the text ascribes to nobody.
func (r *reading) source() holder {
	return holder{name: strings.Join(r.doc.Sources, ", "), own: true, acts: true}
}

// holder finds the subject of a cue in the part of the sentence before it; in
// Arabic, where the verb comes first, right after it too.
func (r *reading) holder(c codebook.Cue, s sentenceSpan, names []name) holder {
	from := r.clauseStart(c, s)
	if passive(c) {
		return r.source() // its subject is who is asked
	}
	if h, ok := r.subjectBefore(c, from, names); ok {
		return h
	}
	if r.text.Language == "ar" {
		for _, n := range names {
			if n.start >= c.End && n.start-c.End <= 4 {
				return holder{n.registered, n.own || len(r.doc.Sources) == 0, true, true}
			}
		}
	}
	switch {
	case r.firstPerson(c) || modalVerb(c) || c.Act == corpus.ActInform || r.impersonal(c):
		return r.source()
	case r.text.Language == "zh" && (c.Act == corpus.ActSupport || c.Act == corpus.ActOppose) && c.First-from > nearSubject:
		return holder{} // what somebody supports or refuses, whoever that is
	case r.text.Language == "ar" || r.text.Language == "zh":
		return r.source()
	case c.First == from || r.onlyPassing(from, c.First):
		return r.source() // a verb that opens the clause: a list item, or the subject stands in the sentence before
	}
	return r.properName(c, from)
}

// nearSubject is how many characters of a Chinese clause may stand before a
// verb that has no subject of its own.
const nearSubject = 2

// subjectBefore looks for the source's words for itself and for names; the
// nearest to the verb wins.
func (r *reading) subjectBefore(c codebook.Cue, from int, names []name) (holder, bool) {
	best, at := holder{}, -1
	for _, q := range r.cues {
		if q.Role == codebook.CueSelf && q.First >= from && q.First < c.Last && q.Start > at && q.Start <= c.Start {
			best, at = r.source(), q.Start
			best.named = true
		}
	}
	begin := len(r.text.Source)
	if from < len(r.text.Tokens) {
		begin = r.text.Tokens[from].Start
	}
	for _, n := range names {
		if n.start >= begin && n.end <= c.Start && n.start > at && !r.genitive(n, begin) {
			best, at = holder{n.registered, n.own || len(r.doc.Sources) == 0, true, true}, n.start
		}
	}
	return best, at >= 0
}

// genitive reports whether a name belongs to a noun that is not the State
// itself: "the proposal of Freedonia".
func (r *reading) genitive(n name, begin int) bool {
	before := strings.TrimRightFunc(r.text.Source[begin:n.start], unicode.IsSpace)
	for _, word := range []string{" of", " by", " from", " in", " with", " du", " dans", " par", " por", " en", " от", " в"} {
		if strings.HasSuffix(before, word) {
			for _, ok := range []string{"Government of", "delegation of", "Administration of", "behalf of", "Republic of", "Kingdom of"} {
				if strings.HasSuffix(before, ok) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// clauseStart is the token after the last semicolon or colon before a cue.
func (r *reading) clauseStart(c codebook.Cue, s sentenceSpan) int {
	for i := c.First; i > s.first; i-- {
		gap := r.text.Source[r.text.Tokens[i-1].End:r.text.Tokens[i].Start]
		if strings.ContainsAny(gap, ";:；：؛") {
			return i
		}
	}
	return s.first
}

// impersonal knows cues that have no subject: "it is proposed", "se propone".
func (r *reading) impersonal(c codebook.Cue) bool {
	for _, start := range []string{"it is", "is proposed", "il ", "est ", "se ", "hay ", "предлагается", "no puede", "unfortunately", "malheureusement", "к сожалению",
		"desafortunadamente", "lamentablemente", "in our", "à notre", "a nuestro", "en nuestra", "по нашему", "на наш", "our ", "critical omission",
		"outside", "beyond", "falls outside", "not within", "hors du", "fuera del", "queda fuera", "вне ", "не входит", "выходит за", "premature", "prématur", "prematur", "преждевременн",
		"would ", "further ", "provided", "subject", "in principle", "en principe", "en principio", "в принципе", "without", "sans ", "sin ", "без ", "при ", "unacceptable", "inaccept", "неприемлем",
		"sous ", "à condition", "à la condition", "pour autant", "étant entendu", "a reserva", "a condición", "con la condición", "en el entendimiento", "siempre",
		"on condition", "on the", "as long", "only if", "с условием", "at this", "à ce", "en esta", "на данном", "ferait", "feraient", "duplica", "дублир", "mérite", "requiere", "merits", "требует", "нуждается", "is inappropriate"} {
		if strings.HasPrefix(c.Phrase, start) {
			return true
		}
	}
	return false
}

// firstPerson reports whether the verb itself says "we".
func (r *reading) firstPerson(c codebook.Cue) bool {
	for i := c.First; i < c.Last; i++ {
		fold := r.text.Tokens[i].Fold
		switch r.text.Language {
		case "fr":
			if strings.HasSuffix(fold, "ons") {
				return true
			}
		case "es":
			if strings.HasSuffix(fold, "mos") {
				return true
			}
		case "ru":
			if strings.HasSuffix(fold, "ем") || strings.HasSuffix(fold, "им") || strings.HasSuffix(fold, "емся") {
				return true
			}
		}
	}
	return false
}

// onlyPassing reports whether only adverbs and the like stand between the start
// of the clause and the verb.
func (r *reading) onlyPassing(from, to int) bool {
	for i := from; i < to; i++ {
		t := r.text.Tokens[i]
		if !t.Link && !passing[t.Fold] && !strings.HasSuffix(t.Fold, "ly") && !strings.HasSuffix(t.Fold, "ment") && !strings.HasSuffix(t.Fold, "mente") {
			return false
		}
	}
	return to-from <= 5
}

var passing = map[string]bool{"also": true, "therefore": true, "thus": true, "hence": true, "and": true, "in": true, "this": true, "regard": true,
	"connection": true, "respect": true, "for": true, "reason": true, "to": true, "end": true, "so": true, "it": true, "as": true, "such": true, "further": true,
	"donc": true, "ainsi": true, "aussi": true, "en": true, "outre": true, "cet": true, "égard": true, "à": true, "et": true, "c": true, "qu": true,
	"también": true, "por": true, "ello": true, "tanto": true, "además": true, "este": true, "sentido": true, "y": true,
	"также": true, "поэтому": true, "в": true, "связи": true, "этой": true, "с": true, "этим": true, "и": true, "кроме": true, "того": true, "далее": true}

// properName takes the capitalised words right before the verb as the name of
// somebody the register does not know.
func (r *reading) properName(c codebook.Cue, from int) holder {
	last := c.First
	for last > from && last > c.First-2 && !upper(r.text.Tokens[last-1].Raw) {
		last--
	}
	first := last
	for first > from && (upper(r.text.Tokens[first-1].Raw) || r.text.Tokens[first-1].Link && first-1 > from && upper(r.text.Tokens[first-2].Raw)) {
		first--
	}
	for first < last && articles[r.text.Tokens[first].Fold] {
		first++
	}
	if first == last || c.Act == corpus.ActConcern && first == from {
		return holder{}
	}
	text := r.text.Source[r.text.Tokens[first].Start:r.text.Tokens[last-1].End]
	own := len(r.doc.Sources) == 0 || slices.ContainsFunc(r.doc.Sources, func(s string) bool { return sameName(s, text) })
	return holder{text, own, true, true}
}

// sameName compares a name that the register does not know with a source's: in
// another language it has another ending, in another script it cannot be told
// from it.
func sameName(source, text string) bool {
	a, b := []rune(strings.ToLower(source)), []rune(strings.ToLower(text))
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if unicode.Is(unicode.Latin, a[0]) != unicode.Is(unicode.Latin, b[0]) {
		return true
	}
	if text == initials(source) {
		return true
	}
	n := min(len(a), len(b), sameStart)
	return n >= 4 && string(a[:n]) == string(b[:n]) || string(a) == string(b)
}

// initials are the first letters of the words of a name that are written large.
func initials(name string) string {
	var out []rune
	for _, word := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			out = append(out, r)
		}
	}
	if len(out) < 2 {
		return ""
	}
	return string(out)
}

// sameStart is how many letters two forms of one name begin with.
const sameStart = 6

var articles = map[string]bool{"the": true, "le": true, "la": true, "les": true, "l": true, "el": true, "los": true, "las": true, "this": true,
	"these": true, "many": true, "some": true, "several": true, "other": true, "all": true, "and": true, "as": true, "in": true, "it": true, "for": true,
	"however": true, "therefore": true, "while": true, "although": true, "such": true, "that": true, "which": true, "who": true, "they": true, "most": true}

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
