package web

import (
	"net/http"
	"slices"
	"strconv"

	"rapporteur/corpus"
)

// themePage is one theme: who says what, where views meet and where they part.
type themePage struct {
	Theme  corpus.Theme
	Scope  chosen
	Tally  corpus.ThemeTally
	Others []link
	Groups []viewGroup
	// MoreGroups leads to those that are not shown, "" where all are.
	MoreGroups string
	Hidden     int
	Rows       []synopsis
	// Silent are the sources in each of the states without a view of their own.
	Silent []silence
	Report string
	Old    bool
	Pager  pager
}

// synopsis is one source's row: its passages of each kind.
type synopsis struct {
	Source corpus.Source
	// Columns are challenges, gaps, positions, proposals and practices.
	Columns [][]quotation
}

// synopticKinds are the columns, in order.
var synopticKinds = []corpus.Kind{corpus.KindChallenge, corpus.KindGap, corpus.KindPosition, corpus.KindProposal}

// quotation is a passage as it is quoted.
type quotation struct {
	// Ref is the document, Label and Page the place in it.
	Passage, Ref, Label, Language, Text string
	Page                                int
	// Cut is set where only the beginning is shown.
	Cut     bool
	Sources []string
	// Number is the proposal's in the register, "" for other passages.
	Number string
	// More is set on the last of a cell that shows not all: how many there are
	// besides, and where.
	More     int
	MorePath string
}

// viewGroup is similar proposals and what others say of them.
type viewGroup struct {
	ID        string
	Proposals []quotation
	// Count is of all its proposals, Others how many are not quoted.
	Count, Others int
	Stances       []stance
}

// stance is who supports, reserves on or opposes a group.
type stance struct {
	Act    corpus.Act
	Count  int
	Quotes []quotation
}

// silence is the sources that are in one state.
type silence struct {
	State   corpus.CellState
	Sources []corpus.Source
}

const (
	// rowsShown and quotesShown keep a page readable, however large the corpus.
	rowsShown   = 50
	quotesShown = 4
	groupsShown = 12
	// proposalsShown is how many proposals of a group are quoted.
	proposalsShown = 6
	// textShown is in characters.
	textShown = 600
)

func (s *Server) theme(r *http.Request) (response, error) {
	t, ok := corpus.ParseTheme(r.PathValue("theme"))
	if !ok {
		return nil, corpus.Errorf(corpus.CodeNotFound, "there is no theme %s: themes are 1 to %d", r.PathValue("theme"), corpus.ThemeCount)
	}
	page := themePage{Theme: t}
	var err error
	if page.Scope, err = s.chosen(r.Context(), r.URL); err != nil {
		return nil, err
	}
	c, err := s.compared(r, page.Scope.Meetings)
	if err != nil {
		return nil, err
	}
	for _, other := range corpus.Themes() {
		u := *r.URL
		u.Path = "/theme/" + themeID(other)
		page.Others = append(page.Others, link{themeID(other), u.RequestURI(), other == t})
	}
	at := slices.IndexFunc(c.Themes, func(x corpus.ThemeReport) bool { return x.Theme == t })
	page.Tally, page.Old = c.Matrix.Counts[at], c.Old
	if page.Groups, err = c.groupsOn(c.Themes[at]); err != nil {
		return nil, err
	}
	if n := len(page.Groups); n > groupsShown && r.URL.Query().Get("groups") != "all" {
		page.Groups, page.Hidden, page.MoreGroups = page.Groups[:groupsShown], n-groupsShown, withParameter(r.URL, "groups", "all")
	}
	page.fill(c, s.inOrder(c.Matrix.Sources, s.language(r)), parseAsk(r.URL.Query()).page, r)
	return view{name: "theme", page: page}, nil
}

