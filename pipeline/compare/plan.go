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
	// slots are the sessions, items the same as the report's data has them.
	slots []slot
	items []corpus.WorkItem
}

type meetingAsked struct {
	number    int
	name      string
	proposals []corpus.Proposal
}

// plan drafts the work plan from proposals: what they ask for, for when, and
// which themes most sources make proposals on.
func (v *view) plan(o Options, w *phrases, r corpus.Report) draft {
	d := draft{items: []corpus.WorkItem{}}
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
	d.layOut(v, o, w)
	if len(d.asking) > 0 {
		d.spread(v.ranks(o.Themes, r.Proposals), o, w)
	}
	for _, s := range d.slots {
		d.items = append(d.items, v.item(s, d, o, w, r))
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
	at := numbered(r.Proposals)
	for _, g := range groups {
		add(gistOf(g, r.Proposals, at))
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
func gistOf(g corpus.ViewGroup, proposals []corpus.Proposal, at numbering) corpus.Proposal {
	for _, id := range g.Proposals {
		if i, ok := at[id]; ok && proposals[i].Quote == g.Gist {
			return proposals[i]
		}
	}
	return corpus.Proposal{}
}
