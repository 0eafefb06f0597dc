package compare

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// consideration is the status of every item of the draft.
const consideration = "for consideration"

// mostOutputs is how many proposals one session quotes as outputs.
const mostOutputs = 3

// draft is the sketch of a work plan with what it rests on.
type draft struct {
	// asking are the proposals that concern a work plan or the topics of sessions.
	asking []corpus.Proposal
	// from and to are the years most named, 0 for none; period is where.
	from, to int
	period   []string
	// named are the meetings that proposals name, from the last in scope on.
	named []meetingAsked
	ranks []rank
	items []corpus.WorkItem
	// given is how many of the ranked themes have a session.
	given int
}

type meetingAsked struct {
	number    int
	name      string
	proposals []corpus.Proposal
}

// rank is a theme with those who raise challenges, gaps or proposals on it.
type rank struct {
	theme corpus.Theme
	tally tally
	cites []string
}

// plan drafts the work plan from proposals alone: what they ask for, for when,
// and which themes most sources raise.
func (v *view) plan(o Options, w *phrases, r corpus.Report) draft {
	var d draft
	d.items = []corpus.WorkItem{}
	for _, p := range r.Proposals {
		if v.byID[p.Passage].concepts["workplan"] > 0 && (p.Process || len(p.Themes) == 0) {
			d.asking = append(d.asking, p)
		}
	}
	d.named = v.meetingsAsked(r.Proposals, r.Scope.Meetings)
	if len(d.asking) == 0 && len(d.named) == 0 {
		return d
	}
	d.from, d.to, d.period = v.periodAsked(d.asking)
	d.ranks = v.ranks(o.Themes)
	for _, m := range d.named {
		d.items = append(d.items, m.item(o, w))
	}
	if len(d.asking) > 0 {
		d.spread(v, o, w, r)
	}
	return d
}

var years = regexp.MustCompile(`(20\d\d)\D{1,6}(20\d\d)`)

// periodAsked is the period that most works name, the earliest of equals.
func (v *view) periodAsked(asking []corpus.Proposal) (from, to int, passages []string) {
	type span struct{ from, to int }
	works, where := map[span]map[string]bool{}, map[span][]string{}
	for _, p := range asking {
		for _, m := range years.FindAllStringSubmatch(latinDigits(p.Quote), -1) {
			s := span{number(m[1]), number(m[2])}
			if s.to <= s.from || s.to-s.from > 12 {
				continue
			}
			if works[s] == nil {
				works[s] = map[string]bool{}
			}
			works[s][v.byID[p.Passage].work] = true
			where[s] = append(where[s], p.Passage)
		}
	}
	var best span
	for s := range works {
		if d := cmp.Or(len(works[s])-len(works[best]), best.from-s.from, best.to-s.to); best.from == 0 || d > 0 {
			best = s
		}
	}
	return best.from, best.to, uniq(where[best])
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// latinDigits writes Arabic-Indic digits as Latin ones.
func latinDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		}
		return r
	}, s)
}

// ordinal is a meeting's number as the six languages write it in figures.
var ordinal = regexp.MustCompile(`(?i)(\d{1,3})(?:st|nd|rd|th|[eè]me|er|e\b|\.?[ªº]|-(?:го|ом|м|ое|е|й|му|х)|\s*次)`)

var trailingNumber = regexp.MustCompile(`^(.*\D)(\d{1,3})$`)

// meetingsAsked are the meetings named by the timing of proposals, from the
// last meeting in scope on.
func (v *view) meetingsAsked(proposals []corpus.Proposal, scope []string) []meetingAsked {
	prefix, last := "", 0
	for _, m := range scope {
		if part := trailingNumber.FindStringSubmatch(m); part != nil && number(part[2]) >= last {
			prefix, last = part[1], number(part[2])
		}
	}
	if prefix == "" {
		return nil
	}
	by := map[int][]corpus.Proposal{}
	var numbers []int
	for _, p := range proposals {
		for _, n := range numbersIn(p.Timing) {
			if n < last || n > last+20 {
				continue
			}
			if by[n] == nil {
				numbers = append(numbers, n)
			}
			by[n] = append(by[n], p)
		}
	}
	slices.Sort(numbers)
	var out []meetingAsked
	for _, n := range numbers {
		out = append(out, meetingAsked{n, fmt.Sprint(prefix, n), by[n]})
	}
	return out
}

