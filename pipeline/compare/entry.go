package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus"
)

// entry is a passage that stands in the register, with what it asks for.
type entry struct {
	unit *unit
	act  corpus.Act
	// asking are the sentences that ask, as bytes of the text; the whole
	// passage where it asks by where it stands.
	asking []span
	// parts are the items of the list that the passage opens.
	parts []*unit
}

type span struct{ start, end int }

// entryOf reads whether a passage is a proposal of its source: it proposes,
// requests or recommends in so many words, or a person said so; or it is taken
// for a proposal and says what should be done, or stands under a title that
// announces proposals or in a list that one opens, and begins with what to do.
// Titles, fragments, questions, cells of tables and what the source did itself
// are none.
func (v *view) entryOf(u *unit) (entry, bool) {
	e := entry{unit: u}
	for i, a := range u.acts {
		if a.Negated || !v.own(a, u) || !asks(a.Act) || a.Modal {
			continue
		}
		if e.act == "" {
			e.act = a.Act
		}
		e.asking = append(e.asking, u.spans[i])
	}
	if e.act != "" && u.kind == corpus.KindProposal {
		return e, u.Role != corpus.RoleTable || u.sentence()
	}
	e.asking = []span{{0, len(u.Text)}}
	switch {
	case u.kind != corpus.KindProposal:
		return e, false
	case u.byPerson:
		e.act = corpus.ActPropose
		return e, true
	case u.Role != corpus.RoleBody || !u.sentence() || u.reports():
		return e, false
	case u.shouldBe() && (u.asksSomebody() || announced(u) > 0 || u.kindScore >= sureKind):
		e.act = corpus.ActRecommend
		return e, true
	case u.beginsWithDoing():
		e.act = corpus.ActRecommend
		if announced(u) > 0 {
			e.act = corpus.ActPropose
		}
		return e, true
	}
	return e, false
}

// own reports whether the passage's source performs an act, as far as the
// holder is not another source of the corpus.
func (v *view) own(a corpus.ActDetail, u *unit) bool {
	return a.Holder == "" || a.Holder != anotherSource && (!v.holders[a.Holder] || v.speaks(a.Holder, u.work))
}

// speaks reports whether a work has a source of this name.
func (v *view) speaks(name, work string) bool {
	for _, sub := range v.subs[work] {
		if slices.ContainsFunc(sub.Sources, func(s corpus.Source) bool { return s.Name == name }) {
			return true
		}
	}
	return false
}

// shouldBe reports whether the source says what should be done.
func (u *unit) shouldBe() bool {
	for _, a := range u.acts {
		if a.Modal && !a.Negated {
			return true
		}
	}
	return false
}

// sureKind is from which score on a passage that says what should be, and of
// nobody in particular, is a proposal and no principle.
const sureKind = 700

// asksSomebody reports whether what should be is for somebody to do.
func (u *unit) asksSomebody() bool {
	return slices.ContainsFunc(u.acts, func(a corpus.ActDetail) bool { return a.Modal && !a.Negated && a.Addressee != "" })
}

// reports reports whether the source tells what it did.
func (u *unit) reports() bool {
	return slices.ContainsFunc(u.acts, func(a corpus.ActDetail) bool { return a.Act == corpus.ActInform }) && !u.shouldBe()
}

// fewestWords is how long a sentence without a full stop must be at least, in
// words, fewestInSentence one with it; Chinese counts four characters a word.
const (
	fewestWords      = 8
	fewestInSentence = 4
)

