package measure

import (
	"fmt"
	"io"
	"strings"
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
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Figure) span() string { return fmt.Sprintf("%.3f to %.3f", f.Low, f.High) }
