package measure

import (
	"io"
	"slices"

	"rapporteur/corpus"
	"rapporteur/pipeline/tag"
)

// Gold is one labelled passage.
type Gold = tag.Label

// ReadGold reads JSON Lines of labelled passages. Errors have
// [corpus.CodeInvalid] and name the line.
func ReadGold(r io.Reader) ([]Gold, error) { return tag.ReadLabels(r) }

// requires reports whether the readers agree on the theme; spares whether they
// differ about it.
func requires(g Gold, t corpus.Theme) bool { return slices.Contains(g.Themes, t) }
func spares(g Gold, t corpus.Theme) bool   { return slices.Contains(g.Maybe, t) && !requires(g, t) }

// none reports whether no reader sees a theme.
func none(g Gold) bool { return len(g.Themes) == 0 && len(g.Maybe) == 0 }
