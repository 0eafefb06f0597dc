package workspace

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"rapporteur/corpus"
)

// Doubtful is a passage that waits for a decision, by its ID.
type Doubtful struct {
	Passage string
	// Doubt is as in [Waiting].
	Doubt int
}

// doubts are the passages with claims about themes, without their texts, kept
// for the state of the corpus that they were read from. When it changes, only
// the documents that have changed are read again.
type doubts struct {
	mu      sync.Mutex
	version string
	list    []scored
	kept    map[string][]scored // by what tells a document's state
}

// scored is a passage with the scores of its themes.
type scored struct {
	id, language string
	// text tells the paragraph within its work, as in [deciders].
	text   string
	scores []themeScore
}

type themeScore struct {
	theme corpus.Theme
	score int
}

// Doubtful lists undecided passages of current texts, the least certain first.
// It costs little where the corpus has not changed since the last time.
func (w *Workspace) Doubtful(ctx context.Context, o QueueOptions) ([]Doubtful, error) {
	all, err := w.scored(ctx)
	if err != nil {
		return nil, err
	}
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	decided := deciders(corpus.Standing(log))
	var out []Doubtful
	for _, p := range all {
		by := decided[p.text]
		if o.Language != "" && p.language != o.Language || o.Second != (len(by) > 0) || slices.Contains(by, o.Reader) {
			continue
		}
		if doubt, fits := p.doubt(o.Theme); fits {
			out = append(out, Doubtful{p.id, doubt})
		}
	}
	slices.SortStableFunc(out, func(a, b Doubtful) int {
		return cmp.Or(cmp.Compare(b.Doubt, a.Doubt), cmp.Compare(a.Passage, b.Passage))
	})
	if o.Limit > 0 && len(out) > o.Limit {
		out = out[:o.Limit]
	}
	return out, nil
}

// doubt is over the claims about themes, or about one theme.
func (p scored) doubt(theme corpus.Theme) (doubt int, fits bool) {
	for _, s := range p.scores {
		if theme == 0 || s.theme == theme {
			doubt, fits = max(doubt, 1000-Distance(s.score)), true
		}
	}
	return doubt, fits
}

// scored gives the passages of current texts.
func (w *Workspace) scored(ctx context.Context) ([]scored, error) {
	d := &w.doubts
	d.mu.Lock()
	defer d.mu.Unlock()
	version, err := w.Store.Version(ctx) // first: what changes while we read is read again
	if err != nil || version == d.version {
		return d.list, err
	}
	list, kept, err := w.scoredAnew(ctx, d.kept)
	if err == nil {
		d.version, d.list, d.kept = version, list, kept
	}
	return list, err
}

// scoredAnew reads what has changed since before.
func (w *Workspace) scoredAnew(ctx context.Context, before map[string][]scored) ([]scored, map[string][]scored, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, nil, err
	}
	renditions, err := w.Store.Renditions(ctx)
	if err != nil {
		return nil, nil, err
	}
	latest, last := make(map[string]int), make(map[string]int)
	for _, r := range renditions {
		latest[r.Symbol.Branch()] = max(latest[r.Symbol.Branch()], r.Symbol.Revision())
	}
	for _, x := range log {
		last[x.Work] = x.Seq
	}
	kept := make(map[string][]scored, len(renditions))
	var list []scored
	for _, r := range renditions {
		if r.Copy || r.Symbol.Revision() != latest[r.Symbol.Branch()] {
			continue
		}
		body, err := json.Marshal(r)
		if err != nil {
			return nil, nil, err
		}
		state := fmt.Sprintf("%s %d", corpus.HashOf(body), last[r.Symbol.Work()])
		passages, ok := before[state]
		if !ok {
			if passages, err = w.scoredIn(ctx, r); err != nil {
				return nil, nil, err
			}
		}
		kept[state] = passages
		list = append(list, passages...)
	}
	return list, kept, nil
}

// scoredIn reads the passages of one document.
func (w *Workspace) scoredIn(ctx context.Context, r corpus.Rendition) ([]scored, error) {
	reading, err := w.Store.Reading(ctx, r.Ref)
	if err != nil {
		return nil, err
	}
	scores := make(map[string][]themeScore)
	for _, c := range reading.Claims {
		if c.About == corpus.AboutTheme {
			scores[c.Passage] = append(scores[c.Passage], themeScore{c.Theme, c.Score})
		}
	}
	var out []scored
	for _, p := range reading.Passages {
		if s := scores[p.ID]; len(s) > 0 {
			out = append(out, scored{p.ID, r.Language, paragraph(r.Symbol.Work(), corpus.HashOf([]byte(p.Text))), s})
		}
	}
	return out, nil
}
