package tag

import (
	"slices"

	"rapporteur/corpus"
)

// The model's classes: no theme, the twelve, the kinds, the group's own work.
const (
	themeCount   = 12 // of corpus.Themes
	classNone    = 0
	classKind    = themeCount + 1
	kindCount    = 8
	classProcess = classKind + kindCount
	classCount   = classProcess + 1
)

func classOfTheme(t corpus.Theme) int { return int(t) }

// belongs reports whether a labelled passage is of a class, and whether the
// label says so at all.
func belongs(l *Label, class int) (yes, known bool) {
	switch {
	case class == classNone:
		return len(l.Themes) == 0, len(l.Maybe) == 0
	case class < classKind:
		t := corpus.Theme(class)
		return slices.Contains(l.Themes, t), !slices.Contains(l.Maybe, t)
	case class < classProcess:
		k := corpus.Kinds()[class-classKind]
		return len(l.Kinds) == 1 && l.Kinds[0] == k, len(l.Kinds) == 1
	}
	return l.Process != nil && *l.Process, l.Process != nil
}
