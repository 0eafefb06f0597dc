package segment

import (
	"unicode"

	"github.com/abadojack/whatlanggo"

	"rapporteur/corpus"
)

// undetermined is the language of passages that have none of the six.
const undetermined = "und"

// Bounds of detection: below enoughLetters a passage takes its document's
// language where the script allows it, and below fewLetters it has none of its
// own; detection looks at no more than maxDetect bytes.
const (
	enoughLetters = 25
	fewLetters    = 12
	maxDetect     = 4000
	// manyLetters is where detection was right for 999 of 1,000 passages of
	// States' contributions, whatever its confidence; below it, a Latin passage
	// keeps its own language only with the confidence of sureEnough.
	manyLetters = 100
	sureEnough  = 0.9
)

var latinLanguages = whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{whatlanggo.Eng: true, whatlanggo.Fra: true, whatlanggo.Spa: true}}

// script counts the letters of a text by the languages they may belong to.
type script struct{ latin, cyrillic, arabic, han, other int }

func scriptOf(s string) script {
	var c script
	for _, r := range s {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				c.latin++
			}
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			c.latin++
		case unicode.Is(unicode.Cyrillic, r):
			c.cyrillic++
		case unicode.Is(unicode.Arabic, r):
			c.arabic++
		case unicode.Is(unicode.Han, r):
			c.han++
		default:
			c.other++
		}
	}
	return c
}

// letters is how many there are, a Chinese one standing for three.
func (c script) letters() int { return c.latin + c.cyrillic + c.arabic + 3*c.han + c.other }

// language names the language that the script alone decides: "ru", "ar", "zh",
// "latin" for three of the six, "und" for none or another one.
func (c script) language() string {
	most, name := 0, undetermined
	for _, s := range []struct {
		n    int
		name string
	}{{3 * c.han, "zh"}, {c.arabic, "ar"}, {c.cyrillic, "ru"}, {c.latin, "latin"}, {3 * c.other, undetermined}} {
		if s.n > most {
			most, name = s.n, s.name
		}
	}
	return name
}

// languages sets the language of every unit's passage and gives the document's:
// the one most letters are in, "" where there are none.
func languages(passages []corpus.Passage, given string) string {
	votes, guesses := map[string]int{}, map[string]int{}
	unsure := make([]bool, len(passages))
	scripts := make([]script, len(passages))
	for i := range passages {
		p := &passages[i]
		c := scriptOf(p.Text)
		scripts[i] = c
		p.Language = c.language()
		if p.Language == "latin" {
			p.Language, unsure[i] = latinLanguage(p.Text, c)
		} else {
			unsure[i] = p.Language == undetermined && c.letters() > 0 && c.other == 0
		}
		switch {
		case p.Role == corpus.RoleComment || p.Role == corpus.RoleHidden:
		case unsure[i]:
			guesses[p.Language] += c.letters()
		default:
			votes[p.Language] += c.letters()
		}
	}
	document := given
	most := mostVoted(votes)
	if most == "" {
		most = mostVoted(guesses)
	}
	if document == "" {
		document = most
	}
	for i := range passages {
		if unsure[i] {
			passages[i].Language = inherited(passages[i].Language, scripts[i], document, most)
		}
	}
	return most
}

func mostVoted(votes map[string]int) string {
	best := ""
	for _, l := range corpus.Languages {
		if votes[l] > 0 && (best == "" || votes[l] > votes[best]) {
			best = l
		}
	}
	return best
}

// latinLanguage detects English, French and Spanish; unsure is set where the
// text is too short to tell or the detector cannot.
func latinLanguage(text string, c script) (code string, unsure bool) {
	if len(text) > maxDetect {
		text = text[:maxDetect]
	}
	info := whatlanggo.DetectWithOptions(text, latinLanguages)
	if info.Confidence <= 0 || c.latin < fewLetters {
		return undetermined, true
	}
	return info.Lang.Iso6391(), c.latin < enoughLetters || c.latin < manyLetters && info.Confidence < sureEnough
}

// inherited gives a short passage its document's language where it has letters
// of that language's script, and what was detected otherwise.
func inherited(detected string, c script, documents ...string) string {
	for _, l := range documents {
		of := c.latin
		switch l {
		case "zh":
			of = c.han
		case "ar":
			of = c.arabic
		case "ru":
			of = c.cyrillic
		case "":
			of = 0
		}
		if of > 0 {
			return l
		}
	}
	return detected
}
