package web

import (
	"context"
	"encoding/json"
	"slices"
	"sync"
	"time"

	"rapporteur/cmd/internal/workspace"
)

const (
	// mostComparisons bounds what is kept; a large corpus takes some 100 MB each.
	mostComparisons = 6
	// mostMaking is how many are made at a time: a large corpus takes half a
	// gigabyte meanwhile.
	mostMaking = 2
	// patience is how long a page waits for a comparison of the corpus as it is
	// now, before it shows the one before.
	patience = 3 * time.Second
	// little is what it waits while files come in, for each makes another state of
	// the corpus, and where the one before took longer than its patience. The page
	// says that it shows an earlier one.
	little = 100 * time.Millisecond
	// warmEvery is how often it is looked whether the corpus has changed.
	warmEvery = 2 * time.Second
)

// comparisons keeps the reports on the corpus as it stands, so that a page costs
// no comparison. It is the report that the command line writes.
//
// A comparison is that of one state of the corpus, its codebook fixed while the
// server runs: what is ingested or decided makes another state, and from then on
// nobody is shown the one before without being told. One of each kind is made at
// a time, whatever changes meanwhile; [comparisons.keepWarm] begins it before a
// reader does.
type comparisons struct {
	workspace *workspace.Workspace
	program   string
	// busy reports whether files come in.
	busy func() bool
	// making has a token for each comparison that is being made.
	making chan struct{}

	mu   sync.Mutex
	kept []*kept // the one used last at the end
}

func newComparisons(w *workspace.Workspace, program string, busy func() bool) *comparisons {
	return &comparisons{workspace: w, program: program, busy: busy, making: make(chan struct{}, mostMaking)}
}

// kept is one report, being made or made.
type kept struct {
	key, version string
	done         chan struct{}
	comparison   *comparison
	err          error
}

// get gives the comparison that options ask for. Many may ask at a time: it is
// made once, and whoever goes away does not stop it. Where there is one of an
// earlier state it comes, marked as such, when patience is at an end.
func (c *comparisons) get(ctx context.Context, o workspace.ReportOptions) (*comparison, error) {
	o.Program = c.program
	key, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	for start := time.Now(); ; {
		version, err := c.workspace.Store.Version(ctx)
		if err != nil {
			return nil, err
		}
		now, before := c.take(string(key), version, o)
		var enough <-chan time.Time // never, where there is nothing else to show
		if before != nil {
			enough = time.After(c.patienceFor(before) - time.Since(start))
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-now.done:
			if now.version == version {
				return now.comparison, now.err
			}
		case <-enough:
			return before.old(), nil
		}
	}
}

// patienceFor is how long to wait while there is this to show instead.
func (c *comparisons) patienceFor(before *kept) time.Duration {
	if c.busy() || before.comparison.took > patience {
		return little
	}
	return patience
}

// old is a comparison of an earlier state, marked as such.
func (k *kept) old() *comparison {
	old := *k.comparison
	old.Old = true
	return &old
}

// take finds a comparison of this state, else one that is under way of another,
// else begins it. before is the latest of the same options on an earlier state
// of the corpus.
func (c *comparisons) take(key, version string, o workspace.ReportOptions) (now, before *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, k := range c.kept {
		switch {
		case k.key != key:
		case k.version == version || k.comparison == nil:
			now = k
			c.kept = append(slices.Delete(c.kept, i, i+1), k)
			return now, c.made(key, version)
		}
	}
	before = c.made(key, version)
	now = &kept{key: key, version: version, done: make(chan struct{})}
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

// make makes a comparison, when it is its turn.
func (c *comparisons) make(k *kept, o workspace.ReportOptions) {
	c.making <- struct{}{}
	comparison, version, err := c.compareNow(context.Background(), o)
	<-c.making
	c.mu.Lock()
	defer c.mu.Unlock()
	k.comparison, k.version, k.err = comparison, version, err
	c.kept = slices.DeleteFunc(c.kept, func(o *kept) bool {
		if o == k {
			return err != nil // it is asked for again the next time
		}
		return err == nil && o.key == k.key && o.comparison != nil
	})
	close(k.done)
}

// compareNow also gives the state that the corpus has had before it was read:
// what came meanwhile makes another.
func (c *comparisons) compareNow(ctx context.Context, o workspace.ReportOptions) (*comparison, string, error) {
	start := time.Now()
	version, err := c.workspace.Store.Version(ctx)
	if err != nil {
		return nil, "", err
	}
	out, err := c.compare(ctx, o)
	if err != nil {
		return nil, version, err
	}
	out.took = time.Since(start)
	return out, version, nil
}

// keepWarm makes the comparison that options ask for whenever the corpus has
// changed and no files come in, until ctx ends. After each it rests twice as long
// as that took, so that many decisions in a row do not cost a comparison each.
func (c *comparisons) keepWarm(ctx context.Context, o workspace.ReportOptions, failed func(error)) {
	var last *comparison
	for ctx.Err() == nil {
		rest := warmEvery
		if !c.busy() {
			got, err := c.get(ctx, o)
			switch {
			case err != nil && ctx.Err() == nil:
				failed(err)
				rest = time.Minute
			case err == nil && !got.Old && got != last:
				last, rest = got, max(rest, 2*got.took)
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(rest):
		}
	}
}
