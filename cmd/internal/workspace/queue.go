package workspace

import (
	"context"
	"strings"

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
	list, err := w.Doubtful(ctx, o)
	if err != nil {
		return nil, err
	}
	readings := make(map[string]corpus.Reading)
	var out []Waiting
	for _, d := range list {
		ref, _, _ := strings.Cut(d.Passage, "#")
		r, ok := readings[ref]
		if !ok {
			if r, err = w.Store.Reading(ctx, ref); err != nil {
				return nil, err
			}
			readings[ref] = r
		}
		out = append(out, waitingIn(r, d))
	}
	return out, nil
}

// waitingIn is a passage that waits with what is claimed of it.
func waitingIn(r corpus.Reading, d Doubtful) Waiting {
	out := Waiting{Sources: sourceIDs(r), Doubt: d.Doubt}
	for _, p := range r.Passages {
		if p.ID == d.Passage {
			out.Passage = p
		}
	}
	for _, c := range r.Claims {
		if c.Passage == d.Passage {
			out.Claims = append(out.Claims, c)
		}
	}
	return out
}

// deciders says who has decided on which paragraph.
func deciders(log []corpus.Decision) map[string][]string {
	out := make(map[string][]string)
	for _, d := range log {
		key := paragraph(d.Work, d.Text)
		out[key] = append(out[key], d.Reader)
	}
	return out
}

// paragraph tells a paragraph by its text within its work, as decisions do.
func paragraph(work string, text corpus.Hash) string { return work + " " + string(text) }

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
	work, err := w.Store.WorkNow(ctx, corpus.ParagraphRef{Work: d.Work, Text: d.Text, Passage: d.Passage})
	if err != nil {
		return m, false, err
	}
	renditions, err := w.Store.RenditionsOf(ctx, work)
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
