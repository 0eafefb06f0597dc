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
	for _, src := range v.sources {
		meetings := v.meetingsOf(src.ID)
		for i := 1; i < len(meetings); i++ {
			old, now := v.proposedAt(src.ID, meetings[i-1], proposals), v.proposedAt(src.ID, meetings[i], proposals)
			c := v.change(old, now)
			c.Source, c.Meeting, c.Previous = src.ID, meetings[i], meetings[i-1]
			out = append(out, c)
		}
	}
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

// meetingsOf are the meetings that a source submitted something readable to, in
// the order of their numbers.
func (v *view) meetingsOf(source string) []string {
	var out []string
	for _, r := range v.compared {
		for _, sub := range v.subs[r.Rendition.Symbol.Work()] {
			if sub.Attribution != corpus.AttributionAggregate && slices.Contains(ids(sub.Sources), source) {
				out = append(out, sub.Meeting)
			}
		}
	}
	out = sorted(out)
	slices.SortStableFunc(out, byNumber)
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

func (v *view) proposedAt(source, meeting string, proposals []corpus.Proposal) []corpus.Proposal {
	var out []corpus.Proposal
	for _, p := range proposals {
		for _, sub := range v.subs[v.byID[p.Passage].work] {
			if sub.Meeting == meeting && slices.Contains(ids(sub.Sources), source) {
				out = append(out, p)
				break
			}
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
			if p.ID == q.ID || a.Language == b.Language && a.words.Containment(b.words) >= saidAgain {
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
