package compare

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// Recount proves what a report counts and lists against the snapshot that it
// was made from: every file is in it, every number of its scope and matrix is
// counted again from the claims, every cell and proposal rests on what it says,
// and where no source is named none can be told from any text.
func Recount(r corpus.Report, snap corpus.Snapshot, labels Labels, names Names) []Fault {
	words, err := phrasesFor(r.Language)
	if err != nil {
		return []Fault{{"language", r.Language, "is none that a report can be written in"}}
	}
	v := newView(snap, Options{Language: r.Language, Attribution: r.Scope.Attribution, Labels: labels, Names: names}, words)
	v.groups(v.register()) // a stance has the themes of what it is on
	c := recounter{view: v, report: r}
	c.files()
	c.scope()
	c.counts()
	c.cells()
	c.proposals()
	if v.unnamed {
		c.faults = append(c.faults, Leaks(NewVeil(snap, names), Wording(r.Language, labels), textsOfReport(r))...)
	}
	return c.faults
}

type recounter struct {
	view   *view
	report corpus.Report
	faults []Fault
}

func (c *recounter) fault(where, text, format string, args ...any) {
	c.faults = append(c.faults, Fault{where, text, fmt.Sprintf(format, args...)})
}

// files looks for every file that was given, in the list of documents and in
// the ledger.
func (c *recounter) files() {
	listed, ledger := map[string]bool{}, map[string]bool{}
	for _, d := range c.report.Scope.Documents {
		listed[d.Symbol] = true
	}
	for _, d := range c.report.Scope.NotRead {
		listed[d.File] = true
	}
	for _, l := range c.report.Ledger {
		ledger[l.Symbol], ledger[l.File] = true, true
	}
	look := func(name string) {
		if !listed[name] {
			c.fault("documents", name, "was submitted and is not in the list of documents")
		}
		if !ledger[name] {
			c.fault("ledger", name, "was submitted and is not in the ledger")
		}
	}
	renditions := slices.Clone(c.view.snap.Copies)
	for _, r := range c.view.snap.Readings {
		renditions = append(renditions, r.Rendition)
	}
	for _, r := range renditions {
		if c.view.withheld(r.Symbol.Work()) {
			look(withheldName(r))
			continue
		}
		look(r.Ref)
	}
	for _, l := range c.view.snap.Unread {
		look(l.File)
	}
}

// number compares a number of the report with the one counted again.
func (c *recounter) number(where, what string, said, counted int) {
	if said != counted {
		c.fault(where, fmt.Sprintf("%s: %d", what, said), "is %d by the evidence", counted)
	}
}

func (c *recounter) scope() {
	works := make(map[string]bool)
	for _, work := range c.view.contributions() {
		works[work] = true
	}
	n := c.sources(works)
	s := c.report.Scope
	c.number("scope", "contributions", s.Works, len(works))
	c.number("scope", "Member States", s.Members, n[corpus.SourceMember])
	c.number("scope", "groups", s.Groups, n[corpus.SourceGroup])
	c.number("scope", "other sources", s.Others, n[corpus.SourceOther])
}

// sources counts who submitted works, each once, by kind; all that is neither a
// Member State nor a group is other.
func (c *recounter) sources(works map[string]bool) map[corpus.SourceKind]int {
	kinds := make(map[string]corpus.SourceKind)
	for _, s := range c.view.snap.Submissions {
		if !works[s.Work] {
			continue
		}
		for _, src := range speakers(s) {
			kinds[src.ID] = src.Kind
		}
	}
	n := make(map[corpus.SourceKind]int)
	for _, kind := range kinds {
		if kind != corpus.SourceMember && kind != corpus.SourceGroup {
			kind = corpus.SourceOther
		}
		n[kind]++
	}
	return n
}

