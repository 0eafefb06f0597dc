package compare

import (
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"

	"rapporteur/corpus"
)

// phrases are the fixed words of a report in one language. Texts with braces
// are templates, see say; every language names the same values in each.
type phrases struct {
	language string
	// categories are the plural categories that whole numbers fall into, in the
	// order in which the forms of a noun are written.
	categories []plural.Form
	// nouns are the forms of what is counted, by name. A language with cases
	// has more of them: "contributions.in" stands after its word for "in".
	nouns    map[string]string
	heads    heads
	sections sections
	texts    texts
	// rules are how to read the report; unnamed is what holds besides where no
	// source is named; footer is what the report is and is not.
	rules, footer []string
	unnamed       string
	// choice says whose the choice of passages is.
	choice string
	// themeNames says whose the names of the themes are; a name that is not
	// official is marked with an asterisk.
	themeNames string
	// signature closes the report: what it was made with.
	signature    string
	states       map[corpus.CellState]string
	stances      map[corpus.Act]string
	acts         map[corpus.Act]string
	uses, status map[string]string
	languages    map[string]string
	// inLanguage marks a quotation with its language.
	inLanguage map[string]string
	reasons    map[corpus.Reason]string
	// addressees and versions are by the code that the report's data has.
	addressees, versions map[string]string
	// unknown stands for a source that nobody told.
	unknown string
	months  [12]string
	// date takes day, month and year; page a number n.
	date, page string
	columns    columns
	comma, and string
}

// heads open the parts of the report.
type heads struct {
	title, cover, received, reading, matrix, overview, process, other, register  string
	recommendations, workplan, meetings, revisions, documents, ledger, uncertain string
	chosen                                                                       string
	standing                                                                     string
}

// sections are the heads within a theme.
type sections struct {
	challenges, gaps, practices, positions, proposals, common, differing, open string
}

// texts are the sentences, all of them templates.
type texts struct {
	received, uses, languages, reports, notRead, withheld                 string
	addressed, citedOnly, silent, unread, more                            string
	registered, similar, stanceOnly, central, onSubject, grouped, renamed string
	openSingle, openReserved, openOpposed                                 string
	council, councilSingle, councilNone                                   string
	plan, planPeriod, planMeetings, planNone, planRule                    string
	planItem, planRaised, planOpen, planChoice, planNamed                 string
	planSession, planOrdinal, consider                                    string
	meeting, meetingTotal, meetingNote                                    string
	revision, new, was, now, removed                                      string
	uncertain                                                             string
	members, groups, others                                               string
	named, attributed                                                     string
	coverMeetings, coverCutoff, coverAttribution, coverLanguage           string
	coverProgram, coverCodebook, coverCorpus, coverWorks, coverUnits      string
}

// columns are the heads of tables.
type columns struct {
	theme, proposal, source, text, addressee, timing, themes, process, place string
	document, title, date, language, version, use, file, status, reason      string
	works, members, groups, others, proposals, score                         string
	citing, silent, unread                                                   string
	session, issue, raised, outputs, rests                                   string
	meeting, since, new, repeated, changed, notRepeated                      string
}

// Languages are those in which a report can be written.
func Languages() []string { return slices.Clone(corpus.Languages) }

func phrasesFor(language string) (*phrases, error) {
	switch language {
	case "ar":
		return arabic(), nil
	case "zh":
		return chinese(), nil
	case "en":
		return english(), nil
	case "fr":
		return french(), nil
	case "ru":
		return russian(), nil
	case "es":
		return spanish(), nil
	}
	return nil, corpus.Errorf(corpus.CodeUsage, "a report in %q cannot be written: there are %s", language, strings.Join(Languages(), ", "))
}

// quoted marks a text with its language, where that is not the report's.
func (w *phrases) quoted(language string) string {
	if language == w.language || language == "" {
		return ""
	}
	return or(w.inLanguage, language)
}

// addressee names who is asked and who is to receive what is asked for.
func (w *phrases) addressee(code string) string {
	var out []string
	for _, part := range strings.Split(code, " / ") {
		out = append(out, or(w.addressees, part))
	}
	return strings.Join(out, " / ")
}

// list joins names with commas and a last "and".
func (w *phrases) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], w.comma) + w.and + names[len(names)-1]
}

// row joins names or numbers with commas alone.
func (w *phrases) row(items []string) string { return strings.Join(items, w.comma) }

// or gives the word for a code, the code itself where there is none.
func or[K ~string](words map[K]string, code K) string {
	if w, ok := words[code]; ok {
		return w
	}
	return string(code)
}
