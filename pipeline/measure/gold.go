package measure

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"rapporteur/corpus"
)

// Gold is one labelled passage.
type Gold struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Language string `json:"lang"`
	// Doc names the document, for folds and for resampling; "" where unknown.
	Doc string `json:"doc"`
	// Themes are required; Maybe are neither required nor wrong.
	Themes []corpus.Theme `json:"themes"`
	Maybe  []corpus.Theme `json:"maybe"`
	// Kinds are what the readers chose: one value where they agree.
	Kinds []corpus.Kind `json:"kinds"`
	// Process is nil where the labels do not say.
	Process *bool `json:"process"`
}

// goldLine is a line in any of the shapes that labels come in.
type goldLine struct {
	Gold
	Kind corpus.Kind `json:"kind"`
	// None is why there is no theme: P the group's own work, X outside the
	// twelve, N nothing.
	None *string `json:"none"`
}

// longestLine is the most bytes that a line of labels may have.
const longestLine = 4 << 20

// ReadGold reads JSON Lines of labelled passages. Errors have
// [corpus.CodeInvalid] and name the line.
func ReadGold(r io.Reader) ([]Gold, error) {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 64<<10), longestLine)
	var out []Gold
	seen := map[string]bool{}
	for n := 1; s.Scan(); n++ {
		if len(s.Bytes()) == 0 {
			continue
		}
		var l goldLine
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			return nil, corpus.Errorf(corpus.CodeInvalid, "labels line %d: %w", n, err)
		}
		if err := l.check(); err != nil {
			return nil, corpus.Errorf(corpus.CodeInvalid, "labels line %d: %w", n, err)
		}
		if seen[l.ID] {
			return nil, corpus.Errorf(corpus.CodeInvalid, "labels line %d: %q stands twice", n, l.ID)
		}
		seen[l.ID] = true
		out = append(out, l.gold())
	}
	if errors.Is(s.Err(), bufio.ErrTooLong) {
		return nil, corpus.Errorf(corpus.CodeInvalid, "labels: a line is longer than %d bytes", longestLine)
	}
	return out, s.Err()
}

func (l goldLine) check() error {
	if l.ID == "" {
		return errors.New(`no "id"`)
	}
	for _, t := range slices.Concat(l.Themes, l.Maybe) {
		if !t.Valid() {
			return errors.New("themes are 1 to 12")
		}
	}
	for _, k := range append(slices.Clone(l.Kinds), l.Kind) {
		if k != "" && !slices.Contains(corpus.Kinds(), k) {
			return errors.New("unknown kind " + string(k))
		}
	}
	return nil
}

func (l goldLine) gold() Gold {
	g := l.Gold
	if len(g.Kinds) == 0 && l.Kind != "" {
		g.Kinds = []corpus.Kind{l.Kind}
	}
	if g.Process == nil && l.None != nil {
		p := *l.None == "P"
		g.Process = &p
	}
	return g
}

// requires reports whether the readers agree on the theme; spares whether they
// differ about it.
func (g Gold) requires(t corpus.Theme) bool { return slices.Contains(g.Themes, t) }
func (g Gold) spares(t corpus.Theme) bool   { return slices.Contains(g.Maybe, t) && !g.requires(t) }

// none reports whether no reader sees a theme.
func (g Gold) none() bool { return len(g.Themes) == 0 && len(g.Maybe) == 0 }
