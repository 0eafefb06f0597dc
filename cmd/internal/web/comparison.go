package web

import (
	"context"
	"encoding/json"
	"html/template"
	"slices"
	"sync"
	"time"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

const (
	// mostComparisons bounds what is kept; a large corpus takes some 100 MB each.
	mostComparisons = 6
	// patience is how long a page waits for a comparison of the corpus as it is
	// now, before it shows the one before.
	patience = 3 * time.Second
	// little is what it waits while files come in: each makes another state of
	// the corpus, and the page says that it shows an earlier one.
	little = 100 * time.Millisecond
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
	// Old is set where the corpus has changed since.
	Old bool
}

type cellKey struct {
	theme  corpus.Theme
	source string
}

// comparisons keeps the reports on the corpus as it stands, so that a page costs
// no comparison. It is the report that the command line writes.
type comparisons struct {
	workspace *workspace.Workspace
	program   string
	// busy reports whether files come in.
	busy func() bool

	mu   sync.Mutex
	kept []*kept // the one used last at the end
}

// kept is one report, being made or made.
type kept struct {
	key, version string
	done         chan struct{}
	comparison   *comparison
	err          error
}

// get gives the comparison that options ask for. Many may ask at a time: it is
// made once, and whoever goes away does not stop it.
func (c *comparisons) get(ctx context.Context, o workspace.ReportOptions) (*comparison, error) {
	version, err := c.workspace.Store.Version(ctx)
	if err != nil {
		return nil, err
	}
	o.Program = c.program
	key, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	busy := c.busy()
	now, before := c.take(string(key), version, o, busy)
	wait := patience
	switch {
	case now == nil:
		return before.old(), nil
	case before == nil:
		wait = time.Hour // there is nothing else to show
	case busy:
		wait = little
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-now.done:
		return now.comparison, now.err
	case <-time.After(wait):
		return before.old(), nil
	}
}

// old is a comparison of an earlier state, marked as such.
func (k *kept) old() *comparison {
	old := *k.comparison
	old.Old = true
	return &old
}

// take finds a comparison or begins it. before is the latest of the same options
// on an earlier state of the corpus. While files come in one is made at a time:
// now is nil where another is under way and there is one to show meanwhile.
func (c *comparisons) take(key, version string, o workspace.ReportOptions, busy bool) (now, before *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, k := range c.kept {
		if k.key != key {
			continue
		}
		if k.version == version {
			c.kept = append(slices.Delete(c.kept, i, i+1), k)
			return k, c.made(key, version)
		}
	}
	before = c.made(key, version)
	underWay := func(k *kept) bool { return k.key == key && k.comparison == nil }
	if busy && before != nil && slices.ContainsFunc(c.kept, underWay) {
		return nil, before
	}
	now = &kept{key: key, version: version, done: make(chan struct{})}
	c.kept = slices.DeleteFunc(c.kept, func(k *kept) bool { return k.key == key && k != before })
	c.kept = append(c.kept, now)
	c.kept = c.kept[max(0, len(c.kept)-mostComparisons):]
	go c.make(now, o)
	return now, before
}

// made is the comparison of an earlier state that can be shown meanwhile.
func (c *comparisons) made(key, version string) *kept {
	for i := len(c.kept) - 1; i >= 0; i-- {
		if k := c.kept[i]; k.key == key && k.version != version && k.comparison != nil {
			return k
		}
	}
	return nil
}

func (c *comparisons) make(k *kept, o workspace.ReportOptions) {
	comparison, err := c.compare(context.Background(), o)
	c.mu.Lock()
	defer c.mu.Unlock()
	k.comparison, k.err = comparison, err
	close(k.done)
	if err != nil { // ask again the next time
		c.kept = slices.DeleteFunc(c.kept, func(o *kept) bool { return o == k })
		return
	}
	c.kept = slices.DeleteFunc(c.kept, func(o *kept) bool { return o.key == k.key && o != k && o.comparison != nil })
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