// sentence reports whether the text is more than a title or a piece of one:
// long enough, no question, and not the opening of a list.
func (u *unit) sentence() bool {
	text := strings.TrimRightFunc(u.Text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"”»)`, r) })
	words := len(strings.Fields(text))
	if u.Language == "zh" {
		words = utf8.RuneCountInString(text) / 2
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	switch last {
	case '?', '？', '؟', ':', '：':
		return false
	case '.', ';', '。', '；', '؛', '!':
		return words >= fewestInSentence
	}
	return words >= fewestWords
}

// doing are the verbs with which items of proposals begin, in the languages
// whose infinitives do not tell them from nouns by an ending.
var doing = map[string][]string{
	"en": {"achieve", "adopt", "agree", "allow", "analyse", "apply", "assess", "avoid", "build", "clarify", "collect", "continue", "convene", "create", "define", "develop",
		"draw", "elaborate", "enable", "encourage", "enhance", "ensure", "establish", "examine", "expand", "explore", "facilitate", "foster", "fund", "give", "globalise", "globalize",
		"hold", "identify", "implement", "improve", "include", "increase", "intensify", "introduce", "invite", "launch", "limit", "maintain", "make", "organise", "organize",
		"prepare", "prevent", "promote", "protect", "provide", "publish", "raise", "recognise", "recognize", "reduce", "reform", "respect", "review", "set", "share", "strengthen",
		"study", "support", "take", "transfer", "use", "work"},
	"zh": {"推动", "加强", "制定", "建立", "促进", "鼓励", "支持", "确保", "开展", "完善", "提高", "编写", "汇编", "设立", "改革", "深化", "通过", "发布"},
	"ar": {"إنشاء", "تعزيز", "وضع", "إعداد", "تشجيع", "ضمان", "تنظيم", "اعتماد", "دعم", "تطوير", "تحسين", "توفير", "نشر", "دراسة", "إجراء"},
}

// beginsWithDoing reports whether the text begins with what is to be done, as
// items of lists of proposals do: "Strengthen the forum", "создать фонд".
func (u *unit) beginsWithDoing() bool {
	text := strings.ToLower(strings.TrimLeftFunc(u.Text, func(r rune) bool { return !unicode.IsLetter(r) }))
	first, rest, _ := strings.Cut(text, " ")
	if first == "to" || first == "further" || first == "de" || first == "d" {
		first, _, _ = strings.Cut(rest, " ")
	}
	switch u.Language {
	case "fr":
		return endsIn(first, "er", "ir", "re", "oir")
	case "es":
		return endsIn(first, "ar", "er", "ir", "arse", "erse", "irse")
	case "ru":
		return endsIn(first, "ть", "ти", "ться", "тись", "чь")
	case "zh", "ar":
		return slices.ContainsFunc(doing[u.Language], func(verb string) bool { return strings.HasPrefix(text, verb) })
	}
	return slices.Contains(doing[u.Language], first) || endsIn(first, "ing") && !opening[first]
}

// opening are English words in "-ing" that open other sentences.
var opening = map[string]bool{"according": true, "bearing": true, "concerning": true, "considering": true, "during": true, "following": true, "meeting": true,
	"noting": true, "recalling": true, "recognising": true, "recognizing": true, "regarding": true, "something": true, "nothing": true, "everything": true, "being": true,
	"having": true, "underlining": true, "stressing": true, "emphasizing": true, "welcoming": true, "acknowledging": true, "reaffirming": true, "building": true}

func endsIn(word string, endings ...string) bool {
	return utf8.RuneCountInString(word) > 4 && slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}

// items are the passages of the list that a passage ending in a colon opens.
func (v *view) items(u *unit) []*unit {
	if !opensList(u.Text) {
		return nil
	}
	all := v.works[u.work]
	at := slices.Index(all, u)
	var out []*unit
	for _, next := range all[at+1:] {
		if next.reading != u.reading || len(out) >= mostItems || !next.within(u) {
			break
		}
		out = append(out, next)
	}
	return out
}

// mostItems bounds the list that one passage opens.
const mostItems = 20

// within reports whether a passage is an item of the list that u opens: it is
// numbered below u, is a bullet or deeper in the text, or begins small.
func (n *unit) within(u *unit) bool {
	if n.Section != u.Section || n.Role != corpus.RoleBody {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(n.Text))
	return depth(n.Passage) > depth(u.Passage) || unicode.IsLower(first)
}

// depth is how deep a passage is numbered: its level in a list, the parts of
// its number, and one more for a letter.
func depth(p corpus.Passage) int {
	label := strings.Trim(p.Label, ".()•·–- ")
	if label == "" {
		return p.Level
	}
	last, _ := utf8.DecodeLastRuneInString(label)
	if unicode.IsLower(last) {
		return p.Level + strings.Count(label, ".") + 2
	}
	return p.Level + strings.Count(label, ".") + 1
}

// opensList reports whether a text leads to what follows it.
func opensList(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}
