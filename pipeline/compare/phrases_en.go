package compare

import (
	"golang.org/x/text/feature/plural"

	"rapporteur/corpus"
)

func english() *phrases {
	return &phrases{
		language: "en", categories: []plural.Form{plural.One, plural.Other}, comma: ", ", and: " and ",
		nouns: map[string]string{
			"contributions": "# contribution|# contributions", "documents": "# document|# documents",
			"members": "# Member State|# Member States", "groups": "# group|# groups",
			"others": "# other source|# other sources", "proposals": "# proposal|# proposals",
			"passages": "# passage|# passages", "files": "# file|# files", "sources": "# source|# sources",
			"sessions": "# session|# sessions",
		},
		heads: englishHeads, sections: englishSections, texts: englishTexts,
		rules: englishRules, unnamed: englishUnnamed, choice: "The passages of this annex were chosen by the rapporteur, not by the program; that others are not here says nothing about them.", footer: englishFooter,
		themeNames: "The names of the themes are those of Annex 1 to Resolution 1305 of the Council.",
		signature:  "rapporteur {program} · codebook {codebook} · corpus {corpus}",
		states: map[corpus.CellState]string{
			corpus.CellAddressed: "addressed", corpus.CellCitedOnly: "only cited",
			corpus.CellNotAddressed: "no passage found", corpus.CellNotRead: "not read",
		},
		stances: map[corpus.Act]string{
			corpus.ActSupport: "Support is expressed by {who}.",
			corpus.ActReserve: "A reservation is expressed by {who}.",
			corpus.ActOppose:  "Opposition is expressed by {who}.",
		},
		acts: map[corpus.Act]string{
			corpus.ActPropose: "proposes", corpus.ActSupport: "supports", corpus.ActOppose: "opposes",
			corpus.ActReserve: "reserves", corpus.ActRequest: "requests", corpus.ActRecommend: "recommends",
			corpus.ActView: "holds a view", corpus.ActConcern: "is concerned", corpus.ActInform: "informs",
		},
		uses: map[string]string{
			useCompared: "compared", useSuperseded: "superseded", useLanguage: "language version", useCopy: "copy", useNotRead: "not read",
			useReport: "report, not compared",
		},
		status: map[string]string{"read": "read", "known": "known", "not_read": "not read", "failed": "failed"},
		languages: map[string]string{
			"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish",
		},
		inLanguage: map[string]string{
			"ar": "in Arabic", "zh": "in Chinese", "en": "in English", "fr": "in French", "ru": "in Russian", "es": "in Spanish",
		},
		reasons: map[corpus.Reason]string{
			corpus.ReasonPassword: "protected by a password", corpus.ReasonFormat: "format not known", corpus.ReasonGarbled: "garbled text",
			corpus.ReasonScanned: "scanned pages", corpus.ReasonTooLarge: "too large", corpus.ReasonTimeout: "took too long",
			corpus.ReasonMemory: "needed too much memory", corpus.ReasonBroken: "broken file", corpus.ReasonEmpty: "without text",
			corpus.ReasonDuplicate: "the same file twice",
		},
		addressees: map[string]string{
			"Council": "Council", "CWG-Internet": "CWG-Internet", "Plenipotentiary Conference": "Plenipotentiary Conference",
			"Secretary-General": "Secretary-General", "Director of BDT": "Director of BDT", "Director of TSB": "Director of TSB",
			"Director of BR": "Director of BR", "Member States": "Member States", "ITU": "ITU",
			"Directors of the Bureaux": "Directors of the Bureaux", "IGF": "IGF", "United Nations": "United Nations", "stakeholders": "stakeholders",
		},
		versions: map[string]string{"original": "original"},
		unknown:  "Source not stated",
		months: [12]string{
			"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		},
		date: "{day} {month} {year}", page: "p. {n}",
		columns: englishColumns,
	}
}

var englishHeads = heads{
	title: "Comparison of contributions to the Council Working Group on international Internet-related public policy issues",
	cover: "About this report", received: "Summary of what was received", reading: "How to read this report",
	matrix: "Who addressed what", overview: "Themes by number of contributions", process: "The group's own work",
	other: "Proposals outside the twelve themes", register: "Register of proposals",
	recommendations: "Elements for recommendations to the Council", workplan: "Draft roadmap and work plan, for consideration",
	meetings: "Changes between meetings", revisions: "Changes in revised documents", documents: "Annex: list of documents",
	ledger: "Annex: ledger of files", uncertain: "Annex: uncertain tags", chosen: "Annex: passages chosen by the rapporteur", standing: "Standing of this report",
}

var englishSections = sections{
	challenges: "Challenges and risks", gaps: "Gaps in States' engagement and in arrangements", practices: "Possible solutions and practices",
	positions: "Positions", proposals: "Proposals", common: "Common ground", differing: "Differing views", open: "Questions left open",
}

var englishTexts = texts{
	received:  "Up to {cutoff}, {works@contributions} in {documents@documents} had been received for {meetings} ({sources}).",
	uses:      "Compared: {compared@documents}; superseded by a revision: {superseded@documents}; other language versions: {language@documents}; copies: {copies@documents}.",
	languages: "Languages of the documents that are compared: {languages}.",
	notRead:   "{n@files} could not be read and {n:is|are} not part of the comparison.",
	withheld:  "{n@contributions}, for which the source asked not to be named, {n:is|are} counted above and quoted nowhere.",
	reports:   "{n@documents} of a chair or of the secretariat {n:is|are} listed and not compared: {n:it holds|they hold} no view of a Member State of its own.",
	addressed: "{works} of {all@contributions} {works:addresses|address} this theme ({sources}).",
	citedOnly: "Only cited, without a view of its own, by: {who}.",
	silent:    "No passage was found in the contributions of: {who}.",
	unread:    "Nothing could be read from: {who}.",
	more:      "Of the same source, {n@passages} more:",

	registered: "{proposals@proposals} {proposals:was|were} found in {works@contributions} ({sources}).",
	similar:    "{id}: {proposals@proposals} in {works@contributions} ({sources}) are similar: {who}.",
	stanceOnly: "{id}: other contributions take a stance on {who}.",
	central:    "In the words of the most central one:",
	onSubject:  "On the same subject, without naming the document: {stance}",
	grouped:    "This group was put together by an analyst.",
	renamed:    "This group was named by an analyst.",

	openSingle:   "No other contribution makes a similar proposal or takes a stance on {n@proposals}: {ids}.",
	openReserved: "A reservation is expressed on the subject of {n@proposals}: {ids}.",
	openOpposed:  "Opposition is expressed on the subject of {n@proposals}: {ids}.",

	council:       "{proposals@proposals} in {works@contributions} ({sources}) {proposals:is|are} addressed to the Council or {proposals:asks|ask} for recommendations or reports to it: {ids}.",
	councilSingle: "{proposals@proposals}, to which no other is similar:",
	councilNone:   "No proposal was found that is addressed to the Council or asks for recommendations to it.",

	plan:         "{proposals@proposals} in {works@contributions} ({sources}) {proposals:concerns|concern} a work plan, a roadmap or the topics of sessions: {ids}.",
	planPeriod:   "The period named by {works@contributions} is {period}.",
	planMeetings: "Meetings named by proposals: {meetings}.",
	planNone:     "No proposal was found that concerns a work plan or the topics of sessions; none is drafted.",
	planRule:     "The sketch below gives each session of the period one theme: first the themes on which most sources make proposals, then those on which there are only challenges or gaps; what is more joins the last sessions. Where it names years, {n@sessions} a year {n:is|are} assumed. Explicit outputs are proposals, quoted. All of it is for consideration.",
	planItem:     "{session}: theme {theme}, {label}. {proposals@proposals} on it {proposals:is|are} made in {works@contributions} ({sources}). For consideration.",
	planRaised:   "{session}: theme {theme}, {label}. No proposal is made on it; challenges or gaps are raised in {works@contributions} ({sources}). For consideration.",
	planOpen:     "{session}: no theme is left; the topic is for the group to choose. For consideration.",
	planChoice:   "for the group to choose",
	planNamed:    "{session}: {proposals@proposals} {proposals:names|name} this meeting: {ids}. For consideration.",
	planSession:  "{year}, session {n}",
	planOrdinal:  "session {n}",
	consider:     "for consideration",

	meeting:      "{who}, {meeting} against {previous}: proposals new: {new}; repeated: {repeated}; changed: {changed}; not repeated: {dropped}.",
	meetingTotal: "{meeting} against the meeting before, over {sources@sources}: proposals new: {new}; repeated: {repeated}; changed: {changed}; not repeated: {dropped}.",
	meetingNote:  "Proposals of one source at two meetings are matched by likeness. That a proposal is not repeated says nothing of its source's position.",
	revision:     "{symbol} against {old}: paragraphs new: {new}; changed: {changed}; removed: {removed}; unchanged: {same}.",
	new:          "new", was: "was", now: "now", removed: "removed",
	uncertain: "Themes that are only suggested, and count nowhere in this report: {n@passages}; shown, the surest first: {shown}.",

	members: "{n~one Member State|two Member States|some Member States (#)}",
	groups:  "{n~one regional group|two regional groups|some regional groups (#)}", others: "{n~one other source|two other sources|some other sources (#)}",
	named: "by name of the source", attributed: "without the names of sources",
	coverMeetings: "Meetings", coverCutoff: "Cut-off date", coverAttribution: "Attribution", coverLanguage: "Language",
	coverProgram: "Program", coverCodebook: "Codebook", coverCorpus: "Corpus", coverWorks: "Contributions", coverUnits: "Sources",
}

var englishColumns = columns{
	theme: "Theme", proposal: "No.", source: "Source", text: "Text", addressee: "Addressee", timing: "Timing",
	themes: "Themes", process: "Group's work", place: "Where", document: "Document", title: "Title", date: "Date",
	language: "Language", version: "Version", use: "Use", file: "File", status: "Status", reason: "Reason",
	works: "Contributions", members: "Member States", groups: "Groups", others: "Other sources", proposals: "Proposals", score: "Score",
	citing: "Sources that only cite it", silent: "Sources without a passage on it", unread: "Sources not read",
	session: "Session", issue: "Thematic issue", raised: "Raised by", outputs: "Explicit outputs", rests: "Rests on",
	meeting: "Meeting", since: "Since", new: "New", repeated: "Repeated", changed: "Changed", notRepeated: "Not repeated",
}

var englishRules = []string{
	"Contributions are counted as works: a revision, a language version or an attached file does not make another one.",
	"A group is counted as a group and is never expanded to its members; named co-signatories are counted one by one.",
	"A contribution addresses a theme where at least one of its passages says something of its source's own on it; a passage that only quotes another text is shown as cited.",
	"No passage found means just that: silence is neither support nor opposition.",
	"Where Member States are not named, “one Member State” is 1, “two Member States” 2, and “some Member States” 3 or more, with the exact count beside it; there are no other quantifiers.",
	"Common ground is proposals of different sources that are similar by the concepts of the codebook and by their words, and on which no reservation or opposition was found; it is not an agreement. A stance counts where a text names the document, or speaks on the subject of the proposal and is quoted.",
	"Quotations are verbatim, in the language of the document that was compared, with their errors.",
	"Sources stand in alphabetical order of their names in the language of the report; paragraphs, proposals and groups of views have the same numbers in every language. The group's own work is set apart from the twelve themes.",
	"Passages were found and sorted by a machine, by fixed rules and a codebook; the versions that make this report reproducible are given on its first page. Nothing was written by a language model.",
}

const englishUnnamed = "No source is named in this report. Where a quotation names one, it is cut around the name, and […] stands for the cut; every piece is verbatim. Documents are told apart by the beginning of their hash."

var englishFooter = []string{
	"This report was prepared with the assistance of a machine from the documents listed in it.",
	"It does not represent an agreed view, and it is not a position of the Union or of any contributor.",
	"Please refer to the original documents.",
}