func numbersIn(timing string) []int {
	var out []int
	for _, m := range ordinal.FindAllStringSubmatch(latinDigits(timing), -1) {
		if n := number(m[1]); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// item is what proposals ask of a meeting that they name.
func (m meetingAsked) item(o Options, w *phrases) corpus.WorkItem {
	item := corpus.WorkItem{Session: m.name, Themes: []corpus.Theme{}, Outputs: []string{}, From: []string{}, Status: consideration}
	var labels []string
	for _, p := range m.proposals {
		item.From = append(item.From, p.ID)
		item.Outputs = append(item.Outputs, p.Quote)
		for _, t := range p.Themes {
			if !slices.Contains(item.Themes, t) {
				item.Themes = append(item.Themes, t)
				labels = append(labels, o.Labels.Label(t, o.Language))
			}
		}
	}
	item.Issue = strings.Join(labels, "; ")
	if item.Issue == "" {
		item.Issue = w.heads.process
	}
	return item
}

// ranks puts the themes in the order of the number of sources that raise
// challenges, gaps or proposals on them, then of works; those that nobody
// raises are left out.
func (v *view) ranks(themes []corpus.Theme) []rank {
	var out []rank
	for _, t := range themes {
		var raising []*unit
		r := rank{theme: t}
		for _, u := range v.units {
			raises := u.kind == corpus.KindChallenge || u.kind == corpus.KindGap || u.kind == corpus.KindProposal
			if raises && u.addresses(t) {
				raising = append(raising, u)
				r.cites = append(r.cites, u.cite())
			}
		}
		r.tally, r.cites = v.tallyUnits(raising), sorted(r.cites)
		if len(raising) > 0 {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b rank) int {
		return cmp.Or(b.tally.sources()-a.tally.sources(), b.tally.works-a.tally.works)
	})
	return out
}

// spread gives the ranked themes one session each.
func (d *draft) spread(v *view, o Options, w *phrases, r corpus.Report) {
	sessions := len(d.ranks)
	if d.from > 0 {
		sessions = min(sessions, (d.to-d.from+1)*o.SessionsPerYear)
	}
	var asking []string
	for _, p := range d.asking {
		asking = append(asking, p.ID)
	}
	for i, k := range d.ranks[:sessions] {
		item := corpus.WorkItem{
			Session: w.say(w.texts.planOrdinal, args{"n": i + 1}), Issue: o.Labels.Label(k.theme, o.Language),
			Themes: []corpus.Theme{k.theme}, Outputs: []string{}, From: slices.Clone(asking), Sources: k.tally.sources(), Status: consideration,
		}
		if d.from > 0 {
			item.Session = w.say(w.texts.planSession, args{"year": d.from + i/o.SessionsPerYear, "n": i%o.SessionsPerYear + 1})
		}
		for _, p := range v.outputsOn(k.theme, r) {
			item.Outputs = append(item.Outputs, p.Quote)
			if !slices.Contains(item.From, p.ID) {
				item.From = append(item.From, p.ID)
			}
		}
		d.items = append(d.items, item)
	}
	d.given = sessions
}

// outputsOn are the proposals that a session on a theme could work on, of those
// that ask for something: the gists of the largest groups of views, then
// proposals of one source.
func (v *view) outputsOn(t corpus.Theme, r corpus.Report) []corpus.Proposal {
	var groups []corpus.ViewGroup
	grouped := map[string]bool{}
	for _, g := range r.Groups {
		groups = append(groups, g)
		for _, id := range g.Proposals {
			grouped[id] = true
		}
	}
	slices.SortStableFunc(groups, func(a, b corpus.ViewGroup) int { return len(b.Proposals) - len(a.Proposals) })
	var out []corpus.Proposal
	add := func(p corpus.Proposal) {
		if len(out) < mostOutputs && slices.Contains(p.Themes, t) && v.byID[p.Passage].asks() {
			out = append(out, p)
		}
	}
	for _, g := range groups {
		add(gistOf(g, r.Proposals))
	}
	for _, p := range r.Proposals {
		if !grouped[p.ID] {
			add(p)
		}
	}
	return out
}

// gistOf is the proposal whose words are a group's gist: of equals the one with
// the lowest number, as proposals are listed by name.
func gistOf(g corpus.ViewGroup, proposals []corpus.Proposal) corpus.Proposal {
	for _, id := range g.Proposals {
		for _, p := range proposals {
			if p.ID == id && p.Quote == g.Gist {
				return p
			}
		}
	}
	return corpus.Proposal{}
}
