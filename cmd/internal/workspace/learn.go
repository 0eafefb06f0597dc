package workspace

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
	"rapporteur/pipeline/likeness"
	"rapporteur/pipeline/tag"
)

// decidedPassage is a passage that an analyst has decided on, with what stands.
type decidedPassage struct {
	work      string
	passage   corpus.Passage
	claims    []corpus.Claim
	decisions []corpus.Decision
}

// decidedPassages are those of current texts, in order of document.
func (w *Workspace) decidedPassages(ctx context.Context) ([]decidedPassage, error) {
	log, err := w.Store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	byText := make(map[string][]corpus.Decision)
	for _, d := range corpus.Standing(log) {
		byText[d.Work+" "+string(d.Text)] = append(byText[d.Work+" "+string(d.Text)], d)
	}
	var out []decidedPassage
	err = w.eachCurrent(ctx, func(r corpus.Reading) error {
		claims := make(map[string][]corpus.Claim)
		for _, c := range r.Claims {
			claims[c.Passage] = append(claims[c.Passage], c)
		}
		work := r.Rendition.Symbol.Work()
		for _, p := range r.Passages {
			if found := byText[work+" "+string(corpus.HashOf([]byte(p.Text)))]; len(found) > 0 {
				out = append(out, decidedPassage{work, p, claims[p.ID], found})
			}
		}
		return nil
	})
	return out, err
}

// eachCurrent visits the readings that are neither copies nor superseded.
func (w *Workspace) eachCurrent(ctx context.Context, visit func(corpus.Reading) error) error {
	renditions, err := w.Store.Renditions(ctx)
	if err != nil {
		return err
	}
	for _, r := range renditions {
		if r.Copy {
			continue
		}
		reading, err := w.Store.Reading(ctx, r.Ref)
		if err != nil {
			return err
		}
		if !reading.Current {
			continue
		}
		if err := visit(reading); err != nil {
			return err
		}
	}
	return nil
}

// Labels gives what analysts have decided as lines that train reads: the
// themes and the kind that stand on each passage they looked at.
func (w *Workspace) Labels(ctx context.Context) ([]byte, error) {
	decided, err := w.decidedPassages(ctx)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for _, d := range decided {
		label := tag.Label{ID: d.passage.ID, Text: d.passage.Text, Language: d.passage.Language, Doc: d.work, Themes: []corpus.Theme{}}
		for _, c := range d.claims {
			switch {
			case !c.Status.Counts():
			case c.About == corpus.AboutTheme:
				label.Themes = append(label.Themes, c.Theme)
			case c.About == corpus.AboutKind:
				label.Kinds = []corpus.Kind{c.Kind}
			}
		}
		if err := enc.Encode(label); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// Gap is wording that explains what analysts added to a theme or rejected.
type Gap struct {
	Theme corpus.Theme `json:"theme"`
	// Action is "add" for themes that were missed, "reject" for false ones.
	Action corpus.DecisionAction `json:"action"`
	// Phrase is two or three words that stand in Passages of the passages.
	Phrase   string `json:"phrase"`
	Passages int    `json:"passages"`
}

// Gaps gives the phrases that are most frequent in what analysts added or
// rejected, at most ten for each theme and action: candidates for the codebook
// and for its masks.
func (w *Workspace) Gaps(ctx context.Context) ([]Gap, error) {
	decided, err := w.decidedPassages(ctx)
	if err != nil {
		return nil, err
	}
	counts := make(map[Gap]int)
	for _, d := range decided {
		for _, decision := range d.decisions {
			if decision.Subject.About != corpus.AboutTheme || decision.Action == corpus.DecisionAccept {
				continue
			}
			for phrase := range phrasesOf(d.passage.Text) {
				counts[Gap{Theme: decision.Subject.Theme, Action: decision.Action, Phrase: phrase}]++
			}
		}
	}
	return topGaps(counts), nil
}

// phrasesOf are the pairs and triples of words of a text, each once.
func phrasesOf(text string) map[string]bool {
	words := likeness.Words(text)
	out := make(map[string]bool)
	for n := 2; n <= 3; n++ {
		for i := 0; i+n <= len(words); i++ {
			if len([]rune(words[i])) > 2 && len([]rune(words[i+n-1])) > 2 {
				out[strings.Join(words[i:i+n], " ")] = true
			}
		}
	}
	return out
}

func topGaps(counts map[Gap]int) []Gap {
	all := make([]Gap, 0, len(counts))
	for g := range maps.Keys(counts) {
		n := counts[g]
		g.Passages = n
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(a.Theme, b.Theme), cmp.Compare(a.Action, b.Action), cmp.Compare(b.Passages, a.Passages), cmp.Compare(a.Phrase, b.Phrase))
	})
	out := []Gap{}
	shown := make(map[Gap]int)
	for _, g := range all {
		key := Gap{Theme: g.Theme, Action: g.Action}
		if shown[key]++; shown[key] <= 10 {
			out = append(out, g)
		}
	}
	return out
}

// Difference is a passage on which two codebooks do not agree.
type Difference struct {
	Passage string `json:"passage"`
	// OnlyA and OnlyB are the themes that only one of them tags.
	OnlyA []corpus.Theme `json:"only_a"`
	OnlyB []corpus.Theme `json:"only_b"`
	Text  string         `json:"text"`
}

// Differences tags the current texts with both books, each without the linear
// layer, which was trained on one of them.
func (w *Workspace) Differences(ctx context.Context, a, b *codebook.Book) ([]Difference, error) {
	first, second := tag.NewWithModel(a, nil), tag.NewWithModel(b, nil)
	out := []Difference{}
	err := w.eachCurrent(ctx, func(r corpus.Reading) error {
		x, err := themesBy(ctx, first, r)
		if err != nil {
			return err
		}
		y, err := themesBy(ctx, second, r)
		if err != nil {
			return err
		}
		for _, p := range r.Passages {
			d := Difference{Passage: p.ID, Text: p.Text, OnlyA: without(x[p.ID], y[p.ID]), OnlyB: without(y[p.ID], x[p.ID])}
			if len(d.OnlyA)+len(d.OnlyB) > 0 {
				out = append(out, d)
			}
		}
		return nil
	})
	return out, err
}

func themesBy(ctx context.Context, t *tag.Tagger, r corpus.Reading) (map[string][]corpus.Theme, error) {
	claims, err := t.Tag(ctx, r.Passages, tag.Context{})
	if err != nil {
		return nil, err
	}
	out := make(map[string][]corpus.Theme)
	for _, c := range claims {
		if c.About == corpus.AboutTheme && c.Status.Counts() {
			out[c.Passage] = append(out[c.Passage], c.Theme)
		}
	}
	return out, nil
}

func without(list, other []corpus.Theme) []corpus.Theme {
	out := []corpus.Theme{}
	for _, t := range list {
		if !slices.Contains(other, t) {
			out = append(out, t)
		}
	}
	return out
}