// counts counts works and sources by theme again.
func (c *recounter) counts() {
	for _, said := range c.report.Matrix.Counts {
		where := fmt.Sprintf("theme %d", said.Theme)
		works := make(map[string]bool)
		for _, u := range c.view.units {
			if u.addresses(said.Theme) {
				works[u.work] = true
			}
		}
		n := c.sources(works)
		c.number(where, "contributions", said.Works, len(works))
		c.number(where, "Member States", said.Members, n[corpus.SourceMember])
		c.number(where, "groups", said.Groups, n[corpus.SourceGroup])
		c.number(where, "other sources", said.Others, n[corpus.SourceOther])
		proposals, states := 0, make(map[corpus.CellState]int)
		for _, p := range c.report.Proposals {
			if slices.Contains(p.Themes, said.Theme) {
				proposals++
			}
		}
		c.number(where, "proposals", said.Proposals, proposals)
		if c.view.unnamed {
			continue
		}
		for _, cell := range c.report.Matrix.Cells {
			if cell.Theme == said.Theme {
				states[cell.State]++
			}
		}
		c.number(where, "only cited", said.CitedOnly, states[corpus.CellCitedOnly])
		c.number(where, "no passage found", said.NotAddressed, states[corpus.CellNotAddressed])
		c.number(where, "not read", said.NotRead, states[corpus.CellNotRead])
	}
}

// cells proves each cell: what it rests on is of its source and on its theme,
// and where it says that there is nothing there is nothing.
func (c *recounter) cells() {
	of := c.view.unitsBySource()
	for _, cell := range c.report.Matrix.Cells {
		where := fmt.Sprintf("matrix, theme %d, %s", cell.Theme, cell.Source)
		for _, id := range cell.Passages {
			u := c.view.byID[id]
			switch {
			case u == nil || u.withheld || !slices.Contains(u.sources, cell.Source):
				c.fault(where, id, "is not of this source")
			case cell.State == corpus.CellAddressed && !u.addresses(cell.Theme), cell.State == corpus.CellCitedOnly && !u.cites(cell.Theme):
				c.fault(where, id, "is not %s on this theme", cell.State)
			}
		}
		if state := c.state(cell.Theme, cell.Source, of[cell.Source]); state != cell.State {
			c.fault(where, string(cell.State), "is %s by the evidence", state)
		}
	}
}

// state is that of a theme and a source with these passages.
func (c *recounter) state(theme corpus.Theme, source string, units []*unit) corpus.CellState {
	state := corpus.CellNotRead
	if c.view.read[source] {
		state = corpus.CellNotAddressed
	}
	for _, u := range units {
		if u.addresses(theme) {
			return corpus.CellAddressed
		}
		if u.cites(theme) {
			state = corpus.CellCitedOnly
		}
	}
	return state
}

// proposals proves that each proposal is one, and that what is quoted is by
// whom the report says.
func (c *recounter) proposals() {
	for _, p := range c.report.Proposals {
		where := "proposal " + p.ID
		u := c.view.byID[p.Passage]
		if u == nil {
			continue // Check says so
		}
		c.by(where, p.Quote, p.Passage, p.Sources)
		if u.kind != corpus.KindProposal {
			c.fault(where, p.Quote, "is %s and no proposal", u.kind)
		}
		if themes := u.themesWith(c.parts(p)); !slices.Equal(p.Themes, themes) || p.Process != u.process {
			c.fault(where, p.Quote, "has themes %v by the evidence (the group's work: %v)", themes, u.process)
		}
	}
	for _, t := range c.report.Themes {
		where := fmt.Sprintf("theme %d", t.Theme)
		for _, list := range [][]corpus.Quote{t.Challenges, t.Gaps, t.Positions, t.Practices, t.CommonGround, t.Differing} {
			for _, q := range list {
				c.by(where, q.Quote, q.Passage, q.Sources)
			}
		}
	}
	for _, p := range c.report.Passages {
		c.by("cited passage", p.Text, p.ID, p.Sources)
	}
}

// parts are the items of the list that a proposal opens.
func (c *recounter) parts(p corpus.Proposal) []*unit {
	var parts []*unit
	for _, id := range p.Parts {
		if u := c.view.byID[id]; u != nil {
			parts = append(parts, u)
		}
	}
	return parts
}

func (c *recounter) by(where, text, passage string, sources []string) {
	if u := c.view.byID[passage]; u != nil && !slices.Equal(sources, u.shown()) {
		c.fault(where, text, "is by %s, not by %s", strings.Join(u.shown(), "+"), strings.Join(sources, "+"))
	}
}
