package tag

import (
	"context"

	"rapporteur/corpus"
	"rapporteur/corpus/codebook"
)

// CrossTag tags every labelled passage that nobody invented with a model that
// has seen neither its document nor thresholds chosen by it, as [Tagger.Tag] does, and gives
// the claims by the passage's ID.
func CrossTag(ctx context.Context, labels []Label, b *codebook.Book) (map[string][]corpus.Claim, error) {
	x := newExercise(labels, b, chosen())
	c := x.crossScores(x.folds())
	out := map[string][]corpus.Claim{}
	for part := range foldCount {
		second, d, own := c.apart(part)
		t := NewWithModel(b, x.quantise(header{Format: modelFormat, Second: second, Decision: d}, c.weights[part]))
		for _, i := range own.rows {
			l := &x.labels[i]
			p := corpus.Passage{ID: l.ID, Text: l.Text, Language: l.Language, Role: corpus.RoleBody}
			claims, err := t.Tag(ctx, []corpus.Passage{p}, Context{})
			if err != nil {
				return nil, err
			}
			out[l.ID] = claims
		}
	}
	return out, nil
}

// Figures is the cross-validation of one way to tag.
type Figures struct {
	Name string `json:"name"`
	Report
}

// variant is a way to tag that leaves something out.
type variant struct {
	name   string
	change func(*settings)
}

// variants are what Ablation compares with the tagger as it is.
func variants() []variant {
	wordless := func(s *settings) {
		s.themes[groupWord], s.themes[groupLetters], s.kinds[groupWord], s.kinds[groupLetters] = 0, 0, 0, 0
	}
	bookless := func(s *settings) { s.themes[groupConcept], s.kinds[groupConcept], s.blind = 0, 0, true }
	return []variant{
		{"concepts, weighed", wordless},
		{"words and letters", bookless},
		{"without letters", func(s *settings) { s.themes[groupLetters], s.kinds[groupLetters] = 0, 0 }},
		{"without second look", func(s *settings) { s.firstOnly = true }},
		{"without translations", func(s *settings) { s.translated = 0 }},
		{"without invented", func(s *settings) { s.invented, s.shown, s.secondInvented = 0, 0, 0 }},
		{"without read to teach", func(s *settings) { s.read, s.secondRead = 0, 0 }},
		{"all", func(*settings) {}},
	}
}

// Ablation cross-validates the tagger with parts of it left out, the codebook
// alone first. Each variant has its own thresholds, chosen as in training.
func Ablation(labels []Label, b *codebook.Book, each func(Figures) error) error {
	alone, err := bookAlone(labels, b)
	if err != nil {
		return err
	}
	if err := each(Figures{"codebook alone", alone}); err != nil {
		return err
	}
	for _, v := range variants() {
		set := chosen()
		v.change(&set)
		if err := each(Figures{v.name, crossReport(labels, b, set)}); err != nil {
			return err
		}
	}
	return nil
}

// LearningCurve cross-validates models that learn from a part of the documents.
func LearningCurve(labels []Label, b *codebook.Book, each func(Figures) error) error {
	for _, step := range []struct {
		name  string
		share int
	}{{"25 % of documents", 25}, {"50 % of documents", 50}, {"75 % of documents", 75}, {"all documents", 100}} {
		set := chosen()
		set.share = step.share
		if err := each(Figures{step.name, crossReport(labels, b, set)}); err != nil {
			return err
		}
	}
	return nil
}

func crossReport(labels []Label, b *codebook.Book, set settings) Report {
	x := newExercise(labels, b, set)
	return x.crossScores(x.folds()).nested()
}

// bookAlone reports on the codebook without a model; it learns nothing, so
// there is nothing to hold back.
func bookAlone(labels []Label, b *codebook.Book) (Report, error) {
	x := &exercise{labels: labels}
	v := validation{x: x, rows: x.real(func(int) bool { return true })}
	sets, kinds := make([]uint16, len(labels)), make([]int, len(labels))
	t := NewWithModel(b, nil)
	for _, i := range v.rows {
		p := corpus.Passage{ID: labels[i].ID, Text: labels[i].Text, Language: labels[i].Language, Role: corpus.RoleBody}
		claims, err := t.Tag(context.Background(), []corpus.Passage{p}, Context{})
		if err != nil {
			return Report{}, err
		}
		sets[i], kinds[i] = claimed(claims)
	}
	o := outcome{themes: v.countWith(func(i int) uint16 { return sets[i] }), kinds: v.kindsWith(func(i int) int { return kinds[i] })}
	r := o.report()
	r.Passages = len(v.rows)
	return r, nil
}

// claimed gives the themes tagged, one bit each, and the kind's index.
func claimed(claims []corpus.Claim) (set uint16, kind int) {
	for _, c := range claims {
		switch {
		case !c.Status.Counts():
		case c.About == corpus.AboutTheme:
			set |= 1 << c.Theme
		case c.About == corpus.AboutKind:
			for k, o := range corpus.Kinds() {
				if o == c.Kind {
					kind = k
				}
			}
		}
	}
	return set, kind
}
