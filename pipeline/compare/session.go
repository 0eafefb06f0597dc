package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// slot is one session of the draft.
type slot struct {
	label string
	// named is what proposals ask of the meeting by its number, nil where none does.
	named *meetingAsked
	// topic is set on sessions that may be given themes.
	topic bool
	ranks []rank
}

// rank is a theme with the sources that make proposals on it or, where nobody
// does, that raise challenges or gaps.
type rank struct {
	theme     corpus.Theme
	proposals int
	units     []*unit
	tally     tally
	cites     []string
}

// ranks puts the themes in the order of the number of sources that make
// proposals on them, then of works; then come those on which there are only
// challenges or gaps. Themes that nobody raises are left out.
func (v *view) ranks(themes []corpus.Theme, proposals []corpus.Proposal) []rank {
	var out []rank
	for _, t := range themes {
		r := rank{theme: t}
		for _, p := range proposals {
			if slices.Contains(p.Themes, t) {
				r.proposals++
				r.units = append(r.units, v.byID[p.Passage])
			}
		}
		if r.proposals == 0 {
			for _, u := range v.units {
				if (u.kind == corpus.KindChallenge || u.kind == corpus.KindGap) && u.addresses(t) {
					r.units = append(r.units, u)
				}
			}
		}
		for _, u := range r.units {
			r.cites = append(r.cites, u.cite())
		}
		r.tally, r.cites = v.tallyUnits(r.units), sorted(r.cites)
		if len(r.units) > 0 {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b rank) int {
		return cmp.Or(min(b.proposals, 1)-min(a.proposals, 1), b.tally.sources()-a.tally.sources(), b.tally.works-a.tally.works)
	})
	return out
}

// layOut makes the sessions: exactly those of the period that is asked for, the
// meetings that proposals name put where their dates say they fall. Without a
// period, or without dates, the named meetings stand by themselves.
func (d *draft) layOut(v *view, o Options, w *phrases) {
	total := 0
	if d.from > 0 {
		total = (d.to - d.from + 1) * o.SessionsPerYear
	}
	slots := make([]slot, total)
	for i := range slots {
		slots[i] = slot{label: w.say(w.texts.planSession, args{"year": d.from + i/o.SessionsPerYear, "n": i%o.SessionsPerYear + 1}), topic: true}
	}
	var before, after []slot
	for i := range d.named {
		m := &d.named[i]
		at, known := v.slotOf(m, d.from, o.SessionsPerYear)
		switch {
		case total == 0 || !known || at < 0:
			before = append(before, slot{label: m.name, named: m})
		case at >= total:
			after = append(after, slot{label: m.name, named: m})
		default:
			slots[at].named, slots[at].label = m, m.name+" ("+slots[at].label+")"
		}
	}
	d.slots = slices.Concat(before, slots, after)
}

// slotOf is the place of a meeting among the sessions from a year on, counted
// from the last meeting whose date the documents tell.
func (v *view) slotOf(m *meetingAsked, from, perYear int) (int, bool) {
	for n := m.number; n > m.number-20 && n > 0; n-- {
		date := v.dates[strings.TrimSuffix(m.name, fmt.Sprint(m.number))+fmt.Sprint(n)]
		if len(date) < len("2031-01") {
			continue
		}
		month := max(number(date[5:7]), 1)
		return (number(date[:4])-from)*perYear + (month-1)*perYear/12 + m.number - n, true
	}
	return 0, false
}

// datesOf are the latest dates of the documents of each meeting.
func datesOf(snap corpus.Snapshot) map[string]string {
	meetings, out := map[string]string{}, map[string]string{}
	for _, s := range snap.Submissions {
		meetings[s.Work] = s.Meeting
		out[s.Meeting] = max(out[s.Meeting], s.Date)
	}
	for _, r := range snap.Readings {
		m := meetings[r.Rendition.Symbol.Work()]
		out[m] = max(out[m], r.Rendition.Header.Date.Value)
	}
	return out
}

// spread gives the ranked themes to the sessions of the period, one each; to a
// named meeting first a theme of what is asked of it. What is more than there
// are sessions joins the last ones. Without a period there is a session for
// each theme.
func (d *draft) spread(ranks []rank, o Options, w *phrases) {
	var free []*slot
	for i := range d.slots {
		if d.slots[i].topic {
			free = append(free, &d.slots[i])
		}
	}
	if d.from == 0 {
		for i, r := range ranks {
			d.slots = append(d.slots, slot{label: w.say(w.texts.planOrdinal, args{"n": i + 1}), topic: true, ranks: []rank{r}})
		}
		return
	}
	for _, s := range free {
		if s.named == nil {
			continue
		}
		if i := slices.IndexFunc(ranks, func(r rank) bool { return s.named.on(r.theme) }); i >= 0 {
			s.ranks = []rank{ranks[i]}
			ranks = slices.Delete(slices.Clone(ranks), i, i+1)
		}
	}
	for _, s := range free {
		if len(s.ranks) == 0 && len(ranks) > 0 {
			s.ranks, ranks = ranks[:1:1], ranks[1:]
		}
	}
	for i, r := range ranks {
		s := free[len(free)-1-i%len(free)]
		s.ranks = append(s.ranks, r)
	}
}

// on reports whether something asked of the meeting is on a theme.
func (m *meetingAsked) on(t corpus.Theme) bool {
	return slices.ContainsFunc(m.proposals, func(p corpus.Proposal) bool { return slices.Contains(p.Themes, t) })
}

// item writes a session down: what is asked of it by its number, then the
// proposals on its themes as outputs. A session without either rests on the
// proposals that ask for sessions at all.
func (v *view) item(s slot, d draft, o Options, w *phrases, r corpus.Report) corpus.WorkItem {
	item := corpus.WorkItem{Session: s.label, Themes: []corpus.Theme{}, Outputs: []string{}, From: []string{}, Status: consideration}
	add := func(p corpus.Proposal) {
		if !slices.Contains(item.From, p.ID) {
			item.From, item.Outputs = append(item.From, p.ID), append(item.Outputs, p.Quote)
		}
	}
	if s.named != nil {
		for _, p := range s.named.proposals {
			add(p)
		}
	}
	var labels []string
	var units []*unit
	for _, k := range s.ranks {
		item.Themes, labels = append(item.Themes, k.theme), append(labels, o.Labels.Label(k.theme, o.Language))
		units = append(units, k.units...)
		for _, p := range v.outputsOn(k.theme, r) {
			add(p)
		}
	}
	item.Issue, item.Sources = strings.Join(labels, "; "), v.tallyUnits(units).sources()
	switch {
	case item.Issue == "" && s.named != nil:
		item.Issue = w.heads.process
	case item.Issue == "":
		item.Issue = w.texts.planChoice
	}
	if len(item.From) == 0 {
		for _, p := range d.asking {
			item.From = append(item.From, p.ID)
		}
	}
	return item
}
