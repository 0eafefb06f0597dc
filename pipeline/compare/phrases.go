package compare

import (
	"strings"

	"rapporteur/corpus"
)

// phrases are the fixed words of a report in one language. Texts with braces
// are templates, see say; every language names the same values in each.
type phrases struct {
	plural func(int) int
	// nouns are the forms of what is counted, by name.
	nouns    map[string]string
	heads    heads
	sections sections
	texts    texts
	// rules are how to read the report; unnamed is what holds besides where no
	// source is named; footer is what the report is and is not.
	rules, footer []string
	unnamed       string
	unofficial    string
	states        map[corpus.CellState]string
	stances       map[corpus.Act]string
	uses, status  map[string]string
	languages     map[string]string
	columns       columns
	comma, and    string
}

// heads open the parts of the report.
type heads struct {
	title, cover, received, reading, matrix, overview, process, other, register  string
	recommendations, workplan, meetings, revisions, documents, ledger, uncertain string
	standing                                                                     string
}

// sections are the heads within a theme.
type sections struct {
	challenges, gaps, practices, positions, proposals, common, differing, open string
}

// texts are the sentences, all of them templates.
type texts struct {
	received, uses, languages, notRead, withheld                      string
	addressed, citedOnly, silent, unread, more                        string
	registered, similar, stanceOnly, central, onSubject               string
	openSingle, openReserved, openOpposed                             string
	council, councilSingle, councilNone                               string
	plan, planPeriod, planMeetings, planNone, planRule                string
	planItem, planNamed, planRest, planSession, planOrdinal, consider string
	meeting, meetingTotal, meetingNote                                string
	revision, new, was, now, removed                                  string
	uncertain                                                         string
	oneSource, members, groups, others                                string
	named, attributed                                                 string
	coverMeetings, coverCutoff, coverAttribution, coverLanguage       string
	coverProgram, coverCodebook, coverCorpus, coverWorks, coverUnits  string
}

// columns are the heads of tables.
type columns struct {
	theme, proposal, source, text, addressee, timing, themes, process, place string
	document, title, date, language, version, use, file, status, reason      string
	works, members, groups, others, proposals, score                         string
	session, issue, raised, outputs, rests                                   string
	meeting, since, new, repeated, changed, notRepeated                      string
}

// Languages are those in which a report can be written.
func Languages() []string { return []string{"en"} }

func phrasesFor(language string) (*phrases, error) {
	if language == "en" {
		return english(), nil
	}
	return nil, corpus.Errorf(corpus.CodeUsage, "a report in %q cannot be written yet: there is %s", language, strings.Join(Languages(), ", "))
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
func or(words map[string]string, code string) string {
	if w, ok := words[code]; ok {
		return w
	}
	return code
}
