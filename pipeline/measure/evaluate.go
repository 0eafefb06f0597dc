package measure

import (
	"context"
	"slices"

	"rapporteur/corpus"
	"rapporteur/pipeline/tag"
)

// Prediction is what a tagger says of one passage.
type Prediction struct {
	// Themes are those tagged; suggestions do not count.
	Themes  []corpus.Theme
	Kind    corpus.Kind
	Process bool
}

// Predict tags every labelled passage by itself.
func Predict(ctx context.Context, t *tag.Tagger, gold []Gold) (map[string]Prediction, error) {
	out := make(map[string]Prediction, len(gold))
	for _, g := range gold {
		p := corpus.Passage{ID: g.ID, Text: g.Text, Language: g.Language, Role: corpus.RoleBody}
		claims, err := t.Tag(ctx, []corpus.Passage{p}, tag.Context{})
		if err != nil {
			return nil, err
		}
		out[g.ID] = prediction(claims)
	}
	return out, nil
}

func prediction(claims []corpus.Claim) Prediction {
	var p Prediction
	for _, c := range claims {
		switch {
		case !c.Status.Counts():
		case c.About == corpus.AboutTheme:
			p.Themes = append(p.Themes, c.Theme)
		case c.About == corpus.AboutKind:
			p.Kind = c.Kind
		case c.About == corpus.AboutProcess:
			p.Process = true
		}
	}
	return p
}

// Result is the agreement of predictions with labels.
type Result struct {
	Passages int `json:"passages"`
	// Missing are labelled passages without a prediction; they count as found
	// to have no theme.
	Missing int `json:"missing"`
	// Micro is over all decisions, Macro the mean F1 of the twelve.
	Micro Score   `json:"micro"`
	Macro Figure  `json:"macro"`
	Theme []Named `json:"themes"`
	// Language is by ISO code, sorted.
	Language []Named `json:"languages"`
	// None is the share of passages without a theme that get none.
	None  Figure `json:"none_accuracy"`
	Nones int    `json:"nones"`
	// Kind compares kinds where the readers agree.
	Kind     KindResult `json:"kind"`
	Proposal Score      `json:"proposal"`
	Process  Score      `json:"process"`
	// Alpha is Krippendorff's, over all decisions on themes.
	Alpha Figure `json:"alpha"`
	// Confusions are by how many passages show them; Worst are the passages
	// with most errors.
	Confusions []Confusion `json:"confusions"`
	Worst      []Wrong     `json:"worst"`
}

// Score is precision, recall and F1, each from 0 to 1, with the counts.
type Score struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        Figure  `json:"f1"`
	Hit       int     `json:"hit"`
	False     int     `json:"false"`
	Missed    int     `json:"missed"`
}

// Named is a score with what it is of.
type Named struct {
	Name string `json:"name"`
	Score
}

// Figure is a value with its 95 % interval.
type Figure struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// KindResult is the agreement on kinds.
type KindResult struct {
	Compared int    `json:"compared"`
	Accuracy Figure `json:"accuracy"`
	Kappa    Figure `json:"kappa"`
	Alpha    Figure `json:"alpha"`
	// PerKind is one score for each kind.
	PerKind []Named `json:"kinds"`
}

// Evaluate compares predictions with labels. It fails where there are none.
func Evaluate(gold []Gold, found map[string]Prediction) (Result, error) {
	if len(gold) == 0 {
		return Result{}, corpus.Errorf(corpus.CodeUsage, "no labelled passages to compare with")
	}
	rows := make([]row, len(gold))
	r := Result{Passages: len(gold)}
	for i, g := range gold {
		p, ok := found[g.ID]
		if !ok {
			r.Missing++
		}
		rows[i] = compare(g, p, ok)
	}
	r.fill(rows, bootstrap(rows))
	r.Confusions, r.Worst = confusions(rows), worst(gold, rows)
	return r, nil
}

// row is the comparison of one passage.
type row struct {
	lang string
	// hit, false, missed are sets of themes, one bit each.
	hit, wrong, missed uint16
	none, noneRight    bool
	// kind and said are indexes into corpus.Kinds, -1 where not compared.
	kind, said int
	process    [3]bool // hit, false, missed
	// decided is how many of the twelve the readers agree about.
	decided int
}

func compare(g Gold, p Prediction, known bool) row {
	r := row{lang: g.Language, kind: -1, said: -1, none: none(g), decided: decided(g)}
	for _, t := range corpus.Themes() {
		bit := uint16(1) << t
		switch said := slices.Contains(p.Themes, t); {
		case spares(g, t):
		case said && requires(g, t):
			r.hit |= bit
		case said:
			r.wrong |= bit
		case requires(g, t):
			r.missed |= bit
		}
	}
	r.noneRight = r.none && len(p.Themes) == 0
	if len(g.Kinds) == 1 && known && p.Kind != "" {
		r.kind, r.said = slices.Index(corpus.Kinds(), g.Kinds[0]), slices.Index(corpus.Kinds(), p.Kind)
	}
	if g.Process != nil {
		r.process = [3]bool{*g.Process && p.Process, !*g.Process && p.Process, *g.Process && !p.Process}
	}
	return r
}
