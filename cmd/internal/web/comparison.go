package web

import (
	"context"
	"html/template"
	"time"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// comparison is a report and what the pages look up in it.
type comparison struct {
	corpus.Report
	proposals map[string]*corpus.Proposal
	places    map[string]corpus.CitedPassage
	sources   map[string]corpus.Source
	// meetings are those to which a document was submitted, by its reference.
	meetings map[string][]string
	// kinds are the passages of each kind, by theme and source.
	kinds map[cellKey]map[corpus.Kind][]string
	// groups are the groups of views on each theme, tables the matrix as it is
	// written.
	groups *prepared[corpus.Theme, []viewGroup]
	tables *prepared[matrixKey, template.HTML]
	took   time.Duration
	// Old is set where the corpus has changed since.
	Old bool
}

type cellKey struct {
	theme  corpus.Theme
	source string
}

func (c *comparisons) compare(ctx context.Context, o workspace.ReportOptions) (*comparison, error) {
	r, err := c.workspace.Report(ctx, o)
	if err != nil {
		return nil, err
	}
	out := &comparison{
		Report: r, proposals: make(map[string]*corpus.Proposal), places: make(map[string]corpus.CitedPassage),
		sources: make(map[string]corpus.Source), kinds: make(map[cellKey]map[corpus.Kind][]string),
		groups: &prepared[corpus.Theme, []viewGroup]{}, tables: &prepared[matrixKey, template.HTML]{},
	}
	for i := range r.Proposals {
		out.proposals[r.Proposals[i].ID] = &r.Proposals[i]
	}
	for _, p := range r.Passages {
		out.places[p.ID] = p
	}
	for _, s := range r.Matrix.Sources {
		out.sources[s.ID] = s
	}
	out.countKinds()
	out.meetings, err = c.meetingsOf(ctx)
	return out, err
}

// countKinds sorts the passages on each theme by source and kind.
func (c *comparison) countKinds() {
	add := func(t corpus.Theme, sources []string, kind corpus.Kind, passage string) {
		for _, id := range sources {
			key := cellKey{t, id}
			if c.kinds[key] == nil {
				c.kinds[key] = make(map[corpus.Kind][]string)
			}
			c.kinds[key][kind] = append(c.kinds[key][kind], passage)
		}
	}
	for _, t := range c.Themes {
		for _, list := range []struct {
			kind   corpus.Kind
			quotes []corpus.Quote
		}{
			{corpus.KindChallenge, t.Challenges}, {corpus.KindGap, t.Gaps},
			{corpus.KindPosition, t.Positions}, {corpus.KindPractice, t.Practices},
		} {
			for _, q := range list.quotes {
				add(t.Theme, q.Sources, list.kind, q.Passage)
			}
		}
		for _, id := range t.Proposals {
			p := c.proposals[id]
			add(t.Theme, p.Sources, corpus.KindProposal, p.Passage)
			for _, repeat := range p.Repeats {
				add(t.Theme, p.Sources, corpus.KindProposal, repeat)
			}
		}
	}
}

// meetingsOf gives the meetings to which each document was submitted.
func (c *comparisons) meetingsOf(ctx context.Context) (map[string][]string, error) {
	subs, err := c.workspace.Store.Submissions(ctx)
	if err != nil {
		return nil, err
	}
	byWork := make(map[string][]string)
	for _, sub := range subs {
		byWork[sub.Work] = append(byWork[sub.Work], sub.Meeting)
	}
	renditions, err := c.workspace.Store.Renditions(ctx)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]string, len(renditions))
	for _, r := range renditions {
		out[r.Ref] = byWork[r.Symbol.Work()]
	}
	return out, nil
}
