package measure

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"rapporteur/corpus"
)

// Table writes the result for people.
func (r Result) Table(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d passages", r.Passages)
	if r.Missing > 0 {
		fmt.Fprintf(&b, ", %d without a prediction", r.Missing)
	}
	b.WriteString("\n\n")
	fmt.Fprintf(&b, "%-14s %9s %9s %9s  %-15s %5s %5s %6s\n", "", "precision", "recall", "F1", "95 % interval", "hit", "false", "missed")
	line := func(name string, s Score) {
		fmt.Fprintf(&b, "%-14s %9.3f %9.3f %9.3f  %-15s %5d %5d %6d\n", name, s.Precision, s.Recall, s.F1.Value, s.F1.span(), s.Hit, s.False, s.Missed)
	}
	line("all themes", r.Micro)
	for _, n := range r.Theme {
		line("theme "+n.Name, n.Score)
	}
	for _, n := range r.Language {
		line("language "+n.Name, n.Score)
	}
	for _, n := range r.Kind.PerKind {
		line(n.Name, n.Score)
	}
	line("process", r.Process)
	figure := func(name string, f Figure, note string) {
		fmt.Fprintf(&b, "%-34s %9.3f  %-15s %s\n", name, f.Value, f.span(), note)
	}
	b.WriteString("\n")
	figure("macro F1 of the themes", r.Macro, "")
	figure("no theme, and none found", r.None, fmt.Sprintf("of %d", r.Nones))
	figure("kind, accuracy", r.Kind.Accuracy, fmt.Sprintf("of %d", r.Kind.Compared))
	figure("kind, Cohen's kappa", r.Kind.Kappa, "")
	figure("kind, Krippendorff's alpha", r.Kind.Alpha, "")
	figure("themes, Krippendorff's alpha", r.Alpha, "every theme of every passage")
	r.faults(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// mostConfusions is how many pairs of themes the table shows.
const mostConfusions = 12

// faults writes which themes were taken for which, and where most went wrong.
func (r Result) faults(b *strings.Builder) {
	if len(r.Confusions) > 0 {
		fmt.Fprintf(b, "\n%-14s %9s %9s\n", "labelled", "found", "passages")
	}
	for _, c := range r.Confusions[:min(len(r.Confusions), mostConfusions)] {
		fmt.Fprintf(b, "%-14s %9s %9d\n", themeOrNone(c.Labelled), themeOrNone(c.Found), c.Passages)
	}
	if len(r.Worst) > 0 {
		fmt.Fprintf(b, "\n%-14s %9s %9s %9s  %s\n", "most wrong", "language", "missed", "false", "kind labelled and found")
	}
	for _, w := range r.Worst {
		kinds := ""
		if w.Kind != "" {
			kinds = string(w.Kind) + ", " + string(w.Said)
		}
		line := fmt.Sprintf("%-14s %9s %9s %9s  %s", w.ID, w.Language, themesText(w.Missed), themesText(w.False), kinds)
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

func themeOrNone(t corpus.Theme) string {
	if t == 0 {
		return "none"
	}
	return strconv.Itoa(int(t))
}

func (f Figure) span() string { return fmt.Sprintf("%.3f to %.3f", f.Low, f.High) }