// fill sorts the sources into rows and into those that are silent.
func (p *themePage) fill(c *comparison, sources []corpus.Source, number int, r *http.Request) {
	states := make(map[string]corpus.CellState)
	for _, cell := range c.Matrix.Cells {
		if cell.Theme == p.Theme {
			states[cell.Source] = cell.State
		}
	}
	var speaking []corpus.Source
	for _, src := range sources {
		if states[src.ID] == corpus.CellAddressed {
			speaking = append(speaking, src)
		}
	}
	for _, state := range []corpus.CellState{corpus.CellCitedOnly, corpus.CellNotAddressed, corpus.CellNotRead} {
		silent := silence{State: state}
		for _, src := range sources {
			if states[src.ID] == state {
				silent.Sources = append(silent.Sources, src)
			}
		}
		p.Silent = append(p.Silent, silent)
	}
	from := min((number-1)*rowsShown, len(speaking))
	for _, src := range speaking[from:min(from+rowsShown, len(speaking))] {
		p.Rows = append(p.Rows, c.synopsis(p.Theme, src, p.Scope.Meetings))
	}
	p.Pager = rowPager(number, len(speaking), r)
}

func rowPager(number, total int, r *http.Request) pager {
	p := pager{Page: number, Pages: (total + rowsShown - 1) / rowsShown, From: (number-1)*rowsShown + 1, To: min(number*rowsShown, total), Total: total}
	if number > 1 {
		p.Previous = withParameter(r.URL, "page", strconv.Itoa(number-1))
	}
	if number < p.Pages {
		p.Next = withParameter(r.URL, "page", strconv.Itoa(number+1))
	}
	return p
}

// synopsis is what one source says on a theme.
func (c *comparison) synopsis(t corpus.Theme, src corpus.Source, meetings []string) synopsis {
	row := synopsis{Source: src}
	kinds := c.kinds[cellKey{t, src.ID}]
	for _, kind := range synopticKinds {
		ids := kinds[kind]
		var cell []quotation
		for _, id := range ids[:min(quotesShown, len(ids))] {
			cell = append(cell, c.quotation(id))
		}
		if more := len(ids) - len(cell); more > 0 {
			a := parseAsk(nil)
			a.only["theme"], a.only["source"], a.only["kind"], a.only["meeting"] = []string{themeID(t)}, []string{src.ID}, []string{string(kind)}, meetings
			cell[len(cell)-1].More, cell[len(cell)-1].MorePath = more, a.address()
		}
		row.Columns = append(row.Columns, cell)
	}
	return row
}

// quotation is a cited passage, its text cut where it is very long.
func (c *comparison) quotation(id string) quotation {
	p := c.places[id]
	q := quotation{Passage: id, Ref: p.Ref, Label: p.Label, Page: p.Page, Language: p.Language, Text: p.Text, Sources: p.Sources}
	if at := endOf(p.Text, textShown); at < len(p.Text) {
		q.Text, q.Cut = p.Text[:at], true
	}
	return q
}

// endOf is where a number of characters of a text end, in bytes.
func endOf(text string, characters int) int {
	for i := range text {
		if characters == 0 {
			return i
		}
		characters--
	}
	return len(text)
}

// groupsOn are the groups of views with a proposal on a theme.
func (c *comparison) groupsOn(t corpus.ThemeReport) ([]viewGroup, error) {
	return c.groups.get(t.Theme, func() ([]viewGroup, error) {
		on := make(map[string]bool, len(t.Proposals))
		for _, id := range t.Proposals {
			on[id] = true
		}
		var out []viewGroup
		for _, g := range c.Groups {
			if slices.ContainsFunc(g.Proposals, func(id string) bool { return on[id] }) {
				out = append(out, c.viewGroup(g))
			}
		}
		return out, nil
	})
}

func (c *comparison) viewGroup(g corpus.ViewGroup) viewGroup {
	group := viewGroup{ID: g.ID, Count: len(g.Proposals), Others: max(0, len(g.Proposals)-proposalsShown)}
	for _, id := range g.Proposals[:len(g.Proposals)-group.Others] {
		p := c.proposals[id]
		q := c.quotation(p.Passage)
		q.Number, q.Sources = id, p.Sources
		group.Proposals = append(group.Proposals, q)
	}
	for _, list := range []struct {
		act    corpus.Act
		quotes []corpus.Quote
	}{{corpus.ActSupport, g.Supports}, {corpus.ActReserve, g.Reserves}, {corpus.ActOppose, g.Opposes}} {
		st := stance{Act: list.act}
		st.Count = len(list.quotes)
		for _, quote := range list.quotes[:min(proposalsShown, len(list.quotes))] {
			q := c.quotation(quote.Passage)
			q.Sources = quote.Sources
			st.Quotes = append(st.Quotes, q)
		}
		group.Stances = append(group.Stances, st)
	}
	return group
}
