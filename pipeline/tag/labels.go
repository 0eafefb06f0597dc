package tag

import (
	"encoding/json"
	"errors"
	"io"
	"slices"

	"rapporteur/corpus"
)

// Label is one passage as people have labelled it.
type Label struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Language string `json:"lang"`
	// Doc names the document; passages of one document are never parted when
	// a model is tested. "" is a document of its own.
	Doc string `json:"doc"`
	// Themes are required; Maybe are those that the readers differ about.
	Themes []corpus.Theme `json:"themes"`
	Maybe  []corpus.Theme `json:"maybe"`
	// Kinds are what the readers chose, one value where they agree.
	Kinds []corpus.Kind `json:"kinds"`
	// Process is nil where the labels do not say.
	Process *bool `json:"process"`
	// Confidence is "l" where the reader was unsure.
	Confidence string `json:"conf"`
	// Origin is one of the constants below.
	Origin string `json:"origin"`
}

// Where a labelled passage comes from. Invented passages and those that were
// read to teach are not measured: the former are written for the purpose, the
// latter by other readers than the rest.
const (
	originTranslation = "translation"
	originInvented    = "invented"
	originRead        = "read"
)

// Measured reports whether a label may stand in a figure.
func (l *Label) Measured() bool { return l.Origin != originInvented && l.Origin != originRead }

// labelLine is a line in any of the shapes that labels come in.
type labelLine struct {
	Label
	Kind corpus.Kind `json:"kind"`
	// None is why there is no theme: P the group's own work, X outside the
	// twelve, N nothing.
	None *string `json:"none"`
	// SHA256 stands for a text that is not passed on: see [WithTexts].
	SHA256 string `json:"sha256"`
}

// mostLabels bounds a file of labels.
const mostLabels = 200_000

// ReadLabels reads JSON Lines of labelled passages. Errors have
// [corpus.CodeInvalid] and name the line.
func ReadLabels(r io.Reader) ([]Label, error) {
	var out []Label
	seen := map[string]bool{}
	err := eachLine(r, "labels: ", func(n int, line []byte) error {
		var l labelLine
		if err := json.Unmarshal(line, &l); err != nil {
			return corpus.Errorf(corpus.CodeInvalid, "labels line %d: %w", n, err)
		}
		if err := l.check(); err != nil {
			return corpus.Errorf(corpus.CodeInvalid, "labels line %d: %w", n, err)
		}
		if seen[l.ID] || len(out) >= mostLabels {
			return corpus.Errorf(corpus.CodeInvalid, "labels line %d: %q stands twice, or there are more than %d passages", n, l.ID, mostLabels)
		}
		seen[l.ID] = true
		out = append(out, l.label())
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (l labelLine) check() error {
	if l.ID == "" {
		return errors.New(`no "id"`)
	}
	if l.Text == "" && l.SHA256 != "" {
		return errors.New("no text; a label with sha256 alone needs the export of its document (--texts)")
	}
	for _, t := range slices.Concat(l.Themes, l.Maybe) {
		if !t.Valid() {
			return errors.New("themes are 1 to 12")
		}
	}
	return nil
}

func (l labelLine) label() Label {
	out := l.Label
	if len(out.Kinds) == 0 && l.Kind != "" {
		out.Kinds = []corpus.Kind{l.Kind}
	}
	if out.Process == nil && l.None != nil {
		p := *l.None == "P"
		out.Process = &p
	}
	// A kind of somebody else's scheme is no label of ours.
	out.Kinds = slices.DeleteFunc(out.Kinds, func(k corpus.Kind) bool { return !slices.Contains(corpus.Kinds(), k) })
	return out
}
