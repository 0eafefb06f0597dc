package compare

import (
	"slices"

	"rapporteur/corpus"
)

// edit is an analyst's decision about groups of views, with the passages that
// its paragraphs are now.
type edit struct {
	action   corpus.DecisionAction
	passages []string
	name     string
}

// readEdits finds the paragraphs of the decisions about groups in the readings.
// The view's snapshot has the same readings in the same order, whatever is cut
// out of them.
func (v *view) readEdits(snap corpus.Snapshot) {
	if len(snap.Groups) == 0 {
		return
	}
	at := make(map[corpus.ParagraphRef][]string)
	for i, r := range snap.Readings {
		work := r.Rendition.Symbol.Work()
		for j, p := range r.Passages {
			key := corpus.ParagraphRef{Work: work, Text: corpus.HashOf([]byte(p.Text))}
			at[key] = append(at[key], v.snap.Readings[i].Passages[j].ID)
		}
	}
	var veil *Veil
	if v.unnamed {
		veil = NewVeil(snap, v.names)
	}
	for _, d := range snap.Groups {
		e := edit{action: d.Action, name: d.Group.Name}
		if veil != nil {
			e.name = veil.Cut(e.name)
		}
		for _, p := range d.Group.Paragraphs {
			e.passages = append(e.passages, at[corpus.ParagraphRef{Work: p.Work, Text: p.Text}]...)
		}
		v.edits = append(v.edits, e)
	}
}

// held are the places of the proposals that an edit is about.
func (e edit) held(proposals []corpus.Proposal) []int {
	var out []int
	for i, p := range proposals {
		if slices.Contains(e.passages, p.Passage) || overlap(e.passages, p.Repeats) {
			out = append(out, i)
		}
	}
	return out
}

// edited makes of the groups that the machine found what analysts decided, in
// the order of their decisions.
func (v *view) edited(clusters [][]int, proposals []corpus.Proposal) [][]int {
	for _, e := range v.edits {
		held := e.held(proposals)
		switch e.action {
		case corpus.DecisionMerge:
			clusters = merge(clusters, held)
		case corpus.DecisionSplit:
			clusters = split(clusters, held)
		}
	}
	slices.SortFunc(clusters, func(a, b []int) int { return a[0] - b[0] })
	return clusters
}

// merge joins all clusters that hold one of the items.
func merge(clusters [][]int, items []int) [][]int {
	var one []int
	var rest [][]int
	for _, c := range clusters {
		if slices.ContainsFunc(c, func(i int) bool { return slices.Contains(items, i) }) {
			one = append(one, c...)
			continue
		}
		rest = append(rest, c)
	}
	if len(one) == 0 {
		return rest
	}
	slices.Sort(one)
	return append(rest, one)
}

// split takes the items out of their clusters and makes one of them.
func split(clusters [][]int, items []int) [][]int {
	var out [][]int
	for _, c := range clusters {
		c = slices.DeleteFunc(slices.Clone(c), func(i int) bool { return slices.Contains(items, i) })
		if len(c) > 0 {
			out = append(out, c)
		}
	}
	if len(items) > 0 {
		out = append(out, items)
	}
	return out
}

// madeBy says which decisions made a group what it is, and what it is called. A
// name goes to the group that holds most of what it was given to.
func (v *view) madeBy(members []int, clusters [][]int, proposals []corpus.Proposal) (actions []corpus.DecisionAction, name string) {
	for _, e := range v.edits {
		held := e.held(proposals)
		n := common(members, held)
		if n == 0 {
			continue
		}
		if e.action != corpus.DecisionRename {
			actions = append(actions, e.action)
			continue
		}
		most := slices.MaxFunc(clusters, func(a, b []int) int { return common(a, held) - common(b, held) })
		if most[0] == members[0] {
			actions, name = append(actions, e.action), e.name
		}
	}
	slices.Sort(actions)
	return slices.Compact(actions), name
}

func common(a, b []int) int {
	n := 0
	for _, i := range a {
		if slices.Contains(b, i) {
			n++
		}
	}
	return n
}
