package workspace

import (
	"context"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// GroupChange is what an analyst wants of groups of views.
type GroupChange struct {
	Reader, Note, Time, Program string
	Action                      corpus.DecisionAction
	// Items are groups (G3) and proposals (P7) of the report on Meetings, or IDs
	// of passages.
	Items    []string
	Meetings []string
	// Name is that of a rename.
	Name string
}

// maxGroupName bounds the name of a group, in bytes.
const maxGroupName = 200

// EditGroup writes a decision about groups of views into the log.
func (w *Workspace) EditGroup(ctx context.Context, in GroupChange) (corpus.Decision, error) {
	r, err := w.Report(ctx, ReportOptions{Meetings: in.Meetings, Program: in.Program})
	if err != nil {
		return corpus.Decision{}, err
	}
	ids, err := proposalsOf(r, in.Items)
	if err != nil {
		return corpus.Decision{}, err
	}
	if err := in.check(r, ids); err != nil {
		return corpus.Decision{}, err
	}
	edit := &corpus.GroupEdit{Name: in.Name}
	for _, p := range r.Proposals {
		if !slices.Contains(ids, p.ID) {
			continue
		}
		reading, passage, err := w.passage(ctx, p.Passage)
		if err != nil {
			return corpus.Decision{}, err
		}
		edit.Paragraphs = append(edit.Paragraphs, corpus.ParagraphRef{
			Work: reading.Rendition.Symbol.Work(), Text: corpus.HashOf([]byte(passage.Text)), Passage: passage.ID,
		})
	}
	first := edit.Paragraphs[0]
	return w.Store.Decide(ctx, corpus.Decision{
		Time: in.Time, Reader: in.Reader, Action: in.Action, Work: first.Work, Text: first.Text, Passage: first.Passage,
		Group: edit, Note: in.Note, Codebook: w.Book.Hash(), Program: in.Program,
	})
}

// proposalsOf are the proposals that items name.
func proposalsOf(r corpus.Report, items []string) ([]string, error) {
	var ids []string
	for _, item := range items {
		found := false
		for _, g := range r.Groups {
			if g.ID == item {
				ids, found = append(ids, g.Proposals...), true
			}
		}
		for _, p := range r.Proposals {
			if p.ID == item || p.Passage == item || slices.Contains(p.Repeats, item) {
				ids, found = append(ids, p.ID), true
			}
		}
		if !found {
			return nil, corpus.Errorf(corpus.CodeNotFound, "%s is no group, proposal or passage of one: \"rapporteur compare\" shows the groups", item)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// check refuses what would change nothing.
func (in GroupChange) check(r corpus.Report, ids []string) error {
	var whole []string // groups that hold any of them
	within := false
	for _, g := range r.Groups {
		n := 0
		for _, id := range g.Proposals {
			if slices.Contains(ids, id) {
				n++
			}
		}
		if n > 0 {
			whole = append(whole, g.ID)
			within = within || n == len(ids)
		}
	}
	switch in.Action {
	case corpus.DecisionMerge:
		if len(ids) < 2 || within {
			return corpus.Errorf(corpus.CodeUsage, "merge needs proposals of two groups, or a group and a proposal outside it")
		}
	case corpus.DecisionSplit:
		if !within || slices.ContainsFunc(r.Groups, func(g corpus.ViewGroup) bool { return g.ID == whole[0] && len(g.Proposals) == len(ids) }) {
			return corpus.Errorf(corpus.CodeUsage, "split needs some of the proposals of one group, and not all of them")
		}
	case corpus.DecisionRename:
		if !within || strings.TrimSpace(in.Name) == "" || len(in.Name) > maxGroupName || strings.ContainsAny(in.Name, "\r\n") {
			return corpus.Errorf(corpus.CodeUsage, "rename needs one group, and a name of at most %d bytes on one line", maxGroupName)
		}
	default:
		return corpus.Errorf(corpus.CodeUsage, "a group is merged, split or renamed, not %q", in.Action)
	}
	return nil
}

// GroupDecision is a standing decision about groups, and which of its paragraphs
// are in no current text any more.
type GroupDecision struct {
	corpus.Decision
	Gone []string `json:"gone"`
}

// GroupDecisions lists the standing decisions about groups of views.
func (w *Workspace) GroupDecisions(ctx context.Context) ([]GroupDecision, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	out := []GroupDecision{}
	for _, d := range corpus.StandingGroups(log) {
		g := GroupDecision{Decision: d, Gone: []string{}}
		for _, p := range d.Group.Paragraphs {
			_, gone, err := w.moved(ctx, corpus.Decision{Work: p.Work, Text: p.Text, Passage: p.Passage})
			if err != nil {
				return nil, err
			}
			if gone {
				g.Gone = append(g.Gone, p.Passage)
			}
		}
		out = append(out, g)
	}
	return out, nil
}
