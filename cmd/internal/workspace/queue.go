package workspace

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/corpus"
	"rapporteur/pipeline/likeness"
)

// Waiting is a passage that waits for a decision.
type Waiting struct {
	Passage corpus.Passage `json:"passage"`
	Sources []string       `json:"sources"`
	Claims  []corpus.Claim `json:"claims"`
	// Doubt is how near the least certain claim is to the threshold, 1000 for
	// on it.
	Doubt int `json:"doubt"`
}

// QueueOptions narrow the queue.
type QueueOptions struct {
	Theme    corpus.Theme
	Language string
	Limit    int
	// Second asks for passages that others than Reader have decided on and
	// Reader has not.
	Second bool
	Reader string
}

// threshold is the score from which a theme counts.
const threshold = 800

// Queue lists undecided passages of current texts, the least certain first.
func (w *Workspace) Queue(ctx context.Context, o QueueOptions) ([]Waiting, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	decided := deciders(corpus.Standing(log))
	renditions, err := w.Store.Renditions(ctx)
	if err != nil {
		return nil, err
	}
	var out []Waiting
	for _, r := range renditions {
		if r.Copy || o.Language != "" && r.Language != o.Language {
			continue
		}
		reading, err := w.Store.Reading(ctx, r.Ref)
		if err != nil {
			return nil, err
		}
		if reading.Current {
			out = append(out, waitingIn(reading, decided, o)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Waiting) int {
		return cmp.Or(cmp.Compare(b.Doubt, a.Doubt), cmp.Compare(a.Passage.ID, b.Passage.ID))
	})
	if o.Limit > 0 && len(out) > o.Limit {
		out = out[:o.Limit]
	}
	return out, nil
}

// deciders says who has decided on which paragraph.
func deciders(log []corpus.Decision) map[string][]string {
	out := make(map[string][]string)
	for _, d := range log {
		key := d.Work + " " + string(d.Text)
		out[key] = append(out[key], d.Reader)
	}
	return out
}

func waitingIn(r corpus.Reading, decided map[string][]string, o QueueOptions) []Waiting {
	claims := make(map[string][]corpus.Claim)
	for _, c := range r.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	var out []Waiting
	for _, p := range r.Passages {
		by := decided[r.Rendition.Symbol.Work()+" "+string(corpus.HashOf([]byte(p.Text)))]
		if o.Second != (len(by) > 0) || slices.Contains(by, o.Reader) {
			continue
		}
		if doubt, fits := doubtOf(claims[p.ID], o.Theme); fits {
			out = append(out, Waiting{Passage: p, Sources: sourceIDs(r), Claims: claims[p.ID], Doubt: doubt})
		}
	}
	return out
}

// doubtOf is over the claims about themes, or about one theme.
func doubtOf(claims []corpus.Claim, theme corpus.Theme) (doubt int, fits bool) {
	for _, c := range claims {
		if c.About != corpus.AboutTheme || theme != 0 && c.Theme != theme {
			continue
		}
		doubt, fits = max(doubt, 1000-Distance(c.Score)), true
	}
	return doubt, fits
}

// Distance is how far a score is from the one from which a theme counts: the
// nearer, the less certain.
func Distance(score int) int {
	if score < threshold {
		return threshold - score
	}
	return score - threshold
}

func sourceIDs(r corpus.Reading) []string {
	var ids []string
	for _, s := range r.Rendition.Header.Sources.Value {
		ids = append(ids, s.ID)
	}
	return ids
}

// Moved is a decision whose paragraph is not in the current text any more, with
// the paragraph that is most like it.
type Moved struct {
	Decision corpus.Decision `json:"decision"`
	// Nearest is empty where nothing is alike; Likeness is in thousandths.
	Nearest  string `json:"nearest"`
	Text     string `json:"text"`
	Likeness int    `json:"likeness"`
}

// Moved lists the standing decisions that the current texts do not show.
func (w *Workspace) Moved(ctx context.Context) ([]Moved, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	var out []Moved
	for _, d := range corpus.Standing(log) {
		m, gone, err := w.moved(ctx, d)
		if err != nil {
			return nil, err
		}
		if gone {
			out = append(out, m)
		}
	}
	return out, nil
}

func (w *Workspace) moved(ctx context.Context, d corpus.Decision) (Moved, bool, error) {
	m := Moved{Decision: d}
	renditions, err := w.Store.RenditionsOf(ctx, d.Work)
	if err != nil {
		return m, false, err
	}
	var old string
	var current []corpus.Passage
	for _, r := range renditions {
		reading, err := w.Store.Reading(ctx, r.Ref)
		if err != nil {
			return m, false, err
		}
		for _, p := range reading.Passages {
			same := corpus.HashOf([]byte(p.Text)) == d.Text
			switch {
			case same && reading.Current:
				return m, false, nil
			case same:
				old = p.Text
			case reading.Current:
				current = append(current, p)
			}
		}
	}
	m.nearest(likeness.TriplesOf(old), current)
	return m, true, nil
}

func (m *Moved) nearest(old likeness.Triples, current []corpus.Passage) {
	for _, p := range current {
		if s := old.Containment(likeness.TriplesOf(p.Text)); s > m.Likeness {
			m.Nearest, m.Text, m.Likeness = p.ID, p.Text, s
		}
	}
}
