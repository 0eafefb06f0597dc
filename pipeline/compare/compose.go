package compare

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// composer writes the blocks of a report from what was found.
type composer struct {
	view    *view
	options Options
	words   *phrases
	report  *corpus.Report
	// numbered are the report's proposals by their IDs.
	numbered numbering
	plan     draft
	// full is the matrix whatever may be shown of it, changes the same.
	full      corpus.Matrix
	changes   []corpus.MeetingChange
	uncertain int // how many there are, shown or not
	// quoted are the passages that the section quotes already.
	quoted map[string]bool
	number int // of the last numbered paragraph
}

// compose writes the parts that are asked for, in their order, and the
// standing of the report.
func (c *composer) compose() {
	write := map[Part]func(){
		PartCover: c.cover, PartSummary: c.received, PartReading: c.reading, PartMatrix: c.matrix, PartThemes: c.themes,
		PartProcess: c.process, PartRegister: c.register, PartRecommendations: c.recommendations, PartWorkplan: c.workplan,
		PartMeetings: c.meetings, PartRevisions: c.revisions, PartDocuments: c.documents, PartLedger: c.ledger, PartUncertain: c.suggestions,
		PartChosen: c.choice,
	}
	for _, p := range Parts() {
		if len(c.options.Parts) == 0 || slices.Contains(c.options.Parts, p) {
			write[p]()
		}
	}
	c.standing()
}

func (c *composer) add(blocks ...corpus.Block) {
	c.report.Blocks = append(c.report.Blocks, blocks...)
}

func (c *composer) heading(level int, anchor, text string) {
	c.add(corpus.Heading{Level: level, Anchor: anchor, Text: text})
}

// statement fills a template and ties it to what it rests on.
func (c *composer) statement(template string, a args, cites []string) corpus.Statement {
	return corpus.Statement{Text: c.words.say(template, a), Cites: uniq(cites)}
}

// state adds a numbered paragraph of sentences that rest on the corpus. Without
// anything to cite there is nothing to say.
func (c *composer) state(sentences ...corpus.Statement) {
	sentences = resting(sentences)
	if len(sentences) == 0 {
		return
	}
	c.number++
	c.add(corpus.Paragraph{Number: c.number, Sentences: sentences})
}

// stateInOrder adds a paragraph without a number: one whose place is by the
// name of a source, which differs from language to language, while a number
// must stand for the same paragraph in all of them.
func (c *composer) stateInOrder(sentences ...corpus.Statement) {
	if sentences = resting(sentences); len(sentences) > 0 {
		c.add(corpus.Paragraph{Sentences: sentences})
	}
}

// resting are the sentences that rest on something.
func resting(sentences []corpus.Statement) []corpus.Statement {
	return slices.DeleteFunc(sentences, func(s corpus.Statement) bool { return len(s.Cites) == 0 })
}

// fixed adds a numbered paragraph of wording that does not depend on the corpus.
func (c *composer) fixed(text string) {
	c.number++
	c.add(corpus.Paragraph{Number: c.number, Note: true, Sentences: []corpus.Statement{{Text: text}}})
}

// cover says what report this is and by what it can be made again.
func (c *composer) cover() {
	x, s := c.words.texts, c.report.Scope
	attribution := x.attributed
	if c.options.Attribution == Named {
		attribution = x.named
	}
	c.heading(1, "cover", c.words.heads.cover)
	t := corpus.Table{Caption: c.words.heads.cover, Header: []corpus.TableCell{{}, {}}}
	for _, row := range [][2]string{
		{x.coverMeetings, c.words.list(s.Meetings)}, {x.coverCutoff, c.report.Dated},
		{x.coverWorks, fmt.Sprint(s.Works)}, {x.coverUnits, c.tallied(tally{members: s.Members, groups: s.Groups, others: s.Others})},
		{x.coverAttribution, attribution}, {x.coverLanguage, or(c.words.languages, c.options.Language)},
		{x.coverProgram, "rapporteur " + s.Version}, {x.coverCodebook, string(s.Codebook)}, {x.coverCorpus, string(s.Corpus)},
	} {
		t.Rows = append(t.Rows, []corpus.TableCell{{Text: row[0]}, {Text: row[1]}})
	}
	c.add(t)
}

