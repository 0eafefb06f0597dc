package compare

import (
	"cmp"
	"slices"

	"rapporteur/corpus"
)

// meetingChanges compares what each source proposed at a meeting with what it
// proposed at the meeting before at which it submitted. Nothing is said of a
// source that submitted to one meeting only.
func (v *view) meetingChanges(proposals []corpus.Proposal) []corpus.MeetingChange {
	out := []corpus.MeetingChange{}
	attended, proposed := v.attended(), v.proposedAt(proposals)
	for _, src := range v.sources {
		meetings := sorted(attended[src.ID])
		slices.SortStableFunc(meetings, byNumber)
		for i := 1; i < len(meetings); i++ {
			c := v.change(proposed[turn{src.ID, meetings[i-1]}], proposed[turn{src.ID, meetings[i]}])
			c.Source, c.Meeting, c.Previous = src.ID, meetings[i], meetings[i-1]
			out = append(out, c)
		}
	}
	v.forgetWords()
	return out
}

// shownChanges are those that the report's JSON may hold: where no source is
// named, none of one source.
func (v *view) shownChanges(all []corpus.MeetingChange) []corpus.MeetingChange {
	if v.unnamed {
		return []corpus.MeetingChange{}
	}
	return all
}

// attended are the meetings that each source submitted something readable to.
func (v *view) attended() map[string][]string {
	out := make(map[string][]string)
	for _, r := range v.compared {
		for _, sub := range v.subs[r.Rendition.Symbol.Work()] {
			if sub.Attribution == corpus.AttributionAggregate {
				continue
			}
			for _, src := range sub.Sources {
				out[src.ID] = append(out[src.ID], sub.Meeting)
			}
		}
	}
	return out
}

// byNumber sorts meetings of one body by their numbers.
func byNumber(a, b string) int {
	x, y := trailingNumber.FindStringSubmatch(a), trailingNumber.FindStringSubmatch(b)
	if x == nil || y == nil || x[1] != y[1] {
		return cmp.Compare(a, b)
	}
	return number(x[2]) - number(y[2])
}

// turn is a source at a meeting.
type turn struct{ source, meeting string }

// proposedAt are the proposals that each source made at each meeting, in order.
func (v *view) proposedAt(proposals []corpus.Proposal) map[turn][]corpus.Proposal {
	out := make(map[turn][]corpus.Proposal)
	for i, p := range proposals {
		made := make(map[turn]bool)
		for _, sub := range v.subs[v.byID[p.Passage].work] {
			for _, src := range sub.Sources {
				made[turn{src.ID, sub.Meeting}] = true
			}
		}
		for t := range made {
			out[t] = append(out[t], proposals[i])
		}
	}
	return out
}

// change sorts proposals by what is most like them at the meeting before.
func (v *view) change(old, now []corpus.Proposal) corpus.MeetingChange {
	c := corpus.MeetingChange{New: []string{}, Repeated: []string{}, Changed: []string{}, NotRepeated: []string{}}
	taken := map[string]bool{}
	for _, p := range now {
		repeated, best, like := false, grouped-1, ""
		for _, q := range old {
			a, b := v.byID[p.Passage], v.byID[q.Passage]
			if p.ID == q.ID || a.Language == b.Language && a.triples().Containment(b.triples()) >= saidAgain {
				repeated, like = true, q.ID
				break
			}
			if s := v.vectors[p.Passage].likeness(v.vectors[q.Passage]); s > best {
				best, like = s, q.ID
			}
		}
		switch {
		case repeated:
			c.Repeated = append(c.Repeated, p.ID)
		case like != "":
			c.Changed = append(c.Changed, p.ID)
		default:
			c.New = append(c.New, p.ID)
		}
		taken[like] = true
	}
	for _, q := range old {
		if !taken[q.ID] {
			c.NotRepeated = append(c.NotRepeated, q.ID)
		}
	}
	return c
}
