package compare

import (
	"fmt"
	"strings"

	"rapporteur/corpus"
)

// phrases are the fixed words of a report in one language. Formats take their
// numbers and lists in a fixed order, named in each comment.
type phrases struct {
	title string
	// Headings.
	received, reading, matrix, register, documents, ledger, processHeading, footerHeading string
	challenges, gaps, positions, practices, proposals, common, differing                  string
	receivedText                                                                          func(s corpus.Scope, documents int, meetings string) string
	notReadText                                                                           func(n int) string
	addressed                                                                             func(works, all, members, groups int) string
	citedOnly                                                                             func(names string) string
	silent                                                                                func(names string) string
	unreadText                                                                            func(names string) string
	none                                                                                  string
	withheld                                                                              func(n int) string
	registered                                                                            func(proposals, works int) string
	similar                                                                               func(id string, proposals, works int, who string) string
	central                                                                               string
	stances                                                                               map[corpus.Act]func(who string) string
	more                                                                                  func(n int) string
	rules                                                                                 []string
	footer                                                                                []string
	states                                                                                map[corpus.CellState]string
	columns                                                                               columns
	listAnd                                                                               string
}

// columns are the heads of tables.
type columns struct {
	theme, proposal, source, text, addressee, timing, themes, process, place string
	document, title, date, language, version, use, file, status, reason      string
}

func phrasesFor(language string) (phrases, error) {
	if language == "en" {
		return english(), nil
	}
	return phrases{}, corpus.Errorf(corpus.CodeUsage, "a report in %q cannot be written yet: only en", language)
}

func english() phrases {
	return phrases{
		title:    "Comparison of contributions to the Council Working Group on international Internet-related public policy issues",
		received: "What was received", reading: "How to read this report", matrix: "Who addressed what",
		register: "Register of proposals", documents: "List of documents", ledger: "Ledger of files",
		processHeading: "The group's own work", footerHeading: "Standing of this report",
		challenges: "Challenges and risks", gaps: "Gaps in engagement and arrangements", positions: "Positions",
		practices: "Practices reported", proposals: "Proposals", common: "Common ground", differing: "Differing views",
		receivedText: func(s corpus.Scope, documents int, meetings string) string {
			return fmt.Sprintf("Up to %s, %s in %s had been received for %s, from %s, %s and %s.", s.Cutoff,
				count(s.Works, "contribution", "contributions"), count(documents, "document", "documents"), meetings,
				count(s.Members, "Member State", "Member States"), count(s.Groups, "group", "groups"),
				count(s.Others, "other source", "other sources"))
		},
		notReadText: func(n int) string {
			return fmt.Sprintf("%s could not be read and %s not part of the comparison.", count(n, "file", "files"), isAre(n))
		},
		addressed: func(works, all, members, groups int) string {
			return fmt.Sprintf("%d of %s %s this theme (%s, %s).", works, count(all, "contribution", "contributions"),
				verb(works, "addresses", "address"), count(members, "Member State", "Member States"), count(groups, "group", "groups"))
		},
		citedOnly: func(names string) string { return "Only cited, without a view of its own, by: " + names + "." },
		silent:    func(names string) string { return "No passage was found in the contributions of: " + names + "." },
		unreadText: func(names string) string {
			return "Nothing could be read from: " + names + "."
		},
		none: "No passage on this theme was found.",
		withheld: func(n int) string {
			return fmt.Sprintf("%s, for which the source asked not to be named, %s counted above and quoted nowhere.",
				count(n, "contribution", "contributions"), isAre(n))
		},
		registered: func(proposals, works int) string {
			return fmt.Sprintf("%s were found in %s.", count(proposals, "proposal", "proposals"), count(works, "contribution", "contributions"))
		},
		similar: func(id string, proposals, works int, who string) string {
			if proposals == 1 {
				return fmt.Sprintf("%s: other contributions take a stance on %s.", id, who)
			}
			return fmt.Sprintf("%s: %s in %s are similar: %s.", id, count(proposals, "proposal", "proposals"), count(works, "contribution", "contributions"), who)
		},
		central: "In the words of the most central one:",
		stances: map[corpus.Act]func(string) string{
			corpus.ActSupport: func(who string) string { return "Support is expressed by " + who + "." },
			corpus.ActReserve: func(who string) string { return "A reservation is expressed by " + who + "." },
			corpus.ActOppose:  func(who string) string { return "Opposition is expressed by " + who + "." },
		},
		more: func(n int) string {
			return fmt.Sprintf("Of the same source, %s more:", count(n, "passage", "passages"))
		},
		rules:  englishRules,
		footer: englishFooter,
		states: map[corpus.CellState]string{
			corpus.CellAddressed: "addressed", corpus.CellCitedOnly: "only cited",
			corpus.CellNotAddressed: "no passage found", corpus.CellNotRead: "not read",
		},
		columns: columns{
			theme: "Theme", proposal: "No.", source: "Source", text: "Text", addressee: "Addressee", timing: "Timing",
			themes: "Themes", process: "Group's work", place: "Where", document: "Document", title: "Title", date: "Date",
			language: "Language", version: "Version", use: "Use", file: "File", status: "Status", reason: "Reason",
		},
		listAnd: " and ",
	}
}

var englishRules = []string{
	"Contributions are counted as works: a revision, a language version or an attached file does not make another one.",
	"A group is counted as a group and is never expanded to its members; named co-signatories are counted one by one.",
	"A contribution addresses a theme where at least one of its passages says something of its source's own on it; a passage that only quotes another text is shown as cited.",
	"No passage found means just that: silence is neither support nor opposition.",
	"Quotations are verbatim, in the language of the document that was compared, with their errors.",
	"Sources stand in alphabetical order.",
}

var englishFooter = []string{
	"This report was prepared with the assistance of a machine from the documents listed in it.",
	"It does not represent an agreed view, and it is not a position of the Union or of any contributor.",
	"Please refer to the original documents.",
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func isAre(n int) string { return verb(n, "is", "are") }

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// list joins names with commas and a last "and".
func (w phrases) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + w.listAnd + names[len(names)-1]
}