// received sums up what came in and what of it is compared.
func (c *composer) received() {
	s, x := c.report.Scope, c.words.texts
	c.heading(1, "received", c.words.heads.received)
	var docs, compared, reports, unread, withheld []string
	uses := map[string]int{}
	languages := map[string]int{}
	for _, d := range s.Documents {
		docs = append(docs, d.Symbol)
		uses[d.Use]++
		if d.Use == useReport {
			reports = append(reports, d.Symbol)
		}
		if d.Use == useCompared {
			languages[d.Language]++
			compared = append(compared, d.Symbol)
		}
	}
	for _, r := range c.view.compared {
		if c.view.withheld(r.Rendition.Symbol.Work()) {
			withheld = append(withheld, withheldName(r.Rendition))
		}
	}
	for _, d := range s.NotRead {
		unread = append(unread, ledgerCite(d.File))
	}
	c.state(c.statement(x.received, args{"cutoff": c.report.Dated, "works": s.Works, "documents": len(docs), "meetings": c.words.list(s.Meetings),
		"sources": c.tallied(tally{members: s.Members, groups: s.Groups, others: s.Others})}, docs))
	c.state(c.statement(x.uses, args{"compared": uses[useCompared], "superseded": uses[useSuperseded],
		"language": uses[useLanguage], "copies": uses[useCopy]}, docs),
		c.statement(x.languages, args{"languages": c.languages(languages)}, compared))
	c.state(c.statement(x.reports, args{"n": len(reports)}, reports))
	c.state(c.statement(x.notRead, args{"n": len(unread)}, unread))
	c.state(c.statement(x.withheld, args{"n": len(withheld)}, withheld))
}

func (c *composer) languages(counts map[string]int) string {
	var out []string
	for _, code := range sortedKeys(counts) {
		out = append(out, fmt.Sprintf("%s %d", or(c.words.languages, code), counts[code]))
	}
	return c.words.row(out)
}

// reading is how to read the report.
func (c *composer) reading() {
	c.heading(1, "reading", c.words.heads.reading)
	for _, rule := range c.words.rules {
		c.fixed(rule)
	}
	if c.view.unnamed {
		c.fixed(c.words.unnamed)
	}
	c.fixed(c.words.themeNames)
}

func (c *composer) standing() {
	c.heading(1, "standing", c.words.heads.standing)
	for _, text := range c.words.footer {
		c.fixed(text)
	}
	c.add(corpus.Paragraph{Note: true, Sentences: []corpus.Statement{{Text: c.words.say(c.words.signature,
		args{"program": c.options.Program, "codebook": c.report.Scope.Codebook, "corpus": c.report.Scope.Corpus})}}})
}

// tallied writes a number of sources: exact counts by kind, or, where no source
// is named, the quantifiers with the counts beside them.
func (c *composer) tallied(t tally) string {
	var out []string
	for _, k := range []struct {
		n          int
		noun, text string
	}{{t.members, "members", c.words.texts.members}, {t.groups, "groups", c.words.texts.groups}, {t.others, "others", c.words.texts.others}} {
		switch {
		case k.n == 0:
		case c.view.unnamed:
			out = append(out, c.words.say(k.text, args{"n": k.n}))
		default:
			out = append(out, c.words.count(k.n, k.noun))
		}
	}
	if len(out) == 0 {
		return c.words.count(0, "sources")
	}
	return c.words.row(out)
}

// mostNames is how many names one sentence lists; more are counted.
const mostNames = 24

// who lists sources by name where they may be named and are not too many.
func (c *composer) who(ids []string) string {
	ids = c.view.inNameOrder(ids)
	if c.view.unnamed || len(ids) > mostNames {
		return c.tallied(c.view.tallySources(ids))
	}
	var names []string
	for _, id := range ids {
		names = append(names, c.view.sourceName(id))
	}
	return c.words.list(names)
}

func table(caption string, heads ...string) corpus.Table {
	t := corpus.Table{Caption: caption}
	for _, h := range heads {
		t.Header = append(t.Header, corpus.TableCell{Text: h})
	}
	return t
}

// label is a theme's number and name, with an asterisk where the name is not
// the Union's own wording.
func (c *composer) label(t corpus.Theme) string {
	label := fmt.Sprintf("%d. %s", t, c.options.Labels.Label(t, c.options.Language))
	if o, ok := c.options.Labels.(officials); ok && !o.Official(t, c.options.Language) {
		label += "*"
	}
	return label
}

// officials are labels that know which of them are official.
type officials interface {
	Official(theme corpus.Theme, language string) bool
}
